import { plain } from '../core/explain';
import type { BackupSummary } from '../core/facts';
import { recordedIndexes, recordedSource, type Recorded } from '../core/recorded';
import { formatTableArn, knownRegions, parseBackupArn, parseTableArn } from '../core/spec/arn';
import type { Path } from '../core/spec/edit';
import { destinationRegion, sourceTableName } from '../core/spec/request';
import { agoInWords, sizeInWords } from './in-words';
import type { Listed } from './listings';
import type { OpenSpec } from './documents';
import type { Knowledge } from './knowledge';

export interface LiveParts {
  known: Knowledge;
  listed: Listed;
  regions: () => readonly string[];
  nowMs(): number;
}

/** A value to choose, as plain data. */
export interface LiveValue {
  label: string;
  value: unknown;
  detail?: string;
}

/** Values that only the account knows, for a place in a spec: from what was listed and learnt before, never asked for. */
export function liveValuesAt(path: Path, open: OpenSpec, parts: LiveParts): LiveValue[] {
  const [top, index, member] = path;
  if (path.length === 1) return topLevelValues(String(top), open, parts);
  const list = indexesOf(String(top), recordedFor(open, parts));
  if (path.length === 2 && typeof index === 'number') return list;
  return path.length === 3 && member === 'IndexName'
    ? list.map(({ label }) => ({ label, value: label }))
    : [];
}

function topLevelValues(key: string, open: OpenSpec, parts: LiveParts): LiveValue[] {
  switch (key) {
    case 'BackupArn':
      return parts.listed.backups().map((backup) => backupValue(backup, parts.nowMs()));
    case 'SourceTableName':
      return tablesInSight(open, parts).map((name) => ({ label: plain(name), value: name }));
    case 'SourceTableArn':
      return tableArns(parts.listed).map((arn) => ({ label: tailOf(arn), value: arn, detail: plain(arn) }));
    case 'Region':
      return [...new Set([...parts.regions(), ...knownRegions])].map((region) => ({
        label: region,
        value: region,
      }));
    case 'TargetTableName':
      return targetNames(open);
    case 'AccountId':
      return accountIds(open, parts);
    case 'GlobalSecondaryIndexOverride':
    case 'LocalSecondaryIndexOverride':
    case 'VectorIndexOverride':
      return allIndexes(key, recordedFor(open, parts));
    default:
      return [];
  }
}

function backupValue(backup: BackupSummary, nowMs: number): LiveValue {
  const id = parseBackupArn(backup.BackupArn)?.backupId ?? backup.BackupArn;
  const about = [
    agoInWords(backup.BackupCreationDateTime, nowMs),
    backup.BackupType,
    backup.BackupStatus,
    ...(backup.BackupSizeBytes === undefined ? [] : [sizeInWords(backup.BackupSizeBytes)]),
  ];
  return {
    label: `${plain(backup.TableName).slice(0, 20)} ${plain(backup.BackupName).slice(0, 14)} ${id}`,
    value: backup.BackupArn,
    detail: `${plain(backup.BackupName)}: ${about.map(plain).join(', ')}`,
  };
}

function tablesInSight(open: OpenSpec, { known, listed, regions }: LiveParts): readonly string[] {
  const region = destinationRegion(open.spec, known.factsFor(open.spec, open.document.uri));
  return region === undefined ? regions().flatMap((one) => listed.tables(one)) : listed.tables(region);
}

/** Of tables that have a backup in sight: ListTables answers names, and an ARN needs the account. */
function tableArns(listed: Listed): string[] {
  const arns = listed.backups().flatMap(({ BackupArn }) => {
    const arn = parseBackupArn(BackupArn);
    return arn === undefined ? [] : [formatTableArn(arn)];
  });
  return [...new Set(arns)];
}

function tailOf(arn: string): string {
  const { table, region } = parseTableArn(arn) ?? { table: arn, region: '' };
  return `${table} ${region}`;
}

function targetNames(open: OpenSpec): LiveValue[] {
  const table = sourceTableName(open.spec);
  if (table === undefined) return [];
  const name = `${table.slice(0, 246)}-restored`;
  return [{ label: plain(name), value: name }];
}

function accountIds(open: OpenSpec, { known }: LiveParts): LiveValue[] {
  const { caller } = known.factsFor(open.spec, open.document.uri);
  return caller === 'unknown'
    ? []
    : [{ label: caller.Account, value: caller.Account, detail: plain(caller.Arn) }];
}

function recordedFor(open: OpenSpec, { known }: LiveParts): Recorded | undefined {
  const recorded = recordedSource(open.spec, known.factsFor(open.spec, open.document.uri));
  return typeof recorded === 'string' ? undefined : recorded;
}

/** The source's indexes, each as a whole entry of an override list. */
function indexesOf(list: string, recorded: Recorded | undefined): LiveValue[] {
  const indexes = recorded === undefined ? undefined : recordedIndexes(recorded);
  return (indexes ?? [])
    .filter((index) => index.list === list)
    .map(({ name, entry }) => ({ label: plain(name), value: entry, detail: 'Index of the source' }));
}

function allIndexes(list: string, recorded: Recorded | undefined): LiveValue[] {
  const each = indexesOf(list, recorded);
  const none = { label: '[]', value: [], detail: 'Restore without these indexes' };
  if (each.length === 0) return [none];
  const label = each.length === 1 ? 'The index of the source' : `All ${each.length} indexes of the source`;
  return [{ label, value: each.map(({ value }) => value) }, none];
}
