// Tag keys beginning with "aws:" are reserved, in any case (Developer Guide, "Tagging restrictions in DynamoDB"; letters, digits, space and
// + - = . _ : / @ are allowed).
import type { Path } from '../spec/path';
import { withoutEntry } from '../spec/settings';
import type { Spec } from '../spec/spec';
import { entriesAt, entryOrList, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

const list = ['AfterRestore', 'Tags'];

export const reservedTag: Rule = {
  code: 'reserved-tag',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'tags have names and values that may be set',
  *find(spec) {
    for (const entry of taggings(spec)) {
      for (const part of ['Key', 'Value']) {
        const text = stringAt(spec, [...entry, part]) ?? '';
        const isReserved = part === 'Key' && /^aws:/i.test(text);
        if (!isReserved && /^[\p{L}\p{N}\p{Z}+\-=._:/@]*$/u.test(text)) continue;
        yield {
          at: { path: [...entry, part], part: 'value' },
          message: isReserved
            ? `Tags beginning with "aws:" belong to AWS; ${quoted(text)} cannot be set.`
            : `${quoted(text)} cannot be in a tag: letters, digits, spaces and + - = . _ : / @ can.`,
          fixes: [
            ...(isReserved ? [] : [cleaned([...entry, part], text)]),
            { ...withoutTag(spec, entry), ...(isReserved && { preferred: true }) },
          ],
        };
      }
    }
  },
};

/** The tags of the table, and those of its alarms. */
function taggings(spec: Spec): Path[] {
  const alarms = entriesAt(spec, ['AfterRestore', 'Alarms']);
  return [list, ...alarms.map((alarm) => [...alarm, 'Tags'])].flatMap((path) => entriesAt(spec, path));
}

function cleaned(path: Path, text: string): Fix {
  const value = text.replace(/[^\p{L}\p{N}\p{Z}+\-=._:/@]+/gu, '-');
  return { title: `Change to ${quoted(value)}`, edits: [{ kind: 'set', path, value }] };
}

function withoutTag(spec: Spec, entry: Path): Fix {
  const ofTable = entry.length === list.length + 1;
  return {
    title: 'Remove this tag',
    edits: [ofTable ? withoutEntry(spec, entry) : { kind: 'remove', path: entryOrList(spec, entry) }],
  };
}
