// TableNotFoundException: "Table not found: <name>" (API_RestoreTableToPointInTime). A deleted table cannot be restored to a point in time;
// its SYSTEM backup holds it as it was just before it was deleted, for 35 days (Developer Guide, "Point-in-time recovery").
import { namesakes } from '../namesakes';
import { otherBackups } from '../other-backups';
import { destinationRegion, sourceOf, sourceRegion, sourceTableName } from '../spec/request';
import { has } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const sourceMissingInRegion: Rule = {
  code: 'source-missing-in-region',
  severity: 'error',
  because: 'refused',
  needs: ['source'],
  title: 'the source table exists',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec, facts) {
    if (facts.source !== 'missing') return;
    const byName = has(spec, ['SourceTableName']);
    // Then `cross-region-by-name` says it better.
    if (byName && has(spec, ['Region']) && facts.regionInUse !== destinationRegion(spec, facts)) return;
    const where = sourceRegion(spec, facts);
    yield {
      at: { path: [byName ? 'SourceTableName' : 'SourceTableArn'], part: 'value' },
      message: `There is no table ${quoted(sourceTableName(spec) ?? '')}${where === undefined ? '' : ` in ${where}`}. If it was deleted, look for its SYSTEM backup.`,
      fixes: [...namesakes(spec, facts), ...otherBackups(spec, facts)],
    };
  },
};
