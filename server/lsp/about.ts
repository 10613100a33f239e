import { plain } from '../core/explain';
import type {
  BackupDescription,
  BackupDetails,
  BackupSummary,
  KeyMetadata,
  KeySchemaElement,
  Projection,
  TableDescription,
} from '../core/facts';
import type { TableArn } from '../core/spec/arn';
import { agoInWords, momentInWords, regionInWords, sizeInWords } from './in-words';

/** Lines about one thing, each plain text: what AWS calls it is never markup. */

const MOST_INDEXES = 4;
const number = new Intl.NumberFormat('en');

/** `described` undefined: only the ARN, and the row of a list where there was one, are known. */
export function aboutBackup(
  arn: TableArn & { createdAtMs: number | undefined },
  row: BackupSummary | BackupDetails | undefined,
  described: BackupDescription | undefined,
  nowMs: number,
): string[] {
  const created = row?.BackupCreationDateTime ?? arn.createdAtMs;
  const name = row === undefined ? 'Backup' : `Backup "${plain(row.BackupName)}"`;
  return [
    `${name} of ${plain(arn.table)}`,
    ...(created === undefined ? [] : [`Made ${momentInWords(created)}, ${agoInWords(created, nowMs)}`]),
    ...(row === undefined ? [] : [stateLine(row)]),
    ...(described === undefined ? [] : recordedFeatures(described)),
    ...expiryLine(row, nowMs),
    `In ${regionInWords(arn.region)}, account ${arn.account}`,
  ];
}

const TYPES: Record<string, string> = {
  USER: 'On-demand backup',
  SYSTEM: 'SYSTEM backup, made by DynamoDB when the table was deleted',
  AWS_BACKUP: 'Backup of AWS Backup',
};

function stateLine({ BackupType, BackupStatus, BackupSizeBytes }: BackupSummary | BackupDetails): string {
  const size = BackupSizeBytes === undefined ? [] : [sizeInWords(BackupSizeBytes)];
  return [TYPES[BackupType] ?? plain(BackupType), plain(BackupStatus), ...size].join(', ');
}

function expiryLine(row: BackupSummary | BackupDetails | undefined, nowMs: number): string[] {
  const expiry = row?.BackupExpiryDateTime;
  return expiry === undefined ? [] : [`Expires ${momentInWords(expiry)}, ${agoInWords(expiry, nowMs)}`];
}

/** What a backup recorded of its table: mode, indexes, encryption, stream and time to live. */
export function recordedFeatures({
  BackupDetails: { BackupType },
  SourceTableDetails: { BillingMode = 'PROVISIONED', ItemCount },
  SourceTableFeatureDetails: features,
}: BackupDescription): string[] {
  const items = ItemCount === undefined ? [] : [`${number.format(ItemCount)} items`];
  const first = [plain(BillingMode), ...items].join(', ');
  if (BackupType === 'SYSTEM') return [first, 'Its indexes and settings are not recorded.'];
  const {
    SSEDescription: encryption,
    StreamDescription: stream,
    TimeToLiveDescription: timeToLive,
  } = features;
  const extra = [
    ...(stream?.StreamEnabled === true ? [`stream ${plain(stream.StreamViewType ?? '')}`] : []),
    ...(timeToLive?.AttributeName === undefined
      ? []
      : [`time to live by ${plain(timeToLive.AttributeName)}`]),
  ];
  return [
    first,
    ...indexLines(features),
    encryptionLine(encryption?.KMSMasterKeyArn),
    ...(extra.length === 0 ? [] : [`Also recorded: ${extra.join(', ')}`]),
  ];
}

function encryptionLine(keyArn: string | undefined): string {
  return keyArn === undefined ? 'Encrypted with the AWS owned key' : `Encrypted with ${plain(keyArn)}`;
}

type Named = readonly { IndexName: string }[] | undefined;

function indexLines(indexes: {
  GlobalSecondaryIndexes?: Named;
  LocalSecondaryIndexes?: Named;
  VectorIndexes?: Named;
}): string[] {
  const kinds = [
    ['Global', indexes.GlobalSecondaryIndexes ?? []],
    ['Local', indexes.LocalSecondaryIndexes ?? []],
    ['Vector', indexes.VectorIndexes ?? []],
  ] as const;
  const lines = kinds.flatMap(([kind, list]) =>
    list.length === 0 ? [] : [`${kind} indexes: ${someOf(list.map(({ IndexName }) => plain(IndexName)))}`],
  );
  return lines.length > 0 ? lines : ['No indexes'];
}

function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_INDEXES;
  return rest <= 0 ? names.join(', ') : `${names.slice(0, MOST_INDEXES).join(', ')} and ${rest} more`;
}

export function aboutTable(table: TableDescription, nowMs: number): string[] {
  const mode = table.BillingModeSummary?.BillingMode ?? 'PROVISIONED';
  const made =
    table.CreationDateTime === undefined
      ? []
      : [`Created ${momentInWords(table.CreationDateTime)}, ${agoInWords(table.CreationDateTime, nowMs)}`];
  const size = [
    ...(table.ItemCount === undefined ? [] : [`about ${number.format(table.ItemCount)} items`]),
    ...(table.TableSizeBytes === undefined ? [] : [sizeInWords(table.TableSizeBytes)]),
  ];
  return [
    `Table ${plain(table.TableName)}: ${plain(table.TableStatus)}`,
    [plain(mode), ...size].join(', '),
    ...indexLines(table),
    ...made,
    ...(table.DeletionProtectionEnabled === true ? ['Deletion protection is on'] : []),
  ];
}

export function aboutIndex(name: string, entry: Record<string, unknown>): string[] {
  // `recordedIndexes` makes entries of AWS's own members alone.
  const { KeySchema, Projection } = entry as { KeySchema?: KeySchemaElement[]; Projection?: Projection };
  const keys = (KeySchema ?? []).map(
    ({ AttributeName, KeyType }) => `${plain(AttributeName)} (${plain(KeyType)})`,
  );
  const held = Projection?.NonKeyAttributes ?? [];
  const holds = held.length === 0 ? '' : `: ${someOf(held.map(plain))}`;
  return [
    `Index ${plain(name)} of the source`,
    ...(keys.length === 0 ? [] : [`Keys: ${keys.join(', ')}`]),
    ...(Projection?.ProjectionType === undefined
      ? []
      : [`Projection ${plain(Projection.ProjectionType)}${holds}`]),
  ];
}

/** States other than Enabled stop a restore. */
export function aboutKey(aliases: readonly string[], key: KeyMetadata | undefined): string[] {
  const named = aliases.map(plain).join(', ');
  if (key === undefined) return named === '' ? [] : [`KMS key ${named}`];
  const owner = key.KeyManager === 'AWS' ? 'managed by AWS' : 'managed by you';
  const state = [plain(key.KeyState ?? ''), owner, plain(key.KeySpec ?? '')].filter((part) => part !== '');
  const account = key.AWSAccountId === undefined ? [] : [`In account ${plain(key.AWSAccountId)}`];
  return [
    `KMS key ${named === '' ? plain(key.KeyId) : named}`,
    state.join(', '),
    ...(key.MultiRegion === true ? ['Multi-Region key'] : []),
    ...account,
  ];
}
