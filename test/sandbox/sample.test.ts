import {
  DescribeBackupCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  ListBackupsCommand,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  QueryCommand,
  RestoreTableFromBackupCommand,
  type BackupSummary,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { clientFor } from './client';

const now = Date.parse('2026-11-20T10:00:00Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ sample: true, now, throttling: false });
});
afterAll(() => sandbox.close());

async function allBackups(of: Sandbox, region: string): Promise<BackupSummary[]> {
  const { BackupSummaries = [] } = await clientFor(of, region).send(
    new ListBackupsCommand({ BackupType: 'ALL' }),
  );
  return BackupSummaries;
}

test('the sample data fills two Regions', async () => {
  const names = async (region: string): Promise<unknown> =>
    (await clientFor(sandbox, region).send(new ListTablesCommand({}))).TableNames;
  expect(await names('eu-west-1')).toEqual([
    'Customers',
    'Inventory',
    'OrderEvents',
    'Orders',
    'PriceHistory',
    'Sessions',
  ]);
  expect(await names('us-east-1')).toEqual(['Manuals', 'Products', 'Reviews', 'Shipments']);
});

test('the sample data has backups of every type, also of a table that is gone', async () => {
  const backups = await allBackups(sandbox, 'eu-west-1');
  expect(new Set(backups.map(({ BackupType }) => BackupType))).toEqual(
    new Set(['USER', 'SYSTEM', 'AWS_BACKUP']),
  );
  const ofInvoices = backups.filter(({ TableName }) => TableName === 'Invoices');
  expect(ofInvoices.map(({ BackupType }) => BackupType)).toEqual(['USER', 'SYSTEM']);
});

test('Orders is the table of the examples', async () => {
  const client = clientFor(sandbox);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: 'Orders' }));
  expect(Table).toMatchObject({
    KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    StreamSpecification: { StreamEnabled: true },
    GlobalSecondaryIndexes: [
      { IndexName: 'byCustomer', Projection: { NonKeyAttributes: ['status', 'total'] } },
      { IndexName: 'byStatus', Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
  });
  const live = await client.send(new DescribeTimeToLiveCommand({ TableName: 'Orders' }));
  expect(live.TimeToLiveDescription?.AttributeName).toBe('expiresAt');
  const tags = await client.send(new ListTagsOfResourceCommand({ ResourceArn: Table?.TableArn }));
  expect(tags.Tags?.length).toBeGreaterThan(0);
  const { Item } = await client.send(
    new GetItemCommand({ TableName: 'Orders', Key: { orderId: { S: 'o-1001' } } }),
  );
  expect(Item?.['customerId']?.S).toMatch(/^c-/);
});

test('its backups grow with the table, and its indexes can be queried', async () => {
  const client = clientFor(sandbox);
  const { BackupSummaries = [] } = await client.send(new ListBackupsCommand({ TableName: 'Orders' }));
  expect(BackupSummaries.length).toBeGreaterThan(5);
  const counts: number[] = [];
  for (const { BackupArn } of BackupSummaries) {
    const { BackupDescription } = await client.send(new DescribeBackupCommand({ BackupArn }));
    counts.push(BackupDescription?.SourceTableDetails?.ItemCount ?? 0);
  }
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts[0]).toBeGreaterThan(0);
  const delivered = new QueryCommand({
    TableName: 'Orders',
    IndexName: 'byStatus',
    KeyConditionExpression: '#status = :status',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': { S: 'DELIVERED' } },
  });
  expect((await client.send(delivered)).Count).toBeGreaterThan(20);
});

test('every backup of the sample data that can be restored is restored', async () => {
  for (const region of ['eu-west-1', 'us-east-1']) {
    const client = clientFor(sandbox, region);
    for (const [n, { BackupArn }] of (await allBackups(sandbox, region)).entries()) {
      const encrypted = { SSESpecificationOverride: { Enabled: true } };
      await client.send(
        new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: `Again-${n}`, ...encrypted }),
      );
      sandbox.clock.advance(10_000);
      const { Table } = await client.send(new DescribeTableCommand({ TableName: `Again-${n}` }));
      expect(Table?.TableStatus).toBe('ACTIVE');
    }
  }
});

test('the sample data is the same in every run, but for its times', async () => {
  const later = await startSandbox({ sample: true, now: now + 86_400_000 });
  const again = await startSandbox({ sample: true, now });
  const ages = async (of: Sandbox): Promise<unknown> =>
    (await allBackups(of, 'us-east-1')).map(
      ({ BackupName, TableId, BackupSizeBytes, BackupCreationDateTime }) => ({
        BackupName,
        TableId,
        BackupSizeBytes,
        age: of.clock.now() - (BackupCreationDateTime?.getTime() ?? 0),
      }),
    );
  expect(await ages(later)).toEqual(await ages(again));
  await Promise.all([later.close(), again.close()]);
});
