import { folderLocks } from '../../server/disk/lock';

/** Takes lock after lock as fast as it can, keeps them all, and prints those it got. */
async function race(folder: string, keys: number): Promise<void> {
  const locks = folderLocks(folder);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  for (let key = 0; key < keys; key++) {
    if ((await locks.take(`key ${key}`)) !== undefined) process.stdout.write(`got ${key}\n`);
  }
  process.stdout.write('done\n');
  await new Promise((resolve) => process.stdin.once('end', resolve));
}

void race(process.argv[2] ?? '', Number(process.argv[3]));
