// A drill deletes the table it made. So that no other table can ever be meant, the name of the table must begin with the drill's prefix.
import { targetOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const path = ['TargetTableName'];

export const drillTargetPrefix: Rule = {
  code: 'drill-target-prefix',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: "the name of a drill's table begins with its prefix",
  *find(spec) {
    const prefix = stringAt(spec, ['Drill', 'NamePrefix']);
    const target = targetOf(spec);
    if (prefix === undefined || target === undefined || target.startsWith(prefix)) return;
    const name = `${prefix}${target}`.slice(0, 255);
    yield {
      at: { path, part: 'value' },
      message: `The table of a drill is deleted afterwards, so its name must begin with ${quoted(prefix)}.`,
      fixes: [
        { title: `Change to ${quoted(name)}`, edits: [{ kind: 'set', path, value: name }], preferred: true },
      ],
    };
  },
};
