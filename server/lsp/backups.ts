import { parseBackupArn } from '../core/spec/arn';
import { createBackup, followBackup } from '../run/backup';
import { deleteBackup } from '../run/delete-backup';
import type { Account, Ports } from '../run/ports';
import type { BackupRow } from '../protocol';
import { backupRow } from './backup-row';
import type { Boundary } from './boundary';
import type { AwsConnection } from './connection';
import type { World } from './world';

export interface Backups {
  create(asked: { region: string; table: string; name: string }): Promise<BackupRow>;
  delete(asked: { backupArn: string; typedName: string }): Promise<void>;
  /** Follow no backup any more: the account changed, or the server ends. */
  leave(): void;
}

/** Something looks different at AWS now: under a Region, or one table of it. */
export type Changed = (region: string, table?: string) => void;

/** Neither is cancelled with its question: a request on its way cannot be called back. */
export function backups(aws: AwsConnection, world: World, boundary: Boundary, changed: Changed): Backups {
  const portsOf = (account: Account): Ports => ({ ...world, account });
  let here = new AbortController();

  /** Until it is AVAILABLE; a server that ends meanwhile loses nothing but the news. */
  async function follow(backupArn: string, account: Account, region: string, table: string): Promise<void> {
    const ports = { account, clock: world.clock };
    for await (const _ of followBackup(backupArn, ports, here.signal)) changed(region, table);
  }

  return {
    async create({ region, table, name }) {
      const { fresh } = await aws.account();
      const { profile } = aws.settings().connection;
      // The row needs the table's id, which CreateBackup does not answer.
      const { Table } = await fresh.read(region, 'DescribeTable', { TableName: table });
      const request = { region, tableName: table, backupName: name, profile };
      const details = await createBackup(request, portsOf(fresh));
      changed(region, table);
      boundary.background('followBackup', () => follow(details.BackupArn, fresh, region, table));
      return backupRow(details, Table);
    },
    async delete(asked) {
      const { fresh } = await aws.account();
      await deleteBackup(asked, portsOf(fresh));
      const arn = parseBackupArn(asked.backupArn);
      if (arn !== undefined) changed(arn.region, arn.table);
    },
    leave() {
      here.abort();
      here = new AbortController();
    },
  };
}
