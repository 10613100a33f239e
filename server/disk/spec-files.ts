import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const SUFFIX = '.ddbbackup.json';

/** A file as text, its byte order mark included. Rejects with Node's own error. */
export function readSpecFile(file: string): Promise<string> {
  return readFile(file, 'utf8');
}

export function writeSpecFile(file: string, text: string): Promise<void> {
  return writeFile(file, text, 'utf8');
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
