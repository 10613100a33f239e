/** Application Auto Scaling of tables and indexes: kept and read back, never acted on (Application Auto Scaling API Reference). */
import { operation, type Call, type Operation } from '../operations/operation';
import type { ScalableTarget, ScalingPolicy } from '../state/scaling';
import { ApiError } from '../wire/error';
import { anything, listOf, may, must, oneOf, record, text, whole, type Infer } from '../wire/shape';

const resource = {
  ServiceNamespace: must(oneOf(['dynamodb'])),
  ResourceId: must(text({ min: 1, max: 1600 })),
  ScalableDimension: must(
    oneOf([
      'dynamodb:table:ReadCapacityUnits',
      'dynamodb:table:WriteCapacityUnits',
      'dynamodb:index:ReadCapacityUnits',
      'dynamodb:index:WriteCapacityUnits',
    ]),
  ),
};

const targetInput = record({ ...resource, MinCapacity: may(whole()), MaxCapacity: may(whole()) });
const policyInput = record({
  ...resource,
  PolicyName: must(text({ min: 1, max: 256 })),
  PolicyType: may(oneOf(['StepScaling', 'TargetTrackingScaling'])),
  TargetTrackingScalingPolicyConfiguration: may(anything),
});
const listInput = record({
  ServiceNamespace: must(oneOf(['dynamodb'])),
  ResourceIds: may(listOf(text())),
  ResourceId: may(text()),
  ScalableDimension: may(text()),
  PolicyNames: may(listOf(text())),
});

type Place = Pick<ScalableTarget, 'region' | 'resourceId' | 'dimension'>;

function placeOf(call: Call, input: { ResourceId: string; ScalableDimension: string }): Place {
  return { region: call.region.name, resourceId: input.ResourceId, dimension: input.ScalableDimension };
}

const isAt =
  (place: Place) =>
  (entry: Place): boolean =>
    entry.region === place.region &&
    entry.resourceId === place.resourceId &&
    entry.dimension === place.dimension;

function registerTarget(input: Infer<typeof targetInput>, call: Call): object {
  const { targets } = call.world.scaling;
  const place = placeOf(call, input);
  const known = targets.find(isAt(place));
  const { MinCapacity: min = known?.min, MaxCapacity: max = known?.max } = input;
  if (min === undefined || max === undefined) {
    throw new ApiError(
      'ValidationException',
      'Minimum and maximum capacity are required for a new scalable target',
    );
  }
  if (min > max)
    throw new ApiError('ValidationException', 'Maximum capacity cannot be less than minimum capacity');
  expectResource(call, input.ResourceId);
  if (known === undefined) targets.push({ ...place, min, max, createdAt: call.now });
  else Object.assign(known, { min, max });
  return {
    ScalableTargetARN: `arn:aws:application-autoscaling:${place.region}:${call.world.account}:scalable-target/${place.dimension}`,
  };
}

function expectResource(call: Call, resourceId: string): void {
  const [, table = '', index] = /^table\/([^/]+)(?:\/index\/([^/]+))?$/.exec(resourceId) ?? [];
  const settings = call.region.tables.get(table)?.settings;
  const isThere =
    index === undefined || settings?.globalIndexes.some((candidate) => candidate.IndexName === index);
  if (settings !== undefined && isThere === true) return;
  throw new ApiError('ValidationException', `DynamoDB table does not exist: ${resourceId}`);
}

function putPolicy(input: Infer<typeof policyInput>, call: Call): object {
  const { targets, policies } = call.world.scaling;
  const place = placeOf(call, input);
  if (!targets.some(isAt(place))) {
    throw new ApiError(
      'ObjectNotFoundException',
      `No scalable target registered for service namespace: dynamodb, resource ID: ${place.resourceId}, scalable dimension: ${place.dimension}`,
    );
  }
  const name = input.PolicyName;
  const configuration = input.TargetTrackingScalingPolicyConfiguration ?? {};
  const known = policies.find((policy) => isAt(place)(policy) && policy.name === name);
  if (known === undefined) policies.push({ ...place, name, configuration, createdAt: call.now });
  else known.configuration = configuration;
  return { PolicyARN: policyArn(call, { ...place, name }), Alarms: [] };
}

function policyArn(
  call: Call,
  { region, resourceId, name }: Pick<ScalingPolicy, 'region' | 'resourceId' | 'name'>,
): string {
  return `arn:aws:autoscaling:${region}:${call.world.account}:scalingPolicy:sandbox:resource/dynamodb/${resourceId}:policyName/${name}`;
}

type Listing = Infer<typeof listInput>;

function isListed(call: Call, input: Listing, entry: Place): boolean {
  const ids = input.ResourceIds ?? (input.ResourceId === undefined ? undefined : [input.ResourceId]);
  return (
    entry.region === call.region.name &&
    (ids === undefined || ids.includes(entry.resourceId)) &&
    (input.ScalableDimension === undefined || entry.dimension === input.ScalableDimension)
  );
}

function describeTargets(input: Listing, call: Call): object {
  const listed = call.world.scaling.targets.filter((target) => isListed(call, input, target));
  return {
    ScalableTargets: listed.map((target) => ({
      ServiceNamespace: 'dynamodb',
      ResourceId: target.resourceId,
      ScalableDimension: target.dimension,
      MinCapacity: target.min,
      MaxCapacity: target.max,
      RoleARN: `arn:aws:iam::${call.world.account}:role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable`,
      CreationTime: target.createdAt / 1000,
    })),
  };
}

function describePolicies(input: Listing, call: Call): object {
  const { PolicyNames: names } = input;
  const listed = call.world.scaling.policies.filter(
    (policy) => isListed(call, input, policy) && (names === undefined || names.includes(policy.name)),
  );
  return {
    ScalingPolicies: listed.map((policy) => ({
      PolicyARN: policyArn(call, policy),
      PolicyName: policy.name,
      ServiceNamespace: 'dynamodb',
      ResourceId: policy.resourceId,
      ScalableDimension: policy.dimension,
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: policy.configuration,
      Alarms: [],
      CreationTime: policy.createdAt / 1000,
    })),
  };
}

export const scalingOperations: Record<string, Operation> = {
  RegisterScalableTarget: operation(targetInput, registerTarget),
  DescribeScalableTargets: operation(listInput, describeTargets),
  PutScalingPolicy: operation(policyInput, putPolicy),
  DescribeScalingPolicies: operation(listInput, describePolicies),
};
