// A restore makes a new table and never overwrites one: TableAlreadyExistsException. A restore to a point in time needs its source to stand,
// so the source's own name is taken (API_RestoreTableToPointInTime).
import { crossesRegions, sourceOf, sourceTableName, targetOf } from '../spec/request';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const path = ['TargetTableName'];

export const targetIsSource: Rule = {
  code: 'target-is-source',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the new table has another name than the table it is restored from',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time' && !crossesRegions(spec),
  *find(spec) {
    const target = targetOf(spec);
    // Two empty names are not filled in yet: `out-of-range` says so.
    if (target === undefined || target === '' || target !== sourceTableName(spec)) return;
    const other = `${target.slice(0, 246)}-restored`;
    yield {
      at: { path, part: 'value' },
      message:
        'The new table cannot have the name of its source, which must stand to be restored from. A restore never overwrites a table.',
      fixes: [{ title: `Restore into ${quoted(other)}`, edits: [{ kind: 'set', path, value: other }] }],
    };
  },
};
