import { accountMismatch } from './account-mismatch';
import { allIndexesRestored } from './all-indexes-restored';
import { backupArnMalformed } from './backup-arn-malformed';
import { backupArnOfAwsBackup } from './backup-arn-of-aws-backup';
import { backupMissing } from './backup-missing';
import { backupNotAvailable } from './backup-not-available';
import { badEnum } from './bad-enum';
import { badPattern } from './bad-pattern';
import { callerMismatch } from './caller-mismatch';
import { capacityOverQuota } from './capacity-over-quota';
import { capacityWithoutProvisioned } from './capacity-without-provisioned';
import { crossRegionByName } from './cross-region-by-name';
import { crossRegionExcluded } from './cross-region-excluded';
import { crossRegionNeedsEncryption } from './cross-region-needs-encryption';
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
import { encryptionKeyRegion } from './encryption-key-region';
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
import { indexProjection } from './index-projection';
import { indexRenamed } from './index-renamed';
import { indexesNotRecorded } from './indexes-not-recorded';
import { localIndexHash } from './local-index-hash';
import { localIndexLost } from './local-index-lost';
import { missingKey } from './missing-key';
import { oldItemsExpire } from './old-items-expire';
import { onDemandLimitsEmpty } from './on-demand-limits-empty';
import { onDemandLimitsForbidden } from './on-demand-limits-forbidden';
import { outOfRange } from './out-of-range';
import { partitionMismatch } from './partition-mismatch';
import { pointInTimeAmbiguous } from './point-in-time-ambiguous';
import { pointInTimeMissing } from './point-in-time-missing';
import { pointInTimeOff } from './point-in-time-off';
import { pointInTimeYoung } from './point-in-time-young';
import { projectedAttributes } from './projected-attributes';
import { provisionedWithoutCapacity } from './provisioned-without-capacity';
import { recoveryPeriodWhenOff } from './recovery-period-when-off';
import { regionUndecided } from './region-undecided';
import { regionUnknown } from './region-unknown';
import { replicaInDestination } from './replica-in-destination';
import { reservedTag } from './reserved-tag';
import { restoreTimeFormat } from './restore-time-format';
import { restoreTimeInFuture } from './restore-time-in-future';
import { restoreTimeOutsideWindow } from './restore-time-outside-window';
import { restoreTimeTooOld } from './restore-time-too-old';
import { restoreUnderWay } from './restore-under-way';
import { sampleKeyAttributes } from './sample-key-attributes';
import { sampleKeyValue } from './sample-key-value';
import { scalingRange } from './scaling-range';
import { searchSchema } from './search-schema';
import { settingNotApplied } from './setting-not-applied';
import { settingsLeftBehind } from './settings-left-behind';
import { snapshotUnnamed } from './snapshot-unnamed';
import { sourceAmbiguous } from './source-ambiguous';
import { sourceBeingDeleted } from './source-being-deleted';
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
import { warmThroughputInIndex } from './warm-throughput-in-index';
import { wrongType } from './wrong-type';

/** Every rule, in the order in which the service would meet the faults: the first problem of a file is what it would say first. */
export const rules: readonly Rule[] = [
  syntax,
  tooDeep,
  tooLarge,
  duplicateKey,
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
  tableArnMalformed,
  regionUnknown,
  regionUndecided,
  partitionMismatch,
  accountMismatch,
  callerMismatch,
  backupMissing,
  backupNotAvailable,
  sourceMissingInRegion,
  crossRegionByName,
  sourceBeingDeleted,
  pointInTimeOff,
  restoreTimeInFuture,
  restoreTimeTooOld,
  restoreTimeOutsideWindow,
  pointInTimeYoung,
  crossRegionNeedsEncryption,
  crossRegionExcluded,
  encryptionFields,
  encryptionAes256,
  encryptionEmpty,
  encryptionDefaultKey,
  encryptionKeyForm,
  encryptionKeyRegion,
  encryptionKeyAccount,
  encryptionKeyKept,
  capacityWithoutProvisioned,
  provisionedWithoutCapacity,
  onDemandLimitsEmpty,
  onDemandLimitsForbidden,
  capacityOverQuota,
  tooManyIndexes,
  duplicateIndexName,
  indexKeys,
  indexProjection,
  projectedAttributes,
  searchSchema,
  warmThroughputInIndex,
  indexCapacityMissing,
  indexCapacityUnlisted,
  indexCapacityForbidden,
  vectorIndexNeedsOnDemand,
  localIndexHash,
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
  settingsLeftBehind,
  settingNotApplied,
  snapshotUnnamed,
  fromBackupUnrecorded,
  fromSourceMissing,
  defaultSourceMissing,
  streamViewType,
  recoveryPeriodWhenOff,
  oldItemsExpire,
  reservedTag,
  duplicateTag,
  replicaInDestination,
  scalingRange,
  sampleKeyValue,
  sampleKeyAttributes,
  drillTargetPrefix,
  drillTooLarge,
];
