import { MarkupKind } from 'vscode-languageserver';
import type { Hover, Position } from 'vscode-languageserver';
import { plain } from '../core/explain';
import type { BackupDescription, BackupSummary, Facts } from '../core/facts';
import { parseBackupArn, type BackupArn } from '../core/spec/arn';
import { pathAtOffset, rangeOf, stringAt } from '../core/spec/tree';
import { lspRange, type OpenSpec } from './documents';
import { jsonService } from './json';
import { agoInWords, sizeInWords } from './in-words';
import type { Knowledge } from './knowledge';
import type { Listed } from './listings';

/** What a key means, from the schema; of a backup, what is known of it without asking. */
export async function hoverAt(
  open: OpenSpec,
  position: Position,
  parts: { known: Knowledge; listed: Listed; nowMs: number },
): Promise<Hover | null> {
  const backup = backupHover(open, position, parts);
  if (backup !== undefined) return backup;
  const tree = open.json();
  return tree === undefined ? null : jsonService.doHover(open.document, position, tree);
}

function backupHover(
  open: OpenSpec,
  position: Position,
  { known, listed, nowMs }: { known: Knowledge; listed: Listed; nowMs: number },
): Hover | undefined {
  const { document, spec } = open;
  const offset = document.offsetAt(position);
  const path = pathAtOffset(spec, offset);
  if (path.length !== 1 || path[0] !== 'BackupArn') return undefined;
  const range = rangeOf(spec, { path, part: 'value' });
  const text = stringAt(spec, path);
  const arn = text === undefined ? undefined : parseBackupArn(text);
  if (arn === undefined || offset < range.start || offset > range.end) return undefined;
  const { backup } = known.factsFor(spec, document.uri);
  const row = listed.backups().find(({ BackupArn }) => BackupArn === text);
  return {
    // Plain text, so that no name of an account can become markup.
    contents: { kind: MarkupKind.PlainText, value: backupLines(arn, backup, row, nowMs).join('\n') },
    range: lspRange(document, range),
  };
}

function backupLines(
  arn: BackupArn,
  backup: Facts['backup'],
  row: BackupSummary | undefined,
  nowMs: number,
): string[] {
  const about = typeof backup === 'string' ? row : backup.BackupDetails;
  const created = about?.BackupCreationDateTime ?? arn.createdAtMs;
  return [
    `Backup of ${plain(arn.table)} in ${arn.region}, account ${arn.account}`,
    ...(created === undefined ? [] : [`Made ${momentInWords(created)}, ${agoInWords(created, nowMs)}`]),
    ...(about === undefined ? [] : [summaryLine(about)]),
    ...(typeof backup === 'string' ? [] : indexLines(backup)),
    ...(backup === 'missing' ? ['AWS knows no such backup.'] : []),
    ...(about === undefined && backup === 'unknown' ? ['Not looked up at AWS.'] : []),
  ];
}

function summaryLine({
  BackupName,
  BackupType,
  BackupStatus,
  BackupSizeBytes,
}: Pick<BackupSummary, 'BackupName' | 'BackupType' | 'BackupStatus' | 'BackupSizeBytes'>): string {
  const size = BackupSizeBytes === undefined ? [] : [sizeInWords(BackupSizeBytes)];
  return [`"${plain(BackupName)}"`, plain(BackupType), plain(BackupStatus), ...size].join(', ');
}

function indexLines({ BackupDetails, SourceTableFeatureDetails }: BackupDescription): string[] {
  const { GlobalSecondaryIndexes, LocalSecondaryIndexes, VectorIndexes } = SourceTableFeatureDetails;
  if (BackupDetails.BackupType === 'SYSTEM') return ['Its indexes and settings are not recorded.'];
  const kinds = [
    ['Global', GlobalSecondaryIndexes ?? []],
    ['Local', LocalSecondaryIndexes ?? []],
    ['Vector', VectorIndexes ?? []],
  ] as const;
  const lines = kinds
    .filter(([, indexes]) => indexes.length > 0)
    .map(
      ([kind, indexes]) => `${kind} indexes: ${indexes.map(({ IndexName }) => plain(IndexName)).join(', ')}`,
    );
  return lines.length > 0 ? lines : ['No indexes'];
}

function momentInWords(time: string | number): string {
  const ms = typeof time === 'number' ? time : Date.parse(time);
  return Number.isNaN(ms) ? '' : `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
