import { afterEach, beforeEach, expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { parseSpec } from '../../server/core/spec/spec';
import { gather } from '../../server/run/gather';
import { bench, region, type Bench } from './over-sockets';

let on: Bench;
let backupArn: string;

beforeEach(async () => {
  on = await bench();
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders' } });
  backupArn = on.sandbox.seed.backup({ region, table: 'Orders', name: 'before' }).arn;
});

afterEach(() => on.close());

const keyOf = (alias: string, where = region) => {
  const key = on.sandbox.seed.key(where, alias);
  return { id: key.id, arn: key.arn };
};
const specWith = (KMSMasterKeyId: string, more: object = {}) =>
  parseSpec(
    JSON.stringify({
      BackupArn: backupArn,
      TargetTableName: 'New',
      SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId },
      ...more,
    }),
  );
const asked = (spec: ReturnType<typeof specWith>) => gather(spec, on.ports, region);
const keyCalls = () => on.sandbox.requests.all.filter(({ service }) => service === 'kms');

/** What the service says to a restore with the key, and which rule says it before. */
const rows: [alias: string, code: string, form: 'alias' | 'id' | 'arn'][] = [
  ['alias/no-such-key', 'encryption-key-missing', 'alias'],
  ['alias/disabled', 'encryption-key-not-enabled', 'alias'],
  ['alias/pending-deletion', 'encryption-key-not-enabled', 'id'],
  ['alias/hmac', 'encryption-key-not-symmetric', 'arn'],
  ['alias/rsa', 'encryption-key-not-symmetric', 'alias'],
  ['alias/aws/s3', 'encryption-key-managed-by-aws', 'arn'],
  ['alias/aws/s3', 'encryption-service-key', 'alias'],
];

test.each(rows)('the key %s is refused as %s, as the service refuses it', async (alias, code, form) => {
  const spec = specWith(form === 'alias' ? alias : keyOf(alias)[form]);
  const { facts, failures } = await asked(spec);
  const errors = check(spec, facts).problems.filter(({ severity }) => severity === 'error');
  expect(errors.map((problem) => problem.code)).toEqual([code]);
  expect(failures).toEqual([]);
  const input = JSON.parse(spec.text) as Record<string, unknown>;
  await expect(on.account.write(region, 'RestoreTableFromBackup', input)).rejects.toThrow(/KMS|kms/);
});

test('the key of another account is told from the text, and not asked about', async () => {
  const spec = specWith(`arn:aws:kms:${region}:999988887777:key/00000009-aaaa-4bbb-8ccc-dddddddddddd`);
  const { facts, failures } = await asked(spec);
  expect(check(spec, facts).problems.map(({ code }) => code)).toContain('encryption-key-account');
  expect(failures).toEqual([]);
  expect(keyCalls()).toEqual([]);
});

test.each(['alias', 'id', 'arn'] as const)(
  'a good key, named by its %s, is found and is fine',
  async (form) => {
    const spec = specWith(form === 'alias' ? 'alias/good' : keyOf('alias/good')[form]);
    const { facts } = await asked(spec);
    expect(facts.encryptionKey).toMatchObject({ KeyState: 'Enabled', KeySpec: 'SYMMETRIC_DEFAULT' });
    const { problems, unchecked } = check(spec, facts);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(unchecked).toEqual([]);
  },
);

test('the managed key of DynamoDB by its ARN is told from those of other services', async () => {
  const { facts } = await asked(specWith(keyOf('alias/aws/dynamodb').arn));
  expect(facts.encryptionKey).toMatchObject({ KeyManager: 'AWS', isDefault: true });
});

test('a key of another Region is described there, and its replica in the destination is written', async () => {
  const spec = specWith(keyOf('alias/multi-region', 'us-east-1').arn);
  const { facts } = await asked(spec);
  expect(keyCalls().map((call) => call.region)).toEqual(['us-east-1']);
  const [problem] = check(spec, facts).problems.filter(({ code }) => code === 'encryption-key-region');
  expect(problem?.fixes).toMatchObject([
    { edits: [{ value: keyOf('alias/multi-region').arn }], preferred: true },
  ]);
});

test('a key that may not be looked at is not checked, and why is told', async () => {
  const fault = { code: 'AccessDeniedException', message: 'not authorized to perform: kms:DescribeKey' };
  on.sandbox.faults.add({ operation: 'DescribeKey', fault, times: 9 });
  const spec = specWith('alias/good');
  const { facts, failures } = await asked(spec);
  expect(facts.encryptionKey).toBe('unknown');
  expect(failures).toMatchObject([{ operation: 'DescribeKey', region, code: 'AccessDeniedException' }]);
  const { problems, unchecked } = check(spec, facts);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(unchecked.map(({ title }) => title)).toContain('the encryption key exists');
});

test('an alias that does not exist is held against those that do', async () => {
  const { facts } = await asked(specWith('alias/goood'));
  expect(facts.encryptionKey).toBe('missing');
  expect(facts.choices.aliases?.map(({ AliasName }) => AliasName)).toContain('alias/good');
  expect(new Set(keyCalls().map(({ operation }) => operation))).toEqual(
    new Set(['DescribeKey', 'ListAliases']),
  );
});

test.each([
  ['no key', { SSESpecificationOverride: { Enabled: true, SSEType: 'KMS' } }],
  ['no name of a key', { SSESpecificationOverride: { SSEType: 'KMS', KMSMasterKeyId: 'a b' } }],
  ['the key of a service', { SSESpecificationOverride: { SSEType: 'KMS', KMSMasterKeyId: 'alias/aws/s3' } }],
])('%s: AWS KMS is not asked', async (_, more) => {
  await asked(specWith('alias/good', more));
  expect(keyCalls()).toEqual([]);
});

test('the key of the source is looked at in its Region, and a disabled one is told', async () => {
  const SSESpecification = { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' };
  await on.sandbox.seed.table({ region, table: { TableName: 'Secret', SSESpecification } });
  const { arn: BackupArn } = on.sandbox.seed.backup({ region, table: 'Secret', name: 'b' });
  on.sandbox.seed.key(region, 'alias/good').state = 'Disabled';
  const spec = parseSpec(
    JSON.stringify({
      BackupArn,
      Region: 'us-east-1',
      TargetTableName: 'New',
      SSESpecificationOverride: { Enabled: true, SSEType: 'KMS' },
    }),
  );
  const { facts } = await gather(spec, on.ports, undefined);
  expect(facts.sourceKey).toMatchObject({ KeyState: 'Disabled', Arn: keyOf('alias/good').arn });
  expect(check(spec, facts).problems.map(({ code }) => code)).toContain('source-key-not-enabled');
});

test('a source without a key of AWS KMS has none, and nobody is asked', async () => {
  const spec = parseSpec(JSON.stringify({ BackupArn: backupArn, TargetTableName: 'New' }));
  expect((await asked(spec)).facts.sourceKey).toBe('none');
  expect(keyCalls()).toEqual([]);
});
