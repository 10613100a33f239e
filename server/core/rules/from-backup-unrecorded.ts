// A backup records stream and time to live of its table, and no other setting (API_SourceTableFeatureDetails). The SYSTEM backup of a
// deleted table records neither, and a restore to a point in time has no backup at all.
import { recordedSource } from '../recorded';
import { sourceOf } from '../spec/request';
import { wantedSettings, type WantedSetting } from '../spec/settings';
import type { Spec } from '../spec/spec';
import type { Rule } from './rule';

export const fromBackupUnrecorded: Rule = {
  code: 'from-backup-unrecorded',
  severity: 'error',
  because: 'misread',
  needs: [(spec) => (sourceOf(spec)?.kind === 'backup' ? 'backup' : undefined)],
  title: 'what is to be put back from the backup is recorded in it',
  applies: (spec) => sourceOf(spec) !== undefined && fromBackup(spec).length > 0,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const isPointInTime = sourceOf(spec)?.kind === 'point-in-time';
    const isUnrecorded = typeof recorded !== 'string' && recorded.features === 'not recorded';
    if (!isPointInTime && !isUnrecorded) return;
    for (const { setting } of fromBackup(spec)) {
      const path = ['AfterRestore', setting];
      yield {
        at: { path, part: 'value' },
        message: isPointInTime
          ? 'A restore to a point in time has no backup to read this from.'
          : 'This backup was made when its table was deleted, and records no settings.',
        fixes: [isPointInTime ? 'FromSource' : 'Skip'].map((value) => ({
          title: `Change to "${value}"`,
          edits: [{ kind: 'set', path, value }],
        })),
      };
    }
  },
};

function fromBackup(spec: Spec): WantedSetting[] {
  return wantedSettings(spec).filter(({ from }) => from === 'FromBackup');
}
