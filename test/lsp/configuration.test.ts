/** Where settings come from in an editor that is not ours, and what is never taken from its workspace. */
import { describe, expect, test } from 'vitest';
import type { ClientCapabilities, ShowMessageParams } from 'vscode-languageserver-protocol';
import * as protocol from '../../server/protocol';
import type { ConnectionState } from '../../server/protocol';
import type { Editor } from './editor';
import { connected, hastyClock, offline, openSandbox, REGION, settingsFor, URI, worldOf } from './setting';

const ANSWERING: ClientCapabilities = { workspace: { configuration: true } };
const CHOSEN = { profile: 'work', regions: ['eu-west-1', 'us-gov-west-1'] };

const stateOf = (editor: Editor): Promise<ConnectionState> => editor.ask(protocol.connectionState, undefined);

const warnings = (editor: Editor): string[] =>
  editor.received<ShowMessageParams>('window/showMessage').map(({ message }) => message);

const changed = (editor: Editor, section: unknown) =>
  editor.notify('workspace/didChangeConfiguration', { settings: { ddbbackup: section } });

describe('initializationOptions', () => {
  test.each<[string, unknown, Partial<ConnectionState>]>([
    ['a profile and its Regions', CHOSEN, { kind: 'ready', ...CHOSEN, endpoint: '', sandbox: false }],
    ['the sandbox', { endpoint: 'sandbox' }, { kind: 'ready', profile: '', sandbox: true }],
    ['a local endpoint', { endpoint: ' http://127.0.0.1:8000 ' }, { kind: 'ready', profile: '' }],
    ['null where nothing is chosen', { ...CHOSEN, endpoint: null }, { kind: 'ready', profile: 'work' }],
    [
      'an endpoint that no request may go to',
      { endpoint: 'http://10.0.0.1', regions: [REGION] },
      { kind: 'refused' },
    ],
    ['nothing', undefined, { kind: 'none' }],
    ['an empty object', {}, { kind: 'none' }],
    ['an empty list, which is how Lua writes an empty table', [], { kind: 'none' }],
    ['Regions alone', { regions: ['eu-west-1'] }, { kind: 'none' }],
  ])('%s', async (_, options, expected) => {
    const editor = await offline({ options, capabilities: {} });
    expect(await stateOf(editor)).toMatchObject(expected);
    expect(warnings(editor)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['a text', 'work', '"initializationOptions" must be an object.'],
    ['a list', ['work'], '"initializationOptions" must be an object.'],
    ['a profile that is no text', { ...CHOSEN, profile: 7 }, '"profile"'],
    ['Regions that are no list', { ...CHOSEN, regions: 'eu-west-1' }, '"regions"'],
    ['a Region that is none', { ...CHOSEN, regions: ['Ireland'] }, '"regions"'],
    ['an endpoint that is no text', { ...CHOSEN, endpoint: { url: 'x' } }, '"endpoint"'],
    ['a misspelt endpoint', { ...CHOSEN, endpont: 'sandbox' }, '"endpont"'],
    ['a key of every object', { ...CHOSEN, toString: 'x' }, '"toString"'],
    ['trust, which choosing already is', { ...CHOSEN, trusted: true }, '"trusted"'],
  ])('%s: said in words, and nothing is asked of AWS', async (_, options, words) => {
    const editor = await offline({ options, capabilities: {} });
    const { type, message } = await editor.until<ShowMessageParams>('window/showMessage');
    expect(type).toBe(2);
    expect(message).toContain(words);
    expect(message).toMatch(/^ddbbackup: .*nothing is asked of AWS\.$/);
    expect(await stateOf(editor)).toEqual({ kind: 'untrusted' });
    await editor.open(URI, '{ "BackupArm": 1 }');
    expect((await editor.pull(URI)).map(({ code }) => code)).toContain('unknown-key');
  });
});

describe.each([
  ['asked for', ANSWERING],
  ['sent unasked', {}],
])('the configuration, %s,', (_, capabilities) => {
  /** An editor with this section of configuration, once the server has read it. */
  async function configured(section: unknown) {
    let now = section;
    const answers = { 'workspace/configuration': () => [now] };
    const editor = await offline({ options: CHOSEN, capabilities, answers });
    const change = async (next: unknown): Promise<void> => {
      now = next;
      await changed(editor, next);
    };
    await change(section);
    return { editor, change };
  }

  const expectState = (editor: Editor, kind: string) =>
    expect.poll(async () => (await stateOf(editor)).kind, { timeout: 10_000 }).toBe(kind);

  test('can forbid to ask AWS, and allow it again', async () => {
    const { editor, change } = await configured({ trusted: false });
    await expectState(editor, 'untrusted');
    await change({ trusted: true });
    await expectState(editor, 'ready');
    await change({ trusted: false });
    await expectState(editor, 'untrusted');
    await change(null);
    await expectState(editor, 'ready');
    expect(warnings(editor)).toEqual([]);
  });

  test.each([
    ['profile', 'production'],
    ['regions', ['us-east-1']],
    ['endpoint', 'http://127.0.0.1:1'],
  ])('cannot say %s: it is told where to put it, once, and what was chosen holds', async (key, value) => {
    const { editor, change } = await configured({ [key]: value });
    await change({ [key]: value, trusted: true });
    const { message } = await editor.until<ShowMessageParams>('window/showMessage');
    expect(message).toContain(`"ddbbackup.${key}" is not taken from the editor's configuration`);
    await expectState(editor, 'ready');
    expect(await stateOf(editor)).toMatchObject({ ...CHOSEN, endpoint: '' });
    expect(warnings(editor)).toHaveLength(1);
  });

  test.each<[string, unknown, string, string]>([
    ['is no object', 'trusted', 'must be an object', 'untrusted'],
    ['says trust in another form', { trusted: 'false' }, 'must be true or false', 'untrusted'],
    ['has a key that is not known', { trustd: false }, '"ddbbackup.trustd" is not known', 'ready'],
  ])('that %s is complained of, and read the safe way', async (_name, section, words, kind) => {
    const { editor } = await configured(section);
    const { message } = await editor.until<ShowMessageParams>('window/showMessage');
    expect(message).toContain(words);
    await expectState(editor, kind);
  });
});

test('a configuration cannot turn on what the user did not choose', async () => {
  const answers = {
    'workspace/configuration': () => [{ profile: 'work', endpoint: 'sandbox', trusted: true }],
  };
  const editor = await offline({ capabilities: ANSWERING, answers });
  await editor.until<ShowMessageParams>('window/showMessage', ({ message }) => message.includes('endpoint'));
  expect(await stateOf(editor)).toEqual({ kind: 'none' });
  await editor.notify(protocol.settingsChanged.method, settingsFor('sandbox'));
  expect(await stateOf(editor)).toEqual({ kind: 'none' });
});

test('a configuration does not make up for a fault in initializationOptions', async () => {
  const answers = { 'workspace/configuration': () => [{ trusted: true, other: 1 }] };
  const options = { ...CHOSEN, endpont: 'sandbox' };
  const editor = await offline({ options, capabilities: ANSWERING, answers });
  await editor.until<ShowMessageParams>('window/showMessage', ({ message }) => message.includes('other'));
  expect(await stateOf(editor)).toEqual({ kind: 'untrusted' });
});

test('until the editor has answered nothing is asked of AWS', async () => {
  const sandbox = await openSandbox();
  const editor = await connected(await worldOf(hastyClock(sandbox)), {
    options: { endpoint: sandbox.url },
    capabilities: ANSWERING,
    unanswered: 'workspace/configuration',
  });
  await editor.open(
    URI,
    JSON.stringify({ SourceTableArn: `arn:aws:dynamodb:${REGION}:123456789012:table/T` }),
  );
  await editor.until('textDocument/publishDiagnostics');
  expect(await editor.ask(protocol.listTables, { region: REGION })).toMatchObject({ ok: false });
  expect(sandbox.requests.all).toEqual([]);
});

test('an editor that fails to answer forbids nothing', async () => {
  const answers = {
    'workspace/configuration': () => {
      throw new Error('no such section');
    },
  };
  const editor = await offline({ options: CHOSEN, capabilities: ANSWERING, answers });
  await expect.poll(async () => (await stateOf(editor)).kind).toBe('ready');
});

test.each([
  [true, 1],
  [false, 0],
])('changes are registered for when that can be done: %s', async (dynamicRegistration, times) => {
  const workspace = { configuration: true, didChangeConfiguration: { dynamicRegistration } };
  const editor = await offline({ options: CHOSEN, capabilities: { workspace } });
  await editor.until('workspace/configuration');
  const asked = editor.received<{ registrations: object[] }>('client/registerCapability');
  expect(asked.flatMap(({ registrations }) => registrations)).toHaveLength(times);
  for (const { registrations } of asked) {
    expect(registrations).toMatchObject([
      { method: 'workspace/didChangeConfiguration', registerOptions: { section: 'ddbbackup' } },
    ]);
  }
});

test('our extension is never asked: it hands over the user’s own values', async () => {
  const capabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  };
  const editor = await offline({ settings: settingsFor('', { profile: 'work' }), capabilities });
  await changed(editor, { trusted: false, profile: 'production' });
  expect(await stateOf(editor)).toMatchObject({ kind: 'ready', profile: 'work' });
  expect(editor.received('workspace/configuration')).toEqual([]);
  expect(editor.received('client/registerCapability')).toEqual([]);
});
