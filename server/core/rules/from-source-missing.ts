// What DescribeTable and its sisters would tell of a table is gone with the table. After it was deleted only stream and time to live can
// still be read, from a backup (API_SourceTableFeatureDetails).
import { sourceOf } from '../spec/request';
import { wantedSettings, type WantedSetting } from '../spec/settings';
import type { Spec } from '../spec/spec';
import type { Rule } from './rule';

export const fromSourceMissing: Rule = {
  code: 'from-source-missing',
  severity: 'error',
  because: 'misread',
  needs: ['source'],
  title: 'the table stands from which a named setting is to be read',
  applies: (spec) => sourceOf(spec)?.kind === 'backup' && named(spec).length > 0,
  *find(spec, { source }) {
    if (source !== 'missing') return;
    for (const { setting } of named(spec)) {
      const path = ['AfterRestore', setting];
      const isRecorded = setting === 'StreamSpecification' || setting === 'TimeToLiveSpecification';
      const words = isRecorded ? ['FromBackup', 'Skip'] : ['Skip'];
      yield {
        at: { path, part: 'value' },
        message: `The source table does not exist any more, so ${setting} cannot be read from it. Write it out, or "Skip".`,
        fixes: words.map((value) => ({
          title: `Change to "${value}"`,
          edits: [{ kind: 'set', path, value }],
        })),
      };
    }
  },
};

function named(spec: Spec): WantedSetting[] {
  return wantedSettings(spec).filter(({ from, isNamed }) => from === 'FromSource' && isNamed);
}
