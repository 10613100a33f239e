// Patterns of the service's model: names of tables and indexes are `[a-zA-Z0-9_.-]+`, matched as a whole (API_RestoreTableFromBackup);
// a deviation is "failed to satisfy constraint: Member must satisfy regular expression pattern".
import { parseTableArn } from '../spec/arn';
import { nameOf } from '../spec/name-of';
import { nameShape } from '../spec/request-shape';
import { textOf } from '../spec/tree';
import { visits } from '../spec/visits';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';
import type { Path } from '../spec/edit';

export const badPattern: Rule = {
  code: 'bad-pattern',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'names and codes have the form they must have',
  *find(spec) {
    for (const { node, path, shape } of visits(spec)) {
      const value = textOf(node);
      if (value === undefined || shape.kind !== 'string' || !shape.pattern) continue;
      if (value === '' || shape.pattern.regex.test(value)) continue;
      yield {
        at: { path, part: 'value' },
        message: `${quoted(value)} cannot be ${nameOf(path)}: it takes ${shape.pattern.words}.`,
        fixes: shape === nameShape ? repaired(path, value) : [],
      };
    }
  },
};

function repaired(path: Path, value: string): Fix[] {
  if (path.at(-1) === 'SourceTableName' && parseTableArn(value)) {
    return [{ title: 'Use it as SourceTableArn', edits: [{ kind: 'rename', path, name: 'SourceTableArn' }] }];
  }
  const name = value.trim().replace(/[^a-zA-Z0-9_.-]+/g, '-');
  return [{ title: `Change to ${quoted(name)}`, edits: [{ kind: 'set', path, value: name }] }];
}
