// The Regions of the SDK's partition data (@aws-sdk/core). AWS adds Regions, so an unknown one is a warning only.
import { knownRegions, partitionOf } from '../spec/arn';
import { nearest } from '../spec/nearest';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const path = ['Region'];

export const regionUnknown: Rule = {
  code: 'region-unknown',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'Region is a Region that is known',
  *find(spec) {
    const region = stringAt(spec, path);
    if (region === undefined || !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region) || knownRegions.includes(region))
      return;
    const meant = nearest(region, knownRegions);
    const why =
      partitionOf(region) === undefined
        ? 'is no Region of any AWS partition'
        : 'was no Region when this was built';
    yield {
      at: { path, part: 'value' },
      message: `${quoted(region)} ${why}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
      fixes:
        meant === undefined
          ? []
          : [{ title: `Change to "${meant}"`, edits: [{ kind: 'set', path, value: meant }] }],
    };
  },
};
