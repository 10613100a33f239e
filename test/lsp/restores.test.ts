import { describe, expect, test } from 'vitest';
import * as protocol from '../../server/protocol';
import type { PlanShown, RestoreRow } from '../../server/protocol';
import { fileJournal } from '../../server/disk/journal-file';
import { AwsFailure } from '../../server/run/ports';
import type { Sandbox } from '../../server/sandbox/sandbox';
import type { Editor } from './editor';
import {
  connected,
  hastyClock,
  NOW,
  online,
  openSandbox,
  REGION,
  settingsFor,
  stateFolder,
  URI,
  worldOf,
} from './setting';

const VERSION = { uri: URI, version: 1 };
const HOUR = 3_600_000;

async function ordersWithBackup(sandbox: Sandbox): Promise<string> {
  await sandbox.seed.table({
    region: REGION,
    table: { TableName: 'Orders', Tags: [{ Key: 'team', Value: 'shop' }] },
    createdAt: NOW - HOUR,
  });
  return sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' }).arn;
}

function spec(backupArn: string, more: object = {}): string {
  return JSON.stringify({
    BackupArn: backupArn,
    TargetTableName: 'Orders-restored',
    AfterRestore: { Default: 'Skip', Tags: 'FromSource' },
    ...more,
  });
}

async function planned(editor: Editor): Promise<PlanShown> {
  const answer = await editor.ask(protocol.plan, VERSION);
  if (!answer.ok || answer.value.kind !== 'plan') throw new Error(`no plan: ${JSON.stringify(answer)}`);
  return answer.value.plan;
}

/** A backup, a spec of it in the editor, and its plan shown. */
async function readyToRestore(options: Parameters<typeof online>[1] = {}) {
  const sandbox = await openSandbox();
  const editor = await online(sandbox, options);
  await editor.open(URI, spec(await ordersWithBackup(sandbox)));
  const { planHash } = await planned(editor);
  return { sandbox, editor, planHash };
}

const writes = (sandbox: Sandbox) =>
  sandbox.requests.all.filter(({ operation }) => operation.startsWith('Restore'));

const ended = (rows: RestoreRow[]) => rows.find(({ state }) => state === 'done');

function noNetwork(region: string, operation: string): AwsFailure {
  const message = 'no connection (ENOTFOUND)';
  return new AwsFailure({ code: 'ConnectionError', message, operation, region, mayHaveArrived: false });
}

interface Progress {
  token: string;
  value: { kind: string; title?: string; message?: string; cancellable?: boolean };
}

describe('a plan', () => {
  test('shows request, account, Region and the settings that are put back', async () => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox);
    await editor.open(URI, spec(await ordersWithBackup(sandbox)));
    const plan = await planned(editor);
    expect(plan).toMatchObject({
      accountId: '123456789012',
      region: REGION,
      target: 'Orders-restored',
      operation: 'RestoreTableFromBackup',
      sourceTableName: 'Orders',
      planHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(plan.steps.join()).toMatch(/tag/i);
    expect(JSON.parse(plan.restored)).toBeTypeOf('object');
    expect(writes(sandbox)).toEqual([]);
  });

  test('of a point in time warns of what its picture cannot show', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({
      region: REGION,
      table: { TableName: 'Orders' },
      createdAt: NOW - HOUR,
      pointInTime: {},
    });
    const editor = await online(sandbox);
    const source = {
      SourceTableArn: `arn:aws:dynamodb:${REGION}:123456789012:table/Orders`,
      UseLatestRestorableTime: true,
    };
    await editor.open(
      URI,
      JSON.stringify({ ...source, TargetTableName: 'Orders-restored', AfterRestore: { Default: 'Skip' } }),
    );
    expect((await planned(editor)).warnings.join()).toContain('as the source has them today');
  });

  test('is refused while an error stands, with the reasons', async () => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox);
    await editor.open(URI, spec(await ordersWithBackup(sandbox), { TargetTableName: 'Orders' }));
    const answer = await editor.ask(protocol.plan, VERSION);
    expect(answer).toMatchObject({
      ok: true,
      value: { kind: 'refused', reasons: [expect.stringContaining('"Orders"')] },
    });
  });

  test('is refused with what could not be asked', async () => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox);
    await editor.open(URI, spec(await ordersWithBackup(sandbox)));
    sandbox.faults.add({ operation: 'DescribeBackup', fault: 'html-page', times: 100 });
    const answer = await editor.ask(protocol.plan, VERSION);
    const reasons = answer.ok && answer.value.kind === 'refused' ? answer.value.reasons.join(' ') : '';
    expect(reasons).toContain('Not checked: the backup.');
    expect(reasons).toContain('was not AWS');
  });

  test.each([
    ['another version', { uri: URI, version: 2 }, 'Outdated'],
    ['a file that is not open', { uri: 'file:///other.ddbbackup.json', version: 1 }, 'NotOpen'],
  ])('of %s is refused', async (_, asked, code) => {
    const editor = await online(await openSandbox());
    await editor.open(URI, '{}');
    expect(await editor.ask(protocol.plan, asked)).toMatchObject({ ok: false, refusal: { code } });
    expect(await editor.ask(protocol.restore, { ...asked, planHash: 'x' })).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

describe('a restore', () => {
  test('is sent once, shows its progress, puts settings back and says when it is done', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    const answer = await editor.ask(protocol.restore, { ...VERSION, planHash });
    expect(answer).toMatchObject({
      ok: true,
      value: { accountId: '123456789012', region: REGION, target: 'Orders-restored' },
    });
    await editor.untilNotice(protocol.restoresChanged, (rows) => ended(rows) !== undefined);
    const end = await editor.until<Progress>('$/progress', ({ value }) => value.kind === 'end');
    const shown = editor.received<Progress>('$/progress').filter(({ token }) => token === end.token);
    expect(shown[0]?.value).toMatchObject({
      kind: 'begin',
      title: 'Restoring Orders to Orders-restored',
      cancellable: true,
    });
    expect(shown.map(({ value }) => value.message ?? '').join('\n')).toContain('Orders-restored is CREATING');
    expect(writes(sandbox)).toHaveLength(1);
    const made = sandbox.world.regions.get(REGION)?.tables.get('Orders-restored');
    expect(made?.tags).toEqual([{ Key: 'team', Value: 'shop' }]);
    expect(editor.received(protocol.changed.method)).toContainEqual({ region: REGION });
    expect(await editor.ask(protocol.listRestores, undefined)).toMatchObject([
      { state: 'done', words: 'Restored, 1 settings put back.' },
    ]);
  });

  test('does not wait for an editor that never answers whether it can show progress', async () => {
    const { editor, planHash } = await readyToRestore({ unanswered: 'window/workDoneProgress/create' });
    expect(await editor.ask(protocol.restore, { ...VERSION, planHash })).toMatchObject({ ok: true });
    await editor.untilNotice(protocol.restoresChanged, (rows) => ended(rows) !== undefined);
  });

  test('shows what AWS says without its links', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    sandbox.faults.add({
      operation: 'RestoreTableFromBackup',
      fault: {
        code: 'LimitExceededException',
        message: 'Subscriber limit exceeded: Only 50 restore operations: [more](command:evil)',
      },
    });
    await editor.ask(protocol.restore, { ...VERSION, planHash });
    await editor.until<Progress>('$/progress', ({ value }) => value.message?.includes('more') === true);
    for (const { value } of editor.received<Progress>('$/progress'))
      expect(value.message).not.toContain('](');
  });

  test('under way is no fault of its file, and its end is seen there', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    sandbox.durations.restoreInRegion = 600_000;
    const pulled: string[][] = [];
    const codes = async () => (await editor.pull(URI)).map(({ code }) => String(code));
    await editor.ask(protocol.restore, { ...VERSION, planHash });
    while (!pulled.at(-1)?.includes('target-exists')) {
      await new Promise((resolve) => setImmediate(resolve));
      pulled.push(await codes());
    }
    expect(pulled.some((seen) => seen.includes('restore-under-way'))).toBe(true);
    for (const seen of pulled)
      if (seen.includes('restore-under-way')) expect(seen).not.toContain('target-exists');
  });

  test('is refused when the account no longer is as it was planned', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    const orders = sandbox.world.regions.get(REGION)?.tables.get('Orders');
    orders!.tags = [{ Key: 'team', Value: 'other' }];
    const answer = await editor.ask(protocol.restore, { ...VERSION, planHash });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'PlanChanged' } });
    expect(writes(sandbox)).toEqual([]);
  });

  test('into a name that was taken meanwhile is refused, and nothing is sent', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders-restored' } });
    const answer = await editor.ask(protocol.restore, { ...VERSION, planHash });
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'Refused', message: expect.stringContaining('Nothing was sent') },
    });
    expect(writes(sandbox)).toEqual([]);
  });

  test('that AWS refuses is told as refused, in words', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    sandbox.faults.add({
      operation: 'RestoreTableFromBackup',
      fault: { code: 'ValidationException', message: 'One or more parameter values were invalid' },
    });
    const answer = await editor.ask(protocol.restore, { ...VERSION, planHash });
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'rejected', words: expect.stringContaining('No restore was started') },
    });
    expect(writes(sandbox)).toHaveLength(1);
  });

  test('whose answer is lost is looked for, found, and never sent again', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'reset-after-commit' });
    const answer = await editor.ask(protocol.restore, { ...VERSION, planHash });
    expect(answer).toMatchObject({ ok: true });
    await editor.untilNotice(protocol.restoresChanged, (rows) => ended(rows) !== undefined);
    expect(writes(sandbox)).toHaveLength(1);
  });

  test('whose outcome stays unknown is shown until it is closed', async () => {
    const { sandbox, editor, planHash } = await readyToRestore();
    sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'reset-before-commit' });
    await editor.ask(protocol.restore, { ...VERSION, planHash });
    const rows = await editor.untilNotice(protocol.restoresChanged, ([row]) => row?.state === 'unknown');
    const [{ op }] = rows as [RestoreRow];
    expect(await editor.ask(protocol.closeRestore, { op })).toMatchObject({ ok: true });
    expect(await editor.ask(protocol.listRestores, undefined)).toEqual([]);
    expect(await editor.ask(protocol.closeRestore, { op: 'nonsense' })).toMatchObject({
      ok: false,
      refusal: { code: 'NoSuchRestore' },
    });
    expect(writes(sandbox)).toHaveLength(1);
  });

  test('is not sent when the journal cannot be written', async () => {
    const sandbox = await openSandbox();
    const journal = fileJournal('/dev/null/nowhere');
    const editor = await online(sandbox, {
      world: { journal: { ...journal, read: () => Promise.resolve({ rows: [], damaged: 0 }) } },
    });
    await editor.open(URI, spec(await ordersWithBackup(sandbox)));
    const { planHash } = await planned(editor);
    const answer = await editor.ask(protocol.restore, { ...VERSION, planHash });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'JournalUnwritable' } });
    expect(writes(sandbox)).toEqual([]);
  });
});

describe('watching', () => {
  async function endless() {
    const sandbox = await openSandbox();
    sandbox.durations.restoreInRegion = 1_000 * 24 * HOUR;
    const folder = await stateFolder();
    const world = await worldOf(hastyClock(sandbox), { journal: fileJournal(folder) });
    const editor = await connected(world, { settings: settingsFor(sandbox.url) });
    await editor.open(URI, spec(await ordersWithBackup(sandbox)));
    const { planHash } = await planned(editor);
    await editor.ask(protocol.restore, { ...VERSION, planHash });
    return { sandbox, folder, editor };
  }

  test('stops when the user cancels it, with a word that the restore goes on', async () => {
    const { editor } = await endless();
    const { token } = await editor.until<Progress>('$/progress');
    await editor.notify('window/workDoneProgress/cancel', { token });
    const { message } = await editor.until<{ message: string }>('window/showMessage');
    expect(message).toContain('goes on at AWS');
    await editor.until<Progress>('$/progress', ({ value }) => value.kind === 'end');
    expect(await editor.ask(protocol.listRestores, undefined)).toMatchObject([{ state: 'restoring' }]);
  });

  test('is left when the connection changes and taken up by the next server with the same account', async () => {
    const { sandbox, folder, editor } = await endless();
    await editor.notify(protocol.settingsChanged.method, settingsFor(''));
    await editor.until<Progress>('$/progress', ({ value }) => value.kind === 'end');
    sandbox.durations.restoreInRegion = 0;
    const restoring = sandbox.world.regions.get(REGION)?.tables.get('Orders-restored');
    expect(restoring).toBeDefined();
    sandbox.clock.advance(1_001 * 24 * HOUR);

    const next = await connected(await worldOf(hastyClock(sandbox), { journal: fileJournal(folder) }), {
      settings: settingsFor(sandbox.url),
    });
    await next.untilNotice(protocol.restoresChanged, (rows) => ended(rows) !== undefined);
    expect(writes(sandbox)).toHaveLength(1);
  });

  test('is taken up once the network is back, when it was away at the start', async () => {
    const { sandbox, folder, editor } = await endless();
    await editor.notify(protocol.settingsChanged.method, settingsFor(''));
    await editor.until<Progress>('$/progress', ({ value }) => value.kind === 'end');
    sandbox.clock.advance(1_001 * 24 * HOUR);
    const world = await worldOf(hastyClock(sandbox), { journal: fileJournal(folder) });
    let away = 3;
    const openAccount: typeof world.openAccount = async (...how) => {
      const account = await world.openAccount(...how);
      const read: typeof account.read = (region, operation, ...rest) =>
        operation === 'GetCallerIdentity' && away-- > 0
          ? Promise.reject(noNetwork(region, operation))
          : account.read(region, operation, ...rest);
      return { ...account, read };
    };
    const next = await connected({ ...world, openAccount }, { settings: settingsFor(sandbox.url) });
    await next.untilNotice(protocol.restoresChanged, (rows) => ended(rows) !== undefined);
    expect(away).toBeLessThanOrEqual(0);
    expect(writes(sandbox)).toHaveLength(1);
  });

  test('is not taken up in another account', async () => {
    const { sandbox, folder, editor } = await endless();
    await editor.notify(protocol.settingsChanged.method, settingsFor(''));
    await editor.until<Progress>('$/progress', ({ value }) => value.kind === 'end');
    const world = await worldOf(hastyClock(sandbox), { journal: fileJournal(folder) });
    const before = sandbox.requests.all.length;
    const next = await connected(
      {
        ...world,
        async openAccount(...how) {
          const account = await world.openAccount(...how);
          const read: typeof account.read = async (region, operation, ...rest) =>
            operation === 'GetCallerIdentity'
              ? ({ Account: '999999999999', Arn: 'arn:aws:iam::999999999999:user/other' } as never)
              : account.read(region, operation, ...rest);
          return { ...account, read };
        },
      },
      { settings: settingsFor(sandbox.url) },
    );
    await next.ask(protocol.listTables, { region: REGION });
    expect(sandbox.requests.all.slice(before).map(({ operation }) => operation)).toEqual(['ListTables']);
    expect(await next.ask(protocol.listRestores, undefined)).toMatchObject([{ state: 'restoring' }]);
  });
});
