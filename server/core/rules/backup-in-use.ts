// BackupInUseException: "Backup is being used to restore another table". One backup feeds one restore at a time, across Regions too
// (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-BACKUP-010). No call lists the restores that run: known are those that this
// machine's journal tells of, and those that the tables looked at for this file tell of themselves.
import { quoted } from '../plain-text';
import { sourceOf } from '../spec/request';
import type { Rule } from './rule';

export const backupInUse: Rule = {
  code: 'backup-in-use',
  severity: 'error',
  because: 'refused',
  needs: ['runningRestores'],
  title: 'no restore of this backup is running that this machine knows of',
  applies: (spec) => sourceOf(spec)?.kind === 'backup',
  *find(spec, { runningRestores, ownRestore }) {
    // The restore that this spec is making: `restore-under-way` tells of it.
    if (runningRestores === 'unknown' || ownRestore !== undefined) return;
    const source = sourceOf(spec);
    const arn = source?.kind === 'backup' ? source.backupArn : undefined;
    const running = runningRestores.find(({ backupArn }) => backupArn === arn);
    if (running === undefined) return;
    const since = running.startedAt === undefined ? '' : `, since ${running.startedAt}`;
    yield {
      at: { path: ['BackupArn'], part: 'value' },
      message: `This backup is being restored to ${quoted(running.target)} in ${running.region}${since}. A backup feeds one restore at a time: wait until that table is ACTIVE.`,
    };
  },
};
