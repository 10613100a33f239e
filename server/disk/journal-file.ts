import { createHash } from 'node:crypto';
import { constants, watch } from 'node:fs';
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Row } from '../core/journal';
import type { Journal } from '../run/ports';
import { codeOf, unwritable } from './unwritable';

const NAME = 'journal.jsonl';

/**
 * The journal as a file of lines in the state folder. Only appended, by any number of processes: each row goes out in one write at the
 * end of the file and is on the disk before `append` resolves. Each line carries a checksum, and begins with a line break of its own, so
 * that a line torn by a crash or a full disk spoils no other.
 */
export function fileJournal(folder: string): Journal {
  const file = path.join(folder, NAME);
  let queue: Promise<void> = Promise.resolve();
  return {
    append(row) {
      const written = queue.then(() => append(folder, file, row));
      queue = written.catch(() => undefined);
      return written;
    },
    async read() {
      return parse(await textOf(file));
    },
    watch: (onChange) => watched(folder, onChange),
  };
}

/** The folder, since the file may not be there yet; one that is not there either, or that cannot be watched, is never heard of. */
function watched(folder: string, onChange: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || name === NAME) onChange();
    });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
}

async function append(folder: string, file: string, row: Row): Promise<void> {
  try {
    const handle = await openForAppend(folder, file);
    try {
      const line = Buffer.from(`\n${lineOf(row)}\n`);
      const { bytesWritten } = await handle.write(line);
      if (bytesWritten !== line.length) throw new Error('the disk took only a part of the row');
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unwritable(folder, error);
  }
}

async function openForAppend(folder: string, file: string): Promise<FileHandle> {
  const flags = constants.O_WRONLY | constants.O_APPEND;
  try {
    return await open(file, flags);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(file, flags | constants.O_CREAT, 0o600);
  await syncFolder(folder);
  return handle;
}

/** A new file is only sure to be found after a power cut when its folder is on the disk too. Windows cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function lineOf(row: Row): string {
  const text = JSON.stringify(row);
  return `${checksumOf(text)} ${text}`;
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw unwritable(path.dirname(file), error);
  }
}

function parse(text: string): { rows: Row[]; damaged: number } {
  const rows: Row[] = [];
  let damaged = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const row = rowOf(line);
    if (row === undefined) damaged++;
    else rows.push(row);
  }
  return { rows, damaged };
}

function rowOf(line: string): Row | undefined {
  const text = line.slice(17);
  if (line.charAt(16) !== ' ' || checksumOf(text) !== line.slice(0, 16)) return undefined;
  // A line whose checksum holds was written by `lineOf`.
  return JSON.parse(text) as Row;
}
