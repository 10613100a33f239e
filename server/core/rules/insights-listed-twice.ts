// Contributor Insights is on once for the table and once for each global index (API_UpdateContributorInsights); a second entry for the same
// one would set its mode again.
import { canonical } from '../canonical';
import type { Path } from '../spec/path';
import { entriesAt, nodeAt, stringAt, valueAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const insightsListedTwice: Rule = {
  code: 'insights-listed-twice',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'Contributor Insights is listed once for the table and for each index',
  *find(spec) {
    const seen = new Map<string | undefined, Path>();
    for (const path of entriesAt(spec, ['AfterRestore', 'ContributorInsights'])) {
      if (nodeAt(spec, path)?.type !== 'object') continue;
      const name = stringAt(spec, [...path, 'IndexName']);
      const earlier = seen.get(name);
      if (earlier === undefined) {
        seen.set(name, path);
        continue;
      }
      yield {
        at: { path, part: 'value' },
        message: `${name === undefined ? 'The table' : `The index ${quoted(name)}`} has an entry further up; the later one would win.`,
        fixes: [
          {
            title: 'Remove this entry',
            edits: [{ kind: 'remove', path }],
            ...(canonical(valueAt(spec, earlier)) === canonical(valueAt(spec, path)) && { preferred: true }),
          },
        ],
      };
    }
  },
};
