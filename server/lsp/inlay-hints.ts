import { InlayHintKind } from 'vscode-languageserver';
import type { InlayHint, Range } from 'vscode-languageserver';
import { plain } from '../core/explain';
import type { Facts } from '../core/facts';
import { nodeAt } from '../core/spec/tree';
import type { Listed } from './catalogue';
import type { OpenSpec } from './documents';
import { agoInWords, sizeInWords } from './in-words';
import { keyNames } from './key-names';
import type { Knowledge } from './knowledge';
import { namedAt, pathsOfNames, type Named } from './named';

const LONGEST_NAME = 24;
/** VS Code cuts what is longer (editor.inlayHints.maximumLength). */
const LONGEST_HINT = 43;

/** Beside an ARN, a moment or the id of a key: what it does not show at a glance. From its text, and more of it where that is known. */
export function inlayHints(
  { document, spec }: OpenSpec,
  range: Range,
  { known, listed }: { known: Knowledge; listed: Listed },
): InlayHint[] {
  const facts = known.factsFor(spec, document.uri);
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return pathsOfNames(spec).flatMap((path): InlayHint[] => {
    const node = nodeAt(spec, path);
    if (node === undefined || node.end < from || node.offset > to) return [];
    const named = namedAt(spec, path, facts);
    const words = named === undefined ? [] : wordsFor(named, facts, listed);
    if (words.length === 0) return [];
    const label = asFarAsFits(words);
    const kind = InlayHintKind.Type;
    // The end of an ARN is out of sight in a window of usual width, and what stands behind it as well.
    return isArn(named)
      ? [{ position: document.positionAt(node.offset), label, kind, paddingRight: true }]
      : [{ position: document.positionAt(behind(node.end, spec.text)), label, kind, paddingLeft: true }];
  });
}

function isArn(named: Named | undefined): boolean {
  return named?.kind === 'backup' || named?.kind === 'table';
}

/** Behind the comma, too, where one follows. */
function behind(end: number, text: string): number {
  return end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0);
}

function wordsFor(named: Named, facts: Facts, listed: Listed): string[] {
  switch (named.kind) {
    case 'backup':
      return backupWords(named, facts, listed);
    case 'table':
      return tableWords(named, facts);
    case 'key':
      return keyWords(named, listed);
    case 'moment':
      return [agoInWords(named.ms, facts.now)];
    case 'index':
    case 'region':
    case 'snapshot':
    default:
      return [];
  }
}

function backupWords({ arn, text }: Named & { kind: 'backup' }, facts: Facts, listed: Listed): string[] {
  const { backup, now } = facts;
  const row = typeof backup === 'string' ? listed.backup(text) : backup.BackupDetails;
  const created = row?.BackupCreationDateTime ?? arn.createdAtMs;
  const {
    BackupType: type,
    BackupSizeBytes: size,
    BackupExpiryDateTime: expiry,
    BackupStatus: status,
  } = row ?? {};
  return [
    short(arn.table),
    ...(created === undefined ? [] : [agoInWords(created, now)]),
    ...(size === undefined ? [] : [sizeInWords(size)]),
    ...(status === undefined || status === 'AVAILABLE' ? [] : [plain(status)]),
    ...(type === undefined || type === 'USER' ? [] : [plain(type)]),
    ...(expiry === undefined ? [] : [`expires ${agoInWords(expiry, now)}`]),
    arn.region,
  ];
}

function tableWords({ arn }: Named & { kind: 'table' }, { source }: Facts): string[] {
  if (arn === undefined) return [];
  const size = typeof source === 'string' ? undefined : source.TableSizeBytes;
  return [short(arn.table), ...(size === undefined ? [] : [sizeInWords(size)]), arn.region, arn.account];
}

function keyWords({ region, key }: Named & { kind: 'key' }, listed: Listed): string[] {
  const { aliases, described } = keyNames(region, key, listed);
  const state = described?.KeyState ?? 'Enabled';
  return [
    ...aliases.filter((alias) => alias !== key && !key.endsWith(`:${alias}`)).slice(0, 1),
    ...(state === 'Enabled' ? [] : [state]),
  ].map(short);
}

/** The most telling words come first; the last ones stand in the ARN as well. */
function asFarAsFits(words: readonly string[]): string {
  return words.reduce((label, word) => {
    const longer = `${label} · ${word}`;
    return longer.length > LONGEST_HINT ? label : longer;
  });
}

function short(name: string): string {
  const text = plain(name);
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}
