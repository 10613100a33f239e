import { describe, expect, test } from 'vitest';
import { definitionOf, type IndexList } from '../../server/core/spec/indexes';
import { brokenCount, brokenLength, brokenRange } from '../../server/core/spec/limits';
import { isAwsBackupArn, parseBackupArn, parseStreamArn, parseTableArn } from '../../server/core/spec/arn';
import { nearest } from '../../server/core/spec/nearest';
import { backupArn, ordersArn } from '../rules/facts';

const hash = { AttributeName: 'a', KeyType: 'HASH' };
const range = { AttributeName: 'b', KeyType: 'RANGE' };
const index = { IndexName: 'i', KeySchema: [hash, range], Projection: { ProjectionType: 'ALL' } };
const included = (...NonKeyAttributes: unknown[]) => ({
  ...index,
  Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes },
});
const vector = {
  IndexName: 'v',
  VectorAttribute: { AttributeName: 'e' },
  Dimensions: 8,
  DistanceFunction: 'COSINE',
  Projection: { ProjectionType: 'KEYS_ONLY' },
};
const search = (...names: string[]) => ({
  ...vector,
  SearchSchema: names.map((AttributeName) => ({ AttributeName, SearchSchemaElementType: 'FILTER' })),
});
const globals = 'GlobalSecondaryIndexOverride';
const vectors = 'VectorIndexOverride';

describe('indexes are compared by what they are', () => {
  test.each<[string, IndexList, object, object]>([
    ['their names', globals, index, { ...index, IndexName: 'other' }],
    ['their capacity', globals, index, { ...index, ProvisionedThroughput: {} }],
    ['the order of projected attributes', globals, included('x', 'y'), included('y', 'x')],
    ['the names of vector indexes', vectors, vector, { ...vector, IndexName: 'other' }],
    ['an empty search schema', vectors, vector, { ...vector, SearchSchema: [] }],
  ])('not by %s', (_, list, one, other) => {
    expect(definitionOf(list, one)).toBeDefined();
    expect(definitionOf(list, one)).toBe(definitionOf(list, other));
  });

  test.each<[string, IndexList, object, object]>([
    ['by the order of their keys', globals, index, { ...index, KeySchema: [range, hash] }],
    ['by the kind of a key', globals, index, { ...index, KeySchema: [hash, { ...range, KeyType: 'HASH' }] }],
    [
      'by the name of a key',
      globals,
      index,
      { ...index, KeySchema: [hash, { ...range, AttributeName: 'c' }] },
    ],
    ['by what is projected', globals, included('x'), included('y')],
    ['by how it is projected', globals, index, { ...index, Projection: { ProjectionType: 'KEYS_ONLY' } }],
    ['by the attribute of a vector', vectors, vector, { ...vector, VectorAttribute: { AttributeName: 'f' } }],
    ['by its dimensions', vectors, vector, { ...vector, Dimensions: 9 }],
    ['by its distance', vectors, vector, { ...vector, DistanceFunction: 'EUCLIDEAN' }],
    ['by its projection', vectors, vector, { ...vector, Projection: { ProjectionType: 'ALL' } }],
    ['by its search schema', vectors, search('x'), search('y')],
    ['by whether it has a search schema', vectors, vector, search('x')],
  ])('%s', (_, list, one, other) => {
    expect(definitionOf(list, one)).toBeDefined();
    expect(definitionOf(list, one)).not.toBe(definitionOf(list, other));
  });

  test.each<[IndexList, unknown]>([
    [globals, undefined],
    [globals, null],
    [globals, []],
    [globals, 'text'],
    [globals, { ...index, Projection: undefined }],
    [globals, { ...index, Projection: { ProjectionType: 'SOME' } }],
    [globals, included(7)],
    [globals, included('x', 7)],
    [globals, { ...index, Projection: { ProjectionType: 'ALL', NonKeyAttributes: 'x' } }],
    [globals, { ...index, KeySchema: [] }],
    [globals, { ...index, KeySchema: 'x' }],
    [globals, { ...index, KeySchema: [hash, null] }],
    [globals, { ...index, KeySchema: [hash, { KeyType: 'RANGE' }] }],
    [globals, { ...index, KeySchema: [hash, { ...range, KeyType: 'SORT' }] }],
    [vectors, { ...vector, VectorAttribute: null }],
    [vectors, { ...vector, VectorAttribute: [] }],
  ])('but %s: %j is nothing to compare', (list, odd) => expect(definitionOf(list, odd)).toBeUndefined());

  test('an odd entry of a search schema is an entry all the same', () =>
    expect(definitionOf(vectors, { ...vector, SearchSchema: ['x'] })).not.toBe(
      definitionOf(vectors, vector),
    ));
});

describe('limits are told in words', () => {
  test.each<[number, Parameters<typeof brokenRange>[1], string | undefined]>([
    [1, { kind: 'number', min: 1 }, undefined],
    [0, { kind: 'number', min: 1 }, 'must be at least 1'],
    [5, { kind: 'number', max: 5 }, undefined],
    [6, { kind: 'number', max: 5 }, 'must be at most 5'],
    [0, { kind: 'number', above: 0 }, 'must be more than 0'],
    [0.5, { kind: 'number', above: 0 }, undefined],
    [1.5, { kind: 'number', integer: true }, 'must be a whole number'],
    [-1, { kind: 'number', min: 1, besides: [-1] }, undefined],
  ] as [number, Parameters<typeof brokenRange>[1], string | undefined][])(
    'of %d with %j: %s',
    (value, shape, said) => expect(brokenRange(value, shape)).toBe(said),
  );

  test.each<[number, { minLength?: number; maxLength?: number }, string | undefined]>([
    [0, { minLength: 1 }, 'is empty: fill it in'],
    [2, { minLength: 3, maxLength: 5 }, 'must be at least 3 characters long; it is 2'],
    [3, { minLength: 3, maxLength: 5 }, undefined],
    [5, { minLength: 3, maxLength: 5 }, undefined],
    [6, { minLength: 3, maxLength: 5 }, 'must be at most 5 characters long; it is 6'],
    [11, { minLength: 12, maxLength: 12 }, 'must be 12 characters long; it is 11'],
    [12, { minLength: 12, maxLength: 12 }, undefined],
    [0, {}, undefined],
  ])('of %i characters with %j: %s', (length, shape, said) =>
    expect(brokenLength(length, { kind: 'string', ...shape })).toBe(said),
  );

  test.each<[number, { minItems?: number; maxItems?: number }, string | undefined]>([
    [0, { minItems: 1 }, 'must have at least 1 entry; it has 0'],
    [1, { minItems: 1 }, undefined],
    [1, { minItems: 2 }, 'must have at least 2 entries; it has 1'],
    [3, { maxItems: 3 }, undefined],
    [4, { maxItems: 3 }, 'must have at most 3 entries; it has 4'],
    [2, { maxItems: 1 }, 'must have at most 1 entry; it has 2'],
    [0, {}, undefined],
  ])('of %i entries with %j: %s', (count, shape, said) =>
    expect(
      brokenCount(count, { kind: 'list', ...shape } as unknown as Parameters<typeof brokenCount>[1]),
    ).toBe(said),
  );
});

test.each<[unknown, unknown]>([
  [parseTableArn(`x${ordersArn}`), undefined],
  [
    parseTableArn(ordersArn),
    { partition: 'aws', region: 'eu-west-1', account: '123456789012', table: 'Orders' },
  ],
  [parseBackupArn(backupArn)?.createdAtMs, 1_791_504_762_511],
  [parseBackupArn(`${ordersArn}/backup/x01791504762511-2779fadd`)?.createdAtMs, undefined],
  [parseBackupArn(`${ordersArn}/backup/1791504762511-2779fadd`)?.createdAtMs, undefined],
  [
    parseStreamArn('arn:aws:kinesis:eu-west-1:123456789012:stream/orders'),
    { partition: 'aws', region: 'eu-west-1', account: '123456789012', stream: 'orders' },
  ],
  [isAwsBackupArn('arn:aws:backup:eu-west-1:123456789012:recovery-point:x'), true],
  [isAwsBackupArn('xarn:aws:backup:eu-west-1:123456789012:recovery-point:x'), false],
])('an ARN is read whole or not at all: %j', (read, expected) => expect(read).toEqual(expected));

test.each<[string, string[], string | undefined]>([
  ['abcdef', ['abcdfe'], 'abcdfe'],
  ['abcdef', ['bacdfe'], 'bacdfe'],
  ['abcdef', ['bacdfx'], undefined],
  ['abcdef', ['abcd'], 'abcd'],
  ['abcdef', ['abc'], undefined],
  ['abcdef', ['abcdefgh'], 'abcdefgh'],
  ['abcdef', ['abcdefghi'], undefined],
  ['abcdef', ['xbcdey'], 'xbcdey'],
  ['abcdef', ['xbcyez'], undefined],
  ['abcdef', ['abcdez', 'abcdef'], 'abcdef'],
  ['abcdef', ['abcdex', 'abcdey'], 'abcdex'],
  ['abc', ['cba'], undefined],
  ['ab', ['ba', 'ab'], 'ab'],
  ['abcd', ['badc'], undefined],
  ['aabb', ['bbaa'], undefined],
  ['abab', ['baba'], undefined],
  ['abcabc', ['acbacb'], 'acbacb'],
  ['a', ['b'], 'b'],
  ['a', ['bc'], undefined],
])('of the word %j the nearest of %j is %j', (word, candidates, meant) =>
  expect(nearest(word, candidates)).toBe(meant),
);
