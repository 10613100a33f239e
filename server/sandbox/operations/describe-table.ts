/** A table as DescribeTable shows it (API_TableDescription): what is off or default is absent, not false. */
import { encryptionDescription } from '../state/backup';
import { sizeOf } from '../state/items';
import { usedAttributes, type GlobalIndex, type LocalIndex, type Maxima } from '../state/settings';
import { indexStatusOf, itemsAt, statusOf, type Table } from '../state/table';
import type { Call } from './operation';

const seconds = (ms: number): number => ms / 1000;

export function describeTable(call: Call, table: Table): object {
  const { settings } = table;
  refreshStatistics(call, table);
  return {
    AttributeDefinitions: usedAttributes(settings),
    TableName: table.name,
    KeySchema: settings.keySchema,
    TableStatus: statusOf(table, call.now),
    CreationDateTime: seconds(table.createdAt),
    ProvisionedThroughput: {
      NumberOfDecreasesToday: decreasesToday(table, call.now),
      ...settings.throughput,
    },
    TableSizeBytes: table.statistics.sizeBytes,
    ItemCount: table.statistics.itemCount,
    TableArn: table.arn,
    TableId: table.id,
    ...billingSummary(table),
    ...indexes(call, table),
    ...stream(table),
    ...replicas(call, table),
    ...restoreSummary(call, table),
    ...encryption(table),
    ...(settings.tableClass !== 'STANDARD' && { TableClassSummary: { TableClass: settings.tableClass } }),
    DeletionProtectionEnabled: settings.deletionProtection,
    ...shownMaxima(settings.maxima),
    WarmThroughput: { ...settings.warm, Status: isChanging(table, 'warm') ? 'UPDATING' : 'ACTIVE' },
  };
}

/** Item counts and sizes lag: the service refreshes them about every six hours. */
function refreshStatistics(call: Call, table: Table): void {
  if (call.now < table.statistics.at + call.world.durations.statistics) return;
  const items = itemsAt(table, call.now);
  table.statistics = { at: call.now, itemCount: items.length, sizeBytes: sizeOf(items) };
}

/** Decreases since 00:00 UTC. */
function decreasesToday(table: Table, now: number): number {
  const midnight = now - (now % 86_400_000);
  return table.budgets.decreases.filter((at) => at >= midnight).length;
}

function billingSummary({ settings, onDemandSince }: Table): object {
  if (onDemandSince === undefined) return {};
  return {
    BillingModeSummary: {
      BillingMode: settings.billingMode,
      LastUpdateToPayPerRequestDateTime: seconds(onDemandSince),
    },
  };
}

function indexes(call: Call, table: Table): object {
  const { localIndexes, globalIndexes, vectorIndexes } = table.settings;
  return {
    ...(localIndexes.length > 0 && {
      LocalSecondaryIndexes: localIndexes.map((index) => describeIndex(table, index)),
    }),
    ...(globalIndexes.length > 0 && {
      GlobalSecondaryIndexes: globalIndexes.map((index) => describeGlobalIndex(call, table, index)),
    }),
    ...(vectorIndexes.length > 0 && {
      VectorIndexes: vectorIndexes.map((index) => ({ ...index, IndexStatus: 'ACTIVE' })),
    }),
  };
}

function describeIndex(table: Table, index: LocalIndex): object {
  return {
    IndexName: index.IndexName,
    KeySchema: index.KeySchema,
    Projection: index.Projection,
    IndexSizeBytes: table.statistics.sizeBytes,
    ItemCount: table.statistics.itemCount,
    IndexArn: `${table.arn}/index/${index.IndexName}`,
  };
}

function describeGlobalIndex(call: Call, table: Table, index: GlobalIndex): object {
  const { status, filling } = indexStatusOf(table, index, call.now);
  const hidden = table.restore !== undefined && table.activeAt > call.now;
  return {
    ...describeIndex(table, index),
    ...(!hidden && { IndexStatus: status }),
    ...(filling !== undefined && { Backfilling: filling }),
    ProvisionedThroughput: { NumberOfDecreasesToday: 0, ...index.ProvisionedThroughput },
    ...shownMaxima(index.OnDemandThroughput ?? {}),
  };
}

function stream(table: Table): object {
  const { streamView } = table.settings;
  const label = table.streamLabel;
  return {
    ...(streamView !== undefined && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: streamView },
    }),
    ...(label !== undefined && { LatestStreamLabel: label, LatestStreamArn: `${table.arn}/stream/${label}` }),
  };
}

function replicas(call: Call, table: Table): object {
  const visible = table.replicas.filter((replica) => replica.visibleAt <= call.now);
  if (visible.length === 0) return {};
  return {
    GlobalTableVersion: '2019.11.21',
    Replicas: visible.map((replica) => ({
      RegionName: replica.regionName,
      ReplicaStatus:
        replica.deletedAt !== undefined ? 'DELETING' : replica.activeAt > call.now ? 'CREATING' : 'ACTIVE',
      ...(replica.keyId !== undefined && { KMSMasterKeyId: replica.keyId }),
    })),
  };
}

/** Only while the restore runs: from the first ACTIVE answer on, nothing marks a table as restored. */
function restoreSummary(call: Call, table: Table): object {
  if (table.restore === undefined || table.activeAt <= call.now) return {};
  const { backupArn, tableArn, at } = table.restore;
  return {
    RestoreSummary: {
      ...(backupArn !== undefined && { SourceBackupArn: backupArn }),
      SourceTableArn: tableArn,
      RestoreDateTime: seconds(at),
      RestoreInProgress: true,
    },
  };
}

/** While the key changes the old one is shown; a table that had none shows the new one. */
function encryption(table: Table): object {
  const change = table.pending.find(({ concern }) => concern === 'encryption');
  const key = table.settings.encryptionKey ?? change?.settings.encryptionKey;
  if (key === undefined) return {};
  return { SSEDescription: encryptionDescription(key, change === undefined ? 'ENABLED' : 'UPDATING') };
}

function shownMaxima(maxima: Maxima): object {
  return Object.keys(maxima).length > 0 ? { OnDemandThroughput: maxima } : {};
}

function isChanging(table: Table, concern: Table['pending'][number]['concern']): boolean {
  return table.pending.some((change) => change.concern === concern);
}
