// A drill deletes the table it made, and no other: its name must begin with NamePrefix. A prefix with which the source's own name begins
// tells nobody which tables are of drills.
import { sourceTableName, targetOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Edit } from '../spec/edit';
import type { Rule } from './rule';

const path = ['Drill', 'NamePrefix'];

export const drillPrefixCoversSource: Rule = {
  code: 'drill-prefix-covers-source',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: "a drill's prefix tells its tables from the source",
  *find(spec) {
    const prefix = stringAt(spec, path);
    const source = sourceTableName(spec);
    if (prefix === undefined || prefix === '' || source === undefined || !source.startsWith(prefix)) return;
    const target = targetOf(spec);
    const rename: Edit[] =
      target === undefined || target.startsWith('drill-')
        ? []
        : [{ kind: 'set', path: ['TargetTableName'], value: `drill-${target}`.slice(0, 255) }];
    yield {
      at: { path, part: 'value' },
      message: `The name of the source, ${quoted(source)}, begins with this prefix too. Tables of drills are deleted: choose a prefix that no other table has.`,
      fixes: [
        {
          title: 'Use the prefix "drill-"',
          edits: [{ kind: 'set', path, value: 'drill-' }, ...rename],
        },
      ],
    };
  },
};
