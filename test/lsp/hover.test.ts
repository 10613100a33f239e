import { describe, expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { listBackups } from '../../server/protocol';
import type { Editor } from './editor';
import { marked } from './marked';
import { NOW, offline, online, openSandbox, REGION, URI } from './setting';

async function hoverAt(editor: Editor, source: string): Promise<Hover | null> {
  const { text, cursors } = marked(source);
  await editor.open(URI, text);
  return editor.request('textDocument/hover', { textDocument: { uri: URI }, position: cursors[0] });
}

const ID = `${String(NOW - 3 * 86_400_000).padStart(14, '0')}-2779fadd`;
const ARN = `arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/${ID}`;

describe('hovering', () => {
  test('a key tells what it means, with a link to the page of AWS', async () => {
    const hover = await hoverAt(await offline(), '{ "Billing‸ModeOverride": "PROVISIONED" }');
    expect(JSON.stringify(hover?.contents)).toContain('https://docs.aws.amazon.com/');
  });

  test('nothing in particular gives nothing', async () => {
    expect(await hoverAt(await offline(), '{ ‸ }')).toBeNull();
  });

  test('the ARN of a backup tells table, Region, account and age from its text alone, as plain text', async () => {
    const hover = await hoverAt(await offline(), `{ "BackupArn": "arn:aws‸${ARN.slice(7)}" }`);
    expect(hover?.contents).toEqual({
      kind: 'plaintext',
      value:
        'Backup of Orders in eu-west-1, account 123456789012\n' +
        'Made 2026-11-17 10:00:00 UTC, 3 days ago\nNot looked up at AWS.',
    });
    expect(hover?.range).toEqual({
      start: { line: 0, character: 15 },
      end: { line: 0, character: 17 + ARN.length },
    });
  });

  test('a known backup tells name, type, size and indexes, without asking anew', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await online(sandbox);
    await editor.open(URI, JSON.stringify({ BackupArn: arn, TargetTableName: 'abc' }));
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    const asked = sandbox.requests.all.length;
    const hover = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: 20 },
    });
    const { value } = hover.contents as MarkupContent;
    expect(value).toMatch(/"nightly", USER, AVAILABLE, [\d.]+ bytes/);
    expect(value).toContain('No indexes');
    expect(sandbox.requests.all).toHaveLength(asked);
  });

  test('a backup that was listed is known without being described', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await online(sandbox);
    await editor.ask(listBackups, { region: REGION, table: 'Orders' });
    const hover = await hoverAt(editor, `{ "BackupArn": "‸${arn}" }`);
    expect(JSON.stringify(hover?.contents)).toContain(String.raw`\"nightly\", USER, AVAILABLE`);
  });
});
