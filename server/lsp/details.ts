import { plainText } from '../core/plain-text';
import { partitionOf } from '../core/spec/arn';
import { printValue, type Layout } from '../core/spec/layout';
import type { Account } from '../run/ports';
import { momentInWords } from './in-words';
import { Refused } from './refusal';

/** A thing at AWS whose whole description can be shown as a document that nobody can write to. */
export interface Described {
  kind: 'backup' | 'table' | 'key';
  region: string;
  /** ARN of a backup; name of a table; id, ARN or alias of a key. */
  id: string;
}

const LONGEST_LINE = 2_000;
const LAYOUT: Layout = { indent: '', unit: '  ', eol: '\n' };

/** @param title what the tab says */
export function detailsUri({ kind, region, id }: Described, title: string): string {
  const path = [region, kind, `${title}.jsonc`].map(uriPart).join('/');
  return `ddbbackup-details:/${path}?${uriPart(id)}`;
}

/** Percent-encoded. Half a character, for which there is no such encoding, becomes U+FFFD. */
function uriPart(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD'));
}

/** Undefined for an address that is not one of `detailsUri`'s. */
export function describedBy(uri: string): Described | undefined {
  const [, region, kind, id] = /^ddbbackup-details:\/([^/?#]+)\/([^/?#]+)\/[^?#]*\?([^#]+)$/.exec(uri) ?? [];
  const isKnown = kind === 'backup' || kind === 'table' || kind === 'key';
  // A Region becomes a part of a host name, and an address of ours may stand in any file as a link.
  if (!isKnown || region === undefined || partitionOf(region) === undefined || id === undefined)
    return undefined;
  try {
    return { kind, region, id: decodeURIComponent(id) };
  } catch {
    // No percent-encoding of ours.
    return undefined;
  }
}

/** Reads it anew, as somebody who opens it wants to see how it is now. Throws `Refused` and `AwsFailure`. */
export async function readDetails(
  uri: string,
  account: Account,
  nowMs: number,
  signal: AbortSignal,
): Promise<string> {
  const described = describedBy(uri);
  if (described === undefined) throw new Refused('Details', 'This address names nothing that can be shown.');
  return detailsText(described, await describe(described, account, signal), nowMs);
}

async function describe(
  { kind, region, id }: Described,
  account: Account,
  signal: AbortSignal,
): Promise<unknown> {
  switch (kind) {
    case 'backup':
      return (await account.read(region, 'DescribeBackup', { BackupArn: id }, signal)).BackupDescription;
    case 'table':
      return (await account.read(region, 'DescribeTable', { TableName: id }, signal)).Table;
    case 'key':
    default:
      return (await account.read(region, 'DescribeKey', { KeyId: id }, signal)).KeyMetadata;
  }
}

const OPERATIONS = { backup: 'DescribeBackup', table: 'DescribeTable', key: 'DescribeKey' } as const;

/** AWS's answer as JSON below two lines that say what it is. */
export function detailsText({ kind, region }: Described, value: unknown, readMs: number): string {
  const head = [
    `// What ${OPERATIONS[kind]} answered in ${region} at ${momentInWords(readMs)}.`,
    '// A picture of that moment: it cannot be edited, and nothing of it is saved.',
  ];
  const lines = [...head, ...printValue(value, LAYOUT).split('\n')];
  // Characters that hide or turn the direction of a text are spelled out: names are AWS's, not ours.
  return `${lines.map((line) => plainText(line, LONGEST_LINE)).join('\n')}\n`;
}

/** Where an index stands in such a text; the first line when it is not there. */
export function lineOfIndex(text: string, indexName: string): number {
  const written = `"IndexName": ${JSON.stringify(indexName)}`;
  const line = text.split('\n').findIndex((one) => one.includes(written));
  return Math.max(0, line);
}
