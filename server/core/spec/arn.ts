/** ARNs and Regions, read from their text alone. */
import { rememberLast } from './remember';

export interface TableArn {
  partition: string;
  region: string;
  account: string;
  table: string;
}

export interface BackupArn extends TableArn {
  /** `01791504762511-2779fadd` */
  backupId: string;
  /** Epoch milliseconds, the first 14 digits of the id; undefined for an id of another form. */
  createdAtMs: number | undefined;
}

const tablePart = String.raw`arn:(aws[a-z-]*):dynamodb:([a-z]{2,}(?:-[a-z]+)+-\d+):(\d{12}):table\/([a-zA-Z0-9_.-]{3,255})`;
const tableArn = new RegExp(`^${tablePart}$`);
const backupArn = new RegExp(String.raw`^${tablePart}\/backup\/([0-9A-Za-z-]+)$`);

/** `arn:aws:dynamodb:eu-west-1:123456789012:table/Orders` */
export const parseTableArn = rememberLast((text): TableArn | undefined => {
  const match = tableArn.exec(text);
  return match ? tableParts(match) : undefined;
});

/** `arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd` */
export const parseBackupArn = rememberLast((text): BackupArn | undefined => {
  const match = backupArn.exec(text);
  if (!match) return undefined;
  const backupId = match[5] ?? '';
  const stamp = /^(\d{14})-/.exec(backupId)?.[1];
  return { ...tableParts(match), backupId, createdAtMs: stamp === undefined ? undefined : Number(stamp) };
});

function tableParts(match: RegExpExecArray): TableArn {
  const [, partition = '', region = '', account = '', table = ''] = match;
  return { partition, region, account, table };
}

export function formatTableArn(arn: TableArn): string {
  return `arn:${arn.partition}:dynamodb:${arn.region}:${arn.account}:table/${arn.table}`;
}

/** The ARN of a Kinesis data stream. */
export interface StreamArn {
  partition: string;
  region: string;
  account: string;
  stream: string;
}

const streamArn =
  /^arn:(aws[a-z-]*):kinesis:([a-z]{2,}(?:-[a-z]+)+-\d+):(\d{12}):stream\/([a-zA-Z0-9_.-]{1,128})$/;

/** `arn:aws:kinesis:eu-west-1:123456789012:stream/orders` */
export function parseStreamArn(text: string): StreamArn | undefined {
  const match = streamArn.exec(text);
  if (!match) return undefined;
  const [, partition = '', region = '', account = '', stream = ''] = match;
  return { partition, region, account, stream };
}

/** A recovery point of AWS Backup with its advanced features: DynamoDB's own API does not know it. */
export function isAwsBackupArn(text: string): boolean {
  return /^arn:[^:]*:backup:/.test(text);
}

/** The forms in which KMSMasterKeyId may name a key; `other` is none of them. */
export type KmsKey =
  | { kind: 'key-id' | 'alias' | 'other' }
  | { kind: 'key-arn' | 'alias-arn'; partition: string; region: string; account: string };

const keyId = String.raw`(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|mrk-[0-9a-fA-F]{32})`;
const aliasName = String.raw`alias\/[a-zA-Z0-9/_-]+`;
const keyIdOnly = new RegExp(`^${keyId}$`);
const aliasOnly = new RegExp(`^${aliasName}$`);
const kmsArn = new RegExp(
  String.raw`^arn:(aws[a-z-]*):kms:([a-z]{2,}(?:-[a-z]+)+-\d+):(\d{12}):(?:key\/${keyId}|(${aliasName}))$`,
);

export function parseKmsKey(text: string): KmsKey {
  if (keyIdOnly.test(text)) return { kind: 'key-id' };
  if (aliasOnly.test(text)) return { kind: 'alias' };
  const match = kmsArn.exec(text);
  if (!match) return { kind: 'other' };
  const [, partition = '', region = '', account = '', alias] = match;
  return { kind: alias === undefined ? 'key-arn' : 'alias-arn', partition, region, account };
}

interface Partition {
  name: string;
  /** Which Region names belong here, known or not: AWS adds Regions more often than it adds partitions. */
  region: RegExp;
  suffix: string;
  regions: readonly string[];
}

function namesOf(list: string): string[] {
  return list.split(/\s+/);
}

/** The partition data of the SDK (@aws-sdk/core), held against it by a test. Special names stand before general ones. */
export const partitions: readonly Partition[] = [
  {
    name: 'aws-cn',
    region: /^cn-\w+-\d+$/,
    suffix: 'amazonaws.com.cn',
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
  {
    name: 'aws-us-gov',
    region: /^us-gov-\w+-\d+$/,
    suffix: 'amazonaws.com',
    regions: ['us-gov-east-1', 'us-gov-west-1'],
  },
  { name: 'aws-eusc', region: /^eusc-(de)-\w+-\d+$/, suffix: 'amazonaws.eu', regions: ['eusc-de-east-1'] },
  {
    name: 'aws-iso',
    region: /^us-iso-\w+-\d+$/,
    suffix: 'c2s.ic.gov',
    regions: ['us-iso-east-1', 'us-iso-west-1'],
  },
  {
    name: 'aws-iso-b',
    region: /^us-isob-\w+-\d+$/,
    suffix: 'sc2s.sgov.gov',
    regions: ['us-isob-east-1', 'us-isob-west-1'],
  },
  { name: 'aws-iso-e', region: /^eu-isoe-\w+-\d+$/, suffix: 'cloud.adc-e.uk', regions: ['eu-isoe-west-1'] },
  {
    name: 'aws-iso-f',
    region: /^us-isof-\w+-\d+$/,
    suffix: 'csp.hci.ic.gov',
    regions: ['us-isof-east-1', 'us-isof-south-1'],
  },
  {
    name: 'aws',
    region: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    suffix: 'amazonaws.com',
    regions: namesOf(
      `af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1
       ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6
       ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1
       eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1
       me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 us-east-2 us-west-1
       us-west-2`,
    ),
  },
];

/** All Regions known when this was built. */
export const knownRegions: readonly string[] = partitions.flatMap((partition) => partition.regions);

/** The partition a Region name belongs to by its form; undefined when it fits none. */
export function partitionOf(region: string): string | undefined {
  return partitions.find((partition) => partition.region.test(region))?.name;
}

/** DNS suffix of a partition's endpoints; undefined for an unknown partition. */
export function suffixOf(partition: string): string | undefined {
  return partitions.find(({ name }) => name === partition)?.suffix;
}
