import { openAccount, type OpenAccount } from '../../server/aws';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import type { Backup } from '../../server/sandbox/state/backup';
import type { Settings } from '../../server/sandbox/state/settings';
import { everyBackup, everyTable, gone, now } from './tables';

/** Something to restore from, and what the service really has on record of it. */
export interface Source {
  kind: 'backup' | 'table';
  region: string;
  table: string;
  arn: string;
  settings: Settings;
  /** The moments it can be restored to, where it is a table with point-in-time recovery. */
  window?: { earliest: number; latest: number };
}

/** A sandbox full of tables and backups, where time stands still: whatever a restore makes is taken away again. */
export interface AgreementWorld {
  sandbox: Sandbox;
  account: OpenAccount;
  sources: Source[];
  /** Names of the tables that are always there. */
  standing(region: string): ReadonlySet<string>;
  close(): Promise<void>;
}

export const regions = ['eu-west-1', 'us-east-1'] as const;

export async function openWorld(): Promise<AgreementWorld> {
  const sandbox = await startSandbox({ now, scale: 1, throttling: false });
  const account = openAccount({ endpoint: sandbox.url, pace: async () => {} });
  for (const seed of everyTable) await sandbox.seed.table(seed);
  for (const seed of everyBackup) sandbox.seed.backup(seed);
  for (const { region, table, at } of gone) sandbox.seed.deleteTable(region, table, at);
  leaveInCreation(sandbox, 'eu-west-1', 'Making');
  await account.write('eu-west-1', 'CreateBackup', { TableName: 'Plain', BackupName: 'unfinished' });
  await account.write('eu-west-1', 'RestoreTableFromBackup', {
    BackupArn: backupNamed(sandbox, 'eu-west-1', 'busy').arn,
    TargetTableName: 'Arriving',
  });
  const standing = new Map(
    [...sandbox.world.regions.values()].map(({ name, tables }) => [name, new Set(tables.keys())]),
  );
  return {
    sandbox,
    account,
    standing: (region) => standing.get(region) ?? new Set(),
    sources: [...sourcesIn(sandbox)],
    async close() {
      account.close();
      await sandbox.close();
    },
  };
}

function leaveInCreation(sandbox: Sandbox, region: string, table: string): void {
  const found = sandbox.world.regions.get(region)?.tables.get(table);
  if (found) found.activeAt = now + 4000;
}

function backupNamed(sandbox: Sandbox, region: string, name: string): Backup {
  const found = backupsIn(sandbox, region).find((backup) => backup.name === name);
  if (!found) throw new Error(`There is no backup ${name} in ${region}.`);
  return found;
}

function backupsIn(sandbox: Sandbox, region: string): Backup[] {
  return [...(sandbox.world.regions.get(region)?.backups ?? [])];
}

const fiveMinutesMs = 300_000;
const dayMs = 86_400_000;

function* sourcesIn(sandbox: Sandbox): Iterable<Source> {
  for (const region of regions) {
    for (const { arn, settings, source } of backupsIn(sandbox, region))
      yield { kind: 'backup', region, table: source.name, arn, settings };
    for (const { name, arn, settings, pointInTime } of sandbox.world.regions.get(region)?.tables.values() ??
      []) {
      const window = pointInTime && {
        earliest: Math.max(pointInTime.since, now - pointInTime.days * dayMs),
        latest: Math.max(pointInTime.since, now - fiveMinutesMs),
      };
      yield { kind: 'table', region, table: name, arn, settings, ...(window && { window }) };
    }
  }
}
