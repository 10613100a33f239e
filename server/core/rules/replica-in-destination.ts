// The restored table itself is the replica of the destination Region; a replica is added in another Region of the same partition
// (API_CreateReplicationGroupMemberAction).
import { partitionOf } from '../spec/arn';
import { destinationFact, destinationRegion } from '../spec/request';
import { withoutEntry } from '../spec/settings';
import { entriesAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const list = ['AfterRestore', 'Replicas'];

export const replicaInDestination: Rule = {
  code: 'replica-in-destination',
  severity: 'error',
  because: 'refused',
  needs: [destinationFact],
  title: 'replicas are in other Regions of the same partition, each once',
  applies: (spec) => entriesAt(spec, list).length > 0,
  *find(spec, facts) {
    const destination = destinationRegion(spec, facts);
    if (destination === undefined) return;
    const seen = new Set<string>();
    for (const path of entriesAt(spec, list)) {
      const region = stringAt(spec, [...path, 'RegionName']);
      if (region === undefined) continue;
      const why = refusal(region, destination, seen);
      seen.add(region);
      if (why === undefined) continue;
      yield {
        at: { path: [...path, 'RegionName'], part: 'value' },
        message: `${quoted(region)} ${why}.`,
        fixes: [
          {
            title: 'Remove this replica',
            edits: [withoutEntry(spec, path)],
            ...(region === destination && { preferred: true }),
          },
        ],
      };
    }
  },
};

function refusal(region: string, destination: string, seen: ReadonlySet<string>): string | undefined {
  if (region === destination) return 'is where the table itself will stand';
  if (seen.has(region)) return 'is listed twice';
  const [own, other] = [partitionOf(destination), partitionOf(region)];
  return own !== undefined && other !== undefined && own !== other
    ? 'is in another AWS partition than the table'
    : undefined;
}
