import { backupId } from './arn';
import type { Settings } from './settings';
import { itemsAt, type AttributeMap, type Table } from './table';

export type BackupType = 'USER' | 'SYSTEM' | 'AWS_BACKUP';

/** A backup: what is recorded of the table, frozen, and the items of its moment. */
export interface Backup {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly type: BackupType;
  readonly createdAt: number;
  /** CREATING until then. */
  readonly availableAt: number;
  /** Listed from then on; later than `createdAt` for SYSTEM backups only. */
  readonly visibleAt: number;
  readonly expiresAt?: number;
  readonly source: {
    readonly name: string;
    readonly arn: string;
    readonly id: string;
    readonly createdAt: number;
    readonly itemCount: number;
    readonly sizeBytes: number;
    readonly streamLabel?: string;
    readonly timeToLive?: string;
  };
  readonly settings: Settings;
  readonly items: readonly AttributeMap[];
}

const dayMs = 86_400_000;

/** A backup of a table as it was at `at`: its present settings, and its items of that moment. */
export function backupOf(
  table: Table,
  made: {
    name: string;
    type: BackupType;
    at: number;
    suffix: string;
    availableAt: number;
    visibleAt?: number;
  },
): Backup {
  const id = backupId(made.at, made.suffix);
  const lagging = table.laggingMaxima !== undefined && table.laggingMaxima.until > made.at;
  const settings = structuredClone(table.settings);
  if (lagging && table.laggingMaxima !== undefined) settings.maxima = { ...table.laggingMaxima.maxima };
  const { attribute } = table.timeToLive;
  return {
    id,
    arn: `${table.arn}/backup/${id}`,
    name: made.name,
    type: made.type,
    createdAt: made.at,
    availableAt: made.availableAt,
    visibleAt: made.visibleAt ?? made.at,
    ...(made.type === 'SYSTEM' && { expiresAt: made.at + 35 * dayMs }),
    source: {
      name: table.name,
      arn: table.arn,
      id: table.id,
      createdAt: table.createdAt,
      itemCount: table.statistics.itemCount,
      sizeBytes: table.statistics.sizeBytes,
      ...(settings.streamView !== undefined &&
        table.streamLabel !== undefined && { streamLabel: table.streamLabel }),
      ...(attribute !== undefined && { timeToLive: attribute }),
    },
    settings,
    items: itemsAt(table, made.at),
  };
}

/** The backup the service itself keeps of a table that had point-in-time recovery when it was deleted. */
export function systemBackupOf(table: Table, deletedAt: number, visibleAt: number): Backup {
  const name = `${table.name}$DeletedTableBackup`;
  return backupOf(table, {
    name,
    type: 'SYSTEM',
    at: deletedAt,
    suffix: '00000000',
    availableAt: visibleAt,
    visibleAt,
  });
}

export function isVisible(backup: Backup, now: number): boolean {
  return backup.visibleAt <= now && (backup.expiresAt === undefined || backup.expiresAt > now);
}

const seconds = (ms: number): number => ms / 1000;

/** `BackupDetails` of API_BackupDetails. @param arn as the caller spelt it: the service echoes a wrong Region */
export function backupDetails(backup: Backup, now: number, status?: string, arn = backup.arn): object {
  return {
    BackupArn: arn,
    BackupName: backup.name,
    BackupSizeBytes: backup.source.sizeBytes,
    BackupStatus: status ?? (backup.availableAt > now ? 'CREATING' : 'AVAILABLE'),
    BackupType: backup.type,
    BackupCreationDateTime: seconds(backup.createdAt),
    ...(backup.expiresAt !== undefined && { BackupExpiryDateTime: seconds(backup.expiresAt) }),
  };
}

/** One entry of ListBackups (API_BackupSummary). */
export function backupSummary(backup: Backup, now: number): object {
  return {
    TableName: backup.source.name,
    TableId: backup.source.id,
    TableArn: backup.source.arn,
    ...backupDetails(backup, now),
  };
}

/** API_BackupDescription: the answer of DescribeBackup and DeleteBackup. */
export function backupDescription(backup: Backup, now: number, status?: string, arn = backup.arn): object {
  const { source, settings } = backup;
  return {
    BackupDetails: backupDetails(backup, now, status, arn),
    SourceTableDetails: {
      TableName: source.name,
      TableId: source.id,
      TableArn: source.arn,
      TableSizeBytes: source.sizeBytes,
      KeySchema: settings.keySchema,
      TableCreationDateTime: seconds(source.createdAt),
      ProvisionedThroughput: settings.throughput,
      ...(Object.keys(settings.maxima).length > 0 && { OnDemandThroughput: settings.maxima }),
      ItemCount: source.itemCount,
      BillingMode: settings.billingMode,
    },
    SourceTableFeatureDetails: backup.type === 'SYSTEM' ? {} : featureDetails(backup),
  };
}

function featureDetails({ source, settings }: Backup): object {
  const { localIndexes, globalIndexes, vectorIndexes } = settings;
  return {
    ...(localIndexes.length > 0 && { LocalSecondaryIndexes: localIndexes }),
    ...(globalIndexes.length > 0 && { GlobalSecondaryIndexes: globalIndexes }),
    ...(vectorIndexes.length > 0 && { VectorIndexes: vectorIndexes }),
    ...(source.streamLabel !== undefined && {
      StreamDescription: { StreamEnabled: true, StreamViewType: settings.streamView },
    }),
    ...(source.timeToLive !== undefined && {
      TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: source.timeToLive },
    }),
    ...(settings.encryptionKey !== undefined && {
      SSEDescription: encryptionDescription(settings.encryptionKey),
    }),
  };
}

/** `SSEDescription` of a table or backup on a KMS key. */
export function encryptionDescription(keyArn: string, status = 'ENABLED'): object {
  return { Status: status, SSEType: 'KMS', KMSMasterKeyArn: keyArn };
}
