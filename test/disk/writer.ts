import { fileJournal } from '../../server/disk/journal-file';

/** Appends rows without end and prints the number of each one once it is on the disk. */
async function write(folder: string, name: string): Promise<void> {
  const journal = fileJournal(folder);
  const note = 'x'.repeat(2_000);
  for (let row = 0; ; row++) {
    await journal.append({ op: `${name}-${row}`, at: '2026-11-20T10:00:00.000Z', state: 'closed', note });
    process.stdout.write(`${name}-${row}\n`);
  }
}

void write(process.argv[2] ?? '', process.argv[3] ?? '');
