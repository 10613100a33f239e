import { open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

const SUFFIX = '.ddbbackup.json';

/**
 * A file as text, its byte order mark included. Rejects with Node's own error, or with a TypeError for bytes that are no UTF-8: read
 * leniently they would become other characters, and a fix would write these.
 */
export async function readSpecFile(file: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
}

/** Replace a file at one stroke: whatever happens, there is the old text or the new one, never a part. A link stays a link. */
export async function writeSpecFile(file: string, text: string): Promise<void> {
  const target = await realpath(file);
  const beside = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.chmod((await stat(target)).mode & 0o777);
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** A file as it is, a folder as all specs below it, in alphabetical order. Hidden folders and `node_modules` are passed over. */
export async function specFilesAt(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const found: string[] = [];
  const entries = await readdir(place, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules')
        found.push(...(await specFilesAt(inside)));
    } else if (entry.isFile() && entry.name.endsWith(SUFFIX)) found.push(inside);
  }
  return found;
}
