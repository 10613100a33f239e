// What DescribeTable and its sisters would tell of a table is gone with the table. After it was deleted only stream and time to live can
// still be read, from a backup (API_SourceTableFeatureDetails).
import type { Path } from '../spec/edit';
import { sourceOf } from '../spec/request';
import { wantedSettings } from '../spec/settings';
import type { Spec } from '../spec/spec';
import type { Rule } from './rule';

export const fromSourceMissing: Rule = {
  code: 'from-source-missing',
  severity: 'warning',
  because: 'surprise',
  needs: ['source'],
  title: 'the table stands from which settings are to be read',
  applies: (spec) => sourceOf(spec)?.kind === 'backup' && places(spec).length > 0,
  *find(spec, { source }) {
    if (source !== 'missing') return;
    for (const path of places(spec)) {
      const recorded = path.at(-1) === 'StreamSpecification' || path.at(-1) === 'TimeToLiveSpecification';
      const words = recorded ? ['FromBackup', 'Skip'] : ['Skip'];
      yield {
        at: { path, part: 'value' },
        message:
          'The source table does not exist any more, so nothing can be read from it: this is not put back.',
        fixes: words.map((value) => ({
          title: `Change to "${value}"`,
          edits: [{ kind: 'set', path, value }],
        })),
      };
    }
  },
};

/** Where the file says FromSource: at a setting, or at `Default` for those not named. */
function places(spec: Spec): Path[] {
  const wanted = wantedSettings(spec).filter(({ from }) => from === 'FromSource');
  const named = wanted.filter(({ isNamed }) => isNamed).map(({ setting }) => ['AfterRestore', setting]);
  return wanted.length > named.length ? [['AfterRestore', 'Default'], ...named] : named;
}
