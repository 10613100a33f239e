/**
 * The settings a restore leaves behind that we can put back, in the order in which they are put back. One `UpdateTable` concern after the
 * other comes first; time to live comes last, since it may delete old items and cannot be taken back for half an hour.
 * `run/steps` holds one step for each; a test keeps the two lists equal.
 */
export const settingsWeCanApply = [
  'TableClass',
  'StreamSpecification',
  'PointInTimeRecoverySpecification',
  'Tags',
  'DeletionProtectionEnabled',
  'TimeToLiveSpecification',
] as const;

export type SettingWeCanApply = (typeof settingsWeCanApply)[number];
