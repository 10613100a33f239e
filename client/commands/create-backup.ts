import { window } from 'vscode';
import { createBackup as create, describeTable, suggestBackupName } from '../../server/protocol';
import { accountIn } from '../arn';
import { granted } from '../ask';
import { confirmWrite } from '../confirm';
import { tableFor } from '../pick-table';
import { waiting } from '../progress';
import { shown } from '../text';
import { chosen, type Command, type Parts } from './command';

const TITLE = 'Create Backup';
/** API_CreateBackup, BackupName. */
const NAME = /^[a-zA-Z0-9_.-]*$/;
const SHORTEST = 3;
const LONGEST = 255;

/** The backup appears in the explorer as CREATING; the server follows it until it is AVAILABLE. */
export const createBackup = (
  parts: Pick<Parts, 'ask' | 'connection' | 'explorer' | 'settings'>,
): Command => ({
  id: 'ddbbackup.createBackup',
  needs: 'connection',
  async run(given) {
    const { ask, explorer } = parts;
    const at = await tableFor(given, TITLE, parts);
    const name = await askName(await ask(suggestBackupName, { table: at.table }), at);
    const { arn } = granted(await ask(describeTable, at));
    await confirmWrite(
      {
        question: `Create the backup "${name}" of table ${at.table}?`,
        verb: TITLE,
        accountId: accountIn(arn) ?? '',
        ...at,
      },
      parts,
    );
    // Cancelling could not take the request back, so there is nothing to cancel.
    const row = granted(
      await waiting(`Asking for the backup ${shown(name)}…`, () => ask(create, { ...at, name }), {
        cancellable: false,
      }),
    );
    await explorer.changed(at.region, at.table);
    await explorer.reveal({ ...at, backupArn: row.backupArn, open: false });
  },
});

async function askName(
  suggested: string,
  { region, table }: { region: string; table: string },
): Promise<string> {
  return chosen(
    await window.showInputBox({
      title: `${TITLE} of ${shown(table)} in ${shown(region)}`,
      prompt: 'A name for the backup. Names need not be unique, but it helps.',
      value: suggested,
      ignoreFocusOut: true,
      validateInput: nameFault,
    }),
  );
}

/** What is wrong with a backup's name, or nothing. */
export function nameFault(name: string): string | undefined {
  if (!NAME.test(name)) return 'Only letters, digits, "_", "-" and "." are allowed';
  if (name.length < SHORTEST) return `At least ${SHORTEST} characters`;
  if (name.length > LONGEST) return `At most ${LONGEST} characters; these are ${name.length}`;
  return undefined;
}
