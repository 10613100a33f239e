import type { Facts } from '../../server/core/facts';
import {
  backupRow,
  customerKeyIn,
  known,
  ordersArn,
  ordersBackup,
  ordersTable,
  provisionedBackup,
  systemBackup,
  vectorBackup,
  window,
} from '../rules/facts';
import type { Random } from './random';

/** No name of AWS is like this, and nothing may rest on that: what comes over a wire is a text. */
const hostile = '"\u202E$(x)`\n\u0000\uD800\\';
const hostileIndex = {
  IndexName: hostile,
  KeySchema: [{ AttributeName: hostile, KeyType: 'HASH' as const }],
  Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [hostile.repeat(100)] },
};

/** What may be known of each fact while somebody types. Frozen: who changes an answer of AWS throws here. */
const kinds: { readonly [Name in keyof Facts]?: readonly Facts[Name][] } = frozen({
  regionInUse: ['unknown', 'eu-west-1', 'eu-west-2', 'cn-north-1'],
  caller: [
    'unknown',
    { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' },
    { Account: '210987654321', Arn: 'arn:aws:iam::210987654321:user/kim' },
    { Account: hostile, Arn: hostile },
  ],
  backup: [
    'unknown',
    'missing',
    ordersBackup(),
    ordersBackup({ details: { BackupStatus: 'CREATING' } }),
    ordersBackup({ details: { BackupStatus: 'DELETED' } }),
    ordersBackup({ features: { SSEDescription: { SSEType: 'KMS', Status: 'ENABLED' } } }),
    provisionedBackup(),
    systemBackup(),
    vectorBackup(),
    ordersBackup({
      details: { BackupName: hostile.repeat(100) },
      table: { TableName: hostile },
      features: { GlobalSecondaryIndexes: [hostileIndex], LocalSecondaryIndexes: [hostileIndex] },
    }),
  ],
  source: [
    'unknown',
    'missing',
    ordersTable(),
    ordersTable({ TableStatus: 'DELETING' }),
    ordersTable({ TableName: hostile, GlobalSecondaryIndexes: [hostileIndex], TableStatus: hostile }),
    ordersTable({
      BillingModeSummary: { BillingMode: 'PROVISIONED' },
      Replicas: [{ RegionName: 'eu-west-2' }],
    }),
  ],
  continuousBackups: [
    'unknown',
    'missing',
    { ContinuousBackupsStatus: 'DISABLED' },
    window('2026-11-01T00:00:00Z', '2026-11-23T09:55:00Z'),
    window('2026-11-23T09:50:00Z', '2026-11-23T09:55:00Z'),
  ],
  sourceTimeToLive: ['unknown', 'missing', { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' }],
  sourceTags: [
    'unknown',
    'missing',
    [],
    [{ Key: 'team', Value: 'orders' }],
    [{ Key: hostile, Value: hostile }],
  ],
  target: ['unknown', 'missing', ordersTable({ TableName: 'Orders-2' })],
  encryptionKey: [
    'unknown',
    'missing',
    customerKeyIn('eu-west-1'),
    customerKeyIn('eu-west-1', { KeyState: 'PendingDeletion' }),
    customerKeyIn('eu-west-1', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    customerKeyIn('eu-west-2', { MultiRegion: true }),
    { ...customerKeyIn('eu-west-1', { KeyManager: 'AWS' }), isDefault: true },
  ],
  sourceKey: ['unknown', 'missing', 'none', customerKeyIn('eu-west-1', { KeyState: 'Disabled' })],
  runningRestores: [
    'unknown',
    [],
    Array.from({ length: 50 }, (_, at) => ({ region: 'eu-west-1', target: `copy-${at}` })),
  ],
  choices: [
    {},
    {
      destinationTables: [hostile, 'x'.repeat(300)],
      sourceTables: [hostile, 'Order'],
      sourceInUse: ordersTable({ TableArn: hostile }),
      backups: [backupRow({ BackupName: hostile, BackupArn: hostile })],
      aliases: [{ AliasName: hostile, AliasArn: hostile, TargetKeyId: hostile }],
    },
    {
      destinationTables: ['Orders', 'Orders-2', 'Orders-restored'],
      sourceTables: ['Orders', 'orders', 'Music'],
      sourceInUse: ordersTable(),
      backups: [backupRow(), backupRow({ BackupArn: `${ordersArn}/backup/01795168800001-aaaabbbc` })],
      aliases: [{ AliasName: 'alias/orders', AliasArn: 'arn:aws:kms:eu-west-1:123456789012:alias/orders' }],
    },
  ],
});

const nothing = frozen(known());

/** Everything known, and nothing in the way of a restore of Orders. */
const allIsWell = frozen(
  known({
    regionInUse: 'eu-west-1',
    caller: { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' },
    backup: ordersBackup(),
    source: ordersTable(),
    continuousBackups: window('2026-11-01T00:00:00Z', '2026-11-23T09:55:00Z'),
    sourceTimeToLive: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
    sourceTags: [{ Key: 'team', Value: 'orders' }],
    target: 'missing',
    encryptionKey: customerKeyIn('eu-west-1'),
    sourceKey: 'none',
    runningRestores: [],
  }),
);

/** Nothing known, all that a restore needs, or something of each fact. */
export function factsOfAllKinds(random: Random): Facts {
  if (random.onceIn(4)) return nothing;
  if (random.onceIn(3)) return allIsWell;
  const chosen = Object.entries(kinds).map(([name, values]) => [name, random.pick<unknown>(values)] as const);
  const ownRestore = random.onceIn(8) ? { ownRestore: { startedAt: '2026-11-23T09:00:00Z' } } : {};
  return Object.freeze({ ...nothing, ...Object.fromEntries(chosen), ...ownRestore });
}

/** Frozen all the way down. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen<unknown>(inner);
  return Object.freeze(value);
}
