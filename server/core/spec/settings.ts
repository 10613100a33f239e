import { settingNames } from './after-restore-shape';
import type { Spec } from './spec';
import { has, stringAt } from './tree';

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
export function wantedSettings(spec: Spec): WantedSetting[] {
  const otherwise = stringAt(spec, ['AfterRestore', 'Default']);
  return settingNames.map((setting) => {
    if (!has(spec, ['AfterRestore', setting]))
      return { setting, from: wordOf(otherwise) ?? 'Skip', isNamed: false };
    return { setting, from: wordOf(stringAt(spec, ['AfterRestore', setting])) ?? 'written', isNamed: true };
  });
}

function wordOf(value: string | undefined): SettingFrom | undefined {
  const words: readonly SettingFrom[] = ['FromSource', 'FromBackup', 'FromSnapshot', 'Skip'];
  return words.find((word) => word === value);
}
