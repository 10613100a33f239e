// MinCapacity may not be above MaxCapacity (API_RegisterScalableTarget of Application Auto Scaling); an index is named exactly with the
// dynamodb:index dimensions (resource ids table/<name> and table/<name>/index/<name>).
import { entriesAt, has, numberAt, stringAt } from '../spec/tree';
import type { Rule } from './rule';

export const scalingRange: Rule = {
  code: 'scaling-range',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'each scalable target has a range, and an index exactly where one is scaled',
  ofAbsence: true,
  *find(spec) {
    for (const path of entriesAt(spec, ['AfterRestore', 'ScalableTargets'])) {
      const min = numberAt(spec, [...path, 'MinCapacity']);
      const max = numberAt(spec, [...path, 'MaxCapacity']);
      if (min !== undefined && max !== undefined && min > max) {
        yield {
          at: { path: [...path, 'MinCapacity'], part: 'value' },
          message: `MinCapacity ${min} is above MaxCapacity ${max}.`,
          fixes: [
            {
              title: 'Swap the two',
              edits: [
                { kind: 'set', path: [...path, 'MinCapacity'], value: max },
                { kind: 'set', path: [...path, 'MaxCapacity'], value: min },
              ],
            },
          ],
        };
      }
      const dimension = stringAt(spec, [...path, 'ScalableDimension']);
      const named = has(spec, [...path, 'IndexName']);
      if (dimension === undefined || dimension.startsWith('dynamodb:index:') === named) continue;
      yield {
        at: { path: [...path, 'ScalableDimension'], part: 'value' },
        message: named
          ? 'This dimension is of the table; IndexName may not be given.'
          : 'This dimension is of an index: IndexName is missing.',
        fixes: named
          ? [{ title: 'Remove IndexName', edits: [{ kind: 'remove', path: [...path, 'IndexName'] }] }]
          : [
              {
                title: 'Scale the table',
                edits: [
                  {
                    kind: 'set',
                    path: [...path, 'ScalableDimension'],
                    value: dimension.replace(':index:', ':table:'),
                  },
                ],
              },
            ],
      };
    }
  },
};
