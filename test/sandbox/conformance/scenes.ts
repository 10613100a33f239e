/** Scenes that many cases share. */
import { away, home, type Stage } from './stage';

export const hash = (name: string): object => ({ AttributeName: name, KeyType: 'HASH' });
export const range = (name: string): object => ({ AttributeName: name, KeyType: 'RANGE' });
const text = (name: string): object => ({ AttributeName: name, AttributeType: 'S' });
export const units = (read: number, write = read): object => ({
  ReadCapacityUnits: read,
  WriteCapacityUnits: write,
});
export const all = { ProjectionType: 'ALL' };

export const plainKeys = { KeySchema: [hash('pk')], AttributeDefinitions: [text('pk')] };

/** Keys and indexes of the table the lab used: gsi1 and lsi1, all attributes projected. */
export const indexed = {
  KeySchema: [hash('pk'), range('sk')],
  AttributeDefinitions: ['pk', 'sk', 'gk', 'lsk'].map(text),
  LocalSecondaryIndexes: [{ IndexName: 'lsi1', KeySchema: [hash('pk'), range('lsk')], Projection: all }],
};
const gsi1 = { IndexName: 'gsi1', KeySchema: [hash('gk')], Projection: all };
export const indexedOnDemand = { ...indexed, GlobalSecondaryIndexes: [gsi1] };
export const indexedProvisioned = {
  ...indexed,
  ProvisionedThroughput: units(5),
  GlobalSecondaryIndexes: [{ ...gsi1, ProvisionedThroughput: units(5) }],
};

/** A table that is there since an hour, made without a call. */
export async function table(stage: Stage, name: string, more: object = {}, region = home): Promise<void> {
  await stage.sandbox.seed.table({ region, table: { TableName: name, ...more } });
}

/** The target of a restore that is done: an ACTIVE table called Target. */
export const target = (stage: Stage): Promise<void> => table(stage, 'Target');

/** A table with a backup that becomes the case's BACKUP_ARN. */
export async function backedUp(stage: Stage, more: object): Promise<void> {
  await table(stage, 'Rich', more);
  backup(stage, 'Rich');
}

export function backup(stage: Stage, name: string): string {
  const { arn } = stage.sandbox.seed.backup({ region: home, table: name, name: 'of-scene' });
  stage.vars['BACKUP_ARN'] = arn;
  return arn;
}

/** A table made by CreateTable `agoMs` ago; it takes 8 s to become ACTIVE. */
export async function young(stage: Stage, agoMs: number): Promise<void> {
  await stage.done('CreateTable', { TableName: 'Young', BillingMode: 'PAY_PER_REQUEST', ...plainKeys });
  stage.vars['TABLE'] = 'Young';
  stage.advance(agoMs);
}

/** A restore into Target from the scene's backup, still running. */
export async function restoring(stage: Stage, more: object = {}, region = home): Promise<void> {
  await stage.done(
    'RestoreTableFromBackup',
    { BackupArn: stage.vars['BACKUP_ARN'], TargetTableName: 'Target', ...more },
    region,
  );
}

/** The same, and over. */
export async function restored(stage: Stage, more: object = {}): Promise<void> {
  await restoring(stage, more);
  stage.advance(stage.sandbox.durations.restoreInRegion);
}

/** A table with point-in-time recovery switched on `agoMs` ago. */
export async function recoverable(stage: Stage, agoMs = 1_800_000): Promise<void> {
  const since = stage.now() - agoMs;
  const items = [{ pk: { S: 'a' } }];
  await stage.sandbox.seed.table({
    region: home,
    table: { TableName: 'Live' },
    items,
    pointInTime: { since },
  });
  stage.vars['TABLE'] = 'Live';
}

export async function deleted(stage: Stage, name: string, agoMs: number): Promise<void> {
  await stage.done('DeleteTable', { TableName: name });
  stage.advance(agoMs);
}

export async function describe(stage: Stage, name: string, region = home): Promise<Record<string, unknown>> {
  const { Table } = await stage.done('DescribeTable', { TableName: name }, region);
  return Table as Record<string, unknown>;
}

export async function statusOf(stage: Stage, name: string, region = home): Promise<string> {
  const outcome = await stage.call('DescribeTable', { TableName: name }, region);
  return outcome.error?.name ?? String((outcome.output['Table'] as Record<string, unknown>)['TableStatus']);
}

/** Waits for the restore into Target, then describes it. */
export async function arrived(stage: Stage): Promise<Record<string, unknown>> {
  stage.advance(stage.sandbox.durations.restoreInRegion);
  return describe(stage, 'Target');
}

export async function countOf(stage: Stage, name: string): Promise<unknown> {
  return (await stage.done('Scan', { TableName: name }))['Count'];
}

export interface Summary {
  BackupArn: string;
  BackupName: string;
  TableId: string;
  TableArn: string;
  BackupType: string;
  BackupCreationDateTime: Date;
}

export async function backups(stage: Stage, name: string, type = 'USER', region = home): Promise<Summary[]> {
  const { BackupSummaries } = await stage.done('ListBackups', { TableName: name, BackupType: type }, region);
  return BackupSummaries as Summary[];
}

/** Calls the same thing several times, one after the other on one connection; all must be accepted. */
export async function inARow(stage: Stage, count: number, operation: string, input: object): Promise<void> {
  for (let n = 0; n < count; n += 1) await stage.done(operation, input);
}

export const otherRegion = (arn: unknown): string => String(arn).replace(`:${home}:`, `:${away}:`);
