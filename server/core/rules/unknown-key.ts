// The JavaScript SDK drops unknown members without a word (@smithy/core schema serde), and the service ignores what it does not know: a
// mistyped `GlobalSecondaryIndexOverride` would restore every index.
import { isAnswerOnly } from '../spec/answer-only';
import { misfits } from '../spec/misfits';
import { nearest } from '../spec/nearest';
import type { ObjectShape } from '../spec/kind';
import type { ObjectNode } from '../spec/node';
import { memberOf } from '../spec/shape';
import { properties, propertyOf } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const unknownKey: Rule = {
  code: 'unknown-key',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'every key is one that is understood',
  *find(spec) {
    for (const { node, path, shape } of misfits(spec).unknown) {
      for (const { key } of properties(node)) {
        if (memberOf(shape, key)) continue;
        const place = [...path, key];
        const isAnswer = isAnswerOnly(place);
        const meant = isAnswer ? undefined : meantBy(key, shape, node);
        yield {
          at: { path: place, part: 'key' },
          message: isAnswer
            ? `${quoted(key)} is what DynamoDB answers about a table, and no part of a restore; it would be ignored.`
            : `There is no key ${quoted(key)} here, and it would be ignored.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
          fixes: [
            ...(meant === undefined
              ? []
              : [
                  {
                    title: `Rename to ${meant}`,
                    edits: [{ kind: 'rename' as const, path: place, name: meant }],
                    preferred: true,
                  },
                ]),
            { title: `Remove ${quoted(key)}`, edits: [{ kind: 'remove', path: place }], preferred: isAnswer },
          ],
        };
      }
    }
  },
};

function meantBy(key: string, shape: ObjectShape, node: ObjectNode): string | undefined {
  const free = Object.keys(shape.members).filter((name) => !propertyOf(node, name));
  return nearest(key, free);
}
