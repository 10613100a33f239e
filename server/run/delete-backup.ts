import { meaningOf, type Failure } from '../core/answer';
import { explain, plain } from '../core/explain';
import type { BackupDetails } from '../core/facts';
import { isOpen, operations } from '../core/journal';
import { backOffMs, reconcileMs, times } from '../core/pace';
import { regionOf } from './backup-region';
import { AwsFailure, type Ports } from './ports';
import { OutcomeUnknown, Refused } from './refused';

/**
 * Delete one USER backup. `typedName` is what the user typed: it must be the name of the backup as it is now. Throws `Refused` before
 * anything is sent; a lost answer is cleared up by looking, and a backup that is gone then counts as deleted.
 */
export async function deleteBackup(
  { backupArn, typedName }: { backupArn: string; typedName: string },
  ports: Ports,
  signal?: AbortSignal,
): Promise<void> {
  const { account, clock } = ports;
  const region = regionOf(backupArn);
  const { BackupDescription } = await account.read(
    region,
    'DescribeBackup',
    { BackupArn: backupArn },
    signal,
  );
  refuseToDelete(BackupDescription.BackupDetails, backupArn, typedName);
  await refuseWhileRestoring(backupArn, ports);
  for (let refusals = 0; ; refusals++) {
    try {
      await account.write(region, 'DeleteBackup', { BackupArn: backupArn });
      return;
    } catch (error) {
      if (!(error instanceof AwsFailure)) throw error;
      const { failure } = error;
      if (failure.code === 'BackupNotFoundException') return;
      const meaning = meaningOf(failure);
      if (meaning === 'unknown') return await lookWhetherGone(backupArn, region, failure, ports, signal);
      if (meaning !== 'wait' || refusals >= mostRefusals) throw error;
      await clock.sleep(backOffMs(refusals, ports.random()), signal);
    }
  }
}

const mostRefusals = 8;

function refuseToDelete(details: BackupDetails, backupArn: string, typedName: string): void {
  const name = plain(details.BackupName);
  if (details.BackupArn !== backupArn) {
    throw new Refused(
      'OtherBackup',
      `AWS answered about another backup than the one asked for. Nothing was deleted.`,
    );
  }
  if (details.BackupType === 'SYSTEM') {
    const when =
      details.BackupExpiryDateTime === undefined ? '' : ` on ${plain(details.BackupExpiryDateTime)}`;
    throw new Refused(
      'NotDeletable',
      `${name} was made by DynamoDB when its table was deleted. It cannot be deleted and expires by itself${when}.`,
    );
  }
  if (details.BackupType !== 'USER') {
    throw new Refused('NotDeletable', `${name} belongs to AWS Backup. Delete it there; nothing was deleted.`);
  }
  if (details.BackupStatus !== 'AVAILABLE') {
    throw new Refused('NotAvailable', `${name} is ${plain(details.BackupStatus)}. Nothing was deleted.`);
  }
  if (typedName !== details.BackupName) {
    throw new Refused('NameDiffers', `The name that was typed is not ${name}. Nothing was deleted.`);
  }
}

async function refuseWhileRestoring(backupArn: string, { journal }: Ports): Promise<void> {
  const { rows } = await journal.read();
  const using = operations(rows).find(
    (operation) =>
      (isOpen(operation) || operation.state === 'unknown') &&
      operation.intent.input['BackupArn'] === backupArn,
  );
  if (using === undefined) return;
  const { target, region } = using.intent.key;
  throw new Refused(
    'BackupInUse',
    `The journal says that ${plain(target)} in ${plain(region)} is being restored from this backup. Wait for that restore; nothing was deleted.`,
  );
}

async function lookWhetherGone(
  backupArn: string,
  region: string,
  failure: Failure,
  ports: Ports,
  signal?: AbortSignal,
): Promise<void> {
  const { account, clock } = ports;
  let stands = false;
  for (let looks = 0; looks < 3; looks++) {
    await clock.sleep(looks === 0 ? times.firstLookMs : reconcileMs(looks, ports.random()), signal);
    try {
      await account.read(region, 'DescribeBackup', { BackupArn: backupArn }, signal);
      stands = true;
    } catch (error) {
      if (!(error instanceof AwsFailure)) throw error;
      if (error.failure.code === 'BackupNotFoundException') return;
    }
  }
  const now = stands ? 'The backup still stands' : 'Whether the backup still stands could not be read';
  throw new OutcomeUnknown(
    `${explain(failure).happened} ${now}; a late request may still delete it. Refresh the list before you delete it again.`,
    failure,
  );
}
