/** Amazon Resource Names of tables and backups, and the Regions they may name. */

const regionNames = new Set(
  (
    'us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 ca-west-1 mx-central-1 sa-east-1 ' +
    'eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 ' +
    'af-south-1 il-central-1 me-central-1 me-south-1 ' +
    'ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ' +
    'ap-southeast-7 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-east-1 ap-east-2 ' +
    'cn-north-1 cn-northwest-1 us-gov-west-1 us-gov-east-1'
  ).split(' '),
);

export function isRegion(name: string): boolean {
  return regionNames.has(name);
}

export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** All Regions of a Region's partition, itself among them, always in the same order. */
export function regionsBeside(region: string): string[] {
  return [...regionNames].filter((name) => partitionOf(name) === partitionOf(region));
}

export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows the fifth colon. */
  readonly resource: string;
}

/** The parts of an ARN, or undefined for a text that is none. Parts may be empty. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/.exec(text);
  if (match === null) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/** `table/NAME` alone. */
export function tableInResource(resource: string): string | undefined {
  return /^table\/([a-zA-Z0-9_.-]+)$/.exec(resource)?.[1];
}

/** `table/NAME/backup/ID`. */
export function backupInResource(resource: string): { table: string; id: string } | undefined {
  const match = /^table\/([a-zA-Z0-9_.-]+)\/backup\/([0-9A-Za-z-]+)$/.exec(resource);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { table: match[1], id: match[2] };
}

export function tableArn(region: string, account: string, name: string): string {
  return `arn:${partitionOf(region)}:dynamodb:${region}:${account}:table/${name}`;
}

/** A backup's id is its creation time in epoch milliseconds on 14 digits, a hyphen and 8 hexadecimal digits. */
export function backupId(createdAt: number, suffix: string): string {
  return `${String(createdAt).padStart(14, '0')}-${suffix}`;
}
