import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Facts } from '../../server/core/facts';
import type { Listed } from '../../server/lsp/catalogue';
import { openSpecs, type OpenSpec } from '../../server/lsp/documents';
import type { Knowledge } from '../../server/lsp/knowledge';
import type { ConnectionState } from '../../server/protocol';
import { backupRow, customerKeyIn } from '../rules/facts';
import { wholeOffset } from './texts';

const uri = 'file:///specs/orders.ddbbackup.json';

/** The server's open documents without a wire: what an editor would notify is handed over at once. */
export interface Desk {
  open(text: string): OpenSpec;
  /** Lead the open text to another one by one change of the part in which they differ. */
  change(text: string): OpenSpec;
}

export function newDesk(): Desk {
  const handlers = new Map<string, (params: unknown) => void>();
  const connection = new Proxy(
    {},
    { get: (_, name: string) => (handler: (params: unknown) => void) => handlers.set(name, handler) },
  ) as Connection;
  const specs = openSpecs(connection);
  const now = (): OpenSpec => {
    const open = specs.get(uri);
    if (open === undefined) throw new Error('The server holds no such document.');
    return open;
  };
  let version = 0;
  return {
    open(text) {
      const textDocument = { uri, languageId: 'ddbbackup', version: ++version, text };
      handlers.get('onDidOpenTextDocument')?.({ textDocument });
      return now();
    },
    change(text) {
      const contentChanges = [changeBetween(now().document.getText(), text)];
      handlers.get('onDidChangeTextDocument')?.({
        textDocument: { uri, version: ++version },
        contentChanges,
      });
      return now();
    },
  };
}

/** What lies between the common beginning and the common end; a position never lies inside a character or a line break. */
function changeBetween(before: string, after: string): TextDocumentContentChangeEvent {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  start = Math.min(wholeOffset(before, start), wholeOffset(after, start));
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  while (same > 0 && wholeOffset(before, before.length - same) !== before.length - same) same--;
  const document = TextDocument.create(uri, 'ddbbackup', 0, before);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(before.length - same) },
    text: after.slice(start, after.length - same),
  };
}

/** An account about which exactly these facts are known, and a few names. */
export function accountKnowing(facts: Facts) {
  const known: Knowledge = {
    factsFor: () => facts,
    failuresFor: () => [],
    want: () => undefined,
    expire: () => undefined,
    forget: () => undefined,
    forgetAll: () => undefined,
    onDidLearn: () => undefined,
  };
  return { known, listed, regions: () => ['eu-west-1'], state: (): ConnectionState => ({ kind: 'none' }) };
}

const key = customerKeyIn('eu-west-1');
const rows = [backupRow(), backupRow({ BackupName: '"\u202E$(x) `', TableName: 'Music' })];
const listed: Listed = {
  tables: () => ['Orders', 'Music'],
  hasAllTables: () => true,
  backups: () => rows,
  backup: (arn) => rows.find(({ BackupArn }) => BackupArn === arn),
  aliases: () => [{ AliasName: 'alias/orders', AliasArn: `${key.Arn}/alias`, TargetKeyId: key.KeyId }],
  key: () => key,
  caller: () => ({ Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' }),
  settled: () => true,
};
