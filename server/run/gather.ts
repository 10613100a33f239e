import { nothingKnown, type Facts, type Known, type Tag } from '../core/facts';
import type { Failure } from '../core/answer';
import { isOpen, operations, type Operation } from '../core/journal';
import { ownRestore } from '../core/own-restore';
import { parseBackupArn, parseTableArn } from '../core/spec/arn';
import { destinationRegion, sourceOf, targetOf } from '../core/spec/request';
import type { Spec } from '../core/spec/spec';
import { has, stringAt } from '../core/spec/tree';
import { allTags } from './all-tags';
import { choicesFor } from './choices';
import { encryptionKeyFact, sourceKeyFact } from './key-facts';
import { JournalUnwritable, type Account, type Clock, type Journal } from './ports';
import { readerOf, type Reader } from './reader';
import { runningRestores } from './running-restores';
import { usableRegion } from './usable-region';

export interface Gathered {
  facts: Facts;
  /** Restores that the journal says are under way, also those of other specs. */
  open: Operation[];
  /** Why a fact stayed unknown. */
  failures: Failure[];
}

/** Ask AWS and the journal for everything the spec's rules need. Reads only; a failed read leaves its fact unknown and is listed. */
export async function gather(
  spec: Spec,
  ports: { account: Account; clock: Clock; journal: Journal },
  regionInUse: string | undefined,
  signal?: AbortSignal,
): Promise<Gathered> {
  const known = nothingKnown(ports.clock.now());
  const start: Facts = regionInUse === undefined ? known : { ...known, regionInUse };
  const failures: Failure[] = [];
  const reader = readerOf(ports.account, (failure) => failures.push(failure), signal);
  const region = usableRegion(destinationRegion(spec, start));
  const [open, caller, target, encryptionKey, source] = await Promise.all([
    openRestores(ports.journal),
    callerFact(reader, region ?? usableRegion(sourceArnOf(spec)?.region) ?? usableRegion(regionInUse)),
    targetFact(reader, region, targetOf(spec)),
    encryptionKeyFact(reader, spec, start),
    sourceFacts(reader, spec, region),
  ]);
  const first: Facts = { ...start, caller, target, encryptionKey, ...source };
  const [sourceKey, running, choices] = await Promise.all([
    sourceKeyFact(reader, spec, first),
    runningRestores(reader, first, open),
    choicesFor(ports.account, spec, first, signal),
  ]);
  const facts: Facts = { ...first, sourceKey, runningRestores: running, choices };
  return { facts: withOwnRestore(facts, spec, open ?? []), open: open ?? [], failures };
}

/** Restores that are under way; undefined while the journal cannot be read, and then none can be begun either. */
export async function openRestores(journal: Journal): Promise<Operation[] | undefined> {
  try {
    return operations((await journal.read()).rows).filter(isOpen);
  } catch (error) {
    if (error instanceof JournalUnwritable) return undefined;
    throw error;
  }
}

export function withOwnRestore(facts: Facts, spec: Spec, open: readonly Operation[]): Facts {
  const own = ownRestore(spec, facts, open);
  return own === undefined ? facts : { ...facts, ownRestore: { startedAt: own.startedAt } };
}

function sourceArnOf(spec: Spec) {
  const source = sourceOf(spec);
  if (source?.kind === 'backup') return parseBackupArn(source.backupArn);
  return source?.tableArn === undefined ? undefined : parseTableArn(source.tableArn);
}

async function callerFact(reader: Reader, region: string | undefined): Promise<Facts['caller']> {
  if (region === undefined) return 'unknown';
  const caller = await reader.read(region, 'GetCallerIdentity', {});
  return caller === 'missing' ? 'unknown' : caller;
}

const tableName = /^[a-zA-Z0-9_.-]{3,255}$/;

async function targetFact(
  reader: Reader,
  region: string | undefined,
  name: string | undefined,
): Promise<Facts['target']> {
  return region === undefined || name === undefined ? 'unknown' : tableFact(reader, region, name);
}

async function tableFact(reader: Reader, region: string, name: string): Promise<Facts['target']> {
  if (!tableName.test(name)) return 'unknown';
  const answer = await reader.read(region, 'DescribeTable', { TableName: name });
  return typeof answer === 'string' ? answer : answer.Table;
}

type SourceFacts = Pick<Facts, 'backup' | 'source' | 'continuousBackups' | 'sourceTimeToLive' | 'sourceTags'>;

async function sourceFacts(
  reader: Reader,
  spec: Spec,
  region: string | undefined,
): Promise<Partial<SourceFacts>> {
  const source = sourceOf(spec);
  if (source === undefined) return {};
  if (source.kind === 'backup') return backupFacts(reader, spec, source.backupArn);
  const arn = sourceArnOf(spec);
  const sourceRegion = source.tableName === undefined ? usableRegion(arn?.region) : region;
  const name = source.tableName ?? arn?.table;
  return sourceRegion === undefined || name === undefined
    ? {}
    : readTable(reader, sourceRegion, name, { continuous: true, timeToLive: true, tags: true });
}

async function backupFacts(reader: Reader, spec: Spec, backupArn: string): Promise<Partial<SourceFacts>> {
  const region = usableRegion(parseBackupArn(backupArn)?.region);
  if (region === undefined) return {};
  const answer = await reader.read(region, 'DescribeBackup', { BackupArn: backupArn });
  if (typeof answer === 'string') return { backup: answer };
  const backup = answer.BackupDescription;
  const { TableName, TableId } = backup.SourceTableDetails;
  const live = await readTable(reader, region, TableName, wantedFromSource(spec), TableId);
  return { backup, ...live };
}

const unknown = 'unknown' as const;

interface Wanted {
  continuous: boolean;
  timeToLive: boolean;
  tags: boolean;
}

/** Of a backup's table only what the file asks back from it: these calls are throttled early. */
function wantedFromSource(spec: Spec): Wanted {
  const fromSource = (setting: string) => {
    const key = has(spec, ['AfterRestore', setting]) ? setting : 'Default';
    return stringAt(spec, ['AfterRestore', key]) === 'FromSource';
  };
  return {
    continuous: fromSource('PointInTimeRecoverySpecification'),
    timeToLive: fromSource('TimeToLiveSpecification'),
    tags: fromSource('Tags'),
  };
}

/** A table and the settings that DescribeTable does not show, in the places that facts have for a source. */
export async function tableFacts(
  account: Account,
  region: string,
  name: string,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<{ facts: Partial<SourceFacts>; failures: Failure[] }> {
  const failures: Failure[] = [];
  const reader = readerOf(account, (failure) => failures.push(failure), signal);
  return { facts: await readTable(reader, region, name, wanted), failures };
}

/** The table as it stands; one made anew under the name (another TableId) is not the one that was backed up. */
async function readTable(
  reader: Reader,
  region: string,
  name: string,
  wanted: Wanted,
  tableId?: string,
): Promise<Partial<SourceFacts>> {
  const found = await tableFact(reader, region, name);
  const isOther = typeof found === 'object' && tableId !== undefined && found.TableId !== tableId;
  const source = isOther ? 'missing' : found;
  if (typeof source === 'string') {
    return { source, continuousBackups: source, sourceTimeToLive: source, sourceTags: source };
  }
  const [continuousBackups, sourceTimeToLive, sourceTags] = await Promise.all([
    wanted.continuous ? continuousFact(reader, region, name) : unknown,
    wanted.timeToLive ? timeToLiveFact(reader, region, name) : unknown,
    wanted.tags ? tagsFact(reader, region, source.TableArn) : unknown,
  ]);
  return { source, continuousBackups, sourceTimeToLive, sourceTags };
}

async function continuousFact(
  reader: Reader,
  region: string,
  name: string,
): Promise<Facts['continuousBackups']> {
  const answer = await reader.read(region, 'DescribeContinuousBackups', { TableName: name });
  return typeof answer === 'string' ? answer : answer.ContinuousBackupsDescription;
}

async function timeToLiveFact(
  reader: Reader,
  region: string,
  name: string,
): Promise<Facts['sourceTimeToLive']> {
  const answer = await reader.read(region, 'DescribeTimeToLive', { TableName: name });
  return typeof answer === 'string' ? answer : answer.TimeToLiveDescription;
}

async function tagsFact(reader: Reader, region: string, tableArn: string): Promise<Known<Tag[] | 'missing'>> {
  return (await reader.answer((account, signal) => allTags(account, region, tableArn, signal))) ?? 'unknown';
}
