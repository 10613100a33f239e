import { canonical } from '../core/canonical';
import { inWords } from '../core/explain';
import { nothingKnown, type Facts } from '../core/facts';
import type { Plan } from '../core/plan';
import type { TableSketch } from '../core/sketch';
import { memberOf, objectsIn } from '../core/record';
import { ofTable } from '../core/recorded';
import { recordedSketch } from '../core/sketch';
import { booleanAt, valueAt } from '../core/spec/tree';
import type { Spec } from '../core/spec/spec';
import { tableFacts } from './gather';
import { AwsFailure, type Account, type Clock, type Item } from './ports';

/** One thing that was held against the restored table. Texts may come from AWS or the file: show them as text. */
export interface Verdict {
  what: string;
  expected: string;
  found: string;
  ok: boolean;
}

export interface Wanted {
  compareSettings: boolean;
  /** Keys in DynamoDB JSON. */
  sampleKeys: readonly Item[];
}

/** What the file asks to be verified; settings are compared unless it says no. */
export function wantedOf(spec: Spec): Wanted {
  const keys = valueAt(spec, ['Verify', 'SampleKeys']);
  return {
    compareSettings: booleanAt(spec, ['Verify', 'CompareSettings']) ?? true,
    sampleKeys: objectsIn(keys),
  };
}

/**
 * Hold the restored table against what the plan said it would be, and look for the sample keys in it. That an item is there is checked;
 * that it equals the source's is not claimed. What cannot be read counts as not verified, never as fine. Reads only.
 */
export async function verify(
  plan: Plan,
  wanted: Wanted,
  ports: { account: Account; clock: Clock },
  signal?: AbortSignal,
): Promise<Verdict[]> {
  const { region, input } = plan;
  const verdicts = wanted.compareSettings ? await compared(plan, ports, signal) : [];
  for (const key of wanted.sampleKeys) {
    verdicts.push(await sample(ports.account, region, input.TargetTableName, key, signal));
  }
  return verdicts;
}

async function compared(
  plan: Plan,
  { account, clock }: { account: Account; clock: Clock },
  signal?: AbortSignal,
): Promise<Verdict[]> {
  const name = plan.input.TargetTableName;
  const everything = { continuous: true, timeToLive: true, tags: true };
  const { facts, failures } = await tableFacts(account, plan.region, name, everything, signal);
  const { source: table } = facts;
  if (typeof table !== 'object') {
    const why = failures[0] === undefined ? 'there is no such table' : inWords(failures[0]);
    return [{ what: 'TableName', expected: name, found: why, ok: false }];
  }
  const known: Facts = { ...nothingKnown(clock.now()), ...facts };
  const found = recordedSketch(ofTable(table, known), known);
  const status = { what: 'TableStatus', expected: 'ACTIVE', found: table.TableStatus };
  return [
    { ...status, ok: table.TableStatus === 'ACTIVE' },
    ...Object.keys(plan.restored)
      .filter((member) => isDecided(plan, member))
      .map((member) => verdictOn(member, plan.restored, found)),
  ];
}

const indexLists: Readonly<Record<string, string>> = {
  GlobalSecondaryIndexes: 'GlobalSecondaryIndexOverride',
  LocalSecondaryIndexes: 'LocalSecondaryIndexOverride',
  VectorIndexes: 'VectorIndexOverride',
};

/** The backup of a deleted table (its id ends in zeros) records no indexes: what it brings back is not known before. */
function isDecided({ input }: Plan, member: string): boolean {
  const override = indexLists[member];
  const backupArn = input['BackupArn'];
  const recordsNone = typeof backupArn === 'string' && backupArn.endsWith('-00000000');
  return override === undefined || !recordsNone || input[override] !== undefined;
}

function verdictOn(what: string, restored: TableSketch, sketch: TableSketch): Verdict {
  const wanted = restored[what];
  const there = sketch[what];
  if (there === undefined) {
    return { what, expected: canonical(wanted), found: 'could not be read', ok: false };
  }
  const [expected, found] = what === 'SSESpecification' ? sameForm(wanted, there) : [wanted, there];
  const texts = { expected: canonical(expected), found: canonical(found) };
  return { what, ...texts, ok: texts.expected === texts.found };
}

/** DescribeTable shows a key by its ARN; a request may have named it by id or alias, and then only the type can be compared. */
function sameForm(expected: unknown, found: unknown): [unknown, unknown] {
  const key = memberOf(expected, 'KMSMasterKeyId');
  if (typeof key === 'string' && key.startsWith('arn:') && key.includes(':key/')) return [expected, found];
  return [withoutKey(expected), withoutKey(found)];
}

function withoutKey(specification: unknown): unknown {
  return { Enabled: memberOf(specification, 'Enabled'), SSEType: memberOf(specification, 'SSEType') };
}

async function sample(
  account: Account,
  region: string,
  tableName: string,
  key: Item,
  signal?: AbortSignal,
): Promise<Verdict> {
  const what = `item ${canonical(key)}`;
  try {
    const input = { TableName: tableName, Key: key, ConsistentRead: true };
    const { Item: item } = await account.read(region, 'GetItem', input, signal);
    const ok = item !== undefined && Object.keys(item).length > 0;
    return { what, expected: 'in the table', found: ok ? 'in the table' : 'not in the table', ok };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { what, expected: 'in the table', found: inWords(error.failure), ok: false };
  }
}
