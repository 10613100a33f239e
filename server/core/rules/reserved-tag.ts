// Tag keys beginning with "aws:" are reserved, in any case (Developer Guide, "Tagging restrictions in DynamoDB"; letters, digits, space and
// + - = . _ : / @ are allowed).
import { entriesAt, entryOrList, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const list = ['AfterRestore', 'Tags'];

export const reservedTag: Rule = {
  code: 'reserved-tag',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'tags have names and values that may be set',
  *find(spec) {
    for (const entry of entriesAt(spec, list)) {
      for (const part of ['Key', 'Value']) {
        const text = stringAt(spec, [...entry, part]) ?? '';
        const isReserved = part === 'Key' && /^aws:/i.test(text);
        if (!isReserved && /^[\p{L}\p{N}\p{Z}+\-=._:/@]*$/u.test(text)) continue;
        yield {
          at: { path: [...entry, part], part: 'value' },
          message: isReserved
            ? `Tags beginning with "aws:" belong to AWS; ${quoted(text)} cannot be set.`
            : `${quoted(text)} cannot be in a tag: letters, digits, spaces and + - = . _ : / @ can.`,
          fixes: [{ title: 'Remove this tag', edits: [{ kind: 'remove', path: entryOrList(spec, entry) }] }],
        };
      }
    }
  },
};
