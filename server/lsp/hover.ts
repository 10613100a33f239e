import { MarkupKind } from 'vscode-languageserver';
import type { Hover, Position } from 'vscode-languageserver';
import { plain } from '../core/explain';
import type { Facts } from '../core/facts';
import { recordedIndexes, recordedSource } from '../core/recorded';
import { sourceRegion } from '../core/spec/request';
import { pathAtOffset, rangeOf } from '../core/spec/tree';
import type { ConnectionState } from '../protocol';
import { regionName } from '../region-names';
import { aboutBackup, aboutIndex, aboutKey, aboutTable } from './about';
import type { Listed } from './catalogue';
import { lspRange, type OpenSpec } from './documents';
import { agoInWords, localInWords, momentInWords, regionInWords } from './in-words';
import { jsonService } from './json';
import type { Knowledge } from './knowledge';
import { keyNames } from './key-names';
import { namedAt, type Named } from './named';
import { windowOf } from './values/moment-values';

interface Parts {
  known: Knowledge;
  listed: Listed;
  state: () => ConnectionState;
}

/** Of a value, what is known of the thing it names, without waiting; of everything else what the key means, from the schema. */
export async function hoverAt(open: OpenSpec, position: Position, parts: Parts): Promise<Hover | null> {
  const live = liveHover(open, position, parts);
  if (live !== undefined) return live;
  const tree = open.json();
  return tree === undefined ? null : jsonService.doHover(open.document, position, tree);
}

function liveHover({ document, spec }: OpenSpec, position: Position, parts: Parts): Hover | undefined {
  const offset = document.offsetAt(position);
  const path = pathAtOffset(spec, offset);
  const range = rangeOf(spec, { path, part: 'value' });
  if (offset < range.start || offset > range.end) return undefined;
  const facts = parts.known.factsFor(spec, document.uri);
  const named = namedAt(spec, path, facts);
  const lines = named === undefined ? [] : linesOf(named, { spec, facts, ...parts });
  if (lines.length === 0) return undefined;
  return {
    // Plain text, so that no name of an account can become markup.
    contents: { kind: MarkupKind.PlainText, value: lines.join('\n') },
    range: lspRange(document, range),
  };
}

interface Seen extends Parts {
  spec: OpenSpec['spec'];
  facts: Facts;
}

function linesOf(named: Named, seen: Seen): string[] {
  switch (named.kind) {
    case 'backup':
      return backupLines(named, seen);
    case 'table':
      return tableLines(named, seen);
    case 'index':
      return indexLines(named, seen);
    case 'key':
      return keyLines(named, seen);
    case 'moment':
      return momentLines(named.ms, seen.facts);
    case 'region':
      return regionName(named.region) === undefined ? [] : [regionInWords(named.region)];
    case 'snapshot':
    default:
      return [];
  }
}

function backupLines({ arn, text }: Named & { kind: 'backup' }, seen: Seen): string[] {
  const { backup, now } = seen.facts;
  const described = typeof backup === 'string' ? undefined : backup;
  const row = described?.BackupDetails ?? seen.listed.backup(text);
  return [
    ...aboutBackup(arn, row, described, now),
    ...(backup === 'missing' ? ['AWS knows no such backup.'] : []),
    ...(row === undefined && backup === 'unknown' ? [whyUnknown(seen)] : []),
  ];
}

function tableLines({ side, name, region }: Named & { kind: 'table' }, seen: Seen): string[] {
  const { facts, spec } = seen;
  const table = side === 'source' ? facts.source : facts.target;
  const where = (side === 'source' ? sourceRegion(spec, facts) : region) ?? region;
  const place = where === undefined ? [] : [`In ${regionInWords(where)}`];
  if (typeof table !== 'string') {
    const isTaken = side === 'target' ? ['A restore never overwrites a table: choose another name.'] : [];
    return [...aboutTable(table, facts.now), ...windowLines(facts, side), ...place, ...isTaken];
  }
  if (table === 'unknown') return [`Table ${plain(name)}`, ...place, whyUnknown(seen)];
  return side === 'source'
    ? [`Table ${plain(name)}`, ...place, 'AWS knows no such table.']
    : [`No table is called ${plain(name)} now: the name is free.`, ...place];
}

function windowLines(facts: Facts, side: 'source' | 'target'): string[] {
  const window = side === 'source' ? windowOf(facts) : undefined;
  if (window === undefined) return [];
  return [`Restorable from ${momentInWords(window.earliestMs)} to ${momentInWords(window.latestMs)}`];
}

function indexLines({ list, name }: Named & { kind: 'index' }, seen: Seen): string[] {
  const recorded = recordedSource(seen.spec, seen.facts);
  const indexes = typeof recorded === 'string' ? undefined : recordedIndexes(recorded);
  const index = indexes?.find((one) => one.list === list && one.name === name);
  if (index !== undefined) return aboutIndex(name, index.entry);
  // The key's own words say more than that nothing is known.
  return indexes === undefined ? [] : [`The source has no index of this kind called ${plain(name)}.`];
}

function keyLines({ region, key }: Named & { kind: 'key' }, seen: Seen): string[] {
  const { aliases, described, more } = keyNames(region, key, seen.listed);
  const lines = aboutKey(aliases, described);
  const isSilent = !more && seen.state().kind === 'ready';
  return [
    ...(lines.length === 0 ? [`KMS key ${plain(key)}`] : lines),
    `In ${regionInWords(region)}`,
    ...(described !== undefined ? [] : [isSilent ? 'AWS told nothing more of it.' : whyUnknown(seen)]),
  ];
}

function momentLines(ms: number, facts: Facts): string[] {
  const window = windowOf(facts);
  const { now } = facts;
  const inWindow = window !== undefined && ms >= window.earliestMs && ms <= window.latestMs;
  return [
    `${momentInWords(ms)}, ${agoInWords(ms, now)}`,
    `Here: ${localInWords(ms)}`,
    ...(window === undefined
      ? []
      : [
          `${inWindow ? 'Inside' : 'Outside'} the window: ${momentInWords(window.earliestMs)} to ${momentInWords(window.latestMs)}`,
        ]),
  ];
}

/** What is to be done so that more is shown; said once, in the last line. */
function whyUnknown({ state }: Parts): string {
  switch (state().kind) {
    case 'ready':
      return 'Not read from AWS yet.';
    case 'untrusted':
      return 'Nothing is read from AWS: this workspace is not trusted.';
    case 'refused':
      return 'Nothing is read from AWS: the endpoint in the settings is refused.';
    case 'none':
    default:
      return 'Choose a profile to see what AWS says of it.';
  }
}
