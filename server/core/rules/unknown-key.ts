// The JavaScript SDK drops unknown members without a word (@smithy/core schema serde), and the service ignores what it does not know: a
// mistyped `GlobalSecondaryIndexOverride` would restore every index.
import { answeredBy, flagOfStatus } from '../spec/answer-only';
import type { Edit } from '../spec/edit';
import { foreignKey, isAnswer } from '../spec/foreign';
import { misfits } from '../spec/misfits';
import { nearest } from '../spec/nearest';
import type { ObjectShape } from '../spec/kind';
import type { Node, ObjectNode } from '../spec/node';
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
      for (const { key, value } of properties(node)) {
        if (memberOf(shape, key)) continue;
        const place = [...path, key];
        const answered = answeredBy(place);
        const meant = answered === undefined ? meantBy(key, shape, node) : undefined;
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
              preferred: answered !== undefined,
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
  if (!isState || (value?.value !== 'ENABLED' && value?.value !== 'DISABLED')) {
    return { title: `Rename to ${meant}`, edits: [rename], preferred: true };
  }
  const isOn = value.value === 'ENABLED';
  return {
    title: `Write "${meant}": ${isOn}`,
    edits: [rename, { kind: 'set', path, value: isOn }],
    preferred: true,
  };
}

/** The key that one not understood is taken for, of those not yet written beside it. */
export function meantBy(key: string, shape: ObjectShape, node: ObjectNode): string | undefined {
  const free = Object.keys(shape.members).filter((name) => !propertyOf(node, name));
  const flag = flagOfStatus.get(key);
  return flag !== undefined && free.includes(flag) ? flag : nearest(key, free);
}
