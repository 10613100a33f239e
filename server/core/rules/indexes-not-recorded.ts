// The SYSTEM backup of a deleted table describes no indexes: SourceTableFeatureDetails is {} (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-BACKUP-015). Whether an entry matches is known to the service only.
import { recordedFact, recordedSource } from '../recorded';
import { writtenIndexes } from '../spec/indexes';
import type { Rule } from './rule';

export const indexesNotRecorded: Rule = {
  code: 'indexes-not-recorded',
  severity: 'warning',
  because: 'surprise',
  needs: [recordedFact],
  title: 'the backup tells which indexes it holds',
  applies: (spec) => writtenIndexes(spec).length > 0,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    if (typeof recorded === 'string' || recorded.features !== 'not recorded') return;
    const list = writtenIndexes(spec)[0]?.list;
    yield {
      at: { path: list === undefined ? [] : [list], part: 'key' },
      message:
        'This backup does not tell which indexes it holds, so whether these match could not be checked. A wrong one is refused.',
    };
  },
};
