// No request of DynamoDB nests deeper than ten levels; the parser behind this check is recursive and must not be led deeper than 100.
import type { Rule } from './rule';

export const tooDeep: Rule = {
  code: 'too-deep',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'values are not nested deeper than any request',
  *find({ syntax }) {
    for (const { code, message, offset, length } of syntax) {
      if (code === 'too-deep') yield { at: { start: offset, end: offset + length }, message };
    }
  },
};
