import { canonical } from '../canonical';
import type { TableSketch } from '../sketch';
import { isData } from '../record';
import { settingsWeCanApply } from '../steps';

/** One setting of the two tables. `same` when nothing changes. */
export interface DiffRow {
  setting: string;
  recorded: string;
  restored: string;
  same: boolean;
}

interface Row {
  setting: string;
  /** The member of the sketch that it stands in. */
  member: string;
  value: unknown;
}

/** Setting by setting in the order of the sketches, indexes one row each. Values in words. */
export function planDiff(recorded: TableSketch, restored: TableSketch): DiffRow[] {
  const before = rows(recorded);
  const after = rows(restored);
  const order = [...new Set([...Object.keys(restored), ...Object.keys(recorded)])];
  const settings = new Map(
    [...before, ...after].map(({ setting, member }) => [setting, order.indexOf(member)]),
  );
  return [...settings.entries()]
    .toSorted(([, a], [, b]) => a - b)
    .map(([setting]) => {
      const was = before.find((row) => row.setting === setting);
      const will = after.find((row) => row.setting === setting);
      return {
        setting,
        recorded: wordsOf(was, setting),
        restored: wordsOf(will, setting),
        same: canonical(was?.value) === canonical(will?.value),
      };
    });
}

/** A setting that no sketch speaks of was not recorded; an index or a capacity that stands in none is not there. */
function wordsOf(row: Row | undefined, setting: string): string {
  if (row) return words(row.value);
  return LEFT_BEHIND.has(setting) ? 'not recorded' : 'none';
}

/** What a restore leaves behind: known only while the source table stands. */
const LEFT_BEHIND = new Set<string>([...settingsWeCanApply, 'SSESpecification']);

function rows(sketch: TableSketch): Row[] {
  return Object.entries(sketch).flatMap(([member, value]): Row[] => {
    if (!member.endsWith('Indexes') || !Array.isArray(value)) return [{ setting: member, member, value }];
    return value.filter(isData).map(({ IndexName, ...rest }) => ({
      setting: `${member.slice(0, -2)} ${String(IndexName)}`,
      member,
      value: rest,
    }));
  });
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(words).join(', ');
  if (!isData(value)) return String(value);
  const { AttributeName, KeyType, Key, Value } = value;
  if (typeof KeyType === 'string') return `${String(AttributeName)} (${KeyType})`;
  if (typeof Key === 'string') return `${Key}=${String(Value)}`;
  return Object.entries(value)
    .map(
      ([key, member]) =>
        `${key} ${isData(member) || Array.isArray(member) ? `[${words(member)}]` : String(member)}`,
    )
    .join(', ');
}
