import { plain } from '../core/explain';
import type { BackupSummary, BackupType } from '../core/facts';
import { jsonText } from '../core/reports/json-text';
import { parseBackupArn } from '../core/spec/arn';
import { createBackup, followBackup, suggestBackupName } from '../run/backup';
import { deleteBackup } from '../run/delete-backup';
import { everyBackup, newestFirst } from '../run/list';
import type { Command } from './arguments';
import { EXIT, UsageError, type ExitCode } from './exit';
import type { Connected, Shell } from './shell';

type Named<Name extends Command['name']> = Extract<Command, { name: Name }>;

/** Make a backup, and wait until it can be restored from. Its ARN is the result. */
export async function create(shell: Shell, command: Named<'backup create'>): Promise<ExitCode> {
  const connected = await shell.connect(command.connection);
  const { ports, profile } = connected;
  const region = regionOf(connected);
  const backupName = command.backupName ?? suggestBackupName(command.table, ports);
  const request = { region, tableName: command.table, backupName, profile };
  const made = await createBackup(request, ports, shell.interrupted);
  shell.out(`${plain(made.BackupArn)}\n`);
  shell.err(`The backup ${plain(made.BackupName)} is ${made.BackupStatus}.\n`);
  if (!command.wait || made.BackupStatus !== 'CREATING') return EXIT.fine;
  for await (const { BackupStatus } of followBackup(made.BackupArn, ports, shell.interrupted))
    shell.err(`It is ${BackupStatus}.\n`);
  return EXIT.fine;
}

const TYPES: readonly BackupType[] = ['USER', 'SYSTEM', 'AWS_BACKUP'];

/** All backups, newest first: one line each with time, type, state, size, table, name and ARN, between tabs. */
export async function list(shell: Shell, command: Named<'backup list'>): Promise<ExitCode> {
  const connected = await shell.connect(command.connection);
  const region = regionOf(connected);
  const found = new Map<string, BackupSummary>();
  for (const BackupType of TYPES.filter((type) => command.type === 'ALL' || command.type === type)) {
    const question = { BackupType, ...(command.table === undefined ? {} : { TableName: command.table }) };
    const rows = await everyBackup(connected.ports.account, region, question, shell.interrupted);
    for (const row of rows) found.set(row.BackupArn, row);
  }
  for (const row of newestFirst(found.values())) shell.out(`${line(row)}\n`);
  if (found.size === 0) shell.err('There are no such backups.\n');
  return EXIT.fine;
}

function line(row: BackupSummary): string {
  const size = row.BackupSizeBytes === undefined ? '-' : String(row.BackupSizeBytes);
  return [
    row.BackupCreationDateTime,
    row.BackupType,
    row.BackupStatus,
    size,
    row.TableName,
    row.BackupName,
    row.BackupArn,
  ]
    .map(plain)
    .join('\t');
}

/** Everything that AWS tells about one backup, as JSON. */
export async function describe(shell: Shell, command: Named<'backup describe'>): Promise<ExitCode> {
  const region = regionOfArn(command.arn);
  const { ports } = await shell.connect(command.connection);
  const { BackupDescription } = await ports.account.read(
    region,
    'DescribeBackup',
    { BackupArn: command.arn },
    shell.interrupted,
  );
  shell.out(`${jsonText(BackupDescription)}\n`);
  return EXIT.fine;
}

/** Delete one backup whose name was given along. */
export async function remove(shell: Shell, command: Named<'backup delete'>): Promise<ExitCode> {
  regionOfArn(command.arn);
  const { ports } = await shell.connect(command.connection);
  await deleteBackup({ backupArn: command.arn, typedName: command.confirm }, ports, shell.interrupted);
  shell.err(`The backup ${plain(command.confirm)} is deleted.\n`);
  return EXIT.fine;
}

function regionOfArn(arn: string): string {
  const parsed = parseBackupArn(arn);
  if (!parsed) throw new UsageError(`"${plain(arn)}" is not the ARN of a DynamoDB backup.`);
  return parsed.region;
}

function regionOf({ region }: Connected): string {
  if (!region)
    throw new UsageError('Which Region? Give --region, set AWS_REGION, or choose a profile that has one.');
  return region;
}
