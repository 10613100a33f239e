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

type Row = [string, Partial<TableDescription>, Partial<Sighting>, Partial<Asked>, string | undefined];

test.each<Row>([
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
  [
    'of the table whose ARN was asked for',
    { RestoreSummary: fromTable },
    {},
    { ...pointInTime, input: { SourceTableArn: fromTable.SourceTableArn } },
    undefined,
  ],
  [
    'of a table of that name, but of another ARN',
    { RestoreSummary: fromTable },
    {},
    { ...pointInTime, input: { SourceTableArn: fromTable.SourceTableArn.replace('eu-west-1', 'eu-west-2') } },
    'it is being restored from another table',
  ],
  [
    'of a source that is not told',
    { RestoreSummary: { RestoreDateTime: 'x', RestoreInProgress: true } },
    {},
    pointInTime,
    undefined,
  ],
  ['of a moment that is not told', { RestoreSummary: fromTable }, {}, pointInTime, undefined],
  [
    'to whatever moment when the latest was asked for',
    { RestoreSummary: fromTable },
    { restoredToMs: 1 },
    { kind: 'RestoreTableToPointInTime', input: { SourceTableName: 'Orders' } },
    undefined,
  ],
  [
    'of the backup, whose moment is no wish',
    { RestoreSummary: summary },
    { restoredToMs: 1 },
    { restoreToMs: 500_000 },
    undefined,
  ],
  [
    'to a moment a whole second off',
    { RestoreSummary: fromTable },
    { restoredToMs: 501_000 },
    pointInTime,
    'it is being restored to another point in time',
  ],
  ['of unknown age', {}, { createdMs: undefined as never }, {}, 'its time of creation is not known'],
  [
    'of unknown age, but its source is proved',
    { RestoreSummary: summary },
    { createdMs: undefined as never },
    {},
    undefined,
  ],
  ['made in the first moment that counts', {}, { createdMs: startMs - 300_000 }, {}, undefined],
  ['made in the last moment that counts', {}, { createdMs: startMs + 600_000 }, {}, undefined],
  ['made a moment too late', {}, { createdMs: startMs + 600_001 }, {}, 'long after'],
  [
    'whose sort key is another',
    {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    },
    {},
    {
      expected: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'other', KeyType: 'RANGE' },
        ],
      },
    },
    'its key is another one',
  ],
  [
    'that is provisioned, as expected, without a word on billing',
    { BillingModeSummary: undefined as never },
    {},
    { expected: { BillingMode: 'PROVISIONED' } },
    undefined,
  ],
  [
    'of which nothing is expected',
    { GlobalSecondaryIndexes: [], KeySchema: [] },
    {},
    { expected: {} },
    undefined,
  ],
  [
    'with the very indexes that were asked for, in any order',
    { GlobalSecondaryIndexes: [index, { ...index, IndexName: 'b' }] },
    {},
    {
      input: { BackupArn: backupArn, GlobalSecondaryIndexOverride: [{ IndexName: 'b' }, { IndexName: 'g' }] },
    },
    undefined,
  ],
  [
    'with another index than the one that was asked for',
    {},
    {},
    { input: { BackupArn: backupArn, GlobalSecondaryIndexOverride: [{ IndexName: 'b' }] } },
    'its indexes are other ones',
  ],
  [
    'with two indexes whose names make up the one that was asked for',
    { GlobalSecondaryIndexes: [index, { ...index, IndexName: 'b' }] },
    {},
    { input: { BackupArn: backupArn, GlobalSecondaryIndexOverride: [{ IndexName: 'bg' }] } },
    'its indexes are other ones',
  ],
  [
    'without a word on indexes where there is to be none',
    { GlobalSecondaryIndexes: undefined as never },
    {},
    { expected: { GlobalSecondaryIndexes: [], LocalSecondaryIndexes: [] } },
    undefined,
  ],
  [
    'with an index that has no name',
    { GlobalSecondaryIndexes: [{ ...index, IndexName: '' }] },
    {},
    { input: { BackupArn: backupArn, GlobalSecondaryIndexOverride: [{}] } },
    undefined,
  ],
  ...(['ENABLING', 'UPDATING'] as const).map((Status): Row => [
    `whose encryption is ${Status}`,
    { TableStatus: 'ACTIVE', SSEDescription: { Status, KMSMasterKeyArn: key } },
    {},
    encrypted,
    undefined,
  ]),
  [
    'whose encryption is not what the request speaks of',
    { TableStatus: 'ACTIVE', SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: `${key}2` } },
    {},
    {},
    undefined,
  ],
  [
    'encrypted with the key of an alias, which cannot be compared',
    { SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: key } },
    {},
    {
      input: {
        BackupArn: backupArn,
        SSESpecificationOverride: { Enabled: true, KMSMasterKeyId: key.replace('key/1', 'alias/orders') },
      },
    },
    undefined,
  ],
  [
    'encrypted with a key that was named by its id',
    { SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: key } },
    {},
    {
      input: { BackupArn: backupArn, SSESpecificationOverride: { Enabled: true, KMSMasterKeyId: 'x:key/1' } },
    },
    undefined,
  ],
  [
    'encrypted with the managed key, as was asked for',
    { TableStatus: 'ACTIVE', SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: key } },
    {},
    { input: { BackupArn: backupArn, SSESpecificationOverride: { Enabled: true, SSEType: 'KMS' } } },
    undefined,
  ],
  [
    'that is not encrypted, as was asked for',
    { TableStatus: 'ACTIVE' },
    {},
    { input: { BackupArn: backupArn, SSESpecificationOverride: { Enabled: false } } },
    undefined,
  ],
])('a table %s', (_, change, sighting, wanted, why) => {
  const said = whyNotOurs(
    { createdMs: startMs, ...sighting, table: { ...table, ...change } },
    { ...asked, ...wanted },
  );
  if (why === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(why);
});
