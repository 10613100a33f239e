import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { specFilesAt } from '../../server/disk/spec-files';

test('a folder stands for all specs below it, without hidden folders and packages', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ddbbackup-specs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files = [
    'b.ddbbackup.json',
    'a.ddbbackup.json',
    'deep/er/c.ddbbackup.json',
    'x.json',
    '.git/d.ddbbackup.json',
    'node_modules/p/e.ddbbackup.json',
  ];
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), '{}');
  }
  const found = (await specFilesAt(folder)).map((file) => path.relative(folder, file));
  expect(found).toEqual([
    'a.ddbbackup.json',
    'b.ddbbackup.json',
    path.join('deep', 'er', 'c.ddbbackup.json'),
  ]);
  expect(await specFilesAt(path.join(folder, 'x.json'))).toEqual([path.join(folder, 'x.json')]);
  await expect(specFilesAt(path.join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
});
