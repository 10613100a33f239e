// An attribute value has exactly one type; a key attribute is a string, a number or binary (API_AttributeValue, "Supported data types"). A
// HASH key has at most 2,048 bytes, a number at most 38 significant digits ("Quotas in Amazon DynamoDB").
import type { Node } from '../spec/node';
import { childOf, partsAt, properties, textOf } from '../spec/tree';
import { utf8Bytes } from '../spec/utf8';
import type { Rule } from './rule';

const mostBytes = 2048;
const mostDigits = 38;

export const sampleKeyValue: Rule = {
  code: 'sample-key-value',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'each value of a sample key has one type, and a size that a key can have',
  ofAbsence: true,
  *find(spec) {
    for (const entry of partsAt(spec, ['Verify', 'SampleKeys'])) {
      for (const { key: attribute, value } of entry.node.type === 'object' ? properties(entry.node) : []) {
        if (value?.type !== 'object') continue;
        const path = [...entry.path, attribute];
        const types = properties(value).map(({ key }) => key);
        if (types.length !== 1) {
          yield {
            at: { path, part: 'value' },
            message: 'A key value has exactly one type: {"S": "text"}, {"N": "123"} or {"B": "base64"}.',
            fixes: types.slice(0, 3).map((type) => ({
              title: `Keep "${type}"`,
              edits: types
                .filter((other) => other !== type)
                .map((other) => ({ kind: 'remove', path: [...path, other] })),
            })),
          };
          continue;
        }
        const fault = sizeFault(value);
        if (fault !== undefined)
          yield { at: { path: [...path, types[0] ?? ''], part: 'value' }, message: fault };
      }
    }
  },
};

function sizeFault(value: Node): string | undefined {
  const number = textOf(childOf(value, 'N'));
  const binary = textOf(childOf(value, 'B'));
  const bytes =
    binary === undefined
      ? utf8Bytes(textOf(childOf(value, 'S')) ?? '')
      : Math.floor((binary.replace(/=+$/, '').length * 3) / 4);
  if (bytes > mostBytes) return `This has ${bytes} bytes; no key has more than ${mostBytes}.`;
  if (number === undefined || significantDigits(number) <= mostDigits) return undefined;
  return `A number has at most ${mostDigits} significant digits; this one has ${significantDigits(number)}.`;
}

function significantDigits(number: string): number {
  const digits = number.replace(/[eE].*$/, '').replace(/\D/g, '');
  return digits.replace(/^0+|0+$/g, '').length;
}
