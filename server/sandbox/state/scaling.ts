/** What is registered with Application Auto Scaling and CloudWatch: kept as it was sent, by Region. */
export interface Scaling {
  readonly targets: ScalableTarget[];
  readonly policies: ScalingPolicy[];
  readonly alarms: Alarm[];
}

export interface ScalableTarget {
  readonly region: string;
  readonly resourceId: string;
  readonly dimension: string;
  readonly createdAt: number;
  min: number;
  max: number;
}

export interface ScalingPolicy {
  readonly region: string;
  readonly resourceId: string;
  readonly dimension: string;
  readonly name: string;
  readonly createdAt: number;
  configuration: Record<string, unknown>;
}

export interface Alarm {
  readonly region: string;
  readonly name: string;
  settings: Record<string, unknown>;
}

/** Whether a table's writes have both a target and a policy, as a replica of a provisioned table needs. */
export function isWriteScaled({ targets, policies }: Scaling, region: string, table: string): boolean {
  const isWrite = (entry: ScalableTarget | ScalingPolicy): boolean =>
    entry.region === region &&
    entry.resourceId === `table/${table}` &&
    entry.dimension === 'dynamodb:table:WriteCapacityUnits';
  return targets.some(isWrite) && policies.some(isWrite);
}
