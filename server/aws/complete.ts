import { failed, notAnAwsAnswer, type CallName } from './failure';
import { partitionOf } from './partition';
import { isRecord } from './plain';

/** An answer without what it must hold says nothing about what became of the request: an empty 200 is what a proxy makes of a lost one. */
export function requireMembers(answer: unknown, needs: readonly string[], call: CallName): void {
  if (needs.some((path) => at(answer, path) === undefined)) throw notAnAwsAnswer(call, 200);
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

/** Members of answers that hold an ARN of the called Region, and those of a source that may stand in another one. */
const HERE = new Set(['TableArn', 'BackupArn', 'LastEvaluatedBackupArn', 'AliasArn']);
const ANYWHERE = new Set(['SourceTableArn', 'SourceBackupArn']);

/**
 * Refuse an answer about somebody else's tables or aliases: a forged or mixed-up list would make people restore or delete the wrong thing.
 * @param account as far as it is known yet
 */
export function refuseForeign(answer: unknown, call: CallName, account: string | undefined): void {
  const partition = partitionOf(call.region).name;
  for (const [member, arn] of arnsIn(answer)) {
    const [prefix, ofPartition, , ofRegion, ofAccount] = arn.split(':');
    const ours =
      prefix === 'arn' &&
      ofPartition === partition &&
      (ANYWHERE.has(member) || ofRegion === call.region) &&
      (account === undefined || ofAccount === account);
    if (!ours)
      throw failed(
        call,
        'ForeignAnswer',
        `the answer speaks of another account, Region or partition (${member} ${arn.slice(0, 120)}) and is not believed`,
        true,
      );
  }
}

function* arnsIn(value: unknown): Generator<[string, string]> {
  if (Array.isArray(value)) {
    for (const entry of value) yield* arnsIn(entry);
    return;
  }
  if (!isRecord(value)) return;
  for (const [member, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && (HERE.has(member) || ANYWHERE.has(member))) yield [member, inner];
    else yield* arnsIn(inner);
  }
}

/** The service echoes the name it was asked about; another one means that answers got mixed up on the way. */
export function refuseOtherName(answer: unknown, input: Record<string, unknown>, call: CallName): void {
  for (const [asked, path] of ECHOES) {
    const [sent, got] = [input[asked], at(answer, path)];
    if (
      typeof sent !== 'string' ||
      typeof got !== 'string' ||
      sent.startsWith('arn:') !== got.startsWith('arn:')
    )
      continue;
    if (sent !== got)
      throw failed(
        call,
        'ForeignAnswer',
        `asked about ${sent}, answered about ${got.slice(0, 200)}; not believed`,
        true,
      );
  }
}

const ECHOES: [string, string][] = [
  ['TableName', 'Table.TableName'],
  ['TableName', 'TableDescription.TableName'],
  ['TargetTableName', 'TableDescription.TableName'],
  ['BackupArn', 'BackupDescription.BackupDetails.BackupArn'],
];

const KEY_ARN = /^arn:([a-z-]+):kms:([a-z0-9-]+):(\d{12}):key\/([A-Za-z0-9-]+)$/;

/**
 * Refuse the description of a key that was not asked about, or whose other Regions' ARNs do not belong to it: they are offered to be written
 * into a file. A key may belong to another account, which is for a rule to tell.
 */
export function refuseOtherKey(answer: unknown, input: Record<string, unknown>, call: CallName): void {
  const key = at(answer, 'KeyMetadata');
  if (!isRecord(key)) return;
  const arn = String(key['Arn']);
  const [, partition, region, , id] = KEY_ARN.exec(arn) ?? [];
  const ofPlace =
    partition === partitionOf(call.region).name && region === call.region && id === key['KeyId'];
  const asked = input['KeyId'];
  const isAlias = typeof asked === 'string' && asked.includes('alias/');
  const related = [...appearances(key['MultiRegionConfiguration'])];
  const isRelated = related.every(
    (one) => one['Arn'] === arn.replace(`:kms:${call.region}:`, `:kms:${String(one['Region'])}:`),
  );
  if (ofPlace && isRelated && (isAlias || asked === arn || asked === id)) return;
  throw failed(
    call,
    'ForeignAnswer',
    `asked about the key ${String(asked)}, answered about ${arn.slice(0, 200)}; not believed`,
    true,
  );
}

function* appearances(configuration: unknown): Generator<Record<string, unknown>> {
  if (!isRecord(configuration)) return;
  const { PrimaryKey: primary, ReplicaKeys: replicas } = configuration;
  for (const one of [primary, ...(Array.isArray(replicas) ? replicas : [])]) if (isRecord(one)) yield one;
}
