import type { BackupSummary, Choices, Facts, TableDescription } from '../core/facts';
import { describableKey, namedKey } from '../core/named-key';
import { parseKmsKey } from '../core/spec/arn';
import { destinationRegion, sourceOf, sourceRegion, sourceTableName } from '../core/spec/request';
import type { Spec } from '../core/spec/spec';
import { everyAlias } from './list-aliases';
import { backupsBefore, EndlessList, newestFirst } from './list';
import type { Account } from './ports';
import { readerOf, type Reader } from './reader';
import { usableRegion } from './usable-region';

/**
 * What fixes choose from, for what is wrong under the facts. When it cannot be read there is nothing to choose from: that something is wrong
 * is known already.
 */
export async function choicesFor(
  account: Account,
  spec: Spec,
  facts: Facts,
  signal?: AbortSignal,
): Promise<Choices> {
  const reader = readerOf(account, () => undefined, signal);
  const destination = usableRegion(destinationRegion(spec, facts));
  const from = usableRegion(sourceRegion(spec, facts));
  const [destinationTables, sourceTables, sourceInUse, backups, aliases] = await Promise.all([
    destination !== undefined && typeof facts.target === 'object' ? namesIn(reader, destination) : undefined,
    from !== undefined && isMissingTable(spec, facts) ? namesIn(reader, from) : undefined,
    sourceInUseOf(reader, spec, facts),
    from !== undefined && wantsBackup(spec, facts) ? backupsOf(reader, spec, facts, from) : undefined,
    wantsAlias(spec, facts) ? aliasesFor(reader, spec, facts) : undefined,
  ]);
  return {
    ...(destinationTables && { destinationTables }),
    ...(sourceTables && { sourceTables }),
    ...(sourceInUse && { sourceInUse }),
    ...(backups && { backups }),
    ...(aliases && { aliases }),
  };
}

/** The default quota is 2,500 tables for an account and Region; in one with far more, no names are suggested. */
const mostPages = 50;

/** All names, or none: of a part it could not be said that a name is free. */
async function namesIn(reader: Reader, region: string): Promise<string[] | undefined> {
  const names: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const from = after === undefined ? {} : { ExclusiveStartTableName: after };
    const answer = await reader.read(region, 'ListTables', { Limit: 100, ...from });
    if (typeof answer === 'string') return undefined;
    names.push(...answer.TableNames);
    after = answer.LastEvaluatedTableName;
    if (after === undefined) return names;
  }
  return undefined;
}

function isMissingTable(spec: Spec, { source }: Facts): boolean {
  return sourceOf(spec)?.kind === 'point-in-time' && source === 'missing';
}

/** A table named by name is looked up in the destination; people mean the one in the Region they work in. */
async function sourceInUseOf(
  reader: Reader,
  spec: Spec,
  facts: Facts,
): Promise<TableDescription | undefined> {
  const source = sourceOf(spec);
  const region = facts.regionInUse === 'unknown' ? undefined : usableRegion(facts.regionInUse);
  if (source?.kind !== 'point-in-time' || source.tableName === undefined || facts.source !== 'missing')
    return undefined;
  if (region === undefined || region === destinationRegion(spec, facts)) return undefined;
  const answer = await reader.read(region, 'DescribeTable', { TableName: source.tableName });
  return typeof answer === 'string' ? undefined : answer.Table;
}

/** The source that is named cannot be restored from: another backup of the table may. */
function wantsBackup(spec: Spec, { backup, source, continuousBackups }: Facts): boolean {
  if (sourceOf(spec)?.kind === 'backup')
    return (
      backup === 'missing' ||
      (typeof backup === 'object' && backup.BackupDetails.BackupStatus !== 'AVAILABLE')
    );
  if (source === 'missing' || (typeof source === 'object' && source.TableStatus === 'DELETING')) return true;
  if (typeof continuousBackups === 'string') return false;
  return continuousBackups.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus !== 'ENABLED';
}

/** The newest backups of the table, where the source lies and in the Region in use: an ARN may name the wrong one. */
async function backupsOf(
  reader: Reader,
  spec: Spec,
  { now, regionInUse }: Facts,
  region: string,
): Promise<BackupSummary[] | undefined> {
  const table = sourceTableName(spec);
  if (table === undefined) return undefined;
  const regions = new Set([region, usableRegion(regionInUse) ?? region]);
  const listed = await Promise.all(
    [...regions].map((one) =>
      listOf(reader, (account, signal) =>
        backupsBefore(account, one, table, { nowMs: now }, signal === undefined ? {} : { signal }),
      ),
    ),
  );
  const found = listed.flatMap((listing) => listing?.rows ?? []);
  return found.length === 0 ? undefined : newestFirst(found);
}

function wantsAlias(spec: Spec, { encryptionKey }: Facts): boolean {
  return encryptionKey === 'missing' && parseKmsKey(describableKey(spec) ?? '').kind.startsWith('alias');
}

async function aliasesFor(reader: Reader, spec: Spec, facts: Facts): Promise<Choices['aliases']> {
  const asked = namedKey(spec, facts);
  if (asked === undefined) return undefined;
  return listOf(reader, (account, signal) => everyAlias(account, asked.region, signal));
}

async function listOf<T extends object>(
  reader: Reader,
  ask: (account: Account, signal: AbortSignal | undefined) => Promise<T>,
): Promise<T | undefined> {
  try {
    const answer = await reader.answer(ask);
    return typeof answer === 'string' ? undefined : answer;
  } catch (error) {
    if (error instanceof EndlessList) return undefined;
    throw error;
  }
}
