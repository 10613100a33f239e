// The settings that can be put back by this program are those of `core/steps.ts`; the others are named in the plan and stay with the user.
import { settingsWeCanApply } from '../steps';
import { wantedSettings } from '../spec/settings';
import type { Rule } from './rule';

export const settingNotApplied: Rule = {
  code: 'setting-not-applied',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'every setting named in AfterRestore is one that is put back',
  *find(spec) {
    for (const { setting, from, isNamed } of wantedSettings(spec)) {
      if (!isNamed || from === 'Skip') continue;
      const isKnown = settingsWeCanApply.some((known) => known === setting);
      if (isKnown && from !== 'FromSnapshot') continue;
      yield {
        at: { path: ['AfterRestore', setting], part: 'key' },
        message: isKnown
          ? `Settings snapshots are not read yet: ${setting} is not put back, only listed as left to do.`
          : `${setting} is not put back yet, only listed as left to do.`,
      };
    }
  },
};
