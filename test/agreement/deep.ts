import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { askAbout, emptyTally, told, type Tally } from './run';
import { withoutSockets } from './wires';
import { openWorld } from './world';

/**
 * As many specs as are asked for, in parts that a run can be broken off between: DDBBACKUP_AGREEMENT_DOCS says how many, DDBBACKUP_SEED which,
 * and DDBBACKUP_AGREEMENT_FILE where the tally is kept, to go on from. Ends with 1 when there is a disagreement.
 */
const count = Number(process.env['DDBBACKUP_AGREEMENT_DOCS'] ?? 100_000);
const seed = Number(process.env['DDBBACKUP_SEED'] ?? 1);
const file = process.env['DDBBACKUP_AGREEMENT_FILE'];
const part = 1000;

/** What was counted before, of the same seed. */
function kept(): Tally | undefined {
  if (file === undefined) return undefined;
  try {
    const tally = JSON.parse(readFileSync(file, 'utf8')) as Tally;
    return tally.seed === seed ? tally : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function keep(tally: Tally): void {
  if (file === undefined) return;
  writeFileSync(`${file}.new`, JSON.stringify(tally));
  renameSync(`${file}.new`, file);
}

async function main(): Promise<void> {
  const world = await openWorld();
  const wire = withoutSockets(world.sandbox);
  let tally = kept() ?? emptyTally(seed);
  const first = tally.count;
  const start = performance.now();
  while (tally.count < count) {
    const before = tally.count;
    tally = await askAbout(world, wire, tally, Math.min(before + part, count));
    keep(tally);
    if (tally.count === before) break;
  }
  await world.close();
  process.stdout.write(`${told(tally)}\n`);
  const perSpec = (performance.now() - start) / Math.max(1, tally.count - first);
  process.stdout.write(`${tally.count - first} in this run, ${perSpec.toFixed(2)} ms each\n`);
  if (tally.disagreements.length > 0) process.exitCode = 1;
}

await main();
