import type { Unchecked, Problem } from './check';
import type { Facts } from './facts';
import type { Spec } from './spec/spec';

/** A table in the API's own words, as plain data for the diff: what was recorded, or what the restore will make. */
export type TableSketch = Record<string, unknown>;

/** One setting to put back after the table is ACTIVE; `setting` is the AfterRestore key, `value` the resolved API object. */
export interface PlannedStep {
  setting: string;
  value: unknown;
  from: 'written' | 'FromSource' | 'FromBackup';
  /** What it does, in words: "enable time to live on expiresAt (old items will be deleted)". */
  words: string;
}

export interface StaysBehind {
  setting: string;
  words: string;
}

export interface Plan {
  operation: 'RestoreTableFromBackup' | 'RestoreTableToPointInTime';
  /** The request, member for member what will be sent. Times are ISO 8601 strings. */
  input: Record<string, unknown> & { TargetTableName: string };
  partition: string;
  accountId: string;
  /** Destination: where the request goes and the table will stand. */
  region: string;
  sourceRegion: string;
  sourceTableName: string;
  sourceTableId: string;
  recorded: TableSketch;
  restored: TableSketch;
  steps: PlannedStep[];
  staysBehind: StaysBehind[];
  warnings: Problem[];
  unchecked: Unchecked[];
  /**
   * Canonical text of what will be done: request, account, destination Region, the source's TableId or BackupArn and the resolved steps.
   * No sizes, no times of day. Its hash is what a restore is bound to.
   */
  identity: string;
}

/** A plan, or why there is none: problems that stand, or facts without which nothing may be sent. */
export type Planned =
  { kind: 'plan'; plan: Plan } | { kind: 'refused'; problems: Problem[]; unchecked: Unchecked[] };

/** What a restore of this spec would do. Refused while an error stands or source, target, window or caller are unknown. */
export declare function plan(spec: Spec, facts: Facts): Planned;
