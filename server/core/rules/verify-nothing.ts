// Verifying compares settings (unless CompareSettings is false) and reads sample keys. Without both, all that is seen is an ACTIVE table:
// that holds for an empty one too.
import { booleanAt, entriesAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['Verify', 'CompareSettings'];

export const verifyNothing: Rule = {
  code: 'verify-nothing',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'verifying looks at something',
  ofAbsence: true,
  *find(spec) {
    if (booleanAt(spec, path) !== false || entriesAt(spec, ['Verify', 'SampleKeys']).length > 0) return;
    yield {
      at: { path, part: 'value' },
      message:
        'With CompareSettings off and no SampleKeys, all that is verified is that the table is ACTIVE. Compare the settings, or name some keys.',
      fixes: [{ title: 'Compare the settings', edits: [{ kind: 'set', path, value: true }] }],
    };
  },
};
