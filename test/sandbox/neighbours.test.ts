import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server/sandbox/sandbox';
import { errorIn, post } from './client';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: Date.parse('2026-11-20T10:00:00Z') });
  await sandbox.seed.table({
    region: 'eu-west-1',
    table: { TableName: 'Fixed', ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } },
  });
});
afterEach(() => sandbox.close());

async function ask(target: string, body: object): Promise<Record<string, unknown>> {
  return (await (await post(sandbox.url, target, body)).json()) as Record<string, unknown>;
}

const keys: [string, object][] = [
  [
    'alias/good',
    { KeyState: 'Enabled', KeySpec: 'SYMMETRIC_DEFAULT', KeyManager: 'CUSTOMER', MultiRegion: false },
  ],
  ['alias/multi-region', { MultiRegion: true, KeyId: expect.stringMatching(/^mrk-/) as string }],
  ['alias/disabled', { KeyState: 'Disabled', Enabled: false }],
  ['alias/pending-deletion', { KeyState: 'PendingDeletion', DeletionDate: expect.any(Number) as number }],
  ['alias/hmac', { KeySpec: 'HMAC_256' }],
  ['alias/rsa', { KeySpec: 'RSA_2048' }],
  ['alias/aws/dynamodb', { KeyManager: 'AWS' }],
];
test.each(keys)('KMS describes the key %s', async (KeyId, expected) => {
  expect(await ask('TrentService.DescribeKey', { KeyId })).toMatchObject({ KeyMetadata: expected });
});

test('KMS does not find keys of other Regions, and denies those of other accounts', async () => {
  const otherRegion = {
    KeyId: 'arn:aws:kms:us-east-1:123456789012:key/00000002-aaaa-4bbb-8ccc-dddddddddddd',
  };
  expect((await errorIn(await post(sandbox.url, 'TrentService.DescribeKey', otherRegion))).__type).toContain(
    'NotFoundException',
  );
  const otherAccount = {
    KeyId: 'arn:aws:kms:eu-west-1:999988887777:key/00000009-aaaa-4bbb-8ccc-dddddddddddd',
  };
  expect((await errorIn(await post(sandbox.url, 'TrentService.DescribeKey', otherAccount))).__type).toContain(
    'AccessDenied',
  );
});

test('KMS lists the aliases of the account', async () => {
  const { Aliases } = await ask('TrentService.ListAliases', {});
  const names = (Aliases as { AliasName: string }[]).map(({ AliasName }) => AliasName);
  expect(names).toEqual(expect.arrayContaining(['alias/aws/dynamodb', 'alias/good', 'alias/disabled']));
  expect(names).not.toContain('alias/other-account');
});

const place = {
  ServiceNamespace: 'dynamodb',
  ResourceId: 'table/Fixed',
  ScalableDimension: 'dynamodb:table:WriteCapacityUnits',
};
const policy = {
  ...place,
  PolicyName: 'writes',
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingScalingPolicyConfiguration: { TargetValue: 70 },
};

test('auto scaling is read back as it was registered, and lets a provisioned table have a replica', async () => {
  const replica = { TableName: 'Fixed', ReplicaUpdates: [{ Create: { RegionName: 'us-east-1' } }] };
  const refused = await errorIn(await post(sandbox.url, 'UpdateTable', replica));
  expect(refused.message).toContain('Pay-Per-Request or AutoScaled');
  const tooEarly = await post(sandbox.url, 'AnyScaleFrontendService.PutScalingPolicy', policy);
  expect((await errorIn(tooEarly)).__type).toContain('ObjectNotFoundException');
  await ask('AnyScaleFrontendService.RegisterScalableTarget', { ...place, MinCapacity: 5, MaxCapacity: 50 });
  await ask('AnyScaleFrontendService.PutScalingPolicy', policy);
  const byTable = { ServiceNamespace: 'dynamodb', ResourceIds: ['table/Fixed'] };
  expect(await ask('AnyScaleFrontendService.DescribeScalableTargets', byTable)).toMatchObject({
    ScalableTargets: [{ ...place, MinCapacity: 5, MaxCapacity: 50 }],
  });
  const forTable = { ServiceNamespace: 'dynamodb', ResourceId: 'table/Fixed' };
  expect(await ask('AnyScaleFrontendService.DescribeScalingPolicies', forTable)).toMatchObject({
    ScalingPolicies: [
      { PolicyName: 'writes', TargetTrackingScalingPolicyConfiguration: { TargetValue: 70 } },
    ],
  });
  expect(await ask('UpdateTable', replica)).toHaveProperty('TableDescription');
});

test('alarms are found by metric and dimensions', async () => {
  const metric = {
    MetricName: 'ThrottledRequests',
    Namespace: 'AWS/DynamoDB',
    Dimensions: [{ Name: 'TableName', Value: 'Fixed' }],
  };
  await ask('GraniteServiceVersion20100801.PutMetricAlarm', {
    ...metric,
    AlarmName: 'throttled',
    Threshold: 1,
  });
  const found = await ask('GraniteServiceVersion20100801.DescribeAlarmsForMetric', metric);
  expect(found).toMatchObject({ MetricAlarms: [{ AlarmName: 'throttled', Threshold: 1 }] });
  const otherTable = { ...metric, Dimensions: [{ Name: 'TableName', Value: 'Other' }] };
  const none = await ask('GraniteServiceVersion20100801.DescribeAlarmsForMetric', otherTable);
  expect(none).toEqual({ MetricAlarms: [] });
});
