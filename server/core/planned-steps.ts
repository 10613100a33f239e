import type { Problem } from './check';
import type { Facts } from './facts';
import { placedProblem } from './planned-problem';
import type { Recorded } from './recorded';
import {
  liveTable,
  liveTimeToLive,
  pointInTimeOf,
  recordedStream,
  recordedTimeToLive,
  streamOfTable,
} from './settings';
import { memberOf } from './record';
import { settingNames } from './spec/after-restore-shape';
import type { Spec } from './spec/spec';
import { stringAt, valueAt } from './spec/tree';
import { settingsWeCanApply } from './steps';
import { behindWords, stepWords } from './step-words';

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

export interface PlannedSteps {
  steps: PlannedStep[];
  staysBehind: StaysBehind[];
  /** Wishes that cannot be met: no plan then. */
  problems: Problem[];
}

/** A setting and what the spec wishes for it. */
interface Wish {
  setting: string;
  wish: unknown;
  /** Named itself, not through `Default`. */
  named: boolean;
}

type Outcome =
  | { step: PlannedStep }
  | { behind: string }
  /** What the source has was not looked at, so that nobody knows whether anything stays behind. */
  | { unseen: 'not asked for' | 'beyond us' }
  | { nothing: true }
  | { refused: string };

/** What is put back after the restore, in the order of `settingsWeCanApply`, and what is not. */
export function plannedSteps(spec: Spec, facts: Facts, source: Recorded): PlannedSteps {
  const planned: PlannedSteps = { steps: [], staysBehind: [], problems: [] };
  const unseen = { 'not asked for': [] as string[], 'beyond us': [] as string[] };
  for (const wish of wishes(spec)) {
    const outcome = outcomeOf(wish, facts, source);
    if ('step' in outcome) planned.steps.push(outcome.step);
    if ('behind' in outcome) planned.staysBehind.push({ setting: wish.setting, words: outcome.behind });
    if ('unseen' in outcome) unseen[outcome.unseen].push(wish.setting);
    if ('refused' in outcome) planned.problems.push(unmet(spec, wish, outcome.refused));
  }
  planned.staysBehind.push(
    ...together(
      'not looked at, and not put back since this file does not ask for it',
      unseen['not asked for'],
    ),
    ...together('not looked at, and not put back by this version', unseen['beyond us']),
    ...alwaysBehind,
  );
  return planned;
}

/** One line for many: what the source perhaps has none of is not worth a line each. */
function together(words: string, settings: readonly string[]): StaysBehind[] {
  return settings.length === 0 ? [] : [{ setting: 'Others', words: `${words}: ${settings.join(', ')}` }];
}

const alwaysBehind: StaysBehind[] = [
  {
    setting: 'IAM policies and event source mappings',
    words: 'policies, Lambda mappings and programs that name the old table or its stream still do',
  },
];

/** Those that we can apply first and in their order, then the others. */
function wishes(spec: Spec): Wish[] {
  const others = settingNames.filter((name) => !(settingsWeCanApply as readonly string[]).includes(name));
  const fallback = stringAt(spec, ['AfterRestore', 'Default']) ?? 'Skip';
  return [...settingsWeCanApply, ...others].map((setting) => {
    const written = valueAt(spec, ['AfterRestore', setting]);
    return { setting, wish: written ?? fallback, named: written !== undefined };
  });
}

function outcomeOf({ setting, wish, named }: Wish, facts: Facts, source: Recorded): Outcome {
  const has = liveValue(setting, facts);
  const isOurs = (settingsWeCanApply as readonly string[]).includes(setting);
  if (wish === 'Skip' || (!isOurs && !named)) {
    const known = has ?? recordedValue(setting, source);
    if (changesNothing(setting, known)) return { nothing: true };
    if (known === undefined) return { unseen: isOurs ? 'not asked for' : 'beyond us' };
    return {
      behind: isOurs ? behindWords(setting) : `${behindWords(setting)}; this version cannot put it back`,
    };
  }
  if (!isOurs) return { refused: beyondUs };
  if (wish === 'FromSnapshot')
    return { refused: 'settings snapshots cannot be read by this version: write the setting out, or "Skip"' };
  const { value, from } = resolved(setting, wish, has, source);
  if (value === undefined) return unresolved(setting, wish, named, liveTable(facts) !== undefined);
  return changesNothing(setting, value)
    ? { nothing: true }
    : { step: { setting, value, from, words: stepWords(setting, value) } };
}

function resolved(
  setting: string,
  wish: unknown,
  live: unknown,
  source: Recorded,
): { value: unknown; from: PlannedStep['from'] } {
  if (wish === 'FromSource') return { value: live, from: 'FromSource' };
  if (wish !== 'FromBackup') return { value: wish, from: 'written' };
  return { value: recordedValue(setting, source), from: 'FromBackup' };
}

/** All that a backup records of these settings. */
function recordedValue(setting: string, source: Recorded): unknown {
  if (setting === 'StreamSpecification') return recordedStream(source);
  return setting === 'TimeToLiveSpecification' ? recordedTimeToLive(source) : undefined;
}

const beyondUs = 'this version cannot put it back: write "Skip" and do it by hand once the table is ACTIVE';

/** Where a value should come from and does not. Under `Default` alone it stays behind; what was named must not be lost in silence. */
function unresolved(setting: string, wish: unknown, named: boolean, stands: boolean): Outcome {
  const why =
    wish === 'FromBackup'
      ? 'this source recorded no such setting'
      : stands
        ? 'it could not be read from the source table'
        : 'the source table no longer stands';
  if (!named && !stands) return { behind: `${behindWords(setting)}: ${why}` };
  return { refused: `${why}: write the setting out, or "Skip"` };
}

/** What the live source has; undefined when it does not stand or was not read. */
function liveValue(setting: string, facts: Facts): unknown {
  const table = liveTable(facts);
  if (!table) return undefined;
  switch (setting) {
    case 'TableClass':
      return table.TableClassSummary?.TableClass ?? 'STANDARD';
    case 'DeletionProtectionEnabled':
      return table.DeletionProtectionEnabled ?? false;
    case 'StreamSpecification':
      return streamOfTable(table);
    case 'PointInTimeRecoverySpecification':
      return pointInTimeOf(facts);
    case 'TimeToLiveSpecification':
      return liveTimeToLive(facts);
    case 'Tags':
      return ownTags(facts);
    case 'Replicas':
      return table.Replicas ?? [];
    default:
      return undefined;
  }
}

/** Tags that begin with `aws:` belong to AWS and cannot be set (API_TagResource). */
function ownTags({ sourceTags }: Facts): unknown {
  if (sourceTags === 'unknown' || sourceTags === 'missing') return undefined;
  return sourceTags
    .filter(({ Key }) => !Key.toLowerCase().startsWith('aws:'))
    .toSorted((a, b) => (a.Key < b.Key ? -1 : 1));
}

/** True for the value that a restored table has anyway. */
function changesNothing(setting: string, value: unknown): boolean {
  if (value === undefined) return false;
  if (setting === 'TableClass') return value === 'STANDARD';
  if (setting === 'DeletionProtectionEnabled') return value === false;
  if (Array.isArray(value)) return value.length === 0;
  return ['StreamEnabled', 'Enabled', 'PointInTimeRecoveryEnabled'].some(
    (flag) => memberOf(value, flag) === false,
  );
}

function unmet(spec: Spec, { setting, named }: Wish, why: string): Problem {
  const path = ['AfterRestore', named ? setting : 'Default'];
  const skip = {
    title: `Leave ${setting} behind`,
    edits: [{ kind: 'set', path: ['AfterRestore', setting], value: 'Skip' } as const],
  };
  return placedProblem(spec, 'setting-not-applied', path, `AfterRestore.${setting} cannot be met: ${why}.`, [
    skip,
  ]);
}
