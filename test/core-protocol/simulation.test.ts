import { expect, test } from 'vitest';
import { simulate } from './simulate';

/** More with DDBBACKUP_SEEDS; one again with DDBBACKUP_SEED. */
const seeds = Number(process.env['DDBBACKUP_SEEDS'] ?? 20_000);
const only = process.env['DDBBACKUP_SEED'];

test(
  'whatever is lost, killed or done by others: at most one table, and nothing is told that is not so',
  { timeout: 600_000 },
  async () => {
    const ends = new Map<string, number>();
    const from = only === undefined ? 1 : Number(only);
    const to = only === undefined ? seeds : from;
    for (let seed = from; seed <= to; seed++) {
      const told = await simulate(seed);
      for (const end of told.ends) ends.set(end, (ends.get(end) ?? 0) + 1);
      if (told.violations.length > 0) expect.fail(`seed ${seed}: ${told.violations.join('; ')}`);
    }
    // A simulation that never reaches an ending proves nothing about it.
    if (only === undefined) {
      for (const end of ['done', 'rejected', 'unknown', 'foreign', 'vanished']) {
        expect(ends.get(end), end).toBeGreaterThan(seeds / 1_000);
      }
    }
  },
);
