// INCLUDE needs 1 to 20 NonKeyAttributes, ALL and KEYS_ONLY take none, none may be there twice (API_Projection;
// aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-126).
import { writtenIndexes } from '../spec/indexes';
import type { Finding, Rule } from './rule';
import type { Projection } from '../facts';
import type { Path } from '../spec/path';

export const indexProjection: Rule = {
  code: 'index-projection',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the projection of each index is consistent',
  ofAbsence: true,
  *find(spec) {
    for (const { path, projection } of writtenIndexes(spec)) {
      if (projection) yield* faults(projection, [...path, 'Projection']);
    }
  },
};

function* faults({ ProjectionType, NonKeyAttributes }: Projection, path: Path): Iterable<Finding> {
  const listed = NonKeyAttributes !== undefined;
  const list = [...path, 'NonKeyAttributes'];
  const type = [...path, 'ProjectionType'];
  if (ProjectionType === 'INCLUDE' && !listed) {
    yield {
      at: { path: type, part: 'value' },
      message: 'INCLUDE needs NonKeyAttributes: the 1 to 20 attributes to include.',
      fixes: [{ title: 'Change to "KEYS_ONLY"', edits: [{ kind: 'set', path: type, value: 'KEYS_ONLY' }] }],
    };
  }
  if (ProjectionType !== 'INCLUDE' && listed) {
    yield {
      at: { path: list, part: 'key' },
      message: `NonKeyAttributes belong to INCLUDE; with ${ProjectionType} there may be none.`,
      fixes: [
        {
          title: 'Change ProjectionType to "INCLUDE"',
          edits: [{ kind: 'set', path: type, value: 'INCLUDE' }],
        },
        { title: 'Remove NonKeyAttributes', edits: [{ kind: 'remove', path: list }] },
      ],
    };
  }
  const unique = new Set(NonKeyAttributes);
  if (listed && unique.size < NonKeyAttributes.length) {
    yield {
      at: { path: list, part: 'value' },
      message: 'An attribute is listed twice in NonKeyAttributes.',
      fixes: [
        {
          title: 'Keep each once',
          edits: [{ kind: 'set', path: list, value: [...unique] }],
          preferred: true,
        },
      ],
    };
  }
}
