import { settingNames } from './after-restore-shape';
import { rememberIn } from './remember';
import type { Spec } from './spec';
import type { Edit } from './edit';
import type { Path } from './path';
import { entriesAt, has, stringAt } from './tree';

/** Where the value of a setting to put back comes from. */
export type SettingFrom = 'written' | 'FromSource' | 'FromBackup' | 'FromSnapshot' | 'Skip';

/** What a spec says about one setting of `AfterRestore`. */
export interface WantedSetting {
  setting: string;
  from: SettingFrom;
  /** Named in the file, and not left to `Default`. */
  isNamed: boolean;
}

/** Every setting of `AfterRestore`, with `Default` applied to those that are not named. */
export const wantedSettings = rememberIn((spec: Spec): readonly WantedSetting[] => {
  const otherwise = stringAt(spec, ['AfterRestore', 'Default']);
  return settingNames.map((setting) => {
    if (!has(spec, ['AfterRestore', setting]))
      return { setting, from: wordOf(otherwise) ?? 'Skip', isNamed: false };
    return { setting, from: wordOf(stringAt(spec, ['AfterRestore', setting])) ?? 'written', isNamed: true };
  });
});

function wordOf(value: string | undefined): SettingFrom | undefined {
  const words: readonly SettingFrom[] = ['FromSource', 'FromBackup', 'FromSnapshot', 'Skip'];
  return words.find((word) => word === value);
}

/**
 * Take an entry out of a list of `AfterRestore`. Alone in it, it leaves "Skip": an empty list would be refused, and without the key `Default`
 * would hold.
 */
export function withoutEntry(spec: Spec, entry: Path): Edit {
  const list = entry.slice(0, -1);
  return entriesAt(spec, list).length === 1
    ? { kind: 'set', path: list, value: 'Skip' }
    : { kind: 'remove', path: entry };
}
