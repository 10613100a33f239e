import { describe, expect, test } from 'vitest';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { marked } from './marked';
import * as protocol from '../../server/protocol';
import {
  connected,
  hastyClock,
  offline,
  online,
  openSandbox,
  REGION,
  settingsFor,
  URI,
  worldOf,
} from './setting';

const SEVERITIES = ['', 'error', 'warning', 'information'];

function brief({ code, severity, range }: Diagnostic) {
  return { code, severity: SEVERITIES[severity ?? 0], range };
}

describe('what is wrong with the text alone', () => {
  test.each([
    ['an unknown key', '{ «"BackupArm"»: "x" }', 'unknown-key', 'error'],
    [
      'a key written twice',
      '{ "TargetTableName": "abc", «"TargetTableName"»: "def" }',
      'duplicate-key',
      'error',
    ],
    ['a value of another type', '{ "TargetTableName": «1» }', 'wrong-type', 'error'],
    ['a word not on the list', '{ "BillingModeOverride": «"ON_DEMAND"» }', 'bad-enum', 'error'],
    ['text that is no JSON', '{ "TargetTableName" «"abc"» }', 'syntax', 'error'],
  ])('%s is underlined where it stands', async (_, source, code, severity) => {
    const { text, ranges } = marked(source);
    const editor = await offline();
    await editor.open(URI, text);
    const found = (await editor.pull(URI)).map(brief);
    expect(found).toContainEqual({ code, severity, range: ranges[0] });
  });

  test('each problem names its source and links to the page of its rule', async () => {
    const editor = await offline();
    await editor.open(URI, '{ "BackupArm": 1 }');
    const [problem] = await editor.pull(URI);
    expect(problem).toMatchObject({
      source: 'ddbbackup',
      code: 'unknown-key',
      codeDescription: { href: 'file:///docs/rules/unknown-key.md' },
    });
  });

  test('the answer is about the version the editor shows last', async () => {
    const editor = await offline();
    await editor.open(URI, '{ "BackupArm": 1 }');
    await editor.change(URI, 2, '{ "Descriptio": 1 }');
    expect(JSON.stringify(await editor.pull(URI))).toContain('Description');
  });

  test('a file that is not open has no problems', async () => {
    const editor = await offline();
    expect(await editor.pull('file:///nowhere.ddbbackup.json')).toEqual([]);
  });

  test.each(['json', 'jsonc'])(
    'a file opened as %s is left to VS Code where its own JSON support speaks',
    async (languageId) => {
      const editor = await offline({ settings: settingsFor('') });
      const text = '{ "BackupArm": 1, "TargetTableName": "abc", "SourceTableName": "abc", }';
      await editor.open(URI, text, languageId);
      const codes = (await editor.pull(URI)).map(({ code }) => code);
      expect(codes).not.toContain('unknown-key');
      expect(codes).toContain('target-is-source');
    },
  );

  test.each([
    ['larger than 1 MiB', `{ "Description": "${'x'.repeat(4 * 1024 * 1024)}" }`, 'too-large'],
    ['nested 100,000 deep', '['.repeat(100_000), 'too-deep'],
  ])('a file %s gets one clear problem, and the server lives', async (_, text, code) => {
    const editor = await offline();
    await editor.open(URI, text);
    expect((await editor.pull(URI)).map((problem) => problem.code)).toContain(code);
    for (const method of ['foldingRange', 'documentSymbol']) {
      expect(await editor.request(`textDocument/${method}`, { textDocument: { uri: URI } })).toEqual([]);
    }
  });
});

describe('an editor that does not pull', () => {
  test('is sent the problems of each version, with its number, and none after closing', async () => {
    const editor = await offline({ modern: false });
    await editor.open(URI, '{ "BackupArm": 1 }');
    await editor.change(URI, 2, '{}');
    const sent = await editor.until<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ version }) => version === 2,
    );
    expect(sent.diagnostics.map(({ code }) => code)).not.toContain('unknown-key');
    await editor.notify('textDocument/didClose', { textDocument: { uri: URI } });
    await editor.until<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ version, diagnostics }) => version === undefined && diagnostics.length === 0,
    );
  });
});

describe('with an account', () => {
  const spec = (arn: string, target: string) =>
    JSON.stringify({ BackupArn: arn, TargetTableName: target, AfterRestore: { Default: 'Skip' } });

  test('a target that exists is found in the background, and the editor is asked to look again', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders-restored' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await online(sandbox);
    await editor.open(URI, spec(arn, 'Orders-restored'));
    expect((await editor.pull(URI)).map(({ code }) => code)).not.toContain('target-exists');
    await editor.until('workspace/diagnostic/refresh');
    expect((await editor.pull(URI)).map(({ code }) => code)).toContain('target-exists');
    await editor.change(URI, 2, spec(arn, 'Orders-free'));
    expect((await editor.pull(URI)).map(({ code }) => code)).not.toContain('target-exists');
  });

  test('an editor that does not pull is sent what was learnt', async () => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox, { modern: false });
    const arn = `arn:aws:dynamodb:${REGION}:123456789012:table/Orders/backup/01791504762511-2779fadd`;
    await editor.open(URI, spec(arn, 'Orders-restored'));
    await editor.until<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'backup-missing'),
    );
  });

  test('what cannot be asked is one remark in plain words, and no error', async () => {
    const sandbox = await openSandbox();
    sandbox.faults.add({
      operation: 'DescribeBackup',
      fault: { code: 'AccessDeniedException', message: 'no' },
      times: 100,
    });
    const { table } = { table: 'Orders' };
    await sandbox.seed.table({ region: REGION, table: { TableName: table } });
    const { arn } = sandbox.seed.backup({ region: REGION, table, name: 'nightly' });
    const editor = await online(sandbox);
    await editor.open(URI, spec(arn, 'Orders-restored'));
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    const found = await editor.pull(URI);
    const remarks = found.filter(({ code }) => code === 'not-checked');
    expect(remarks).toMatchObject([
      { severity: 3, message: expect.stringContaining('dynamodb:DescribeBackup') },
    ]);
    expect(found.map(({ code }) => code)).not.toContain('backup-missing');
  });

  test('nothing is asked for an ARN that is not whole, and once for one that is', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await online(sandbox);
    await editor.open(URI, JSON.stringify({ BackupArn: arn.slice(0, 50) }));
    await editor.pull(URI);
    expect(sandbox.requests.all.map(({ operation }) => operation)).not.toContain('DescribeBackup');
    for (let version = 2; version < 12; version++) {
      await editor.change(URI, version, `${' '.repeat(version)}${spec(arn, 'Orders-restored')}`);
      await editor.pull(URI);
    }
    await editor.until('workspace/diagnostic/refresh');
    await editor.pull(URI);
    const asked = sandbox.requests.all.filter(({ operation }) => operation === 'DescribeBackup');
    expect(asked).toHaveLength(1);
  });

  test('what was asked before something changed is asked again, and not believed', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const other = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'other' });
    const world = await worldOf(hastyClock(sandbox));
    const late: (() => void)[] = [];
    const openAccount: typeof world.openAccount = async (...how) => {
      const account = await world.openAccount(...how);
      const read: typeof account.read = async (region, operation, input, ...rest) => {
        const answer = account.read(region, operation, input, ...rest);
        const isTarget = JSON.stringify(input) === '{"TableName":"Orders-restored"}';
        if (!isTarget || late.length > 0) return answer;
        await answer.catch(() => undefined);
        await new Promise<void>((resolve) => late.push(resolve));
        return answer;
      };
      return { ...account, read };
    };
    const editor = await connected({ ...world, openAccount }, { settings: settingsFor(sandbox.url) });
    await editor.open(URI, spec(arn, 'Orders-restored'));
    await editor.pull(URI);
    await expect.poll(() => late.length).toBe(1);
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders-restored' } });
    await editor.ask(protocol.deleteBackup, { backupArn: other.arn, typedName: 'other' });
    late[0]?.();
    await expect
      .poll(async () => (await editor.pull(URI)).map(({ code }) => code))
      .toContain('target-exists');
  });

  test('another account throws away what was learnt', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Taken' } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await online(sandbox);
    await editor.open(URI, spec(arn, 'Taken'));
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    await editor.notify('ddbbackup/settingsChanged', settingsFor('', { profile: '' }));
    await editor.until('ddbbackup/connectionChanged', ({ kind }: { kind: string }) => kind === 'none');
    expect((await editor.pull(URI)).map(({ code }) => code)).not.toContain('target-exists');
  });
});
