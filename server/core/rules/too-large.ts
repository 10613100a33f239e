// A restore request is limited by the service to far less than 1 MiB; a larger file is another file by mistake.
import type { Rule } from './rule';

export const tooLarge: Rule = {
  code: 'too-large',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the file is no larger than 1 MiB',
  *find({ syntax }) {
    for (const { code, message, offset, length } of syntax) {
      if (code === 'too-large') yield { at: { start: offset, end: offset + length }, message };
    }
  },
};
