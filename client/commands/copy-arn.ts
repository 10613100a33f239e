import { env } from 'vscode';
import { describeTable } from '../../server/protocol';
import { type Ask, granted } from '../ask';
import { isBackup, isTable } from '../tree/kinds';
import type { Command, Parts } from './command';

/** Copies the ARNs of the chosen rows, one a line. */
export const copyArn = ({ ask }: Pick<Parts, 'ask'>): Command => ({
  id: 'ddbbackup.copyArn',
  needs: 'connection',
  async run(clicked, selected) {
    const rows: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
    const arns = await Promise.all(rows.map((row) => arnOf(ask, row)));
    const found = arns.filter((arn) => arn !== undefined);
    if (found.length > 0) await env.clipboard.writeText(found.join('\n'));
  },
});

async function arnOf(ask: Ask, row: unknown): Promise<string | undefined> {
  if (isBackup(row)) return row.backup.backupArn;
  if (!isTable(row)) return undefined;
  return granted(await ask(describeTable, { region: row.region, table: row.table })).arn;
}
