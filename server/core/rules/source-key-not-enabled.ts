// A backup stays under the key it was made with, and a restore needs that key as well as the new one (Developer Guide, "DynamoDB encryption at
// rest: usage notes"). What the service answers when the key is not enabled was never probed, so this is a warning.
import { quoted } from '../plain-text';
import { sourceOf, sourceKeys } from '../spec/request';
import { has } from '../spec/tree';
import { isUsable } from '../usable-key';
import type { Rule } from './rule';

export const sourceKeyNotEnabled: Rule = {
  code: 'source-key-not-enabled',
  severity: 'warning',
  because: 'surprise',
  needs: ['sourceKey'],
  title: 'the key that the source is encrypted with is enabled',
  applies: (spec) => sourceOf(spec) !== undefined,
  *find(spec, { sourceKey: key }) {
    if (key === 'unknown' || key === 'none' || (key !== 'missing' && isUsable(key))) return;
    const at = sourceKeys.find((candidate) => has(spec, [candidate]));
    yield {
      at: { path: [at ?? 'BackupArn'], part: 'value' },
      message:
        key === 'missing'
          ? 'The key that the source is encrypted with does not exist any more. Its data cannot be decrypted, and so not be restored.'
          : `The key that the source is encrypted with, ${quoted(key.KeyId)}, is ${quoted(key.KeyState ?? '')}. It must be enabled until the restore is done, also when the new table gets another key.`,
    };
  },
};
