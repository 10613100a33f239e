import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSpec } from '../../server/core/spec/spec';
import { restore } from '../../server/run/restore';
import { verify, wantedOf } from '../../server/run/verify';
import { bench, follow, planned, region, type Bench } from './over-sockets';

let on: Bench;
beforeEach(async () => {
  on = await bench();
});
afterEach(() => on.close());

async function restoredOrders() {
  await on.sandbox.seed.table({ region, table: { TableName: 'Orders' }, items: [{ pk: { S: 'a' } }] });
  const backup = on.sandbox.seed.backup({ region, table: 'Orders', name: 'before' });
  const plan = await planned(on, {
    BackupArn: backup.arn,
    TargetTableName: 'New',
    AfterRestore: { Tags: [{ Key: 'team', Value: 'orders' }], DeletionProtectionEnabled: true },
  });
  await follow(restore(plan, { profile: 'test' }, on.ports));
  return plan;
}

const wanted = { compareSettings: true, sampleKeys: [{ pk: { S: 'a' } }, { pk: { S: 'b' } }] };
const faults = (verdicts: Awaited<ReturnType<typeof verify>>) =>
  verdicts.filter(({ ok }) => !ok).map(({ what }) => what);

test('a table as planned passes in every point; an item that is not there is told', async () => {
  const verdicts = await verify(await restoredOrders(), wanted, on.ports);
  expect(faults(verdicts)).toEqual(['item {"pk":{"S":"b"}}']);
  expect(verdicts.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['TableStatus', 'KeySchema', 'BillingMode', 'Tags', 'DeletionProtectionEnabled']),
  );
});

test('what was changed since is told with both values', async () => {
  const plan = await restoredOrders();
  const change = { TableName: 'New', DeletionProtectionEnabled: false };
  on.sandbox.clock.advance(60_000);
  await on.account.write(region, 'UpdateTable', change);
  const verdicts = await verify(plan, { ...wanted, sampleKeys: [] }, on.ports);
  expect(verdicts.filter(({ ok }) => !ok)).toEqual([
    { what: 'DeletionProtectionEnabled', expected: 'true', found: 'false', ok: false },
  ]);
});

test('what cannot be read is not verified', async () => {
  const plan = await restoredOrders();
  const fault = { code: 'AccessDeniedException', message: 'no' };
  on.sandbox.faults.add({ operation: 'ListTagsOfResource', fault, times: 9 });
  on.sandbox.faults.add({ operation: 'GetItem', fault, times: 99 });
  const verdicts = await verify(plan, wanted, on.ports);
  expect(faults(verdicts)).toEqual(['Tags', 'item {"pk":{"S":"a"}}', 'item {"pk":{"S":"b"}}']);
});

test('a table that does not stand is one plain fault', async () => {
  const plan = await restoredOrders();
  const elsewhere = { ...plan, input: { ...plan.input, TargetTableName: 'Elsewhere' } };
  const verdicts = await verify(elsewhere, { ...wanted, sampleKeys: [] }, on.ports);
  expect(verdicts).toEqual([
    { what: 'TableName', expected: 'Elsewhere', found: 'there is no such table', ok: false },
  ]);
});

test.each([
  [{}, { compareSettings: true, sampleKeys: [] }],
  [{ Verify: { CompareSettings: false } }, { compareSettings: false, sampleKeys: [] }],
  [
    { Verify: { SampleKeys: [{ pk: { S: 'a' } }, 'rubbish'] } },
    { compareSettings: true, sampleKeys: [{ pk: { S: 'a' } }] },
  ],
])('what the file wants: %j', (spec, expected) => {
  expect(wantedOf(parseSpec(JSON.stringify(spec)))).toEqual(expected);
});
