import { plain } from '../core/explain';
import type { BackupDescription } from '../core/facts';
import { parseBackupArn, parseTableArn } from '../core/spec/arn';
import { isMissingTable } from '../run/missing-table';
import type { Account } from '../run/ports';
import { Refused } from './refusal';

export type Asked = { region: string; backupArn: string } | { region: string; table: string };

const LONGEST_NAME = 255;
const LONGEST_FILE_STEM = 100;
const MOST_TRIES = 50;

/** A file to begin with: runs as it stands, and says in comments what else could be chosen. */
export async function newSpec(
  asked: Asked,
  account: Account,
  signal?: AbortSignal,
): Promise<{ fileName: string; text: string }> {
  const begun =
    'backupArn' in asked
      ? await fromBackup(asked.backupArn, account, signal)
      : await fromTable(asked.region, asked.table, account, signal);
  const target = await freeName(begun.sourceTable, begun.region, account, signal);
  return { fileName: `${target.slice(0, LONGEST_FILE_STEM)}.ddbbackup.json`, text: textOf(begun, target) };
}

interface Begun {
  account: string;
  region: string;
  sourceTable: string;
  /** Lines of the file that name the source: comments and members. */
  source: string[];
  afterRestore: Record<string, string>;
  remark: string;
}

async function fromBackup(backupArn: string, account: Account, signal?: AbortSignal): Promise<Begun> {
  const arn = parseBackupArn(backupArn);
  if (arn === undefined) throw new Refused('BackupArn', 'This is not the ARN of a DynamoDB backup.');
  const input = { BackupArn: backupArn };
  const { BackupDescription } = await account.read(arn.region, 'DescribeBackup', input, signal);
  const { BackupDetails, SourceTableDetails } = BackupDescription;
  const stands = await standsStill(arn.region, SourceTableDetails, account, signal);
  return {
    account: arn.account,
    region: arn.region,
    sourceTable: arn.table,
    source: [
      `// The backup "${plain(BackupDetails.BackupName)}" of ${plain(BackupDetails.BackupCreationDateTime)}.`,
      member('BackupArn', backupArn),
    ],
    afterRestore: stands ? { Default: 'FromSource' } : recordedSettings(BackupDescription),
    remark: stands
      ? 'Settings that a restore leaves behind are read from the live table and put back.'
      : 'The source table is gone: only what the backup recorded can be put back. Write the other settings out, or leave them.',
  };
}

async function standsStill(
  region: string,
  { TableName, TableId }: BackupDescription['SourceTableDetails'],
  account: Account,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    return (await account.read(region, 'DescribeTable', { TableName }, signal)).Table.TableId === TableId;
  } catch (error) {
    if (isMissingTable(error)) return false;
    throw error;
  }
}

/** A SYSTEM backup records none of its table's features. */
function recordedSettings({ SourceTableFeatureDetails }: BackupDescription): Record<string, string> {
  const { StreamDescription, TimeToLiveDescription } = SourceTableFeatureDetails;
  return {
    ...(StreamDescription && { StreamSpecification: 'FromBackup' }),
    ...(TimeToLiveDescription && { TimeToLiveSpecification: 'FromBackup' }),
  };
}

async function fromTable(
  region: string,
  table: string,
  account: Account,
  signal?: AbortSignal,
): Promise<Begun> {
  const { Table } = await account.read(region, 'DescribeTable', { TableName: table }, signal);
  const answer = await account.read(region, 'DescribeContinuousBackups', { TableName: table }, signal);
  const point = answer.ContinuousBackupsDescription.PointInTimeRecoveryDescription;
  const arn = parseTableArn(Table.TableArn);
  if (arn === undefined) throw new Refused('TableArn', 'AWS answered with something that is no table ARN.');
  if (point?.PointInTimeRecoveryStatus !== 'ENABLED') {
    throw new Refused(
      'PointInTimeRecoveryOff',
      `Point-in-time recovery is off for ${plain(table)}, so it cannot be restored to a moment. Restore one of its backups instead.`,
    );
  }
  const earliest = plain(point.EarliestRestorableDateTime ?? '');
  return {
    account: arn.account,
    region: arn.region,
    sourceTable: arn.table,
    source: [
      member('SourceTableArn', Table.TableArn),
      '// Or a moment with its offset instead, not before this one:',
      `// "RestoreDateTime": ${JSON.stringify(earliest)},`,
      '"UseLatestRestorableTime": true,',
    ],
    afterRestore: { Default: 'FromSource' },
    remark: 'Settings that a restore leaves behind are read from the live table and put back.',
  };
}

/** `Orders-restored`, `Orders-restored-2`, ...: the first that no table has. */
async function freeName(
  table: string,
  region: string,
  account: Account,
  signal?: AbortSignal,
): Promise<string> {
  for (let number = 1; number <= MOST_TRIES; number++) {
    const suffix = number === 1 ? '-restored' : `-restored-${number}`;
    const name = `${table.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    try {
      await account.read(region, 'DescribeTable', { TableName: name }, signal);
    } catch (error) {
      if (isMissingTable(error)) return name;
      throw error;
    }
  }
  throw new Refused(
    'NoFreeName',
    `${plain(table)}-restored up to -${MOST_TRIES} are all taken. Delete some first.`,
  );
}

function textOf({ account, region, source, afterRestore, remark }: Begun, target: string): string {
  const settings = Object.entries(afterRestore).map(
    ([key, value]) => `    ${JSON.stringify(key)}: "${value}"`,
  );
  const block = settings.length === 0 ? ['{}'] : ['{', `${settings.join(',\n')}\n  }`];
  return [
    '{',
    '  // One restore. Nothing is sent before you have seen the plan and confirmed it.',
    `  ${member('AccountId', account)}`,
    '  // Where the new table will stand.',
    `  ${member('Region', region)}`,
    ...source.map((line) => `  ${line}`),
    `  ${member('TargetTableName', target)}`,
    `  // ${remark}`,
    `  "AfterRestore": ${block.join('\n')}`,
    '}',
    '',
  ].join('\n');
}

function member(key: string, value: string): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)},`;
}
