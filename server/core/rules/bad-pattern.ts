// Patterns of the service's model: names of tables and indexes are `[a-zA-Z0-9_.-]+`, matched as a whole (API_RestoreTableFromBackup);
// a deviation is "failed to satisfy constraint: Member must satisfy regular expression pattern".
import { knownRegions, parseTableArn } from '../spec/arn';
import { misfits } from '../spec/misfits';
import { nameOf } from '../spec/name-of';
import { nearest } from '../spec/nearest';
import type { StringShape } from '../spec/kind';
import { nameShape } from '../spec/request-shape';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';
import type { Path } from '../spec/path';

export const badPattern: Rule = {
  code: 'bad-pattern',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'names and codes have the form they must have',
  *find(spec) {
    for (const { path, text, shape } of misfits(spec).pattern) {
      yield {
        at: { path, part: 'value' },
        message: `${quoted(text)} cannot be ${nameOf(path)}: it takes ${shape.pattern?.words}.`,
        fixes: shape === nameShape ? repaired(path, text) : [...meant(path, text, shape)],
      };
    }
  },
};

function repaired(path: Path, value: string): Fix[] {
  if (path.at(-1) === 'SourceTableName' && parseTableArn(value)) {
    return [{ title: 'Use it as SourceTableArn', edits: [{ kind: 'rename', path, name: 'SourceTableArn' }] }];
  }
  const name = value.trim().replace(/[^a-zA-Z0-9_.-]+/g, '-');
  return [changed(path, name, name === value.trim())];
}

/** The value without what does not belong to it: blanks round it, hyphens in an account number, capitals in a Region. */
function* meant(path: Path, text: string, shape: StringShape): Iterable<Fix> {
  const key = String(path.at(-1));
  const value = key === 'AccountId' ? text.replace(/[\s-]/g, '') : text.trim();
  const isRegion = key === 'Region' || key === 'RegionName';
  const region = isRegion ? nearest(value.replace(/[\s_]+/g, '-'), knownRegions) : undefined;
  if (shape.pattern?.regex.test(value)) yield changed(path, value, true);
  else if (region !== undefined) yield changed(path, region, false);
}

function changed(path: Path, value: string, isSure: boolean): Fix {
  const title = `Change to ${quoted(value)}`;
  return { title, edits: [{ kind: 'set', path, value }], ...(isSure && { preferred: true }) };
}
