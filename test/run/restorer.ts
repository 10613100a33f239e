import { openAccount } from '../../server/aws';
import type { Plan } from '../../server/core/plan';
import { fileJournal } from '../../server/disk/journal-file';
import { folderLocks } from '../../server/disk/lock';
import { restore } from '../../server/run/restore';

/** A program that restores by a plan and prints what it is told; it is there to be killed. Its seconds are milliseconds. */
async function main(endpoint: string, folder: string, plan: Plan, startMs: number): Promise<void> {
  const begunMs = Date.now();
  const ports = {
    account: openAccount({ endpoint }),
    journal: fileJournal(folder),
    locks: folderLocks(folder),
    clock: {
      now: () => startMs + Date.now() - begunMs,
      sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / 1_000)),
    },
    random: Math.random,
  };
  for await (const event of restore(plan, { profile: 'test' }, ports)) {
    process.stdout.write(`${event.kind}\n`);
  }
}

const [, , endpoint = '', folder = '', plan = '', startMs = ''] = process.argv;
void main(endpoint, folder, JSON.parse(plan) as Plan, Number(startMs));
