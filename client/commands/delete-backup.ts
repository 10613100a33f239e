import { window } from 'vscode';
import { deleteBackup as remove } from '../../server/protocol';
import { accountIn } from '../arn';
import { granted } from '../ask';
import { shown } from '../text';
import { isBackup } from '../tree/kinds';
import { chosen, type Command, type Parts } from './command';

/** Only for backups made on demand that are complete: DynamoDB lets nobody delete the others through its own API. */
export const deleteBackup = ({ ask, explorer }: Pick<Parts, 'ask' | 'explorer'>): Command => ({
  id: 'ddbbackup.deleteBackup',
  needs: 'connection',
  async run(given) {
    if (!isBackup(given)) return;
    const { backup, region } = given;
    if (backup.type !== 'USER' || backup.status !== 'AVAILABLE') return;
    const { backupArn, backupName, tableName } = backup;
    const name = shown(backupName);
    const where = `Account ${shown(accountIn(backupArn) ?? 'unknown')}, ${shown(region)}, table ${shown(tableName)}.`;
    const typedName = chosen(
      await window.showInputBox({
        title: `Delete Backup ${name} of ${shown(tableName)}`,
        prompt: `${where} Deleting cannot be undone. Type the backup's name to delete it: ${name}`,
        ignoreFocusOut: true,
        validateInput: (typed) => (typed === backupName ? undefined : `This is not ${name} yet. ${where}`),
      }),
    );
    granted(await ask(remove, { backupArn, typedName }));
    await explorer.changed(region, tableName);
  },
});
