// The settings that can be put back by this program are those of `core/steps.ts`. One that a file names and nobody would put back must not
// be left out in silence, so there is no plan for it; under `Default` alone it is listed as left to the user.
import { settingsWeCanApply } from '../steps';
import { wantedSettings } from '../spec/settings';
import type { Spec } from '../spec/spec';
import type { Finding, Rule } from './rule';

export const settingNotApplied: Rule = {
  code: 'setting-not-applied',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'every setting named in AfterRestore is one that is put back',
  *find(spec) {
    yield* snapshotByDefault(spec);
    for (const { setting, from, isNamed } of wantedSettings(spec)) {
      if (!isNamed || from === 'Skip') continue;
      const isKnown = settingsWeCanApply.some((known) => known === setting);
      if (isKnown && from !== 'FromSnapshot') continue;
      const path = ['AfterRestore', setting];
      yield {
        at: { path, part: 'key' },
        message: isKnown
          ? `Settings snapshots cannot be read by this version: write ${setting} out, or "Skip".`
          : `This version cannot put ${setting} back: write "Skip", and do it by hand once the table is ACTIVE.`,
        fixes: [{ title: `Leave ${setting} behind`, edits: [{ kind: 'set', path, value: 'Skip' }] }],
      };
    }
  },
};

const byDefault = ['AfterRestore', 'Default'];

/** `Default` reads settings that could be put back from a snapshot, which cannot be read. */
function* snapshotByDefault(spec: Spec): Iterable<Finding> {
  const unread = wantedSettings(spec).filter(
    ({ setting, from, isNamed }) =>
      from === 'FromSnapshot' && !isNamed && settingsWeCanApply.some((known) => known === setting),
  );
  if (unread.length === 0) return;
  yield {
    at: { path: byDefault, part: 'value' },
    message: `Settings snapshots cannot be read by this version: ${unread.map(({ setting }) => setting).join(', ')} would not be put back.`,
    fixes: ['FromSource', 'Skip'].map((value) => ({
      title: `Change to "${value}"`,
      edits: [{ kind: 'set', path: byDefault, value }],
    })),
  };
}
