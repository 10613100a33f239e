import type { TableDescription } from './facts';
import type { Expectation, IntentRow } from './journal';
import { memberOf } from './record';

/** A table as DescribeTable showed it, its times turned into epoch milliseconds of the service's clock. */
export interface Sighting {
  table: TableDescription;
  createdMs?: number;
  restoredToMs?: number;
}

/** What was asked for, and between which moments of our own clock the service can have made it. */
export interface Asked {
  kind: IntentRow['kind'];
  input: Record<string, unknown>;
  sourceTableName: string;
  expected?: Expectation;
  /** Epoch milliseconds; only when the request names a time. */
  restoreToMs?: number;
  fromMs: number;
  untilMs: number;
  /** The service's clock minus ours. */
  offsetMs: number;
}

/**
 * Why a table cannot be the one our request made; `undefined` = it matches. RestoreSummary stands only until the table is ACTIVE
 * (aws-controllers-k8s/dynamodb-controller docs/api-quirks DDB-TABLE-216), so afterwards the time of creation and the shape decide:
 * the name was seen to be free just before we asked.
 */
export function whyNotOurs({ table, createdMs, restoredToMs }: Sighting, asked: Asked): string | undefined {
  return (
    otherSource(table, asked) ??
    otherMoment(restoredToMs, asked) ??
    otherTime(createdMs, table.RestoreSummary !== undefined, asked) ??
    otherShape(table, asked) ??
    otherEncryption(table, asked)
  );
}

function otherSource({ RestoreSummary: summary }: TableDescription, asked: Asked): string | undefined {
  if (summary === undefined) return undefined;
  if (asked.kind === 'RestoreTableFromBackup') {
    return summary.SourceBackupArn === asked.input['BackupArn']
      ? undefined
      : 'it is being restored from another source';
  }
  if (summary.SourceBackupArn !== undefined) return 'it is being restored from a backup';
  const source = summary.SourceTableArn;
  if (source === undefined) return undefined;
  const wanted = asked.input['SourceTableArn'];
  const same =
    typeof wanted === 'string' ? source === wanted : source.endsWith(`:table/${asked.sourceTableName}`);
  return same ? undefined : 'it is being restored from another table';
}

function otherMoment(restoredToMs: number | undefined, asked: Asked): string | undefined {
  if (restoredToMs === undefined || asked.restoreToMs === undefined) return undefined;
  if (asked.kind !== 'RestoreTableToPointInTime') return undefined;
  // The service works in whole seconds.
  return Math.abs(restoredToMs - asked.restoreToMs) < 1_000
    ? undefined
    : 'it is being restored to another point in time';
}

function otherTime(
  createdMs: number | undefined,
  sourceIsProved: boolean,
  { fromMs, untilMs, offsetMs }: Asked,
): string | undefined {
  if (createdMs === undefined) return sourceIsProved ? undefined : 'its time of creation is not known';
  const oursMs = createdMs - offsetMs;
  if (oursMs < fromMs) return 'it was created before this restore was asked for';
  return !sourceIsProved && oursMs > untilMs
    ? 'it was created long after this restore was asked for'
    : undefined;
}

function otherShape(table: TableDescription, { input, expected = {} }: Asked): string | undefined {
  const keys = expected.KeySchema;
  if (keys !== undefined && textOfKeys(keys) !== textOfKeys(table.KeySchema)) return 'its key is another one';
  const billing = textOr(input['BillingModeOverride']) ?? expected.BillingMode;
  if (billing !== undefined && billing !== (table.BillingModeSummary?.BillingMode ?? 'PROVISIONED')) {
    return 'its billing mode is another one';
  }
  const globals = indexNames(input['GlobalSecondaryIndexOverride']) ?? expected.GlobalSecondaryIndexes;
  const locals = indexNames(input['LocalSecondaryIndexOverride']) ?? expected.LocalSecondaryIndexes;
  const same =
    sameNames(globals, table.GlobalSecondaryIndexes) && sameNames(locals, table.LocalSecondaryIndexes);
  return same ? undefined : 'its indexes are other ones';
}

function otherEncryption({ SSEDescription: sse, TableStatus }: TableDescription, { input }: Asked) {
  const override = input['SSESpecificationOverride'];
  if (override === undefined) return undefined;
  const Enabled = memberOf(override, 'Enabled');
  const KMSMasterKeyId = memberOf(override, 'KMSMasterKeyId');
  const encrypted = sse?.Status === 'ENABLED' || sse?.Status === 'ENABLING' || sse?.Status === 'UPDATING';
  if (Enabled === false && encrypted) return 'it is encrypted with a key';
  if (Enabled === true && !encrypted && TableStatus === 'ACTIVE') return 'it is not encrypted with a KMS key';
  // A key may be named by id, alias or ARN; only the ARN can be compared.
  const keyArn = textOr(KMSMasterKeyId);
  const otherKey =
    keyArn?.startsWith('arn:') === true &&
    keyArn.includes(':key/') &&
    sse?.KMSMasterKeyArn !== undefined &&
    sse.KMSMasterKeyArn !== keyArn;
  return otherKey ? 'it is encrypted with another key' : undefined;
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textOfKeys(keys: NonNullable<Expectation['KeySchema']>): string {
  return keys.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(', ');
}

/** Names in an override list; absent stays absent, `[]` stays empty: they mean different things. */
function indexNames(override: unknown): readonly string[] | undefined {
  if (!Array.isArray(override)) return undefined;
  return override.map((index) => textOr(memberOf(index, 'IndexName')) ?? '');
}

function sameNames(
  wanted: readonly string[] | undefined,
  found: readonly { IndexName: string }[] | undefined,
): boolean {
  if (wanted === undefined) return true;
  const names = (found ?? []).map(({ IndexName }) => IndexName).toSorted();
  return wanted.toSorted().join('\n') === names.join('\n');
}
