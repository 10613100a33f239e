// A SourceTableName is looked up in the Region that is called, the destination: a table of another Region must be named by its ARN
// (API_RestoreTableToPointInTime; aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-274).
import { namesakes } from '../namesakes';
import { destinationRegion, sourceOf } from '../spec/request';
import { has } from '../spec/tree';
import type { Facts } from '../facts';
import type { Spec } from '../spec/spec';
import type { Fix, Rule } from './rule';

const path = ['SourceTableName'];

export const crossRegionByName: Rule = {
  code: 'cross-region-by-name',
  severity: 'error',
  because: 'refused',
  needs: ['source', 'regionInUse'],
  title: 'a table of another Region is named by its ARN',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time' && has(spec, path) && has(spec, ['Region']),
  *find(spec, facts) {
    const region = destinationRegion(spec, facts);
    if (facts.source !== 'missing' || region === undefined || region === facts.regionInUse) return;
    yield {
      at: { path, part: 'value' },
      message: `There is no such table in ${region}, where a source named by name is looked up. A table of another Region is named by SourceTableArn.`,
      fixes: [...byArn(spec, facts), ...namesakes(spec, facts)],
    };
  },
};

/** The table that is meant: the one of this name in the Region in use, if it stands there. */
function* byArn(spec: Spec, { regionInUse, choices: { sourceInUse } }: Facts): Iterable<Fix> {
  if (sourceInUse === undefined) return;
  const edits: Fix['edits'] = [
    { kind: 'rename', path, name: 'SourceTableArn' },
    { kind: 'set', path, value: sourceInUse.TableArn },
  ];
  const sse: Fix['edits'] = has(spec, ['SSESpecificationOverride'])
    ? []
    : [{ kind: 'set', path: ['SSESpecificationOverride'], value: { Enabled: true, SSEType: 'KMS' } }];
  yield { title: `Name the table of ${regionInUse} by its ARN`, edits: [...edits, ...sse] };
}
