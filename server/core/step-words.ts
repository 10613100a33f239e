import { memberOf, objectsIn } from './record';

/** What a step does, as the end of a sentence. Values are of the shape of their `AfterRestore` key. */
export function stepWords(setting: string, value: unknown): string {
  switch (setting) {
    case 'TableClass':
      return `change the table class to ${String(value)}`;
    case 'DeletionProtectionEnabled':
      return 'turn deletion protection on';
    case 'StreamSpecification':
      return `turn the stream on (${word(value, 'StreamViewType')}); it gets a new ARN, which its readers must be given`;
    case 'PointInTimeRecoverySpecification':
      return `turn point-in-time recovery on (${word(value, 'RecoveryPeriodInDays', '35')} days)`;
    case 'Tags':
      return `set ${tagNames(value)}`;
    case 'TimeToLiveSpecification':
      return `turn time to live on for ${word(value, 'AttributeName')}, last of all: items that have expired since are then deleted`;
    default:
      return `set ${setting}`;
  }
}

function word(value: unknown, key: string, fallback = '?'): string {
  const member = memberOf(value, key);
  return typeof member === 'string' || typeof member === 'number' ? String(member) : fallback;
}

function tagNames(tags: unknown): string {
  const names = objectsIn(tags).map(({ Key }) => String(Key));
  return `${names.length} ${names.length === 1 ? 'tag' : 'tags'}: ${names.join(', ')}`;
}

const behind: Record<string, string> = {
  TableClass: 'the new table is of class STANDARD',
  DeletionProtectionEnabled: 'the new table can be deleted by anyone who may',
  StreamSpecification: 'the new table has no stream',
  PointInTimeRecoverySpecification: 'the new table is not protected by point-in-time recovery',
  Tags: 'the new table has no tags: cost reports and tag-based permissions do not know it',
  TimeToLiveSpecification: 'expired items are not deleted from the new table',
  WarmThroughput: 'the new table starts without extra warm throughput',
  ContributorInsights: 'the new table has no Contributor Insights',
  KinesisStreamingDestinations: 'the new table streams nothing to Kinesis',
  ResourcePolicy: 'the new table has no resource policy',
  Replicas: 'the new table stands in one Region alone',
  ScalableTargets: 'the new table is not scaled automatically',
  Alarms: 'no alarm watches the new table',
};

/** What a setting that is not put back means for the new table. */
export function behindWords(setting: string): string {
  return behind[setting] ?? `${setting} does not come back`;
}
