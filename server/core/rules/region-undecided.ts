// RestoreTableToPointInTime looks a SourceTableName up in the Region that is called; the AWS CLI takes that from its own configuration.
import { sourceOf, writtenRegion } from '../spec/request';
import type { Rule } from './rule';

export const regionUndecided: Rule = {
  code: 'region-undecided',
  severity: 'information',
  because: 'surprise',
  needs: [],
  title: 'the file says by itself which Region it is about',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec, { regionInUse }) {
    if (writtenRegion(spec) !== undefined) return;
    const known = regionInUse !== 'unknown';
    yield {
      at: { path: ['SourceTableName'], part: 'key' },
      message: known
        ? `This file does not say which Region it is about. It would be ${regionInUse}, the Region in use.`
        : 'This file does not say which Region it is about. It would be the Region in use at the time.',
      fixes: known
        ? [
            {
              title: `Add Region "${regionInUse}"`,
              edits: [{ kind: 'set', path: ['Region'], value: regionInUse }],
            },
          ]
        : [],
    };
  },
};
