/**
 * What AWS is known to say about one spec. AWS's own names and shapes, as plain data: times are ISO 8601 strings,
 * absent members are absent. Nothing here is fetched: `run/gather` fills it, rules and plan read it.
 */

/** A fact is known, or it is not: a rule that needs an unknown fact stays silent and is reported as not checked. */
export type Known<T> = T | 'unknown';

export type BillingMode = 'PROVISIONED' | 'PAY_PER_REQUEST';

export interface KeySchemaElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

export interface Projection {
  ProjectionType?: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  NonKeyAttributes?: string[];
}

export interface ProvisionedThroughput {
  ReadCapacityUnits: number;
  WriteCapacityUnits: number;
}

export interface OnDemandThroughput {
  MaxReadRequestUnits?: number;
  MaxWriteRequestUnits?: number;
}

export interface LocalSecondaryIndex {
  IndexName: string;
  KeySchema: KeySchemaElement[];
  Projection: Projection;
}

export interface GlobalSecondaryIndex extends LocalSecondaryIndex {
  IndexStatus?: string;
  ProvisionedThroughput?: ProvisionedThroughput;
  OnDemandThroughput?: OnDemandThroughput;
}

export interface VectorIndex {
  IndexName: string;
  VectorAttribute: { AttributeName: string };
  SearchSchema?: { AttributeName: string; SearchSchemaElementType: string }[];
  Projection: Projection;
  Dimensions: number;
  DistanceFunction: string;
}

export interface StreamSpecification {
  StreamEnabled: boolean;
  StreamViewType?: 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES';
}

export interface SSEDescription {
  Status?: string;
  SSEType?: 'AES256' | 'KMS';
  KMSMasterKeyArn?: string;
}

export interface RestoreSummary {
  SourceBackupArn?: string;
  SourceTableArn?: string;
  RestoreDateTime: string;
  RestoreInProgress: boolean;
}

export interface TimeToLiveDescription {
  TimeToLiveStatus?: 'ENABLING' | 'DISABLING' | 'ENABLED' | 'DISABLED';
  AttributeName?: string;
}

export interface Tag {
  Key: string;
  Value: string;
}

/** DescribeTable (API_TableDescription), the members we read. BillingModeSummary absent means PROVISIONED. */
export interface TableDescription {
  TableName: string;
  TableId: string;
  TableArn: string;
  TableStatus: string;
  CreationDateTime?: string;
  KeySchema: KeySchemaElement[];
  AttributeDefinitions?: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  BillingModeSummary?: { BillingMode?: BillingMode };
  ProvisionedThroughput?: ProvisionedThroughput;
  OnDemandThroughput?: OnDemandThroughput;
  LocalSecondaryIndexes?: LocalSecondaryIndex[];
  GlobalSecondaryIndexes?: GlobalSecondaryIndex[];
  VectorIndexes?: VectorIndex[];
  StreamSpecification?: StreamSpecification;
  SSEDescription?: SSEDescription;
  TableClassSummary?: { TableClass?: 'STANDARD' | 'STANDARD_INFREQUENT_ACCESS' };
  DeletionProtectionEnabled?: boolean;
  Replicas?: { RegionName?: string }[];
  RestoreSummary?: RestoreSummary;
  ItemCount?: number;
  TableSizeBytes?: number;
}

export type BackupType = 'USER' | 'SYSTEM' | 'AWS_BACKUP';
export type BackupStatus = 'CREATING' | 'DELETED' | 'AVAILABLE';

/** API_BackupSummary: one row of ListBackups. */
export interface BackupSummary {
  TableName: string;
  TableId: string;
  TableArn: string;
  BackupArn: string;
  BackupName: string;
  BackupCreationDateTime: string;
  BackupExpiryDateTime?: string;
  BackupStatus: BackupStatus;
  BackupType: BackupType;
  BackupSizeBytes?: number;
}

export interface BackupDetails {
  BackupArn: string;
  BackupName: string;
  BackupSizeBytes?: number;
  BackupStatus: BackupStatus;
  BackupType: BackupType;
  BackupCreationDateTime: string;
  BackupExpiryDateTime?: string;
}

/** API_BackupDescription. A SYSTEM backup records no features: SourceTableFeatureDetails is `{}`. */
export interface BackupDescription {
  BackupDetails: BackupDetails;
  SourceTableDetails: {
    TableName: string;
    TableId: string;
    TableArn?: string;
    TableSizeBytes?: number;
    ItemCount?: number;
    KeySchema: KeySchemaElement[];
    TableCreationDateTime: string;
    ProvisionedThroughput: ProvisionedThroughput;
    OnDemandThroughput?: OnDemandThroughput;
    BillingMode?: BillingMode;
  };
  SourceTableFeatureDetails: {
    LocalSecondaryIndexes?: LocalSecondaryIndex[];
    GlobalSecondaryIndexes?: GlobalSecondaryIndex[];
    VectorIndexes?: VectorIndex[];
    StreamDescription?: StreamSpecification;
    TimeToLiveDescription?: TimeToLiveDescription;
    SSEDescription?: SSEDescription;
  };
}

/** API_ContinuousBackupsDescription. The point-in-time flag is PointInTimeRecoveryStatus, not ContinuousBackupsStatus. */
export interface ContinuousBackupsDescription {
  ContinuousBackupsStatus: 'ENABLED' | 'DISABLED';
  PointInTimeRecoveryDescription?: {
    PointInTimeRecoveryStatus?: 'ENABLED' | 'DISABLED';
    RecoveryPeriodInDays?: number;
    EarliestRestorableDateTime?: string;
    LatestRestorableDateTime?: string;
  };
}

/** One of a multi-Region key's appearances: API_MultiRegionKey of AWS KMS. */
export interface MultiRegionKey {
  Arn: string;
  Region: string;
}

/** API_KeyMetadata of AWS KMS, the members we read. */
export interface KeyMetadata {
  KeyId: string;
  Arn: string;
  AWSAccountId?: string;
  /** `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, `Creating`, `Unavailable`, `Updating`, `PendingReplicaDeletion`. */
  KeyState?: string;
  /** `SYMMETRIC_DEFAULT`, or an asymmetric or HMAC kind. */
  KeySpec?: string;
  KeyUsage?: string;
  KeyManager?: 'AWS' | 'CUSTOMER';
  MultiRegion?: boolean;
  MultiRegionConfiguration?: {
    MultiRegionKeyType?: 'PRIMARY' | 'REPLICA';
    PrimaryKey?: MultiRegionKey;
    ReplicaKeys?: MultiRegionKey[];
  };
}

/** The key that a spec names. */
export interface NamedKey extends KeyMetadata {
  /** Ours: it is the AWS managed key of DynamoDB, which an override without KMSMasterKeyId means. */
  isDefault?: true;
}

/** API_AliasListEntry of AWS KMS. No TargetKeyId: an alias that AWS has reserved for a key it has not made yet. */
export interface KeyAlias {
  AliasName: string;
  AliasArn: string;
  TargetKeyId?: string;
}

/** STS GetCallerIdentity. */
export interface CallerIdentity {
  Account: string;
  Arn: string;
}

/** A restore that is making its table now. */
export interface RunningRestore {
  region: string;
  target: string;
  /** Absent for a restore to a point in time. */
  backupArn?: string;
  /** ISO 8601. Absent for one that was only seen from outside. */
  startedAt?: string;
}

/** Everything a rule or a plan may know about one spec besides its text. */
export interface Facts {
  /** The present moment, epoch milliseconds: the core has no clock. */
  now: number;
  /** The Region in use, which counts when the spec names none. */
  regionInUse: Known<string>;
  caller: Known<CallerIdentity>;
  /** The backup that BackupArn names, read in the Region of the ARN. */
  backup: Known<BackupDescription | 'missing'>;
  /** The live source table: of a point-in-time restore, or the table a backup was taken of (same TableId), if it still stands. */
  source: Known<TableDescription | 'missing'>;
  /** Of the live source table. */
  continuousBackups: Known<ContinuousBackupsDescription | 'missing'>;
  sourceTimeToLive: Known<TimeToLiveDescription | 'missing'>;
  sourceTags: Known<Tag[] | 'missing'>;
  /** A table of the target's name in the destination Region. */
  target: Known<TableDescription | 'missing'>;
  /** The key that SSESpecificationOverride.KMSMasterKeyId names, as the Region of its ARN describes it, else the destination: `namedKey`. */
  encryptionKey: Known<NamedKey | 'missing'>;
  /** The key that the source is recorded to be encrypted with; `none`: no key of AWS KMS is recorded. */
  sourceKey: Known<KeyMetadata | 'missing' | 'none'>;
  /**
   * Restores that run in this account, as far as the journal of this machine and the tables looked at for this spec tell. There may be others:
   * the service has no call that lists them.
   */
  runningRestores: Known<readonly RunningRestore[]>;
  /** What fixes choose from. Asked for only when something is wrong, and never needed to tell that it is. */
  choices: Choices;
  /** The journal tells that the restore of this very spec is under way; ISO 8601. Absent: it tells of none. */
  ownRestore?: { startedAt: string };
}

/** Absent: not asked for, or not answered. */
export interface Choices {
  /** Names of all tables in the destination Region. */
  destinationTables?: readonly string[];
  /** Names of all tables in the Region where the source was looked for. */
  sourceTables?: readonly string[];
  /** The table of SourceTableName's name in the Region in use, where the destination has none. */
  sourceInUse?: TableDescription;
  /** Backups of the source table, newest first, in the Region of the source and in the Region in use. */
  backups?: readonly BackupSummary[];
  /** Aliases of the keys in the destination Region. */
  aliases?: readonly KeyAlias[];
}

/** The facts that have to be asked for: what a rule lists in `needs`. */
export type FactName = Exclude<keyof Facts, 'now' | 'choices'>;

/** What is known before anything was asked: the present moment alone. */
export function nothingKnown(now: number): Facts {
  return {
    now,
    regionInUse: 'unknown',
    caller: 'unknown',
    backup: 'unknown',
    source: 'unknown',
    continuousBackups: 'unknown',
    sourceTimeToLive: 'unknown',
    sourceTags: 'unknown',
    target: 'unknown',
    encryptionKey: 'unknown',
    sourceKey: 'unknown',
    runningRestores: 'unknown',
    choices: {},
  };
}
