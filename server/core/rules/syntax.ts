// A spec is JSON with comments and trailing commas (RFC 8259, and the two liberties of VS Code's own "JSON with Comments").
import type { Rule } from './rule';

export const syntax: Rule = {
  code: 'syntax',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the text is JSON',
  *find({ syntax: problems }) {
    for (const { code, message, offset, length } of problems) {
      if (code === 'syntax') yield { at: { start: offset, end: offset + length }, message };
    }
  },
};
