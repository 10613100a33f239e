// A SourceTableName is looked up in the Region that is called, the destination: a table of another Region must be named by its ARN
// (API_RestoreTableToPointInTime; aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-274).
import { formatTableArn, partitionOf } from '../spec/arn';
import { destinationRegion, sourceOf } from '../spec/request';
import { has, stringAt } from '../spec/tree';
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
      fixes: [...byArn(spec, facts)],
    };
  },
};

function* byArn(spec: Spec, { regionInUse, caller }: Facts): Iterable<Fix> {
  const account = stringAt(spec, ['AccountId']) ?? (caller === 'unknown' ? undefined : caller.Account);
  const table = stringAt(spec, path);
  const partition = partitionOf(regionInUse);
  if (account === undefined || table === undefined || partition === undefined) return;
  const edits: Fix['edits'] = [
    { kind: 'rename', path, name: 'SourceTableArn' },
    { kind: 'set', path, value: formatTableArn({ partition, region: regionInUse, account, table }) },
  ];
  const sse: Fix['edits'] = has(spec, ['SSESpecificationOverride'])
    ? []
    : [{ kind: 'set', path: ['SSESpecificationOverride'], value: { Enabled: true, SSEType: 'KMS' } }];
  yield { title: `Name the table of ${regionInUse} by its ARN`, edits: [...edits, ...sse] };
}
