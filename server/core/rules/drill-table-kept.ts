// A table with deletion protection cannot be deleted (API_DeleteTable), and one that a replica was made from not for 24 hours: "Replica
// cannot be deleted because it has acted as a source region" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-266). A
// drill that puts either of them on its table could not delete it, and the table would go on costing money.
import type { Facts } from '../facts';
import { liveTable } from '../settings';
import { wantedSettings, type WantedSetting } from '../spec/settings';
import type { Spec } from '../spec/spec';
import { booleanAt, entriesAt, has } from '../spec/tree';
import type { Rule } from './rule';

const keep = ['Drill', 'DeleteTableAfterVerify'];

export const drillTableKept: Rule = {
  code: 'drill-table-kept',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'nothing that is put back keeps the table of a drill from being deleted',
  applies: (spec) => has(spec, ['Drill']) && booleanAt(spec, keep) !== false,
  *find(spec, facts) {
    for (const wanted of wantedSettings(spec)) {
      const why = obstacle(spec, facts, wanted);
      if (why === undefined) continue;
      const path = ['AfterRestore', wanted.setting];
      yield {
        at: { path: wanted.isNamed ? path : ['AfterRestore', 'Default'], part: 'value' },
        message: `The table of this drill is to be deleted at the end, and ${why}.`,
        fixes: [
          {
            title: `Leave ${wanted.setting} behind`,
            edits: [{ kind: 'set', path, value: 'Skip' }],
          },
          { title: 'Keep the table of the drill', edits: [{ kind: 'set', path: keep, value: false }] },
        ],
      };
    }
  },
};

function obstacle(spec: Spec, facts: Facts, { setting, from }: WantedSetting): string | undefined {
  const path = ['AfterRestore', setting];
  if (setting === 'Replicas' && from === 'written' && entriesAt(spec, path).length > 0)
    return 'a table that a replica was made from cannot be deleted for 24 hours';
  if (setting !== 'DeletionProtectionEnabled') return undefined;
  const isOn =
    from === 'written'
      ? booleanAt(spec, path)
      : from === 'FromSource' && liveTable(facts)?.DeletionProtectionEnabled;
  return isOn === true ? 'deletion protection keeps it from being deleted' : undefined;
}
