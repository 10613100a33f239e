import type { Step } from '../step';
import { deletionProtectionEnabled } from './deletion-protection-enabled';
import { pointInTimeRecoverySpecification } from './point-in-time-recovery-specification';
import { streamSpecification } from './stream-specification';
import { tableClass } from './table-class';
import { tags } from './tags';
import { timeToLiveSpecification } from './time-to-live-specification';

/** Every setting that can be put back, in the order in which it is put back; the same as `settingsWeCanApply` in the core. */
export const steps: readonly Step[] = [
  tableClass,
  streamSpecification,
  pointInTimeRecoverySpecification,
  tags,
  deletionProtectionEnabled,
  timeToLiveSpecification,
];
