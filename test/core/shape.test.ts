import * as sdk from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Member, ObjectShape, Shape } from '../../server/core/spec/kind';
import { isOwnKey, memberOf, shapeAt, specShape } from '../../server/core/spec/shape';

/** What the SDK's schemas and our table both say of a shape: kinds, member names, which are required. */
type Outline = string | { list: Outline } | { members: Record<string, Outline>; required: string[] };

/** Schemas of @smithy/core: numbers stand for simple types, [1, ...] for a list, [3, ...] for a structure. */
type Schema = number | (() => Schema) | readonly unknown[];

/** 4 is a timestamp, which a spec writes as text; 64 makes a list of what is added to it. */
const simple: Record<number, Outline> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'string',
  64: { list: 'string' },
};

function sdkOutline(schema: Schema): Outline {
  if (typeof schema === 'function') return sdkOutline(schema());
  if (typeof schema === 'number') return simple[schema] ?? `type ${schema}`;
  if (schema[0] === 1) return { list: sdkOutline(schema[4] as Schema) };
  const names = schema[4] as string[];
  const types = schema[5] as Schema[];
  const required = names.slice(0, (schema[6] as number | undefined) ?? 0);
  return {
    members: Object.fromEntries(names.map((name, at) => [name, sdkOutline(types[at] ?? 0)])),
    required: required.toSorted(),
  };
}

function ourOutline(shape: Shape): Outline {
  if (shape.kind === 'words-or') return ourOutline(shape.shape);
  if (shape.kind === 'list') return { list: ourOutline(shape.of) };
  if (shape.kind !== 'object') return shape.kind;
  const entries = Object.entries(shape.members);
  return {
    members: Object.fromEntries(entries.map(([name, member]) => [name, ourOutline(member.shape)])),
    required: entries
      .filter(([name, { required }]) => required && name !== 'ProjectionType')
      .map(([name]) => name)
      .toSorted(),
  };
}

function outlineOf(path: string[]): Outline {
  const found = shapeAt(path);
  if (!found) throw new Error(path.join('.'));
  return ourOutline(found.shape);
}

describe('the table of keys', () => {
  test('has exactly the members of the two requests in the SDK that is installed', () => {
    const requests = [sdk.RestoreTableFromBackupInput$, sdk.RestoreTableToPointInTimeInput$].map((schema) =>
      sdkOutline(schema as Schema),
    );
    const union = Object.assign(
      {},
      ...requests.map((outline) => (outline as { members: object }).members),
    ) as object;
    const request: ObjectShape = {
      kind: 'object',
      members: Object.fromEntries(Object.entries(specShape.members).filter(([key]) => !isOwnKey(key))),
    };
    expect((ourOutline(request) as { members: object }).members).toEqual(union);
  });

  test.each<[string, string[], Schema]>([
    ['StreamSpecification', ['StreamSpecification'], sdk.StreamSpecification$],
    ['WarmThroughput', ['WarmThroughput'], sdk.WarmThroughput$],
    [
      'PointInTimeRecoverySpecification',
      ['PointInTimeRecoverySpecification'],
      sdk.PointInTimeRecoverySpecification$,
    ],
    ['TimeToLiveSpecification', ['TimeToLiveSpecification'], sdk.TimeToLiveSpecification$],
  ])('writes %s as the SDK does', (_, path, schema) =>
    expect(outlineOf(['AfterRestore', ...path])).toEqual(sdkOutline(schema)),
  );

  test('writes tags as the SDK does', () =>
    expect(outlineOf(['AfterRestore', 'Tags'])).toEqual({ list: sdkOutline(sdk.Tag$ as Schema) }));

  test('explains every key in two lines, and links every AWS key to AWS', () => {
    const check = (name: string, member: Member, isTop: boolean) => {
      expect(member.doc.split('\n').length, name).toBeLessThanOrEqual(2);
      expect(member.doc, name).toMatch(/\.$/);
      if (isTop && !member.own) expect(member.link, name).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
      visit(member.shape, name);
    };
    const visit = (shape: Shape, name: string): void => {
      if (shape.kind === 'words-or') visit(shape.shape, name);
      if (shape.kind === 'list' || shape.kind === 'map') visit(shape.of, name);
      if (shape.kind !== 'object') return;
      for (const [key, member] of Object.entries(shape.members)) check(`${name}.${key}`, member, name === '');
    };
    visit(specShape, '');
  });

  test('knows no key of the prototype', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(memberOf(specShape, key)).toBeUndefined();
      expect(shapeAt([key])).toBeUndefined();
    }
  });

  test('finds the shape at a path', () => {
    expect(shapeAt(['GlobalSecondaryIndexOverride', 3, 'KeySchema', 0, 'KeyType'])?.shape).toEqual({
      kind: 'string',
      values: ['HASH', 'RANGE'],
    });
    expect(shapeAt(['AfterRestore', 'ResourcePolicy', 'Statement', 0])?.shape.kind).toBe('any');
    expect(shapeAt(['GlobalSecondaryIndexOverride', 'x'])).toBeUndefined();
    expect(shapeAt(['TargetTableName', 'x'])).toBeUndefined();
  });
});
