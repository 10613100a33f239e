/**
 * How long the service takes and how long its locks hold, in milliseconds. The rule "the latest restorable time is five minutes
 * ago" is no duration of this table: it is the same at every pace.
 */
export interface Durations {
  /** CREATING of a new table. */
  tableCreating: number;
  /** The first part of `tableCreating`, when TTL, tags, backups and policies do not know the table yet. */
  tableUnknown: number;
  /** CREATING of a table whose key is disabled meanwhile; it never becomes ACTIVE. */
  keylessCreating: number;
  /** From ACTIVE until CreateBackup and UpdateContinuousBackups are accepted. */
  backupsEnabling: number;
  tableDeleting: number;
  /** From DeleteTable until the backup, tag and time-to-live services have forgotten the table. */
  tableForgotten: number;
  /** From DeleteTable until the SYSTEM backup is listed. */
  systemBackup: number;
  backupCreating: number;
  restoreInRegion: number;
  restoreAcrossRegions: number;
  /** Item counts and sizes are refreshed this often. */
  statistics: number;
  /** A backup taken sooner than this after a change of the on-demand maxima still records the old ones. */
  maximaLag: number;
  streamUpdating: number;
  tableClassUpdating: number;
  throughputUpdating: number;
  billingToProvisioned: number;
  billingToOnDemand: number;
  encryptionUpdating: number;
  warmThroughputUpdating: number;
  indexUpdating: number;
  /** All of an index's creation, `indexUpdating` included. */
  indexCreating: number;
  indexDeleting: number;
  protectionLock: number;
  timeToLiveLock: number;
  tagsLag: number;
  tagsLock: number;
  policyLag: number;
  policyPending: number;
  policyLock: number;
  insightsEnabling: number;
  insightsDisabling: number;
  kinesisEnabling: number;
  kinesisDisabling: number;
  kinesisUpdating: number;
  replicaVisible: number;
  replicaCreating: number;
  replicaDeleting: number;
}

/** As measured on the service with small tables (aws-controllers-k8s/dynamodb-controller, docs/api-quirks). */
export const measured: Durations = {
  tableCreating: 8_000,
  tableUnknown: 4_000,
  keylessCreating: 3_558_000,
  backupsEnabling: 3_000,
  tableDeleting: 5_000,
  tableForgotten: 1_600,
  systemBackup: 8_000,
  backupCreating: 50,
  restoreInRegion: 212_000,
  restoreAcrossRegions: 252_000,
  statistics: 21_600_000,
  maximaLag: 180_000,
  streamUpdating: 4_000,
  tableClassUpdating: 5_000,
  throughputUpdating: 20_000,
  billingToProvisioned: 75_000,
  billingToOnDemand: 150_000,
  encryptionUpdating: 22_000,
  warmThroughputUpdating: 390_000,
  indexUpdating: 40_000,
  indexCreating: 600_000,
  indexDeleting: 240_000,
  protectionLock: 15_000,
  timeToLiveLock: 1_860_000,
  tagsLag: 2_000,
  tagsLock: 1_700,
  policyLag: 1_500,
  policyPending: 2_000,
  policyLock: 15_000,
  insightsEnabling: 6_000,
  insightsDisabling: 2_500,
  kinesisEnabling: 4_000,
  kinesisDisabling: 1_500,
  kinesisUpdating: 138_000,
  replicaVisible: 6_000,
  replicaCreating: 30_000,
  replicaDeleting: 180_000,
};

/** For people: every state can be seen, none has to be waited for longer than some seconds. */
export const short: Durations = {
  tableCreating: 1_500,
  tableUnknown: 500,
  keylessCreating: 20_000,
  backupsEnabling: 500,
  tableDeleting: 2_000,
  tableForgotten: 600,
  systemBackup: 3_000,
  backupCreating: 2_000,
  restoreInRegion: 3_500,
  restoreAcrossRegions: 10_000,
  statistics: 60_000,
  maximaLag: 3_000,
  streamUpdating: 1_000,
  tableClassUpdating: 1_000,
  throughputUpdating: 1_500,
  billingToProvisioned: 2_000,
  billingToOnDemand: 3_000,
  encryptionUpdating: 2_000,
  warmThroughputUpdating: 4_000,
  indexUpdating: 2_000,
  indexCreating: 6_000,
  indexDeleting: 4_000,
  protectionLock: 2_000,
  timeToLiveLock: 30_000,
  tagsLag: 500,
  tagsLock: 400,
  policyLag: 400,
  policyPending: 500,
  policyLock: 2_000,
  insightsEnabling: 1_000,
  insightsDisabling: 500,
  kinesisEnabling: 1_000,
  kinesisDisabling: 500,
  kinesisUpdating: 3_000,
  replicaVisible: 1_000,
  replicaCreating: 4_000,
  replicaDeleting: 4_000,
};

/** The measured durations times `factor`: 1 is the service's own pace, 0 takes no time at all. */
export function scaled(factor: number): Durations {
  if (!(factor >= 0)) throw new RangeError(`A scale is a number from 0 up, not ${factor}.`);
  const names = Object.keys(measured) as (keyof Durations)[];
  const durations = { ...measured };
  for (const name of names) durations[name] = Math.round(measured[name] * factor);
  return durations;
}
