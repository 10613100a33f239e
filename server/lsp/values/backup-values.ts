import { plain } from '../../core/explain';
import type { BackupSummary } from '../../core/facts';
import { parseBackupArn } from '../../core/spec/arn';
import { recordedFeatures } from '../about';
import { agoInWords, momentInWords, regionInWords, sizeInWords } from '../in-words';
import type { LiveValue, LiveValues, Scene } from './scene';

/** What the editor shows of a name beside others. */
const NAME_UNITS = 40;

/** Backups of the chosen Regions, newest first, whatever their table. */
export function backupValues(scene: Scene): LiveValues {
  const { listed, regions } = scene;
  const open = regions.filter((region) => !listed.settled({ list: 'backups', region }));
  return { values: listed.backups().map((backup) => backupValue(backup, scene)), more: open.length > 0 };
}

function backupValue(backup: BackupSummary, { facts, regions }: Scene): LiveValue {
  const region = parseBackupArn(backup.BackupArn)?.region ?? '';
  const age = agoInWords(backup.BackupCreationDateTime, facts.now);
  const size = backup.BackupSizeBytes === undefined ? [] : [sizeInWords(backup.BackupSizeBytes)];
  const type = backup.BackupType === 'USER' ? [] : [plain(backup.BackupType)];
  const status = backup.BackupStatus === 'AVAILABLE' ? [] : [plain(backup.BackupStatus)];
  const [name, table] = [plain(backup.BackupName), plain(backup.TableName)];
  const right = [...type, ...status, ...(regions.length > 1 ? [region] : [])];
  return {
    // The one of a deleted table has a name of DynamoDB's own making, which says no more.
    label: backup.BackupType === 'SYSTEM' ? 'deleted table' : name.slice(0, NAME_UNITS),
    value: backup.BackupArn,
    beside: [table.slice(0, NAME_UNITS), age].join(' · '),
    ...(right.length === 0 ? {} : { right: right.join(' · ') }),
    detail: [table, age, ...type, ...status, ...size].join(' · '),
    about: aboutLines(backup, facts.backup).join('\n'),
    // A name or a table is typed in full, an ARN from its beginning: editors look at the first 128 units.
    search: `${table.slice(0, 30)} ${name.slice(0, 24)} ${backup.BackupArn}`,
  };
}

function aboutLines(backup: BackupSummary, described: Scene['facts']['backup']): string[] {
  const expiry =
    backup.BackupExpiryDateTime === undefined
      ? []
      : [`Expires ${momentInWords(backup.BackupExpiryDateTime)}`];
  const indexes =
    typeof described !== 'string' && described.BackupDetails.BackupArn === backup.BackupArn
      ? recordedFeatures(described)
      : [];
  return [
    `"${plain(backup.BackupName)}" of ${plain(backup.TableName)}`,
    `Made ${momentInWords(backup.BackupCreationDateTime)}`,
    `In ${regionInWords(parseBackupArn(backup.BackupArn)?.region ?? '')}`,
    ...expiry,
    ...indexes,
  ];
}
