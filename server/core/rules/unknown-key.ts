// The JavaScript SDK drops unknown members without a word (@smithy/core schema serde), and the service ignores what it does not know: a
// mistyped `GlobalSecondaryIndexOverride` would restore every index.
import { answeredBy, flagOfStatus } from '../spec/answer-only';
import type { Edit } from '../spec/edit';
import { foreignKey, isAnswer } from '../spec/foreign';
import { misfits } from '../spec/misfits';
import { meantBy } from '../spec/meant-key';
import type { Node, ObjectNode, Property } from '../spec/node';
import type { Path } from '../spec/path';
import { memberOf } from '../spec/shape';
import { properties, propertyOf } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

export const unknownKey: Rule = {
  code: 'unknown-key',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'every key is one that is understood',
  *find(spec) {
    const foreign = foreignKey(spec);
    if (foreign !== undefined) {
      yield { at: { path: [foreign], part: 'key' }, message: otherFile(foreign) };
      return;
    }
    for (const { node, path, shape } of misfits(spec).unknown) {
      for (const property of properties(node)) {
        const { key, value } = property;
        if (memberOf(shape, key)) continue;
        const place = [...path, key];
        const answered = answeredBy(place);
        const meant = answered === undefined ? meantBy(property, shape, node) : undefined;
        yield {
          at: { path: place, part: 'key' },
          message:
            answered === undefined
              ? `There is no key ${quoted(key)} here, and it would be ignored.${meant === undefined ? '' : ` Did you mean ${meant}?`}`
              : `${quoted(key)} is what ${answered}, and no part of a restore; it would be ignored.`,
          fixes: [
            ...(meant === undefined ? [] : [written(place, meant, value)]),
            {
              title: `Remove ${quoted(key)}`,
              edits: [{ kind: 'remove', path: place }],
              preferred: answered !== undefined && !tellsMore(property, node),
            },
          ],
        };
      }
    }
  },
};

function otherFile(key: string): string {
  const needed = 'write BackupArn and TargetTableName, as the README shows';
  return isAnswer(key)
    ? `This is no restore spec but what DynamoDB answers about a backup: ${needed}.`
    : `This is no restore spec: none of its keys is one of a restore. Is it the right file? For a spec, ${needed}.`;
}

/** The value under the key that was meant; a state becomes true or false. */
function written(path: Path, meant: string, value: Node | undefined): Fix {
  const rename: Edit = { kind: 'rename', path, name: meant };
  const isState = flagOfStatus.get(String(path.at(-1))) === meant;
  if (!isState) return { title: `Rename to ${meant}`, edits: [rename], preferred: true };
  const isOn = value?.value === 'ENABLED';
  return {
    title: `Write "${meant}": ${isOn}`,
    edits: [rename, { kind: 'set', path, value: isOn }],
    preferred: true,
  };
}

/** Would it say something else without this: that it was turned off or on its way out, or which index is meant? */
function tellsMore({ key, value }: Property, node: ObjectNode): boolean {
  const written = String(value?.value);
  if (key === 'ResourceId') return !/^table\/[^/]*$/.test(written) && !propertyOf(node, 'IndexName');
  return key.endsWith('Status') && !inUse.has(written);
}

const inUse: ReadonlySet<string> = new Set(['ACTIVE', 'CREATING', 'ENABLED', 'ENABLING', 'UPDATING']);
