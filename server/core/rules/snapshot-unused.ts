// SettingsSnapshot names a file that "FromSnapshot" reads. Where nothing says "FromSnapshot", nothing reads it.
import { wantedSettings } from '../spec/settings';
import { has } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'SettingsSnapshot'];

export const snapshotUnused: Rule = {
  code: 'snapshot-unused',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the settings snapshot that is named is read',
  ofAbsence: true,
  applies: (spec) => has(spec, path),
  *find(spec) {
    if (wantedSettings(spec).some(({ from }) => from === 'FromSnapshot')) return;
    yield {
      at: { path, part: 'key' },
      message: 'Nothing in AfterRestore says "FromSnapshot", so this file would not be read.',
      fixes: [{ title: 'Remove SettingsSnapshot', edits: [{ kind: 'remove', path }] }],
    };
  },
};
