// A restore is paid by the GiB of table data (Amazon DynamoDB pricing); MaxTableSizeGiB keeps a drill from becoming expensive. Sizes that
// DescribeBackup and DescribeTable answer are up to six hours old.
import { recordedFact, recordedSource } from '../recorded';
import { numberAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['Drill', 'MaxTableSizeGiB'];

export const drillTooLarge: Rule = {
  code: 'drill-too-large',
  severity: 'error',
  because: 'misread',
  needs: [recordedFact],
  title: 'the table of a drill is no larger than allowed',
  applies: (spec) => numberAt(spec, path) !== undefined,
  *find(spec, facts) {
    const recorded = recordedSource(spec, facts);
    const sizeBytes = typeof recorded === 'string' ? undefined : recorded.sizeBytes;
    const limit = numberAt(spec, path);
    if (sizeBytes === undefined || limit === undefined || sizeBytes <= limit * 1024 ** 3) return;
    yield {
      at: { path, part: 'value' },
      message: `The source has ${(sizeBytes / 1024 ** 3).toFixed(1)} GiB, more than this drill allows.`,
    };
  },
};
