import { describe, expect, test } from 'vitest';
import * as protocol from '../../server/protocol';
import type { Settings } from '../../server/protocol';
import type { Account } from '../../server/run/ports';
import {
  connected,
  hastyClock,
  NOW,
  offline,
  openSandbox,
  REGION,
  settingsFor,
  URI,
  worldOf,
} from './setting';

const ARN = `arn:aws:dynamodb:${REGION}:123456789012:table/Orders/backup/01791504762511-2779fadd`;
const VERSION = { uri: URI, version: 1 };

const GUARDED: [{ method: string }, unknown][] = [
  [protocol.listTables, { region: REGION }],
  [protocol.describeTable, { region: REGION, table: 'Orders' }],
  [protocol.pointInTimeWindow, { region: REGION, table: 'Orders' }],
  [protocol.listBackups, { region: REGION, table: 'Orders' }],
  [protocol.listDeletedTables, { region: REGION }],
  [protocol.createBackup, { region: REGION, table: 'Orders', name: 'nightly' }],
  [protocol.deleteBackup, { backupArn: ARN, typedName: 'nightly' }],
  [protocol.newSpec, { region: REGION, backupArn: ARN }],
  [protocol.plan, VERSION],
  [protocol.restore, { ...VERSION, planHash: 'x' }],
];

/** A world in which every way out is counted. */
async function watchedWorld() {
  const sandbox = await openSandbox();
  const left: string[] = [];
  const world = await worldOf(hastyClock(sandbox), {
    openAccount: () => Promise.reject(new Error(String(left.push('openAccount')))),
    listProfiles: () => Promise.reject(new Error(String(left.push('listProfiles')))),
    startSandbox: () => Promise.reject(new Error(String(left.push('startSandbox')))),
  });
  return { sandbox, world, left };
}

const REFUSING: [string, (url: string) => Settings | undefined, string][] = [
  ['an untrusted workspace', (url) => settingsFor(url, { trusted: false }), 'Untrusted'],
  ['an untrusted workspace with the sandbox', () => settingsFor('sandbox', { trusted: false }), 'Untrusted'],
  ['an editor that hands over no settings', () => undefined, 'NoProfile'],
  ['settings of another form', () => ({ connection: { trusted: 'yes', endpoint: 1 } }) as never, 'Untrusted'],
  ['no profile', () => settingsFor(''), 'NoProfile'],
  [
    'a foreign endpoint',
    () => settingsFor('https://dynamodb.evil.example', { profile: 'work' }),
    'EndpointRefused',
  ],
  [
    'an endpoint without https',
    () => settingsFor('http://10.0.0.1:8000', { profile: 'work' }),
    'EndpointRefused',
  ],
];

describe.each(REFUSING)('with %s', (_, settings, code) => {
  test.each(GUARDED)(
    '$method asks nothing of AWS, reads no credentials, starts no process',
    async (question, params) => {
      const { sandbox, world, left } = await watchedWorld();
      const given = settings(sandbox.url);
      const editor = await connected(world, given ? { settings: given } : {});
      await editor.open(URI, JSON.stringify({ BackupArn: ARN, TargetTableName: 'Orders-restored' }));
      const answer = await editor.request(question.method, params);
      expect(answer).toMatchObject({ ok: false, refusal: { code, message: expect.stringMatching(/\.$/) } });
      expect(left).toEqual([]);
      expect(sandbox.requests.all).toEqual([]);
    },
  );

  test('a spec is checked as far as its text goes, and nothing is asked', async () => {
    const { sandbox, world, left } = await watchedWorld();
    const given = settings(sandbox.url);
    const editor = await connected(world, given ? { settings: given } : {});
    await editor.open(
      URI,
      JSON.stringify({ BackupArn: ARN, TargetTableName: 'Orders-restored', Nonsense: 1 }),
    );
    expect((await editor.pull(URI)).map((problem) => problem.code)).toContain('unknown-key');
    await editor.request('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: 20 },
    });
    expect(left).toEqual([]);
    expect(sandbox.requests.all).toEqual([]);
  });
});

describe('the state of the connection', () => {
  test.each([
    [settingsFor('', { trusted: false }), { kind: 'untrusted' }],
    [settingsFor(''), { kind: 'none' }],
    [settingsFor('http://10.0.0.1'), { kind: 'refused' }],
    [settingsFor('', { profile: 'work' }), { kind: 'ready', profile: 'work', endpoint: '', sandbox: false }],
    [settingsFor('sandbox'), { kind: 'ready', endpoint: 'sandbox', sandbox: true }],
    [settingsFor('http://127.0.0.1:8000'), { kind: 'ready', endpoint: 'http://127.0.0.1:8000' }],
  ])('%j', async (settings, expected) => {
    const editor = await offline({ settings });
    expect(await editor.ask(protocol.connectionState, undefined)).toMatchObject(expected);
  });

  test('is told anew when the settings move, once, and not when only others moved', async () => {
    const editor = await offline({ settings: settingsFor('', { trusted: false }) });
    const tell = (settings: Settings) => editor.notify(protocol.settingsChanged.method, settings);
    await tell({ ...settingsFor('', { trusted: false }), protectedAccounts: ['123456789012'] });
    await tell(settingsFor('', { profile: 'work' }));
    await editor.untilNotice(protocol.connectionChanged, ({ kind }) => kind === 'ready');
    expect(editor.received(protocol.connectionChanged.method)).toHaveLength(1);
  });

  test('profiles are listed in a trusted workspace only', async () => {
    const trusted = await offline({ settings: settingsFor('') });
    expect(await trusted.ask(protocol.listProfiles, undefined)).toEqual(['default', 'work']);
    const untrusted = await offline({ settings: settingsFor('', { trusted: false }) });
    expect(await untrusted.ask(protocol.listProfiles, undefined)).toEqual([]);
  });

  test('a question that waits for an account while another one is chosen is asked of the other one', async () => {
    const accounts: [string, (account: Account) => void][] = [];
    const sandbox = await openSandbox();
    const world = await worldOf(hastyClock(sandbox), {
      openAccount: (profile) => new Promise((resolve) => accounts.push([profile, resolve])),
    });
    const named = (name: string): Account => ({
      read: () => Promise.resolve<never>({ TableNames: [name] } as never),
      write: () => Promise.reject(new Error('nothing is written here')),
    });
    const editor = await connected(world, { settings: settingsFor('', { profile: 'production' }) });
    const answer = editor.ask(protocol.listTables, { region: REGION });
    await expect.poll(() => accounts.length).toBe(1);
    await editor.notify(protocol.settingsChanged.method, settingsFor('', { profile: 'work' }));
    await editor.untilNotice(protocol.connectionChanged);
    accounts[0]?.[1](named('of-production'));
    await expect.poll(() => accounts.map(([profile]) => profile)).toEqual(['production', 'work']);
    accounts[1]?.[1](named('of-work'));
    expect(await answer).toEqual({ ok: true, value: { rows: [{ name: 'of-work' }] } });
  });

  test('the sandbox is started once, when it is first asked, and stopped when it is left', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' }, createdAt: NOW - 1 });
    let started = 0;
    let stopped = 0;
    const world = await worldOf(hastyClock(sandbox), {
      startSandbox() {
        started++;
        return Promise.resolve({
          url: sandbox.url,
          stop: () => void stopped++,
          ended: new Promise(() => undefined),
        });
      },
    });
    const editor = await connected(world, { settings: settingsFor('sandbox') });
    expect(started).toBe(0);
    const asked = [1, 2, 3].map(() => editor.ask(protocol.listTables, { region: REGION }));
    expect(await Promise.all(asked)).toEqual(
      asked.map(() => ({ ok: true, value: { rows: [{ name: 'Orders' }] } })),
    );
    expect([started, stopped]).toEqual([1, 0]);
    await editor.notify(protocol.settingsChanged.method, settingsFor(''));
    await editor.untilNotice(protocol.connectionChanged);
    await editor.ask(protocol.listTables, { region: REGION });
    expect([started, stopped]).toEqual([1, 1]);
  });

  test('a sandbox that has ended by itself is started again by the next question', async () => {
    const sandbox = await openSandbox();
    const ends: (() => void)[] = [];
    const world = await worldOf(hastyClock(sandbox), {
      startSandbox: () =>
        Promise.resolve({
          url: sandbox.url,
          stop: () => undefined,
          ended: new Promise((resolve) => ends.push(resolve)),
        }),
    });
    const editor = await connected(world, { settings: settingsFor('sandbox') });
    await editor.ask(protocol.listTables, { region: REGION });
    ends[0]?.();
    expect(await editor.ask(protocol.listTables, { region: REGION })).toMatchObject({ ok: true });
    expect(ends).toHaveLength(2);
  });
});
