import { meaningOf, type Failure } from '../core/answer';
import { backupNameFault, defaultBackupName } from '../core/backup-name';
import { explain, inWords, plain } from '../core/explain';
import type { BackupDetails, BackupSummary } from '../core/facts';
import type { Row, RowBody } from '../core/journal';
import { backOffMs, reconcileMs, times } from '../core/pace';
import { regionOf } from './backup-region';
import { everyBackup } from './list';
import { AwsFailure, JournalUnwritable, type Account, type Clock, type Ports } from './ports';
import { randomName } from './random-name';
import { OutcomeUnknown, Refused } from './refused';

export function suggestBackupName(tableName: string, ports: Pick<Ports, 'clock' | 'random'>): string {
  const nonce = randomName(() => ports.random(), 6);
  return defaultBackupName(tableName, new Date(ports.clock.now()).toISOString(), nonce);
}

export interface BackupRequest {
  region: string;
  tableName: string;
  backupName: string;
  profile: string;
}

/**
 * Make a backup: journal, send once, and when the answer was lost look for it by its name for four minutes. Throws `Refused`,
 * `JournalUnwritable` or `AwsFailure` when certainly none was made, `OutcomeUnknown` when that is not certain. Aborting stops the
 * waiting; a request on its way is not called back.
 */
export async function createBackup(
  request: BackupRequest,
  ports: Ports,
  signal?: AbortSignal,
): Promise<BackupDetails> {
  const { region, tableName, backupName } = request;
  const fault = backupNameFault(backupName);
  if (fault !== undefined) throw new Refused('BackupName', `${fault} No backup was made.`);
  const { account, clock } = ports;
  const startMs = clock.now();
  const input = { TableName: tableName, BackupName: backupName };
  const before = await sameNamed(account, request, startMs, signal);
  const note = noteIn(
    ports,
    randomName(() => ports.random(), 16),
  );
  for (let refusals = 0; ; refusals++) {
    await note({ state: 'backup-sent', ...request });
    try {
      const { BackupDetails } = await account.write(region, 'CreateBackup', input);
      await afterwards(note({ state: 'backup-made', backupArn: BackupDetails.BackupArn, adopted: false }));
      return BackupDetails;
    } catch (error) {
      if (!(error instanceof AwsFailure)) throw error;
      const { failure } = error;
      const meaning = meaningOf(failure);
      if (meaning === 'unknown') return await lookFor(request, before, startMs, failure, ports, note, signal);
      await afterwards(note({ state: 'backup-rejected', code: failure.code, note: inWords(failure) }));
      if (meaning !== 'wait' || clock.now() - startMs > times.reconcileForMs) throw error;
      await clock.sleep(backOffMs(refusals, ports.random()), signal);
    }
    // A "not now" may answer a request of ours that a proxy had sent twice, and a second backup is not kept from coming up by its name.
    const ours = newOf(await sameNamed(account, request, startMs, signal), before);
    if (ours !== undefined) return await adopt(ours, note);
  }
}

/** Backups of that name that stand already: none of them is the one about to be made. */
async function sameNamed(
  account: Account,
  { region, tableName, backupName }: BackupRequest,
  aroundMs: number,
  signal?: AbortSignal,
): Promise<BackupSummary[]> {
  const TimeRangeLowerBound = new Date(aroundMs - times.clockSlackMs).toISOString();
  const input = { TableName: tableName, BackupType: 'USER' as const, TimeRangeLowerBound };
  const backups = await everyBackup(account, region, input, signal);
  return backups.filter(({ BackupName }) => BackupName === backupName);
}

async function lookFor(
  request: BackupRequest,
  before: readonly BackupSummary[],
  startMs: number,
  failure: Failure,
  ports: Ports,
  note: (row: RowBody) => Promise<void>,
  signal?: AbortSignal,
): Promise<BackupDetails> {
  const { account, clock } = ports;
  const untilMs = clock.now() + times.reconcileForMs;
  let pauseMs: number = times.firstLookMs;
  for (let looks = 0; clock.now() < untilMs; looks++) {
    await clock.sleep(pauseMs, signal);
    const found = await quietly(sameNamed(account, request, startMs, signal));
    const ours = newOf(found ?? [], before);
    if (ours !== undefined) return adopt(ours, note);
    pauseMs = reconcileMs(looks, ports.random());
  }
  const words =
    `${explain(failure).happened} Whether the backup ${plain(request.backupName)} was made is not known: none of that name was found for some minutes. ` +
    'Look at the list of backups before making another one; a second one costs money, but harms nothing.';
  await afterwards(note({ state: 'backup-unknown', code: failure.code, note: words }));
  throw new OutcomeUnknown(words, failure);
}

function newOf(found: readonly BackupSummary[], before: readonly BackupSummary[]): BackupSummary | undefined {
  const known = new Set(before.map(({ BackupArn }) => BackupArn));
  return found.find(({ BackupArn }) => !known.has(BackupArn));
}

async function adopt(ours: BackupSummary, note: (row: RowBody) => Promise<void>): Promise<BackupDetails> {
  await afterwards(note({ state: 'backup-made', backupArn: ours.BackupArn, adopted: true }));
  return ours;
}

/** What is known may not be lost because the journal cannot be written any more. */
async function afterwards(written: Promise<void>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!(error instanceof JournalUnwritable)) throw error;
  }
}

/** While looking, a failed look is only a look that showed nothing. */
async function quietly<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AwsFailure) return undefined;
    throw error;
  }
}

function noteIn({ journal, clock }: Ports, op: string): (row: RowBody) => Promise<void> {
  return (row) => {
    const whole: Row = { op, at: new Date(clock.now()).toISOString(), ...row };
    return journal.append(whole);
  };
}

/** The pace at which a young backup is asked after. */
const followMs = [500, 2_000, 5_000] as const;

/** A backup until it is AVAILABLE: yields each new state. Throws `AwsFailure` when it cannot be read, the signal's reason when aborted. */
export async function* followBackup(
  backupArn: string,
  { account, clock }: { account: Account; clock: Clock },
  signal?: AbortSignal,
): AsyncGenerator<BackupDetails, void, undefined> {
  const region = regionOf(backupArn);
  const untilMs = clock.now() + times.reconcileForMs;
  let status: string | undefined;
  for (let looks = 0; ; looks++) {
    const details = await detailsOf(account, region, backupArn, clock.now() < untilMs, signal);
    if (details !== undefined && details.BackupStatus !== status) {
      status = details.BackupStatus;
      yield details;
    }
    if (status !== undefined && status !== 'CREATING') return;
    await clock.sleep(followMs[Math.min(looks, followMs.length - 1)] ?? 5_000, signal);
  }
}

/** A backup just made may not be readable for a while. */
async function detailsOf(
  account: Account,
  region: string,
  BackupArn: string,
  mayBeYoung: boolean,
  signal?: AbortSignal,
): Promise<BackupDetails | undefined> {
  try {
    const answer = await account.read(region, 'DescribeBackup', { BackupArn }, signal);
    return answer.BackupDescription.BackupDetails;
  } catch (error) {
    const isMissing = error instanceof AwsFailure && error.failure.code === 'BackupNotFoundException';
    if (isMissing && mayBeYoung) return undefined;
    throw error;
  }
}
