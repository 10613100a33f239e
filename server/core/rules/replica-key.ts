// A replica of a table with a customer managed key needs a key of its own Region, as its id, alias or ARN there; of a table with the AWS
// owned key it may have none (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-309, 313). A key belongs to the table's
// account (Developer Guide, "Managing encrypted tables in DynamoDB").
import { parseKmsKey } from '../spec/arn';
import type { Path } from '../spec/path';
import { tableAccount } from '../spec/request';
import type { Spec } from '../spec/spec';
import { booleanAt, entriesAt, has, nodeAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Finding, Rule } from './rule';

const encryption = ['SSESpecificationOverride'];

export const replicaKey: Rule = {
  code: 'replica-key',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'each replica has the kind of key that the table has, of its own Region and account',
  ofAbsence: true,
  *find(spec) {
    for (const entry of entriesAt(spec, ['AfterRestore', 'Replicas'])) {
      const region = stringAt(spec, [...entry, 'RegionName']);
      if (region === undefined) continue;
      const path = [...entry, 'KMSMasterKeyId'];
      const fault = has(spec, path) ? unfit(spec, path, region) : missing(spec, entry, region);
      if (fault) yield fault;
    }
  },
};

function unfit(spec: Spec, path: Path, region: string): Finding | undefined {
  const at = { path, part: 'value' } as const;
  if (hasOwnedKey(spec))
    return {
      at: { path, part: 'key' },
      message:
        'The new table is to have the AWS owned key, and so its replicas can have no key of their own.',
      fixes: [{ title: 'Remove KMSMasterKeyId', edits: [{ kind: 'remove', path }], preferred: true }],
    };
  const text = stringAt(spec, path) ?? '';
  const key = parseKmsKey(text);
  if (!('region' in key)) return undefined;
  const account = tableAccount(spec);
  if (account !== undefined && key.account !== account)
    return {
      at,
      message: `This key belongs to account ${quoted(key.account)}, the table to ${quoted(account)}. The key must be of the same account.`,
    };
  if (key.region === region) return undefined;
  return {
    at,
    message: `This key is of ${quoted(key.region)}; the replica in ${quoted(region)} needs a key of its own Region.`,
    fixes: text.includes('key/mrk-')
      ? [
          {
            title: `Use its replica in ${region}`,
            edits: [{ kind: 'set', path, value: text.replace(`:kms:${key.region}:`, `:kms:${region}:`) }],
            preferred: true,
          },
        ]
      : [],
  };
}

function missing(spec: Spec, entry: Path, region: string): Finding | undefined {
  const key = stringAt(spec, [...encryption, 'KMSMasterKeyId']);
  if (key === undefined || key === '' || key.endsWith('alias/aws/dynamodb')) return undefined;
  const id = /^(?:arn:.*:key\/)?(mrk-[0-9a-fA-F]{32})$/.exec(key)?.[1];
  const path = [...entry, 'KMSMasterKeyId'];
  return {
    at: { path: [...entry, 'RegionName'], part: 'value' },
    message: `The new table has a key of yours, so its replica in ${quoted(region)} needs one too: KMSMasterKeyId is missing.`,
    fixes:
      id === undefined
        ? []
        : [
            {
              title: "Use the replica of the table's multi-Region key",
              edits: [{ kind: 'set', path, value: id }],
            },
          ],
  };
}

/** `{Enabled: false}` and `{}` both mean the AWS owned key. */
function hasOwnedKey(spec: Spec): boolean {
  if (nodeAt(spec, encryption)?.type !== 'object') return false;
  const isOn = booleanAt(spec, [...encryption, 'Enabled']) ?? has(spec, [...encryption, 'SSEType']);
  return !isOn;
}
