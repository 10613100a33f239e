import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSpecFile, specFilesAt, writeSpecFile } from '../../server/disk/spec-files';

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ddbbackup-specs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

test('a folder stands for all specs below it, without hidden folders and packages', async () => {
  const folder = await folderWith({
    'b.ddbbackup.json': '{}',
    'a.ddbbackup.json': '{}',
    'deep/er/c.ddbbackup.json': '{}',
    'x.json': '{}',
    '.git/d.ddbbackup.json': '{}',
    'node_modules/p/e.ddbbackup.json': '{}',
  });
  const found = (await specFilesAt(folder)).map((file) => path.relative(folder, file));
  expect(found).toEqual([
    'a.ddbbackup.json',
    'b.ddbbackup.json',
    path.join('deep', 'er', 'c.ddbbackup.json'),
  ]);
  expect(await specFilesAt(path.join(folder, 'x.json'))).toEqual([path.join(folder, 'x.json')]);
  await expect(specFilesAt(path.join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
});

test('a spec is written as a whole: its mode stays, a link to it stays a link, and nothing lies beside it', async () => {
  const folder = await folderWith({ 'real.ddbbackup.json': 'before' });
  const real = path.join(folder, 'real.ddbbackup.json');
  const link = path.join(folder, 'link.ddbbackup.json');
  await chmod(real, 0o666);
  await symlink(real, link);
  await writeSpecFile(link, '\uFEFF{ "Description": "ä" }');
  expect(await readSpecFile(real)).toBe('\uFEFF{ "Description": "ä" }');
  expect((await stat(real)).mode & 0o777).toBe(0o666);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect((await readdir(folder)).toSorted()).toEqual(['link.ddbbackup.json', 'real.ddbbackup.json']);
});

test('a spec that cannot be written stays as it was', async () => {
  const folder = await folderWith({ 'folder/x': '' });
  await expect(writeSpecFile(path.join(folder, 'folder'), '{}')).rejects.toThrow();
  expect(await readFile(path.join(folder, 'folder/x'), 'utf8')).toBe('');
  expect(await readdir(folder)).toEqual(['folder']);
});

test('bytes that are no UTF-8 are not read as something else', async () => {
  const folder = await folderWith({ 'latin-1.ddbbackup.json': new Uint8Array([0x22, 0xe4, 0x22]) });
  await expect(readSpecFile(path.join(folder, 'latin-1.ddbbackup.json'))).rejects.toThrow('not valid');
});
