import type { BackupSummary, Facts } from './facts';
import { quoted } from './plain-text';
import type { Fix } from './rules/rule';
import { parseBackupArn } from './spec/arn';
import { formatIsoTime, parseIsoTime } from './spec/iso-time';
import { sourceOf, sourceRegion, sourceKeys } from './spec/request';
import type { Spec } from './spec/spec';
import { has } from './spec/tree';

const most = 3;

/** Other backups of the same table that can be restored: those nearest in time to the one that is named, else the newest. */
export function* otherBackups(spec: Spec, facts: Facts): Iterable<Fix> {
  const region = sourceRegion(spec, facts);
  const named = parseBackupArn(namedBackup(spec) ?? '');
  const candidates = (facts.choices.backups ?? []).filter(
    ({ BackupArn, BackupStatus }) =>
      BackupStatus === 'AVAILABLE' &&
      BackupArn !== namedBackup(spec) &&
      parseBackupArn(BackupArn)?.region === region,
  );
  const distance = ({ BackupCreationDateTime }: BackupSummary) =>
    Math.abs((parseIsoTime(BackupCreationDateTime) ?? 0) - (named?.createdAtMs ?? facts.now));
  for (const backup of candidates.toSorted((a, b) => distance(a) - distance(b)).slice(0, most))
    yield { title: titleOf(backup), edits: [...instead(spec, backup.BackupArn)] };
}

/** The backup of the ARN as it stands in the Region where it really is. */
export function* inItsRegion(spec: Spec, facts: Facts): Iterable<Fix> {
  const named = parseBackupArn(namedBackup(spec) ?? '');
  for (const { BackupArn, BackupStatus } of facts.choices.backups ?? []) {
    const other = parseBackupArn(BackupArn);
    if (other === undefined || other.backupId !== named?.backupId || other.region === named.region) continue;
    if (BackupStatus !== 'AVAILABLE') continue;
    yield {
      title: `Change the Region in the ARN to ${other.region}, where this backup is`,
      edits: [{ kind: 'set', path: ['BackupArn'], value: BackupArn }],
      preferred: true,
    };
  }
}

function namedBackup(spec: Spec): string | undefined {
  const source = sourceOf(spec);
  return source?.kind === 'backup' ? source.backupArn : undefined;
}

function titleOf({ BackupName: name, BackupType: type, BackupCreationDateTime: at }: BackupSummary): string {
  const made = parseIsoTime(at);
  const when = made === undefined ? '' : ` of ${formatIsoTime(made)}`;
  return type === 'SYSTEM' ? `Restore the SYSTEM backup${when}` : `Restore the backup ${quoted(name)}${when}`;
}

/** The backup in place of whatever the spec restores from; a moment to go back to goes with a table only. */
function* instead(spec: Spec, backupArn: string): Iterable<Fix['edits'][number]> {
  const key = sourceKeys.find((candidate) => has(spec, [candidate]));
  if (key === undefined) return;
  if (key !== 'BackupArn') yield { kind: 'rename', path: [key], name: 'BackupArn' };
  yield { kind: 'set', path: [key], value: backupArn };
  for (const time of ['RestoreDateTime', 'UseLatestRestorableTime'])
    if (key !== 'BackupArn' && has(spec, [time])) yield { kind: 'remove', path: [time] };
}
