import { expect, test } from 'vitest';
import type { TableDescription } from '../../server/core/facts';
import { whyNotOurs, type Asked, type Sighting } from '../../server/core/same-table';

const backupArn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';
const key = 'arn:aws:kms:eu-west-1:123456789012:key/1';
const startMs = 1_000_000;
const asked: Asked = {
  kind: 'RestoreTableFromBackup',
  input: { BackupArn: backupArn },
  sourceTableName: 'Orders',
  expected: {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: ['g'],
  },
  fromMs: startMs - 300_000,
  untilMs: startMs + 600_000,
  offsetMs: 0,
};
const pointInTime: Partial<Asked> = {
  kind: 'RestoreTableToPointInTime',
  input: { SourceTableName: 'Orders' },
  restoreToMs: 500_000,
};
const index = { IndexName: 'g', KeySchema: [], Projection: {} };
const table: TableDescription = {
  TableName: 'T',
  TableId: 'id',
  TableArn: 'arn',
  TableStatus: 'CREATING',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  GlobalSecondaryIndexes: [index],
};
const summary = { SourceBackupArn: backupArn, RestoreDateTime: 'x', RestoreInProgress: true };
const fromTable = {
  SourceTableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
  RestoreDateTime: 'x',
  RestoreInProgress: true,
};
const encrypted = {
  input: { BackupArn: backupArn, SSESpecificationOverride: { Enabled: true, KMSMasterKeyId: key } },
};

test.each<[string, Partial<TableDescription>, Partial<Sighting>, Partial<Asked>, string | undefined]>([
  ['ours, being made', { RestoreSummary: summary }, {}, {}, undefined],
  ['ours, ACTIVE since', { TableStatus: 'ACTIVE' }, {}, {}, undefined],
  ['of another backup', { RestoreSummary: { ...summary, SourceBackupArn: 'x' } }, {}, {}, 'another source'],
  ['of no backup', { RestoreSummary: fromTable }, {}, {}, 'another source'],
  ['older than the request', { RestoreSummary: summary }, { createdMs: startMs - 300_001 }, {}, 'before'],
  [
    'older by the service’s clock, which is behind',
    { RestoreSummary: summary },
    { createdMs: startMs - 400_000 },
    { offsetMs: -200_000 },
    undefined,
  ],
  [
    'much younger, but its source is proved',
    { RestoreSummary: summary },
    { createdMs: startMs + 700_000 },
    {},
    undefined,
  ],
  ['much younger, and nothing proved', {}, { createdMs: startMs + 700_000 }, {}, 'long after'],
  ['of another key', { KeySchema: [{ AttributeName: 'other', KeyType: 'HASH' }] }, {}, {}, 'key'],
  ['billed otherwise', { BillingModeSummary: {} }, {}, {}, 'billing'],
  [
    'billed as asked',
    { BillingModeSummary: {} },
    {},
    { input: { BackupArn: backupArn, BillingModeOverride: 'PROVISIONED' } },
    undefined,
  ],
  ['without its index', { GlobalSecondaryIndexes: [] }, {}, {}, 'indexes'],
  [
    'with an index that was to be left out',
    {},
    {},
    { input: { BackupArn: backupArn, GlobalSecondaryIndexOverride: [] } },
    'indexes',
  ],
  [
    'with a local index that was to be left out',
    { LocalSecondaryIndexes: [index] },
    {},
    { input: { BackupArn: backupArn, LocalSecondaryIndexOverride: [] } },
    'indexes',
  ],
  [
    'encrypted as asked',
    { SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: key } },
    {},
    encrypted,
    undefined,
  ],
  [
    'encrypted with another key',
    { SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: `${key}2` } },
    {},
    encrypted,
    'another key',
  ],
  ['not encrypted yet', {}, {}, encrypted, undefined],
  ['ready and not encrypted', { TableStatus: 'ACTIVE' }, {}, encrypted, 'not encrypted'],
  [
    'encrypted against the wish',
    { SSEDescription: { Status: 'ENABLED' } },
    {},
    { input: { BackupArn: backupArn, SSESpecificationOverride: { Enabled: false } } },
    'encrypted',
  ],
  ['to the same moment', { RestoreSummary: fromTable }, { restoredToMs: 500_400 }, pointInTime, undefined],
  [
    'to another moment',
    { RestoreSummary: fromTable },
    { restoredToMs: 502_000 },
    pointInTime,
    'point in time',
  ],
  [
    'of another table',
    { RestoreSummary: { ...fromTable, SourceTableArn: 'arn:x:table/Others' } },
    {},
    pointInTime,
    'another table',
  ],
  ['of a backup instead of a moment', { RestoreSummary: summary }, {}, pointInTime, 'backup'],
])('a table %s', (_, change, sighting, wanted, why) => {
  const said = whyNotOurs(
    { createdMs: startMs, ...sighting, table: { ...table, ...change } },
    { ...asked, ...wanted },
  );
  if (why === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(why);
});
