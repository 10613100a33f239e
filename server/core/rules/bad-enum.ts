// The enumerations of the service's model; they are case sensitive: "failed to satisfy constraint: Member must satisfy enum value set".
import { nameOf } from '../spec/name-of';
import { nearest } from '../spec/nearest';
import { textOf } from '../spec/tree';
import { visits } from '../spec/visits';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const badEnum: Rule = {
  code: 'bad-enum',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'values that come from a fixed list are on it',
  *find(spec) {
    for (const { node, path, shape } of visits(spec)) {
      const value = textOf(node);
      if (value === undefined || shape.kind !== 'string' || !shape.values) continue;
      if (shape.values.includes(value)) continue;
      const meant = nearest(value, shape.values);
      const others = shape.values.filter((other) => other !== meant);
      yield {
        at: { path, part: 'value' },
        message: `${quoted(value)} is no value of ${nameOf(path)}. It takes ${shape.values.map((other) => `"${other}"`).join(', ')}.`,
        fixes: [...(meant === undefined ? [] : [meant]), ...others].slice(0, 4).map((other) => ({
          title: `Change to "${other}"`,
          edits: [{ kind: 'set', path, value: other }],
          preferred: other === meant,
        })),
      };
    }
  },
};
