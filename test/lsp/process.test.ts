import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { fileJournal } from '../../server/disk/journal-file';
import { folderLocks, lockTimes } from '../../server/disk/lock';
import * as protocol from '../../server/protocol';
import { startSandbox } from '../../server/sandbox/sandbox';
import { bundled, started, type Program } from './program';
import { connected, hastyClock, REGION, settingsFor, stateFolder, URI, worldOf } from './setting';

let program: Program;

beforeAll(async () => {
  program = await bundled();
}, 60_000);
afterAll(() => program.remove());

/** A sandbox whose clock runs with the machine's, as the server's does. */
async function livingSandbox() {
  const sandbox = await startSandbox({ throttling: false });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

describe('the server as a program', () => {
  test('says what it can do, checks a file, and never loads the SDK for it', async () => {
    const { editor } = await started(program, {
      state: await stateFolder(),
      settings: settingsFor('', { profile: 'work' }),
    });
    expect(editor.server.capabilities.diagnosticProvider).toMatchObject({
      workspaceDiagnostics: false,
      interFileDependencies: false,
    });
    await editor.open(URI, '{ "BackupArm": 1 }');
    expect((await editor.pull(URI)).map(({ code }) => code)).toContain('unknown-key');
    for (const feature of ['foldingRange', 'documentSymbol', 'codeLens'])
      await editor.request(`textDocument/${feature}`, { textDocument: { uri: URI } });
    expect(await program.loaded('aws')).toEqual([]);
  });

  test('loads the SDK with the first question to AWS', async () => {
    const sandbox = await livingSandbox();
    const { editor, process } = await started(program, {
      state: await stateFolder(),
      settings: settingsFor(sandbox.url),
    });
    await editor.ask(protocol.connectionState, undefined);
    expect(await program.loaded('aws')).not.toContain(process.pid);
    expect(await editor.ask(protocol.listTables, { region: REGION })).toEqual({
      ok: true,
      value: { rows: [] },
    });
    expect(await program.loaded('aws')).toContain(process.pid);
  });

  test('speaks over the channel of Node as well', async () => {
    const child = fork(program.server, ['--node-ipc'], {
      env: { PATH: process.env['PATH'], HOME: program.folder },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const wire = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    wire.listen();
    const answer = await wire.sendRequest<object>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(answer).toMatchObject({ serverInfo: { name: 'ddbbackup' } });
    await wire.sendRequest('shutdown');
    const exit = once(child, 'exit');
    await wire.sendNotification('exit');
    expect(await exit).toEqual([0, null]);
    wire.dispose();
  });

  test('started by hand it says what it is and ends', async () => {
    const child = spawn(process.execPath, [program.server]);
    const [said] = (await once(child.stderr, 'data')) as [Buffer];
    expect(said.toString()).toContain('An editor starts it with --stdio');
    expect(await once(child, 'exit')).toEqual([2, null]);
  });

  test('starts the sandbox beside it when it is first asked, and ends it with itself', async () => {
    const { editor, process } = await started(program, {
      state: await stateFolder(),
      settings: settingsFor('sandbox'),
    });
    expect(await program.loaded('sandbox')).toEqual([]);
    const answer = await editor.ask(protocol.listTables, { region: REGION });
    expect(answer).toMatchObject({ ok: true, value: { rows: expect.arrayContaining([{ name: 'Orders' }]) } });
    const [pid] = await program.loaded('sandbox');
    await editor.request('shutdown', null);
    const exit = once(process, 'exit');
    await editor.notify('exit', null);
    expect(await exit).toEqual([0, null]);
    await expect.poll(() => isRunning(pid!)).toBe(false);
  });

  test('keeps the tables of its sandbox over a reload, and leaves none behind when it is killed', async () => {
    const state = await stateFolder();
    const settings = settingsFor('sandbox');
    const first = await started(program, { state, settings });
    const asked = { region: REGION, table: 'Orders', name: 'before-the-reload' };
    expect(await first.editor.ask(protocol.createBackup, asked)).toMatchObject({ ok: true });
    const pids = await program.loaded('sandbox');
    await first.kill();
    await expect.poll(() => isRunning(pids.at(-1)!)).toBe(false);
    const second = await started(program, { state, settings });
    const list = await second.editor.ask(protocol.listBackups, { region: REGION, table: 'Orders' });
    const names = list.ok ? list.value.rows.map(({ backupName }) => backupName) : [];
    expect(names).toContain('before-the-reload');
  });

  test('answers 5,000 questions that were taken back in the same breath as cancelled', async () => {
    const { editor, process } = await started(program, { state: await stateFolder() });
    await editor.open(URI, '{ "" }');
    const params = { textDocument: { uri: URI }, position: { line: 0, character: 3 } };
    const ids = Array.from({ length: 5_000 }, (_, index) => `taken-back-${index}`);
    const breath = ids.flatMap((id) => [
      { jsonrpc: '2.0', id, method: 'textDocument/completion', params },
      { jsonrpc: '2.0', method: '$/cancelRequest', params: { id } },
    ]);
    let answers = '';
    process.stdout?.on('data', (text: Buffer) => (answers += text.toString()));
    process.stdin?.write(breath.map(framed).join(''));
    await expect.poll(() => answers.split('"taken-back-').length - 1, { timeout: 20_000 }).toBe(ids.length);
    expect(answers.split('-32800').length - 1).toBeGreaterThanOrEqual(4_975);
    expect(await editor.pull(URI)).not.toEqual([]);
  });

  test('lives through nonsense', async () => {
    const { editor, stderr } = await started(program, { state: await stateFolder() });
    await expect(editor.request('ddbbackup/nonsense', {})).rejects.toMatchObject({ code: -32601 });
    for (const { method } of Object.values(protocol))
      await editor.request(method, null).catch(() => undefined);
    await editor.notify(protocol.settingsChanged.method, 7);
    await editor.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///closed', version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    await editor.open(URI, '{}');
    await editor.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: { line: -5, character: 9e9 }, end: { line: 9e9, character: -1 } }, text: '{' },
      ],
    });
    for (const method of ['hover', 'completion', 'codeAction', 'selectionRange', 'rangeFormatting'])
      await editor.request(`textDocument/${method}`, { textDocument: { uri: URI } }).catch(() => undefined);
    expect((await editor.pull(URI)).map(({ code }) => code)).toContain('syntax');
    expect(stderr()).toBe('');
  });
});

describe('what goes wrong between here and AWS is said in plain words', () => {
  test.each([
    ['nobody listens', undefined, 'cannot be reached'],
    ['a sign-in page answers', 'html-page', 'sign-in page'],
    ['the session has expired', 'expired-token', 'session has expired'],
    ['the service is asked too often', 'throttle', 'asked too often'],
    ['the service has a fault', 'internal-error', 'fault of its own'],
    ['the line is cut', 'reset-before-commit', 'was lost'],
  ] as const)('%s', async (_, fault, words) => {
    const sandbox = await livingSandbox();
    if (fault === undefined) await sandbox.close();
    else sandbox.faults.add({ operation: 'ListTables', fault, times: 100 });
    const { editor } = await started(program, {
      state: await stateFolder(),
      settings: settingsFor(sandbox.url),
    });
    const answer = await editor.ask(protocol.listTables, { region: REGION });
    expect(answer).toMatchObject({ ok: false, refusal: { message: expect.stringContaining(words) } });
    for (const { message } of editor.received<{ message: string }>('window/logMessage')) {
      expect(message).toMatch(/^ddbbackup\/listTables: ListTables in eu-west-1: \w+( \(request \S+\))?$/);
    }
  });
});

test('a profile that the AWS files do not know is named in plain words', async () => {
  const settings = settingsFor('', { profile: 'wrok' });
  const { editor } = await started(program, { state: await stateFolder(), settings });
  expect(await editor.ask(protocol.listTables, { region: REGION })).toMatchObject({
    ok: false,
    refusal: {
      code: 'UnknownProfile',
      message: expect.stringMatching(/"wrok".*Nothing was changed.*Choose a profile/),
    },
  });
  await editor.open(URI, `{ "SourceTableName": "Orders", "TargetTableName": "Orders-restored" }`);
  await editor.pull(URI);
  await editor.until('workspace/diagnostic/refresh');
  expect(await editor.pull(URI)).toContainEqual(
    expect.objectContaining({ code: 'not-checked', message: expect.stringContaining('"wrok"') }),
  );
  expect(await editor.ask(protocol.plan, { uri: URI, version: 1 })).toMatchObject({
    value: { kind: 'refused', reasons: expect.arrayContaining([expect.stringContaining('"wrok"')]) },
  });
});

describe('a server that is killed while it restores', () => {
  test('has not lost the restore: the next one knows it, finishes it, and there is one table', async () => {
    const sandbox = await startSandbox({ now: Date.now(), throttling: false });
    onTestFinished(() => sandbox.close());
    await sandbox.seed.table({
      region: REGION,
      table: { TableName: 'Orders', Tags: [{ Key: 'team', Value: 'shop' }] },
    });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const text = JSON.stringify({
      BackupArn: arn,
      TargetTableName: 'Orders-restored',
      AfterRestore: { Default: 'Skip', Tags: 'FromSource' },
    });
    const state = await stateFolder();
    const settings = settingsFor(sandbox.url);

    const first = await started(program, { state, settings });
    await first.editor.open(URI, text);
    const planned = await first.editor.ask(protocol.plan, { uri: URI, version: 1 });
    const planHash = planned.ok && planned.value.kind === 'plan' ? planned.value.plan.planHash : '';
    sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'no-answer-after-commit' });
    const lost = first.editor.ask(protocol.restore, { uri: URI, version: 1, planHash }).catch(() => 'lost');
    await sandbox.requests.received('RestoreTableFromBackup');
    await first.kill();
    first.editor.close();
    expect(await lost).toBe('lost');

    const second = await started(program, { state, settings: settingsFor('') });
    expect(await second.editor.ask(protocol.listRestores, undefined)).toMatchObject([
      { target: 'Orders-restored', state: 'sent', words: expect.stringContaining('being looked at') },
    ]);
    await second.kill();

    // The same server on a clock that does not make anybody wait.
    const locks = folderLocks(state, { ...lockTimes, staleMs: 50, pollMs: 5 });
    const world = await worldOf(hastyClock(sandbox), { journal: fileJournal(state), locks });
    const third = await connected(world, { settings });
    await third.untilNotice(protocol.restoresChanged, (rows) =>
      rows.some(({ state: now }) => now === 'done'),
    );
    const sent = sandbox.requests.all.filter(({ operation }) => operation === 'RestoreTableFromBackup');
    expect(sent).toHaveLength(1);
    const tables = sandbox.world.regions.get(REGION)?.tables;
    expect([...(tables?.keys() ?? [])].toSorted()).toEqual(['Orders', 'Orders-restored']);
    expect(tables?.get('Orders-restored')?.tags).toEqual([{ Key: 'team', Value: 'shop' }]);
  });
});

function framed(message: object): string {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** A process that has ended may stand in the list for a while, as a zombie. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
