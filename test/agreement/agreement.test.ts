import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../server/core/rules';
import { asking } from './asked';
import { found } from './found';
import { askAbout, emptyTally, told, type Tally } from './run';
import { verdictOn } from './verdict';
import { overSockets, withoutSockets } from './wires';
import { openWorld, type AgreementWorld } from './world';

const seed = Number(process.env['DDBBACKUP_SEED'] ?? 20_261_120);
const count = Number(process.env['DDBBACKUP_AGREEMENT_DOCS'] ?? 5000);

let world: AgreementWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Errors that specs are aimed at; each must be shown to be right by an answer of the service. */
const aimedAt = `
  account-mismatch backup-arn-malformed backup-missing backup-not-available bad-enum bad-pattern caller-mismatch
  capacity-without-provisioned cross-region-by-name cross-region-needs-encryption duplicate-key encryption-aes256 encryption-fields
  encryption-key-account encryption-key-managed-by-aws encryption-key-missing encryption-key-not-enabled
  encryption-key-not-symmetric encryption-key-region encryption-service-key index-capacity-forbidden index-capacity-missing
  index-keys index-not-in-source index-projection local-index-hash missing-key on-demand-limits-empty on-demand-limits-forbidden
  out-of-range partition-mismatch point-in-time-ambiguous point-in-time-missing point-in-time-off projected-attributes
  provisioned-without-capacity restore-time-format restore-time-in-future restore-time-outside-window restore-time-too-old
  source-ambiguous source-being-deleted source-missing source-missing-in-region table-arn-malformed target-exists
  target-is-source time-with-backup unknown-key wrong-type`
  .trim()
  .split(/\s+/);

describe('what was found once', () => {
  test.each(found)('$name', async ({ spec, kind, by }) => {
    const nightly = world.sources.find(({ kind: is, table }) => is === 'backup' && table === 'Plain');
    const text = JSON.stringify(spec).replace('"NIGHTLY"', JSON.stringify(nightly?.arn));
    const verdict = verdictOn(world, text, await asking(world, withoutSockets(world.sandbox))(text));
    expect(verdict).toMatchObject({
      kind,
      ...(by !== undefined && { by: expect.arrayContaining([by]) as string[] }),
    });
  });
});

describe('the checker and the service', () => {
  let tally: Tally;

  test('agree on specs sent through the whole product, over sockets', { timeout: 120_000 }, async () => {
    const wire = overSockets(world.sandbox, world.account);
    const few = await askAbout(world, wire, emptyTally(seed + 1), 200);
    expect(few.disagreements, told(few)).toEqual([]);
  });

  test(`agree on ${count} specs`, { timeout: 3_600_000 }, async () => {
    tally = await askAbout(world, withoutSockets(world.sandbox), emptyTally(seed), count);
    process.stdout.write(`${told(tally)}\n`);
    expect(tally.disagreements).toEqual([]);
    expect(tally.count).toBe(count);
  });

  test('showed to be right each rule that specs are aimed at', () => {
    const codes = new Set(rules.map(({ code }) => code));
    expect(aimedAt.filter((code) => !codes.has(code))).toEqual([]);
    // Fewer specs than usual cannot hold them all.
    if (count >= 5000) expect(aimedAt.filter((code) => tally.shown[code] === undefined)).toEqual([]);
  });

  test('were both asked about specs of every kind', () => {
    const share = (kind: string): number => (tally.kinds[kind] ?? 0) / tally.count;
    expect(share('accepted')).toBeGreaterThan(0.2);
    expect(share('refused')).toBeGreaterThan(0.3);
    expect(share('not said') + share('not to be seen')).toBeLessThan(0.12);
  });
});
