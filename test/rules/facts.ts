import type {
  BackupDescription,
  BackupSummary,
  ContinuousBackupsDescription,
  Facts,
  KeyMetadata,
  TableDescription,
} from '../../server/core/facts';
import { nothingKnown } from '../../server/core/facts';

/** 2026-11-23T10:00:00Z: the present moment of all rule tests. */
export const now = 1_795_428_000_000;

/** Facts about a spec: those given, everything else unknown. */
export function known(facts: Partial<Facts> = {}): Facts {
  return { ...nothingKnown(now), ...facts };
}

export const ordersArn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders';
export const backupArn = `${ordersArn}/backup/01791504762511-2779fadd`;

/** The members every spec needs, as text to put other members beside. */
export const fromBackup = `"BackupArn": "${backupArn}", "TargetTableName": "Orders-2"`;
export const fromTable = `"SourceTableArn": "${ordersArn}", "UseLatestRestorableTime": true, "TargetTableName": "Orders-2"`;
export const byName =
  '"SourceTableName": "Orders", "UseLatestRestorableTime": true, "TargetTableName": "Orders-2"';
/** Without the moment to go back to. */
export const atTime = `"SourceTableArn": "${ordersArn}", "TargetTableName": "Orders-2"`;

/** The indexes of Orders as entries of an override. */
export const byCustomer =
  '{ "IndexName": "byCustomer", "KeySchema": [{ "AttributeName": "customerId", "KeyType": "HASH" }, { "AttributeName": "createdAt", "KeyType": "RANGE" }], "Projection": { "ProjectionType": "INCLUDE", "NonKeyAttributes": ["status", "total"] } }';
export const byStatus =
  '{ "IndexName": "byStatus", "KeySchema": [{ "AttributeName": "status", "KeyType": "HASH" }], "Projection": { "ProjectionType": "KEYS_ONLY" } }';
export const byTotal =
  '{ "IndexName": "byTotal", "KeySchema": [{ "AttributeName": "orderId", "KeyType": "HASH" }, { "AttributeName": "total", "KeyType": "RANGE" }], "Projection": { "ProjectionType": "ALL" } }';
export const byMeaning =
  '{ "IndexName": "byMeaning", "VectorAttribute": { "AttributeName": "embedding" }, "Projection": { "ProjectionType": "KEYS_ONLY" }, "Dimensions": 256, "DistanceFunction": "COSINE" }';

/** An entry with more members. */
export function withMore(entry: string, more: string): string {
  return entry.replace(/ \}$/, `, ${more} }`);
}

const keySchema: TableDescription['KeySchema'] = [
  { AttributeName: 'orderId', KeyType: 'HASH' },
  { AttributeName: 'createdAt', KeyType: 'RANGE' },
];

const globalIndexes: NonNullable<TableDescription['GlobalSecondaryIndexes']> = [
  {
    IndexName: 'byCustomer',
    KeySchema: [
      { AttributeName: 'customerId', KeyType: 'HASH' },
      { AttributeName: 'createdAt', KeyType: 'RANGE' },
    ],
    // The service answers non-key attributes in its own order.
    Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['total', 'status'] },
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
  },
  {
    IndexName: 'byStatus',
    KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
    Projection: { ProjectionType: 'KEYS_ONLY' },
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
  },
];

const localIndexes: NonNullable<TableDescription['LocalSecondaryIndexes']> = [
  {
    IndexName: 'byTotal',
    KeySchema: [
      { AttributeName: 'orderId', KeyType: 'HASH' },
      { AttributeName: 'total', KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'ALL' },
  },
];

/** An on-demand backup of Orders, itself on demand: two global indexes, one local, stream and time to live on. */
export function ordersBackup(
  changes: {
    details?: Partial<BackupDescription['BackupDetails']>;
    table?: Partial<BackupDescription['SourceTableDetails']>;
    features?: Partial<BackupDescription['SourceTableFeatureDetails']>;
  } = {},
): BackupDescription {
  return {
    BackupDetails: {
      BackupArn: backupArn,
      BackupName: 'before-migration',
      BackupSizeBytes: 5 * 1024 ** 3,
      BackupStatus: 'AVAILABLE',
      BackupType: 'USER',
      BackupCreationDateTime: '2026-10-09T00:12:42.511Z',
      ...changes.details,
    },
    SourceTableDetails: {
      TableName: 'Orders',
      TableId: '5d2a7f3e-0000-4000-8000-000000000001',
      TableArn: ordersArn,
      TableSizeBytes: 5 * 1024 ** 3,
      ItemCount: 1_000_000,
      KeySchema: keySchema,
      TableCreationDateTime: '2025-01-01T00:00:00.000Z',
      ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
      BillingMode: 'PAY_PER_REQUEST',
      ...changes.table,
    },
    SourceTableFeatureDetails: {
      GlobalSecondaryIndexes: globalIndexes,
      LocalSecondaryIndexes: localIndexes,
      StreamDescription: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
      ...changes.features,
    },
  };
}

/** The same with 10 read and 5 write units, byCustomer with 4 and 2. */
export function provisionedBackup(): BackupDescription {
  return ordersBackup({
    table: {
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 5 },
    },
    features: {
      GlobalSecondaryIndexes: globalIndexes.map((index) => ({
        ...index,
        ProvisionedThroughput: { ReadCapacityUnits: 4, WriteCapacityUnits: 2 },
      })),
    },
  });
}

/** The backup that DynamoDB makes of a deleted table: it describes no features. */
export function systemBackup(): BackupDescription {
  return { ...ordersBackup({ details: { BackupType: 'SYSTEM' } }), SourceTableFeatureDetails: {} };
}

/** Orders with so many global indexes: by1, by2 and so on. */
export function backupWithIndexes(count: number): BackupDescription {
  return ordersBackup({
    features: {
      GlobalSecondaryIndexes: Array.from({ length: count }, (_, at) => ({
        IndexName: `by${at + 1}`,
        KeySchema: [{ AttributeName: `attribute${at + 1}`, KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    },
  });
}

/** Orders with a vector index. */
export function vectorBackup(): BackupDescription {
  return ordersBackup({
    features: {
      VectorIndexes: [
        {
          IndexName: 'byMeaning',
          VectorAttribute: { AttributeName: 'embedding' },
          Projection: { ProjectionType: 'KEYS_ONLY' },
          Dimensions: 256,
          DistanceFunction: 'COSINE',
        },
      ],
    },
  });
}

/** Orders as DescribeTable answers it. */
export function ordersTable(changes: Partial<TableDescription> = {}): TableDescription {
  return {
    TableName: 'Orders',
    TableId: '5d2a7f3e-0000-4000-8000-000000000001',
    TableArn: ordersArn,
    TableStatus: 'ACTIVE',
    KeySchema: keySchema,
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
    GlobalSecondaryIndexes: globalIndexes,
    LocalSecondaryIndexes: localIndexes,
    ...changes,
  };
}

/** A recovery window, from and to. */
export function window(earliest: string, latest: string): ContinuousBackupsDescription {
  return {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus: 'ENABLED',
      RecoveryPeriodInDays: 35,
      EarliestRestorableDateTime: earliest,
      LatestRestorableDateTime: latest,
    },
  };
}

/** Another backup of Orders as ListBackups answers it: made on 20 November. */
export function backupRow(changes: Partial<BackupSummary> = {}): BackupSummary {
  return {
    TableName: 'Orders',
    TableId: '5d2a7f3e-0000-4000-8000-000000000001',
    TableArn: ordersArn,
    BackupArn: `${ordersArn}/backup/01795168800000-aaaabbbb`,
    BackupName: 'nightly',
    BackupCreationDateTime: '2026-11-20T10:00:00.000Z',
    BackupStatus: 'AVAILABLE',
    BackupType: 'USER',
    ...changes,
  };
}

/** The backup that DynamoDB made when Orders was deleted, as ListBackups answers it. */
export const systemRow = backupRow({
  BackupArn: `${ordersArn}/backup/01795427000000-00000000`,
  BackupName: 'Orders$DeletedTableBackup',
  BackupType: 'SYSTEM',
  BackupCreationDateTime: '2026-11-23T09:43:20.000Z',
});

/** A key of our own as DescribeKey answers it. */
export function customerKeyIn(region: string, changes: Partial<KeyMetadata> = {}): KeyMetadata {
  const KeyId =
    changes.MultiRegion === true
      ? 'mrk-1234abcd12ab34cd56ef1234567890ab'
      : '1234abcd-12ab-34cd-56ef-1234567890ab';
  return {
    KeyId,
    Arn: `arn:aws:kms:${region}:123456789012:key/${KeyId}`,
    AWSAccountId: '123456789012',
    KeyState: 'Enabled',
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyManager: 'CUSTOMER',
    MultiRegion: false,
    ...changes,
  };
}
