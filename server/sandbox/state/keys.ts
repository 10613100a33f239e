import { partitionOf } from './arn';

/** A KMS key, good or with one of the faults that DynamoDB meets. */
export interface Key {
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  readonly aliases: readonly string[];
  state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  readonly spec: 'SYMMETRIC_DEFAULT' | 'HMAC_256' | 'RSA_2048';
  readonly manager: 'AWS' | 'CUSTOMER';
  /** What the key's policy keeps from the caller. */
  readonly denied?: 'kms:CreateGrant' | 'kms:DescribeKey';
}

/** The account whose keys are not shared with the sandbox's own. */
export const otherAccount = '999988887777';

/**
 * The keys of a Region: the AWS managed ones, two good customer keys (one of them multi-Region), and one for each fault.
 * Their aliases say what they are for.
 */
export function keysOf(region: string, account: string): Key[] {
  const key = (number: number, alias: string, more: Partial<Key> = {}): Key => {
    const id = more.id ?? `0000000${number}-aaaa-4bbb-8ccc-dddddddddddd`;
    const owner = more.account ?? account;
    return {
      id,
      arn: `arn:${partitionOf(region)}:kms:${region}:${owner}:key/${id}`,
      account: owner,
      aliases: [alias],
      state: 'Enabled',
      spec: 'SYMMETRIC_DEFAULT',
      manager: 'CUSTOMER',
      ...more,
    };
  };
  return [
    key(0, 'alias/aws/dynamodb', { manager: 'AWS' }),
    key(1, 'alias/aws/s3', { manager: 'AWS', denied: 'kms:CreateGrant' }),
    key(2, 'alias/good'),
    key(3, 'alias/multi-region', { id: 'mrk-00000003aaaabbbbccccdddddddddddd' }),
    key(4, 'alias/disabled', { state: 'Disabled' }),
    key(5, 'alias/pending-deletion', { state: 'PendingDeletion' }),
    key(6, 'alias/hmac', { spec: 'HMAC_256' }),
    key(7, 'alias/rsa', { spec: 'RSA_2048' }),
    key(8, 'alias/no-grant', { denied: 'kms:CreateGrant' }),
    key(9, 'alias/other-account', { account: otherAccount, denied: 'kms:DescribeKey' }),
  ];
}

export function managedKey(keys: readonly Key[]): Key {
  const found = keys.find((key) => key.aliases.includes('alias/aws/dynamodb'));
  if (found === undefined) throw new Error('A Region always has the AWS managed key of DynamoDB.');
  return found;
}

/** A key by its id, ARN, alias or alias ARN; an alias is known in its own account only. */
export function findKey(keys: readonly Key[], given: string): Key | undefined {
  const alias = /(?:^|:)(alias\/.+)$/.exec(given)?.[1];
  return keys.find((key) =>
    alias === undefined
      ? key.arn === given || key.id === given
      : key.account !== otherAccount && key.aliases.includes(alias),
  );
}
