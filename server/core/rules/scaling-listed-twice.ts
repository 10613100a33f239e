// A scalable target is named by resource and dimension: registering it again overwrites its range (API_RegisterScalableTarget of
// Application Auto Scaling).
import { canonical } from '../canonical';
import type { Path } from '../spec/path';
import { entriesAt, stringAt, valueAt } from '../spec/tree';
import type { Rule } from './rule';

export const scalingListedTwice: Rule = {
  code: 'scaling-listed-twice',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'each capacity is scaled by one entry',
  *find(spec) {
    const seen = new Map<string, Path>();
    for (const path of entriesAt(spec, ['AfterRestore', 'ScalableTargets'])) {
      const dimension = stringAt(spec, [...path, 'ScalableDimension']);
      if (dimension === undefined) continue;
      const target = JSON.stringify([dimension, stringAt(spec, [...path, 'IndexName'])]);
      const earlier = seen.get(target);
      if (earlier === undefined) {
        seen.set(target, path);
        continue;
      }
      yield {
        at: { path: [...path, 'ScalableDimension'], part: 'value' },
        message: 'An entry further up scales the same capacity; this one would overwrite it.',
        fixes: [
          {
            title: 'Remove this entry',
            edits: [{ kind: 'remove', path }],
            ...(canonical(valueAt(spec, earlier)) === canonical(valueAt(spec, path)) && { preferred: true }),
          },
        ],
      };
    }
  },
};
