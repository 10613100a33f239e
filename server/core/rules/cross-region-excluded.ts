// "You can restore across Regions except Asia Pacific (Hong Kong) and Middle East (Bahrain)": Developer Guide, "Restoring a DynamoDB table
// to a point in time". The page on backups is silent, so this is a warning. Restores across Regions are documented among the commercial
// Regions, those of China and those of GovCloud; of other partitions AWS says nothing.
import { crossesRegions, sourceArn } from '../spec/request';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const excluded = ['ap-east-1', 'me-south-1'];
const documented = ['aws', 'aws-cn', 'aws-us-gov'];

export const crossRegionExcluded: Rule = {
  code: 'cross-region-excluded',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'neither Region is excluded from restores across Regions',
  applies: crossesRegions,
  *find(spec) {
    const region = [stringAt(spec, ['Region']), sourceArn(spec)?.region].find((name) =>
      excluded.includes(name ?? ''),
    );
    const partition = sourceArn(spec)?.partition ?? '';
    if (region === undefined && documented.includes(partition)) return;
    yield {
      at: { path: ['Region'], part: 'value' },
      message:
        region === undefined
          ? `Whether DynamoDB restores across Regions in the partition ${quoted(partition)} is not documented.`
          : `AWS documents that restores across Regions are not offered from or to ${region}.`,
    };
  },
};
