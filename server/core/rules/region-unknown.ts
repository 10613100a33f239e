// The Regions of the SDK's partition data (@aws-sdk/core). AWS adds Regions, so an unknown one is a warning only; while there is none of that
// name, the answer to an ARN is "BackupArn is not valid" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-BACKUP-012).
import { knownRegions, partitionOf } from '../spec/arn';
import { nearest } from '../spec/nearest';
import { sourceArn } from '../spec/request';
import type { Path } from '../spec/path';
import { entriesAt, has, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Finding, Rule } from './rule';

const path = ['Region'];

export const regionUnknown: Rule = {
  code: 'region-unknown',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the Regions named are Regions that are known',
  *find(spec) {
    const region = stringAt(spec, path);
    const ofSource = sourceArn(spec)?.region;
    if (region !== undefined && isUnknown(region)) yield unknown(path, region);
    for (const entry of entriesAt(spec, ['AfterRestore', 'Replicas'])) {
      const ofReplica = stringAt(spec, [...entry, 'RegionName']);
      if (ofReplica !== undefined && isUnknown(ofReplica)) yield unknown([...entry, 'RegionName'], ofReplica);
    }
    if (ofSource === undefined || !isUnknown(ofSource)) return;
    yield {
      at: { path: [has(spec, ['BackupArn']) ? 'BackupArn' : 'SourceTableArn'], part: 'value' },
      message: `${quoted(ofSource)}, the Region in this ARN, ${why(ofSource)}.`,
    };
  },
};

function unknown(path: Path, region: string): Finding {
  const meant = nearest(region, knownRegions);
  return {
    at: { path, part: 'value' },
    message: `${quoted(region)} ${why(region)}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
    fixes:
      meant === undefined
        ? []
        : [{ title: `Change to "${meant}"`, edits: [{ kind: 'set', path, value: meant }] }],
  };
}

/** What cannot be a Region at all is told by the rule on patterns. */
function isUnknown(region: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region) && !knownRegions.includes(region);
}

function why(region: string): string {
  return partitionOf(region) === undefined
    ? 'is no Region of any AWS partition'
    : 'was no Region when this was built';
}
