import type { Location, Position } from 'vscode-languageserver';
import type { Facts } from '../core/facts';
import { recordedSource } from '../core/recorded';
import { parseBackupArn } from '../core/spec/arn';
import { sourceOf, sourceRegion, sourceTableName } from '../core/spec/request';
import type { Spec } from '../core/spec/spec';
import { pathAtOffset } from '../core/spec/tree';
import { describedBy, detailsText, detailsUri, lineOfIndex, type Described } from './details';
import type { OpenSpec } from './documents';
import type { Knowledge } from './knowledge';
import { namedAt } from './named';

/**
 * From a name in a spec to the thing: a settings snapshot is a file beside it; backups, tables, indexes and keys are shown by documents that
 * our own extension asks for.
 */
export function definitionAt(
  { document, spec }: OpenSpec,
  position: Position,
  { known, showsDetails }: { known: Knowledge; showsDetails: boolean },
): Location | null {
  const facts = known.factsFor(spec, document.uri);
  const named = namedAt(spec, pathAtOffset(spec, document.offsetAt(position)), facts);
  if (named === undefined) return null;
  if (named.kind === 'snapshot') return fileBeside(document.uri, named.file);
  if (!showsDetails) return null;
  switch (named.kind) {
    case 'backup':
      return atLine(backupDetails(named.text), 0);
    case 'table': {
      const region = named.side === 'source' ? sourceRegion(spec, facts) : named.region;
      // A target that is known not to be there has no details.
      if (region === undefined || (named.side === 'target' && facts.target === 'missing')) return null;
      return atLine(detailsUri({ kind: 'table', region, id: named.name }, named.name), 0);
    }
    case 'index':
      return indexDefinition(named.name, spec, facts);
    case 'key':
      return atLine(detailsUri({ kind: 'key', region: named.region, id: named.key }, tailOf(named.key)), 0);
    case 'moment':
    case 'region':
    default:
      return null;
  }
}

/** In the description of the source, where the index stands as the source has it. */
function indexDefinition(name: string, spec: Spec, facts: Facts): Location | null {
  const source = sourceOf(spec);
  const region = sourceRegion(spec, facts);
  const table = sourceTableName(spec);
  if (typeof recordedSource(spec, facts) === 'string' || region === undefined || table === undefined)
    return null;
  if (source?.kind === 'backup') return inDetails(backupDetails(source.backupArn), facts.backup, name);
  return inDetails(detailsUri({ kind: 'table', region, id: table }, table), facts.source, name);
}

function inDetails(uri: string, value: unknown, indexName: string): Location | null {
  const described: Described | undefined = describedBy(uri);
  return described === undefined
    ? null
    : atLine(uri, lineOfIndex(detailsText(described, value, 0), indexName));
}

function backupDetails(text: string): string {
  const arn = parseBackupArn(text);
  const title = arn === undefined ? text : `${arn.table} ${arn.backupId}`;
  return detailsUri({ kind: 'backup', region: arn?.region ?? '', id: text }, title);
}

function tailOf(key: string): string {
  return /[^/:]+$/.exec(key)?.[0] ?? key;
}

/** Relative to the spec, as the command line reads it. */
function fileBeside(spec: string, file: string): Location | null {
  if (!/^[\w-]+:\/\//.test(spec) || /^[\w-]+:/.test(file) || file.includes('\\')) return null;
  const steps = file.split('/');
  // A step without a name makes it absolute, or the name of another host, which Windows signs in to when it is looked at.
  if (steps.includes('')) return null;
  try {
    return atLine(new URL(steps.map(encodeURIComponent).join('/'), spec).href, 0);
  } catch {
    // No address can be made of it.
    return null;
  }
}

function atLine(uri: string, line: number): Location {
  const at = { line, character: 0 };
  return { uri, range: { start: at, end: at } };
}
