// PointInTimeRecoveryUnavailableException: "Point in time recovery is not enabled for table". The flag is PointInTimeRecoveryStatus;
// ContinuousBackupsStatus is ENABLED on every table (API_ContinuousBackupsDescription).
import { sourceOf } from '../spec/request';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const pointInTimeOff: Rule = {
  code: 'point-in-time-off',
  severity: 'error',
  because: 'refused',
  needs: ['continuousBackups'],
  title: 'point-in-time recovery is on for the source',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec, { continuousBackups }) {
    if (typeof continuousBackups === 'string') return;
    if (continuousBackups.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED') return;
    const key = has(spec, ['SourceTableArn']) ? 'SourceTableArn' : 'SourceTableName';
    yield {
      at: { path: [key], part: 'value' },
      message:
        'Point-in-time recovery is off for this table: only its backups can be restored. Turning it on now does not bring back the past.',
    };
  },
};
