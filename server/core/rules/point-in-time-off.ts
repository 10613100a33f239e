// PointInTimeRecoveryUnavailableException: "Point in time recovery is not enabled for table". The flag is PointInTimeRecoveryStatus;
// ContinuousBackupsStatus is ENABLED on every table (API_ContinuousBackupsDescription). Of a table in CREATING, also of one that is being
// restored, the calls for point-in-time recovery know nothing: TableNotFoundException (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-217).
import { otherBackups } from '../other-backups';
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
  *find(spec, facts) {
    const { continuousBackups, source } = facts;
    const key = has(spec, ['SourceTableArn']) ? 'SourceTableArn' : 'SourceTableName';
    if (continuousBackups === 'missing' && typeof source === 'object' && source.TableStatus === 'CREATING') {
      yield {
        at: { path: [key], part: 'value' },
        message:
          'This table is still being made. It can be restored to a moment only from when it is ACTIVE and point-in-time recovery is on.',
      };
    }
    if (typeof continuousBackups === 'string') return;
    if (continuousBackups.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED') return;
    yield {
      at: { path: [key], part: 'value' },
      message:
        'Point-in-time recovery is off for this table: only its backups can be restored. Turning it on now does not bring back the past.',
      fixes: [...otherBackups(spec, facts)],
    };
  },
};
