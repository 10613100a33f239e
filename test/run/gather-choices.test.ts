import { afterEach, beforeEach, expect, test } from 'vitest';
import { check, soundFixes } from '../../server/core/check';
import { applyTextEdits, textEdits } from '../../server/core/spec/edit';
import { parseSpec } from '../../server/core/spec/spec';
import { gather } from '../../server/run/gather';
import { bench, region, sent, type Bench } from './over-sockets';

let on: Bench;

beforeEach(async () => {
  on = await bench();
});

afterEach(() => on.close());

const table = (TableName: string, where = region, more: object = {}) =>
  on.sandbox.seed.table({ region: where, table: { TableName }, ...more });
const backup = (name: string, at?: number) =>
  on.sandbox.seed.backup({ region, table: 'Orders', name, ...(at === undefined ? {} : { at }) });

/** The fixes that are offered for a code, each with the specs it leads to; and that each leaves no error when asked anew. */
async function mended(code: string, written: Record<string, unknown>): Promise<Record<string, unknown>> {
  const spec = parseSpec(JSON.stringify(written));
  const { facts, failures } = await gather(spec, on.ports, region);
  expect(failures).toEqual([]);
  const problem = check(spec, facts).problems.find((one) => one.code === code);
  if (problem === undefined) throw new Error(`${code} was not found`);
  const results = new Map<string, unknown>();
  for (const { title, edits } of soundFixes(spec, facts, problem)) {
    const text = applyTextEdits(spec.text, textEdits(spec, edits));
    const again = parseSpec(text);
    const anew = check(again, (await gather(again, on.ports, region)).facts);
    expect(anew.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    results.set(title, JSON.parse(text));
  }
  return Object.fromEntries(results);
}

test('the name offered for a target that exists is one that is free', async () => {
  await table('Orders');
  for (const suffix of ['', '-2', '-3', '-5']) await table(`Orders-restored${suffix}`);
  const { arn: BackupArn } = backup('b');
  expect(await mended('target-exists', { BackupArn, TargetTableName: 'Orders-restored' })).toEqual({
    'Restore into "Orders-restored-4"': { BackupArn, TargetTableName: 'Orders-restored-4' },
  });
});

test('names beyond the first page are taken too, and of too long a list none is believed', async () => {
  await table('Orders');
  await table('Orders-restored');
  for (let index = 0; index < 120; index++) await table(`A-${index}`);
  const spec = parseSpec(JSON.stringify({ BackupArn: backup('b').arn, TargetTableName: 'Orders-restored' }));
  expect((await gather(spec, on.ports, region)).facts.choices.destinationTables).toHaveLength(122);
  expect(sent(on, 'ListTables')).toBe(2);
  const read: typeof on.account.read = (where, operation, input, signal) =>
    operation === 'ListTables'
      ? Promise.resolve<never>({ TableNames: ['x'], LastEvaluatedTableName: 'x' } as never)
      : on.account.read(where, operation, input, signal);
  const endless = { ...on.ports, account: { ...on.ports.account, read } };
  expect((await gather(spec, endless, region)).facts.choices.destinationTables).toBeUndefined();
});

test('a misspelt source table is held against those that stand', async () => {
  await table('Orders', region, { pointInTime: { days: 7 } });
  await table('Customers');
  const rest = { UseLatestRestorableTime: true, TargetTableName: 'New' };
  expect(await mended('source-missing-in-region', { SourceTableName: 'Ordres', ...rest })).toEqual({
    'Change to "Orders"': { SourceTableName: 'Orders', ...rest },
  });
});

test('a deleted source table is restored from the SYSTEM backup that it left', async () => {
  await table('Orders', region, { pointInTime: { days: 7 } });
  on.sandbox.seed.deleteTable(region, 'Orders', on.sandbox.clock.now());
  on.sandbox.clock.advance(60_000);
  const fixes = await mended('source-missing-in-region', {
    SourceTableArn: `arn:aws:dynamodb:${region}:123456789012:table/Orders`,
    RestoreDateTime: '2026-11-20T09:00:00Z',
    TargetTableName: 'Orders',
  });
  expect(Object.values(fixes)).toEqual([
    { BackupArn: expect.stringMatching(/-00000000$/) as string, TargetTableName: 'Orders' },
  ]);
});

test('a table without point-in-time recovery is restored from its newest backups', async () => {
  await table('Orders');
  const { arn } = backup('nightly');
  const written = { SourceTableName: 'Orders', UseLatestRestorableTime: true, TargetTableName: 'New' };
  expect(Object.values(await mended('point-in-time-off', written))).toEqual([
    { BackupArn: arn, TargetTableName: 'New' },
  ]);
});

test('for a backup that is gone, the nearest of the same table are offered', async () => {
  await table('Orders');
  const now = on.sandbox.clock.now();
  const [first, last] = [backup('first', now - 3_600_000), backup('last', now)];
  const gone = first.arn.replace(/.{8}$/, 'ffffffff');
  const fixes = await mended('backup-missing', { BackupArn: gone, TargetTableName: 'New' });
  expect(Object.values(fixes)).toEqual([
    { BackupArn: first.arn, TargetTableName: 'New' },
    { BackupArn: last.arn, TargetTableName: 'New' },
  ]);
});

test('an ARN with the wrong Region in it is put right', async () => {
  await table('Orders');
  const { arn } = backup('b');
  const fixes = await mended('backup-missing', {
    BackupArn: arn.replace(region, 'us-east-1'),
    TargetTableName: 'New',
  });
  expect(fixes).toEqual({
    [`Change the Region in the ARN to ${region}, where this backup is`]: {
      BackupArn: arn,
      TargetTableName: 'New',
    },
  });
});

test('a table of the Region in use is named by its real ARN in a restore to another Region', async () => {
  await table('Orders', region, { pointInTime: { days: 7 } });
  const written = { SourceTableName: 'Orders', UseLatestRestorableTime: true, TargetTableName: 'New' };
  expect(
    Object.values(await mended('cross-region-by-name', { ...written, Region: 'us-east-1' })),
  ).toMatchObject([
    {
      SourceTableArn: `arn:aws:dynamodb:${region}:123456789012:table/Orders`,
      SSESpecificationOverride: { Enabled: true, SSEType: 'KMS' },
    },
  ]);
});

test('choices that cannot be read are none, and nothing counts as not checked for that', async () => {
  await table('Orders');
  await table('Orders-restored');
  const fault = { code: 'AccessDeniedException', message: 'no' };
  on.sandbox.faults.add({ operation: 'ListTables', fault, times: 9 });
  const spec = parseSpec(JSON.stringify({ BackupArn: backup('b').arn, TargetTableName: 'Orders-restored' }));
  const { facts, failures } = await gather(spec, on.ports, region);
  expect(facts.choices).toEqual({});
  expect(failures).toEqual([]);
});

test('where nothing is wrong, nothing is listed', async () => {
  await table('Orders');
  const spec = parseSpec(JSON.stringify({ BackupArn: backup('b').arn, TargetTableName: 'New' }));
  await gather(spec, on.ports, region);
  expect(['ListTables', 'ListBackups', 'ListAliases'].map((operation) => sent(on, operation))).toEqual([
    0, 0, 0,
  ]);
});
