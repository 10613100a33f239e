import { accountMismatch } from './account-mismatch';
import { alarmIncomplete } from './alarm-incomplete';
import { alarmNamedTwice } from './alarm-named-twice';
import { alarmOfAnotherTable } from './alarm-of-another-table';
import { alarmPeriod } from './alarm-period';
import { allIndexesRestored } from './all-indexes-restored';
import { backupArnMalformed } from './backup-arn-malformed';
import { backupArnOfAwsBackup } from './backup-arn-of-aws-backup';
import { backupExpired } from './backup-expired';
import { backupExpiring } from './backup-expiring';
import { backupIdUnusual } from './backup-id-unusual';
import { backupInUse } from './backup-in-use';
import { backupMissing } from './backup-missing';
import { backupNotAvailable } from './backup-not-available';
import { backupTypeAwsBackup } from './backup-type-aws-backup';
import { badEnum } from './bad-enum';
import { badPattern } from './bad-pattern';
import { billingModeContradiction } from './billing-mode-contradiction';
import { callerMismatch } from './caller-mismatch';
import { capacityOverQuota } from './capacity-over-quota';
import { capacityWithoutProvisioned } from './capacity-without-provisioned';
import { crossRegionByName } from './cross-region-by-name';
import { crossRegionExcluded } from './cross-region-excluded';
import { crossRegionNeedsEncryption } from './cross-region-needs-encryption';
import { drillPrefixCoversSource } from './drill-prefix-covers-source';
import { drillTableKept } from './drill-table-kept';
import { drillTargetPrefix } from './drill-target-prefix';
import { drillTooLarge } from './drill-too-large';
import { duplicateIndexName } from './duplicate-index-name';
import { duplicateKey } from './duplicate-key';
import { duplicateTag } from './duplicate-tag';
import { encryptionAes256 } from './encryption-aes256';
import { encryptionDefaultKey } from './encryption-default-key';
import { encryptionEmpty } from './encryption-empty';
import { encryptionFields } from './encryption-fields';
import { encryptionKeyAccount } from './encryption-key-account';
import { encryptionKeyForm } from './encryption-key-form';
import { encryptionKeyKept } from './encryption-key-kept';
import { encryptionKeyManagedByAws } from './encryption-key-managed-by-aws';
import { encryptionKeyMissing } from './encryption-key-missing';
import { encryptionKeyNotEnabled } from './encryption-key-not-enabled';
import { encryptionKeyNotSymmetric } from './encryption-key-not-symmetric';
import { encryptionKeyRegion } from './encryption-key-region';
import { encryptionServiceKey } from './encryption-service-key';
import { fromBackupUnrecorded } from './from-backup-unrecorded';
import { defaultSourceMissing } from './default-source-missing';
import { fromSourceMissing } from './from-source-missing';
import { indexCapacityForbidden } from './index-capacity-forbidden';
import { indexCapacityMissing } from './index-capacity-missing';
import { indexCapacityUnlisted } from './index-capacity-unlisted';
import { indexDropped } from './index-dropped';
import { indexKeys } from './index-keys';
import { indexListedTwice } from './index-listed-twice';
import { indexNotInSource } from './index-not-in-source';
import { indexNotRestored } from './index-not-restored';
import { indexProjection } from './index-projection';
import { indexRenamed } from './index-renamed';
import { indexesNotRecorded } from './indexes-not-recorded';
import { insightsListedTwice } from './insights-listed-twice';
import { kinesisArnMalformed } from './kinesis-arn-malformed';
import { kinesisElsewhere } from './kinesis-elsewhere';
import { localIndexHash } from './local-index-hash';
import { localIndexHashesDiffer } from './local-index-hashes-differ';
import { localIndexLost } from './local-index-lost';
import { missingKey } from './missing-key';
import { oldItemsExpire } from './old-items-expire';
import { onDemandLimitsCleared } from './on-demand-limits-cleared';
import { onDemandLimitsEmpty } from './on-demand-limits-empty';
import { onDemandLimitsForbidden } from './on-demand-limits-forbidden';
import { outOfRange } from './out-of-range';
import { partitionMismatch } from './partition-mismatch';
import { pointInTimeAmbiguous } from './point-in-time-ambiguous';
import { pointInTimeMissing } from './point-in-time-missing';
import { pointInTimeOff } from './point-in-time-off';
import { pointInTimeYoung } from './point-in-time-young';
import { policyLocksOut } from './policy-locks-out';
import { policyMalformed } from './policy-malformed';
import { policyOfAnotherTable } from './policy-of-another-table';
import { policyOpenToAll } from './policy-open-to-all';
import { policyTooLarge } from './policy-too-large';
import { policyWithoutVersion } from './policy-without-version';
import { projectedAttributes } from './projected-attributes';
import { provisionedWithoutCapacity } from './provisioned-without-capacity';
import { recoveryPeriodWhenOff } from './recovery-period-when-off';
import { regionUndecided } from './region-undecided';
import { regionUnknown } from './region-unknown';
import { replicaInDestination } from './replica-in-destination';
import { replicaKey } from './replica-key';
import { replicaNeedsScaling } from './replica-needs-scaling';
import { replicaStream } from './replica-stream';
import { reservedTag } from './reserved-tag';
import { restoreTimeFormat } from './restore-time-format';
import { restoreTimeFraction } from './restore-time-fraction';
import { restoreTimeInFuture } from './restore-time-in-future';
import { restoreTimeOutsideWindow } from './restore-time-outside-window';
import { restoreTimeTooOld } from './restore-time-too-old';
import { restoreTimeTooRecent } from './restore-time-too-recent';
import { restoreUnderWay } from './restore-under-way';
import { restoresAtLimit } from './restores-at-limit';
import { sampleKeyAttributes } from './sample-key-attributes';
import { sampleKeyShape } from './sample-key-shape';
import { sampleKeyTwice } from './sample-key-twice';
import { sampleKeyValue } from './sample-key-value';
import { scalingListedTwice } from './scaling-listed-twice';
import { scalingOnDemand } from './scaling-on-demand';
import { scalingRange } from './scaling-range';
import { searchSchema } from './search-schema';
import { settingNotApplied } from './setting-not-applied';
import { settingsLeftBehind } from './settings-left-behind';
import { snapshotUnnamed } from './snapshot-unnamed';
import { snapshotUnused } from './snapshot-unused';
import { sourceAmbiguous } from './source-ambiguous';
import { sourceBeingDeleted } from './source-being-deleted';
import { sourceKeyNotEnabled } from './source-key-not-enabled';
import { sourceMissing } from './source-missing';
import { sourceMissingInRegion } from './source-missing-in-region';
import { streamViewType } from './stream-view-type';
import { syntax } from './syntax';
import { tableArnMalformed } from './table-arn-malformed';
import { targetExists } from './target-exists';
import { targetIsSource } from './target-is-source';
import { timeWithBackup } from './time-with-backup';
import { tooDeep } from './too-deep';
import { tooLarge } from './too-large';
import { tooManyIndexes } from './too-many-indexes';
import { unknownKey } from './unknown-key';
import { vectorIndexNeedsOnDemand } from './vector-index-needs-on-demand';
import type { Rule } from './rule';
import { verifyNothing } from './verify-nothing';
import { warmThroughputEmpty } from './warm-throughput-empty';
import { warmThroughputInBackupIndex } from './warm-throughput-in-backup-index';
import { warmThroughputInIndex } from './warm-throughput-in-index';
import { warmThroughputTooLow } from './warm-throughput-too-low';
import { wrongType } from './wrong-type';

/**
 * Every rule, in the order in which the service would meet the faults: the first problem of a file is what it would say first. That a
 * setting cannot be put back comes before what is wrong inside it: once it is "Skip", none of that is there.
 */
export const rules: readonly Rule[] = [
  syntax,
  tooDeep,
  tooLarge,
  duplicateKey,
  settingNotApplied,
  unknownKey,
  missingKey,
  wrongType,
  badEnum,
  badPattern,
  outOfRange,
  sourceMissing,
  sourceAmbiguous,
  pointInTimeMissing,
  pointInTimeAmbiguous,
  timeWithBackup,
  restoreTimeFormat,
  backupArnMalformed,
  backupArnOfAwsBackup,
  backupIdUnusual,
  tableArnMalformed,
  regionUnknown,
  regionUndecided,
  partitionMismatch,
  accountMismatch,
  callerMismatch,
  backupMissing,
  backupExpired,
  backupNotAvailable,
  backupExpiring,
  backupTypeAwsBackup,
  sourceMissingInRegion,
  crossRegionByName,
  sourceBeingDeleted,
  pointInTimeOff,
  restoreTimeInFuture,
  restoreTimeTooOld,
  restoreTimeOutsideWindow,
  restoreTimeTooRecent,
  restoreTimeFraction,
  pointInTimeYoung,
  crossRegionNeedsEncryption,
  crossRegionExcluded,
  encryptionFields,
  encryptionAes256,
  encryptionEmpty,
  encryptionDefaultKey,
  encryptionServiceKey,
  encryptionKeyForm,
  encryptionKeyRegion,
  encryptionKeyAccount,
  encryptionKeyMissing,
  encryptionKeyManagedByAws,
  encryptionKeyNotSymmetric,
  encryptionKeyNotEnabled,
  sourceKeyNotEnabled,
  encryptionKeyKept,
  capacityWithoutProvisioned,
  provisionedWithoutCapacity,
  onDemandLimitsEmpty,
  onDemandLimitsCleared,
  onDemandLimitsForbidden,
  billingModeContradiction,
  capacityOverQuota,
  tooManyIndexes,
  duplicateIndexName,
  indexKeys,
  indexProjection,
  projectedAttributes,
  searchSchema,
  warmThroughputInIndex,
  warmThroughputInBackupIndex,
  indexCapacityMissing,
  indexCapacityUnlisted,
  indexCapacityForbidden,
  vectorIndexNeedsOnDemand,
  localIndexHash,
  localIndexHashesDiffer,
  indexNotInSource,
  indexListedTwice,
  indexRenamed,
  localIndexLost,
  indexDropped,
  indexesNotRecorded,
  allIndexesRestored,
  targetIsSource,
  restoreUnderWay,
  targetExists,
  backupInUse,
  restoresAtLimit,
  settingsLeftBehind,
  snapshotUnnamed,
  snapshotUnused,
  fromBackupUnrecorded,
  fromSourceMissing,
  defaultSourceMissing,
  streamViewType,
  recoveryPeriodWhenOff,
  warmThroughputEmpty,
  warmThroughputTooLow,
  oldItemsExpire,
  reservedTag,
  duplicateTag,
  indexNotRestored,
  insightsListedTwice,
  kinesisArnMalformed,
  kinesisElsewhere,
  policyMalformed,
  policyTooLarge,
  policyOpenToAll,
  policyLocksOut,
  policyOfAnotherTable,
  policyWithoutVersion,
  replicaInDestination,
  replicaKey,
  replicaNeedsScaling,
  replicaStream,
  scalingRange,
  scalingListedTwice,
  scalingOnDemand,
  alarmIncomplete,
  alarmPeriod,
  alarmNamedTwice,
  alarmOfAnotherTable,
  sampleKeyValue,
  sampleKeyShape,
  sampleKeyAttributes,
  sampleKeyTwice,
  verifyNothing,
  drillTargetPrefix,
  drillPrefixCoversSource,
  drillTableKept,
  drillTooLarge,
];
