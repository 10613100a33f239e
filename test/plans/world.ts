import type { BackupDescription, Facts, TableDescription } from '../../server/core/facts';

/** One table, its backup and its account, as AWS would describe them. Cases change single facts. */

export const ACCOUNT = '123456789012';
export const TABLE_ID = '6a5c5d4e-0000-4000-8000-000000000001';
export const TABLE_ARN = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/Orders`;
export const BACKUP_ARN = `${TABLE_ARN}/backup/01791504762511-2779fadd`;

const KeySchema = [
  { AttributeName: 'orderId', KeyType: 'HASH' as const },
  { AttributeName: 'createdAt', KeyType: 'RANGE' as const },
];

export const byCustomer = {
  IndexName: 'byCustomer',
  KeySchema: [{ AttributeName: 'customerId', KeyType: 'HASH' as const }],
  Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: ['total', 'status'] },
};
export const byStatus = {
  IndexName: 'byStatus',
  KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' as const }],
  Projection: { ProjectionType: 'ALL' as const },
};
export const byTotal = {
  IndexName: 'byTotal',
  KeySchema: [
    { AttributeName: 'orderId', KeyType: 'HASH' as const },
    { AttributeName: 'total', KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType: 'KEYS_ONLY' as const },
};
const units = { ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 5 } };
const kms = {
  Status: 'ENABLED',
  SSEType: 'KMS' as const,
  KMSMasterKeyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`,
};

export const table: TableDescription = {
  TableName: 'Orders',
  TableId: TABLE_ID,
  TableArn: TABLE_ARN,
  TableStatus: 'ACTIVE',
  KeySchema,
  ProvisionedThroughput: { ReadCapacityUnits: 100, WriteCapacityUnits: 50 },
  LocalSecondaryIndexes: [byTotal],
  GlobalSecondaryIndexes: [
    { ...byStatus, ...units, IndexStatus: 'ACTIVE' },
    { ...byCustomer, ...units, IndexStatus: 'ACTIVE' },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  SSEDescription: kms,
  TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
  DeletionProtectionEnabled: true,
};

export const backup: BackupDescription = {
  BackupDetails: {
    BackupArn: BACKUP_ARN,
    BackupName: 'pre-migration',
    BackupStatus: 'AVAILABLE',
    BackupType: 'USER',
    BackupCreationDateTime: '2026-10-09T00:12:42.511Z',
    BackupSizeBytes: 1_234_567,
  },
  SourceTableDetails: {
    TableName: 'Orders',
    TableId: TABLE_ID,
    TableArn: TABLE_ARN,
    KeySchema,
    TableCreationDateTime: '2026-01-01T00:00:00.000Z',
    ProvisionedThroughput: { ReadCapacityUnits: 100, WriteCapacityUnits: 50 },
    BillingMode: 'PROVISIONED',
  },
  SourceTableFeatureDetails: {
    LocalSecondaryIndexes: [byTotal],
    GlobalSecondaryIndexes: [
      { ...byStatus, ...units },
      { ...byCustomer, ...units },
    ],
    StreamDescription: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
    TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
    SSEDescription: kms,
  },
};

export const onDemandBackup: BackupDescription = {
  ...backup,
  SourceTableDetails: {
    ...backup.SourceTableDetails,
    BillingMode: 'PAY_PER_REQUEST',
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
    OnDemandThroughput: { MaxReadRequestUnits: 4000, MaxWriteRequestUnits: -1 },
  },
  SourceTableFeatureDetails: {
    GlobalSecondaryIndexes: [
      { ...byStatus, ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 } },
    ],
  },
};

export const systemBackup: BackupDescription = {
  ...backup,
  BackupDetails: {
    ...backup.BackupDetails,
    BackupArn: BACKUP_ARN.replace('2779fadd', '00000000'),
    BackupName: 'Orders$DeletedTableBackup',
    BackupType: 'SYSTEM',
  },
  SourceTableFeatureDetails: {},
};

export const facts: Facts = {
  now: Date.UTC(2026, 10, 20, 10),
  regionInUse: 'eu-west-1',
  caller: { Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/ann` },
  backup,
  source: table,
  continuousBackups: {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus: 'ENABLED',
      RecoveryPeriodInDays: 14,
      EarliestRestorableDateTime: '2026-11-06T10:00:00.000Z',
      LatestRestorableDateTime: '2026-11-20T09:55:00.000Z',
    },
  },
  sourceTimeToLive: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
  sourceTags: [
    { Key: 'team', Value: 'orders' },
    { Key: 'aws:cloudformation:stack-name', Value: 'orders' },
  ],
  target: 'missing',
  encryptionKey: 'unknown',
  sourceKey: {
    KeyId: '11111111-2222-3333-4444-555555555555',
    Arn: kms.KMSMasterKeyArn,
    KeyState: 'Enabled',
    KeySpec: 'SYMMETRIC_DEFAULT',
  },
  runningRestores: [],
  choices: {},
};

/** The source table was deleted since. */
export const sourceGone: Partial<Facts> = {
  source: 'missing',
  continuousBackups: 'missing',
  sourceTimeToLive: 'missing',
  sourceTags: 'missing',
};

export const fromBackup = {
  AccountId: ACCOUNT,
  Region: 'eu-west-1',
  BackupArn: BACKUP_ARN,
  TargetTableName: 'Orders-restored',
};
export const fromTable = {
  SourceTableArn: TABLE_ARN,
  UseLatestRestorableTime: true,
  TargetTableName: 'Orders-restored',
};
