import * as sdk from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { settingNames } from '../../server/core/spec/after-restore-shape';
import type { Member, ObjectShape, Shape } from '../../server/core/spec/kind';
import { isOwnKey, memberOf, shapeAt, specShape } from '../../server/core/spec/shape';
import { apiShape, departures, merged, type ApiShape, type Service } from './api-shapes';

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

/** The shape at a path, inside a list that of its entries. */
function shapeOf(path: string[]): Shape {
  const found = shapeAt(path)?.shape;
  const shape = found?.kind === 'words-or' ? found.shape : found;
  if (!shape) throw new Error(path.join('.'));
  return shape.kind === 'list' && path.at(-1) !== 'Tags' ? shape.of : shape;
}

/** What a restore is asked for: the table of keys without our own. */
const requestShape: ObjectShape = {
  kind: 'object',
  members: Object.fromEntries(Object.entries(specShape.members).filter(([key]) => !isOwnKey(key))),
};

const requestDepartures: Record<string, string[]> = {
  'the service has no default for it': ['Global', 'Local', 'Vector'].map((kind) => {
    const list = kind === 'Vector' ? 'VectorIndexOverride' : `${kind}SecondaryIndexOverride`;
    return `${list}[].Projection.ProjectionType: required false -> true`;
  }),
  'the service answers "outside of valid range", or has no use for 0': [
    'GlobalSecondaryIndexOverride[].OnDemandThroughput.MaxReadRequestUnits',
    'GlobalSecondaryIndexOverride[].OnDemandThroughput.MaxWriteRequestUnits',
    'GlobalSecondaryIndexOverride[].WarmThroughput.ReadUnitsPerSecond',
    'GlobalSecondaryIndexOverride[].WarmThroughput.WriteUnitsPerSecond',
    'OnDemandThroughputOverride.MaxReadRequestUnits',
    'OnDemandThroughputOverride.MaxWriteRequestUnits',
  ].map((path) => `${path}: min undefined -> 1`),
  'what -1 does in a restore nobody has said: a rule of its own warns of it': [
    'GlobalSecondaryIndexOverride[].OnDemandThroughput.MaxReadRequestUnits',
    'GlobalSecondaryIndexOverride[].OnDemandThroughput.MaxWriteRequestUnits',
    'OnDemandThroughputOverride.MaxReadRequestUnits',
    'OnDemandThroughputOverride.MaxWriteRequestUnits',
  ].map((path) => `${path}: besides undefined -> -1`),
  'limits of "Quotas in Amazon DynamoDB" and "Vector search requirements" that cannot be raised': [
    'LocalSecondaryIndexOverride: max undefined -> 5',
    'VectorIndexOverride: max undefined -> 5',
    'VectorIndexOverride[].SearchSchema: max undefined -> 19',
    'VectorIndexOverride[].Dimensions: max undefined -> 4096',
  ],
  'an empty or endless text can name nothing': [
    'SSESpecificationOverride.KMSMasterKeyId: min undefined -> 1',
    'SSESpecificationOverride.KMSMasterKeyId: max undefined -> 2048',
    'VectorIndexOverride[].SearchSchema[].AttributeName: min undefined -> 1',
    'RestoreDateTime: min undefined -> 1',
    'RestoreDateTime: max undefined -> 64',
  ],
};

const dynamodbScales = ['index:Read', 'index:Write', 'table:Read', 'table:Write']
  .map((what) => `dynamodb:${what}CapacityUnits`)
  .join(' ');

/** Key of `AfterRestore`, the API's shapes that it is written as, and each departure from them. */
const settings: [string, Service, string[], string[]][] = [
  ['DeletionProtectionEnabled', 'dynamodb', ['DeletionProtectionEnabled'], []],
  ['TableClass', 'dynamodb', ['TableClass'], []],
  ['StreamSpecification', 'dynamodb', ['StreamSpecification'], []],
  [
    'WarmThroughput',
    'dynamodb',
    ['WarmThroughput'],
    ['ReadUnitsPerSecond', 'WriteUnitsPerSecond'].map((key) => `.${key}: min undefined -> 1`),
  ],
  ['PointInTimeRecoverySpecification', 'dynamodb', ['PointInTimeRecoverySpecification'], []],
  ['TimeToLiveSpecification', 'dynamodb', ['TimeToLiveSpecification'], []],
  // TagResource refuses an empty list; 50 tags are the limit of a resource ("Tagging restrictions in DynamoDB").
  ['Tags', 'dynamodb', ['TagList'], [': min undefined -> 1', ': max undefined -> 50']],
  [
    'ContributorInsights',
    'dynamodb',
    ['UpdateContributorInsightsInput'],
    // Filled in by the step: the new table, and ENABLE.
    ['.TableName: not ours', '.ContributorInsightsAction: not ours'],
  ],
  [
    'KinesisStreamingDestinations',
    'dynamodb',
    ['KinesisStreamingDestinationInput', 'EnableKinesisStreamingConfiguration'],
    // The one member of the configuration stands beside the ARN.
    [
      '.TableName: not ours',
      '.StreamArn: pattern undefined -> arn:[^:]+:[^:]+:[^:]*:[^:]*:.+',
      '.EnableKinesisStreamingConfiguration: not ours',
    ],
  ],
  [
    'Replicas',
    'dynamodb',
    ['CreateReplicationGroupMemberAction'],
    // A replica is added as the table is; settings of its own are for UpdateTable.
    [
      '.RegionName: pattern undefined -> [a-z]{2,}(-[a-z]+)+-\\d+',
      '.KMSMasterKeyId: min undefined -> 1',
      '.KMSMasterKeyId: max undefined -> 2048',
      '.ProvisionedThroughputOverride: not ours',
      '.OnDemandThroughputOverride: not ours',
      '.GlobalSecondaryIndexes: not ours',
      '.TableClassOverride: not ours',
    ],
  ],
  [
    'ScalableTargets',
    'applicationAutoScaling',
    ['RegisterScalableTargetRequest', 'TargetTrackingScalingPolicyConfiguration'],
    // ServiceNamespace, ResourceId and the predefined metric follow from the table, the dimension and IndexName.
    [
      '.ServiceNamespace: not ours',
      '.ResourceId: not ours',
      `.ScalableDimension: enum all -> ${dynamodbScales}`,
      '.MinCapacity: required false -> true',
      '.MinCapacity: min undefined -> 1',
      '.MaxCapacity: required false -> true',
      '.MaxCapacity: min undefined -> 1',
      '.RoleARN: not ours',
      '.SuspendedState: not ours',
      '.Tags: not ours',
      '.TargetValue: min undefined -> 20',
      '.TargetValue: max undefined -> 90',
      '.PredefinedMetricSpecification: not ours',
      '.CustomizedMetricSpecification: not ours',
      '.ScaleOutCooldown: min undefined -> 0',
      '.ScaleInCooldown: min undefined -> 0',
      '.DisableScaleIn: not ours',
      ".IndexName: not the API's",
    ],
  ],
];

describe('the table of keys', () => {
  test('has exactly the members of the two requests in the SDK that is installed', () => {
    const requests = [sdk.RestoreTableFromBackupInput$, sdk.RestoreTableToPointInTimeInput$].map((schema) =>
      sdkOutline(schema as Schema),
    );
    const union = Object.assign(
      {},
      ...requests.map((outline) => (outline as { members: object }).members),
    ) as object;
    expect((ourOutline(requestShape) as { members: object }).members).toEqual(union);
  });

  test("departs from the API's own model of the two requests where it is meant to, and nowhere else", () => {
    const union = merged('dynamodb', ['RestoreTableFromBackupInput', 'RestoreTableToPointInTimeInput']);
    // Which source is required depends on the call: rules say it.
    const api = { ...union, required: ['TargetTableName'] };
    expect(departures('', 'dynamodb', api, requestShape).toSorted()).toEqual(
      Object.values(requestDepartures).flat().toSorted(),
    );
  });

  test.each(settings)('departs from the API for %s where it is meant to', (key, service, names, meant) => {
    const api = names.length === 1 ? apiShape(service, names[0] ?? '') : merged(service, names);
    const found = departures('', service, api, shapeOf(['AfterRestore', key]));
    const shown = found.map((text) =>
      text.replace(/^(?=\w)/, '.').replace(/enum appstream.* ->/, 'enum all ->'),
    );
    expect(shown.toSorted()).toEqual(meant.toSorted());
  });

  test('holds every setting but two against the API', () => {
    // A policy is any document, and no model of CloudWatch is at hand.
    const held = settings.map(([key]) => key);
    expect(settingNames.filter((name) => !held.includes(name))).toEqual(['ResourcePolicy', 'Alarms']);
  });

  test.each<[string, Partial<ApiShape>, Shape, string[]]>([
    ['a bound', { max: 5 }, { kind: 'string', maxLength: 6 }, ['x: max 5 -> 6']],
    ['a pattern', { pattern: '[a-z]+' }, { kind: 'string' }, ['x: pattern [a-z]+ -> undefined']],
    ['an enumeration', { enum: ['B', 'A'] }, { kind: 'string', values: ['A'] }, ['x: enum A B -> A']],
    ['a type', { type: 'list' }, { kind: 'string' }, ['x: kind list -> string']],
    ['a fraction', { type: 'long' }, { kind: 'number', integer: false }, ['x: whole true -> undefined']],
    [
      'a member',
      { type: 'structure', members: { A: 'Tag' } },
      { kind: 'object', members: {} },
      ['x.A: not ours'],
    ],
    ['nothing', { enum: ['B', 'A'] }, { kind: 'string', values: ['A', 'B'] }, []],
  ])('sees a departure in %s', (_, api, ours, found) => {
    expect(departures('x', 'dynamodb', { type: 'string', ...api }, ours)).toEqual(found);
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
