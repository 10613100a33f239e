// "You can restore across Regions except Asia Pacific (Hong Kong) and Middle East (Bahrain)": Developer Guide, "Restoring a DynamoDB table
// to a point in time". The page on backups is silent, so this is a warning.
import { crossesRegions, sourceArn } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const excluded = ['ap-east-1', 'me-south-1'];

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
    if (region === undefined) return;
    yield {
      at: { path: ['Region'], part: 'value' },
      message: `AWS documents that restores across Regions are not offered from or to ${region}.`,
    };
  },
};
