// API_RestoreTableFromBackup takes BackupArn; API_RestoreTableToPointInTime takes exactly one of SourceTableArn and SourceTableName, and
// answers without one "The parameter 'TableName' is required but was not present in the request".
import { misspeltKeys } from '../spec/meant-key';
import { sourceKeys } from '../spec/request';
import { specShape } from '../spec/shape';
import { has } from '../spec/tree';
import type { Rule } from './rule';

export const sourceMissing: Rule = {
  code: 'source-missing',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the spec names a source',
  ofAbsence: true,
  *find(spec) {
    const { root } = spec;
    if (root?.type !== 'object') return;
    const misspelt = misspeltKeys({ node: root, path: [], shape: specShape });
    if (sourceKeys.some((key) => has(spec, [key]) || misspelt.has(key))) return;
    yield {
      at: { path: ['BackupArn'], part: 'key' },
      message:
        'This spec names no source. Give BackupArn, or SourceTableArn (or SourceTableName) with a time.',
    };
  },
};
