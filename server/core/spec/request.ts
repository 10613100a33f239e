import type { FactName, Facts } from '../facts';
import { parseBackupArn, parseTableArn, type TableArn } from './arn';
import { rememberIn } from './remember';
import { isOwnKey } from './shape';
import type { Source, Spec } from './spec';
import { booleanAt, has, plainValue, properties, stringAt } from './tree';

/** What a spec asks for, read from its keys. */

/** The keys that name what is restored: a spec has one of them. */
export const sourceKeys = ['BackupArn', 'SourceTableArn', 'SourceTableName'];

/** The one source of a spec; undefined while there is none, or more than one. */
export const sourceOf = rememberIn((spec: Spec): Source | undefined => {
  const backupArn = stringAt(spec, ['BackupArn']);
  const tableArn = stringAt(spec, ['SourceTableArn']);
  const tableName = stringAt(spec, ['SourceTableName']);
  if (sourceKeys.filter((key) => has(spec, [key])).length !== 1) return undefined;
  if (backupArn !== undefined) return { kind: 'backup', backupArn };
  if (tableArn === undefined && tableName === undefined) return undefined;
  const restoreDateTime = stringAt(spec, ['RestoreDateTime']);
  return {
    kind: 'point-in-time',
    ...(tableName !== undefined && { tableName }),
    ...(tableArn !== undefined && { tableArn }),
    ...(restoreDateTime !== undefined && { restoreDateTime }),
  };
});

/** Does the spec go back to the latest restorable moment? `false` counts as absent, for the service too. */
export function usesLatestTime(spec: Spec): boolean {
  return booleanAt(spec, ['UseLatestRestorableTime']) === true;
}

/** Partition, Region, account and table that the source's ARN names; undefined for a table named by name, or a malformed ARN. */
export const sourceArn = rememberIn((spec: Spec): TableArn | undefined => {
  const source = sourceOf(spec);
  if (source?.kind === 'backup') return parseBackupArn(source.backupArn);
  return source?.tableArn === undefined ? undefined : parseTableArn(source.tableArn);
});

/** Name of the source table, as far as the text tells it. */
export function sourceTableName(spec: Spec): string | undefined {
  const source = sourceOf(spec);
  return (source?.kind === 'point-in-time' ? source.tableName : undefined) ?? sourceArn(spec)?.table;
}

/** Name of the new table. */
export function targetOf(spec: Spec): string | undefined {
  return stringAt(spec, ['TargetTableName']);
}

/** Where the new table will stand: `Region`, else the Region of the source's ARN, else the Region in use; undefined = not known. */
export function destinationRegion(spec: Spec, facts: Facts): string | undefined {
  const written = writtenRegion(spec);
  if (written !== undefined) return written;
  return facts.regionInUse === 'unknown' ? undefined : facts.regionInUse;
}

/** The destination as far as the file alone decides it. */
export function writtenRegion(spec: Spec): string | undefined {
  return stringAt(spec, ['Region']) ?? sourceArn(spec)?.region;
}

/** The fact that `destinationRegion` needs, where the file alone does not decide it. */
export function destinationFact(spec: Spec): FactName | undefined {
  return writtenRegion(spec) === undefined ? 'regionInUse' : undefined;
}

/** Where the source lies: the Region of its ARN; a table named by name is looked up in the destination. */
export function sourceRegion(spec: Spec, facts: Facts): string | undefined {
  const source = sourceOf(spec);
  if (source?.kind === 'point-in-time' && source.tableName !== undefined)
    return destinationRegion(spec, facts);
  return sourceArn(spec)?.region;
}

/** Does the restore cross Regions? Decided by the text alone: without an ARN it cannot. */
export function crossesRegions(spec: Spec): boolean {
  const region = stringAt(spec, ['Region']);
  const source = sourceArn(spec);
  return region !== undefined && source !== undefined && region !== source.region;
}

/** The account that the file is about: `AccountId`, else the account in the source's ARN. */
export function writtenAccount(spec: Spec): string | undefined {
  return stringAt(spec, ['AccountId']) ?? sourceArn(spec)?.account;
}

/** The account whose tables these are: that of the source's ARN. A table named by name has none; then `AccountId`, where it is one. */
export function tableAccount(spec: Spec): string | undefined {
  const named = stringAt(spec, ['AccountId']);
  return sourceArn(spec)?.account ?? (/^\d{12}$/.test(named ?? '') ? named : undefined);
}

/** Which call makes this restore; undefined while there is no one source. */
export function operationOf(spec: Spec): 'RestoreTableFromBackup' | 'RestoreTableToPointInTime' | undefined {
  const source = sourceOf(spec);
  if (!source) return undefined;
  return source.kind === 'backup' ? 'RestoreTableFromBackup' : 'RestoreTableToPointInTime';
}

/** The AWS request: the spec without our own keys, value for value, in the order of the text. */
export function requestInput(spec: Spec): Record<string, unknown> {
  if (spec.root?.type !== 'object') return {};
  return Object.fromEntries(
    properties(spec.root).flatMap(({ key, value }) =>
      isOwnKey(key) || !value ? [] : [[key, plainValue(value)]],
    ),
  );
}
