// KMSMasterKeyId: "key ID, Amazon Resource Name (ARN), alias name, or alias ARN" (API_SSESpecification).
import { parseKmsKey } from '../spec/arn';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const path = ['SSESpecificationOverride', 'KMSMasterKeyId'];

export const encryptionKeyForm: Rule = {
  code: 'encryption-key-form',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'KMSMasterKeyId has the form of a key or an alias',
  *find(spec) {
    const text = stringAt(spec, path);
    if (text === undefined || text === '' || parseKmsKey(text).kind !== 'other') return;
    const isName = /^[a-zA-Z0-9/_-]+$/.test(text) && !text.startsWith('alias/');
    yield {
      at: { path, part: 'value' },
      message: `${quoted(text)} is neither a key id, nor an alias ("alias/..."), nor the ARN of one.`,
      fixes: isName
        ? [
            {
              title: `Change to ${quoted(`alias/${text}`)}`,
              edits: [{ kind: 'set', path, value: `alias/${text}` }],
            },
          ]
        : [],
    };
  },
};
