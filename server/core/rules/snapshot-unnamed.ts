// "FromSnapshot" reads the settings snapshot that SettingsSnapshot names: a *.ddbsettings.json file beside the spec.
import { sourceTableName } from '../spec/request';
import { wantedSettings } from '../spec/settings';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const snapshotUnnamed: Rule = {
  code: 'snapshot-unnamed',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'a settings snapshot is named where one is to be read',
  ofAbsence: true,
  *find(spec) {
    const wanted = wantedSettings(spec).filter(({ from }) => from === 'FromSnapshot');
    if (wanted.length === 0 || has(spec, ['AfterRestore', 'SettingsSnapshot'])) return;
    const key = wanted.find(({ isNamed }) => isNamed)?.setting ?? 'Default';
    const file = `${sourceTableName(spec) ?? 'settings'}.ddbsettings.json`;
    yield {
      at: { path: ['AfterRestore', key], part: 'value' },
      message:
        'Which snapshot? AfterRestore.SettingsSnapshot must name a *.ddbsettings.json file beside this one.',
      fixes: [
        {
          title: `Read ${file}`,
          edits: [{ kind: 'set', path: ['AfterRestore', 'SettingsSnapshot'], value: file }],
        },
      ],
    };
  },
};
