import { FileType, type TextDocument, Uri, window, workspace } from 'vscode';
import { newSpec } from '../../server/protocol';
import { granted } from '../ask';
import { tableFor } from '../pick-table';
import { waiting } from '../progress';
import { isBackup, isPointInTime } from '../tree/kinds';
import { chosen, type Command, type Parts, SteppedBack } from './command';

const TITLE = 'New Restore Spec';
const ENDING = '.ddbbackup.json';
/** Names that Windows keeps for devices, whatever follows the dot; all of them can be table names. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** From a backup, or from a table's point-in-time window. */
export const newRestoreSpec = (parts: Pick<Parts, 'ask' | 'connection'>): Command => ({
  id: 'ddbbackup.newRestoreSpec',
  needs: 'connection',
  async run(given) {
    const source = await sourceOf(given, parts);
    const answer = await waiting(
      'Writing a restore spec from what AWS recorded…',
      (signal) =>
        parts.ask(newSpec, source, signal).catch((error: unknown) => {
          throw signal.aborted ? new SteppedBack('the wait for the spec was ended') : error;
        }),
      { cancellable: true },
    );
    const { fileName, text } = granted(answer);
    await window.showTextDocument(await place(safeName(fileName), text));
  },
});

async function sourceOf(given: unknown, parts: Pick<Parts, 'ask' | 'connection'>) {
  if (isBackup(given)) return { region: given.region, backupArn: given.backup.backupArn };
  if (isPointInTime(given)) return { region: given.region, table: given.table };
  return tableFor(given, TITLE, parts);
}

/** The name begins with a table's name, which may be one that a file system takes for something else. */
export function safeName(fileName: string): string {
  if (!/^[a-zA-Z0-9_.-]+$/.test(fileName) || !fileName.endsWith(ENDING)) return `restore${ENDING}`;
  return DEVICE.test(fileName) || fileName.startsWith('.') ? `table-${fileName}` : fileName;
}

async function place(fileName: string, text: string): Promise<TextDocument> {
  const folder = await workspaceFolder();
  if (folder === undefined) return workspace.openTextDocument({ language: 'ddbbackup', content: text });
  const uri = await freeFile(folder, fileName);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return workspace.openTextDocument(uri);
}

async function workspaceFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return chosen(await window.showWorkspaceFolderPick({ placeHolder: 'Folder for the restore spec' })).uri;
}

/** `Orders.ddbbackup.json`, or with the first number that is free. */
async function freeFile(folder: Uri, fileName: string): Promise<Uri> {
  const stem = fileName.slice(0, -ENDING.length);
  const entries = await workspace.fs.readDirectory(folder);
  // Compared without case: on some file systems these are one name.
  const taken = new Set(
    entries.filter(([, type]) => type !== FileType.Unknown).map(([name]) => name.toLowerCase()),
  );
  let name = fileName;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}-${number}${ENDING}`;
  return Uri.joinPath(folder, name);
}
