import type { Facts, RunningRestore, TableDescription } from '../core/facts';
import type { Operation } from '../core/journal';
import { parseTableArn } from '../core/spec/arn';
import type { Reader } from './reader';

/**
 * The restores that run now, of those that can be known: the ones the journal says are open in this account, each looked at, and those that
 * the tables at hand tell of themselves. One that cannot be looked at leaves the answer unknown.
 * @param open undefined = the journal could not be read
 */
export async function runningRestores(
  reader: Reader,
  { caller, source, target }: Facts,
  open: readonly Operation[] | undefined,
): Promise<Facts['runningRestores']> {
  if (open === undefined || caller === 'unknown') return 'unknown';
  const ours = open.filter(
    ({ state, intent }) =>
      (state === 'sent' || state === 'restoring') && intent.key.accountId === caller.Account,
  );
  const looked = await Promise.all(ours.map((operation) => lookedAt(reader, operation)));
  if (looked.includes('unknown')) return 'unknown';
  const seen = [source, target].flatMap((table) =>
    typeof table === 'string' ? [] : (restoreOf(table) ?? []),
  );
  const found = new Map<string, RunningRestore>();
  for (const restore of [...seen, ...looked])
    if (typeof restore === 'object') found.set(`${restore.region}/${restore.target}`, restore);
  return [...found.values()];
}

async function lookedAt(
  reader: Reader,
  { startedAt, intent: { key } }: Operation,
): Promise<RunningRestore | 'ended' | 'unknown'> {
  const answer = await reader.read(key.region, 'DescribeTable', { TableName: key.target });
  if (answer === 'unknown') return 'unknown';
  const restore = answer === 'missing' ? undefined : restoreOf(answer.Table);
  return restore === undefined ? 'ended' : { ...restore, startedAt };
}

/** RestoreSummary stands in a table's description while it is being restored, and no longer. */
function restoreOf({
  TableArn,
  TableName,
  RestoreSummary: summary,
}: TableDescription): RunningRestore | undefined {
  const region = parseTableArn(TableArn)?.region;
  if (summary?.RestoreInProgress !== true || region === undefined) return undefined;
  const { SourceBackupArn: backupArn } = summary;
  return { region, target: TableName, ...(backupArn === undefined ? {} : { backupArn }) };
}
