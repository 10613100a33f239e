import { describe, expect, test } from 'vitest';
import * as protocol from '../../server/protocol';
import { parseSpec } from '../../server/core/spec/spec';
import { requestInput } from '../../server/core/spec/request';
import type { Answered } from '../../server/protocol';
import { NOW, online, openSandbox, REGION, URI } from './setting';

function value<T>(answer: Answered<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.message}`);
  return answer.value;
}

const HOUR = 3_600_000;

describe('listing', () => {
  test('tables come a hundred at a time, until all have come', async () => {
    const sandbox = await openSandbox();
    const names = Array.from({ length: 120 }, (_, index) => `T${String(index).padStart(3, '0')}`);
    for (const TableName of names) await sandbox.seed.table({ region: REGION, table: { TableName } });
    const editor = await online(sandbox);
    const first = value(await editor.ask(protocol.listTables, { region: REGION }));
    const second = value(await editor.ask(protocol.listTables, { region: REGION, more: first.more! }));
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(names);
    expect(second.more).toBeUndefined();
  });

  test('backups come newest first, all types, and older ones page by page', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' }, createdAt: NOW - 400 * HOUR });
    const made = Array.from({ length: 120 }, (_, index) =>
      sandbox.seed.backup({
        region: REGION,
        table: 'Orders',
        name: `b-${index}`,
        at: NOW - (index + 1) * HOUR,
        type: index % 50 === 0 ? 'AWS_BACKUP' : 'USER',
      }),
    );
    const editor = await online(sandbox);
    const arns: string[] = [];
    let more: string | undefined;
    do {
      const page: protocol.Page<protocol.BackupRow> = value(
        await editor.ask(protocol.listBackups, { region: REGION, table: 'Orders', ...(more && { more }) }),
      );
      arns.push(...page.rows.map(({ backupArn }) => backupArn));
      more = page.more;
    } while (more !== undefined);
    expect(arns).toEqual(made.map(({ arn }) => arn));
  });

  test('a made-up cursor is refused in words', async () => {
    const editor = await online(await openSandbox());
    for (const more of ['{', 'null', '{"beforeMs":"x"}', '{"beforeMs":1,"widthMs":0}']) {
      const answer = await editor.ask(protocol.listBackups, { region: REGION, table: 'Orders', more });
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'BadCursor' } });
    }
  });

  test('a table tells its state, and whether it can go back in time', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({
      region: REGION,
      table: { TableName: 'Orders' },
      createdAt: NOW - 50 * HOUR,
      pointInTime: { days: 7 },
    });
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Plain' } });
    const editor = await online(sandbox);
    const details = value(await editor.ask(protocol.describeTable, { region: REGION, table: 'Orders' }));
    expect(details).toMatchObject({
      name: 'Orders',
      status: 'ACTIVE',
      billingMode: 'PAY_PER_REQUEST',
      restoring: false,
    });
    const window = value(await editor.ask(protocol.pointInTimeWindow, { region: REGION, table: 'Orders' }));
    expect(window).toMatchObject({
      enabled: true,
      periodDays: 7,
      earliest: expect.any(String),
      latest: expect.any(String),
    });
    expect(await editor.ask(protocol.pointInTimeWindow, { region: REGION, table: 'Plain' })).toEqual({
      ok: true,
      value: { enabled: false },
    });
  });

  test('a deleted table is found by the backup it left, also when a new one has its name', async () => {
    const sandbox = await openSandbox();
    for (const [hours, TableName] of [
      [2, 'Gone'],
      [1, 'Again'],
    ] as const) {
      await sandbox.seed.table({
        region: REGION,
        table: { TableName },
        createdAt: NOW - 50 * HOUR,
        pointInTime: {},
      });
      sandbox.seed.deleteTable(REGION, TableName, NOW - hours * HOUR);
    }
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Again' } });
    const editor = await online(sandbox);
    const rows = value(await editor.ask(protocol.listDeletedTables, { region: REGION }));
    expect(rows.map(({ tableName, type }) => [tableName, type])).toEqual([
      ['Again', 'SYSTEM'],
      ['Gone', 'SYSTEM'],
    ]);
  });

  test('a refusal of AWS comes as plain words with its request id', async () => {
    const sandbox = await openSandbox();
    sandbox.faults.add({
      operation: 'ListTables',
      // The clock of the sandbox is days behind: the SDK takes a refusal for the fault of the clock, and tries again.
      times: 10,
      fault: {
        code: 'AccessDeniedException',
        message: 'User: x is not authorized to perform: dynamodb:ListTables',
      },
    });
    const editor = await online(sandbox);
    expect(await editor.ask(protocol.listTables, { region: REGION })).toEqual({
      ok: false,
      refusal: {
        code: 'AccessDeniedException',
        requestId: expect.any(String),
        message: expect.stringContaining('it lacks dynamodb:ListTables'),
      },
    });
    const [line] = editor.received<{ message: string }>('window/logMessage');
    expect(line?.message).toMatch(
      /^ddbbackup\/listTables: ListTables in eu-west-1: AccessDeniedException \(request \S+\)$/,
    );
  });

  test('a question taken back is answered as cancelled', async () => {
    const sandbox = await openSandbox();
    sandbox.faults.add({ operation: 'ListTables', fault: 'no-answer' });
    const editor = await online(sandbox);
    await expect(
      editor.requestAndCancel(protocol.listTables.method, { region: REGION }),
    ).rejects.toMatchObject({ code: -32800 });
  });
});

describe('backups', () => {
  test('one is made, shown while it moves, and deleted by its name only', async () => {
    const sandbox = await openSandbox();
    sandbox.durations.backupCreating = 30_000;
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' }, createdAt: NOW - HOUR });
    const editor = await online(sandbox);
    const name = await editor.ask(protocol.suggestBackupName, { table: 'Orders' });
    const row = value(await editor.ask(protocol.createBackup, { region: REGION, table: 'Orders', name }));
    expect(row).toMatchObject({ backupName: name, tableName: 'Orders', type: 'USER', status: 'CREATING' });
    const isHere = ({ region, table }: { region: string; table?: string }) =>
      region === REGION && table === 'Orders';
    await editor.untilNotice(protocol.changed, isHere);
    await expect
      .poll(
        async () =>
          value(await editor.ask(protocol.listBackups, { region: REGION, table: 'Orders' })).rows[0]?.status,
      )
      .toBe('AVAILABLE');

    const { backupArn } = row;
    const wrong = await editor.ask(protocol.deleteBackup, { backupArn, typedName: 'nightly' });
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'NameDiffers' } });
    value(await editor.ask(protocol.deleteBackup, { backupArn, typedName: name }));
    expect(value(await editor.ask(protocol.listBackups, { region: REGION, table: 'Orders' })).rows).toEqual(
      [],
    );
    expect(sandbox.requests.all.filter(({ operation }) => operation === 'CreateBackup')).toHaveLength(1);
  });
});

describe('a new spec', () => {
  test('of a backup names a free target, and is without an error', async () => {
    const sandbox = await openSandbox();
    for (const TableName of ['Orders', 'Orders-restored', 'Orders-restored-2'])
      await sandbox.seed.table({ region: REGION, table: { TableName } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const editor = await online(sandbox);
    const { fileName, text } = value(await editor.ask(protocol.newSpec, { region: REGION, backupArn: arn }));
    expect(fileName).toBe('Orders-restored-3.ddbbackup.json');
    expect(requestInput(parseSpec(text))).toEqual({ BackupArn: arn, TargetTableName: 'Orders-restored-3' });
    expect(text).toContain('"Default": "FromSource"');
    await editor.open(URI, text);
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    expect((await editor.pull(URI)).filter(({ severity }) => severity === 1)).toEqual([]);
  });

  test('of a table goes back to the latest moment, and is without an error', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({
      region: REGION,
      table: { TableName: 'Orders' },
      createdAt: NOW - 50 * HOUR,
      pointInTime: {},
    });
    const editor = await online(sandbox);
    const { text } = value(await editor.ask(protocol.newSpec, { region: REGION, table: 'Orders' }));
    expect(requestInput(parseSpec(text))).toEqual({
      SourceTableArn: `arn:aws:dynamodb:${REGION}:123456789012:table/Orders`,
      UseLatestRestorableTime: true,
      TargetTableName: 'Orders-restored',
    });
    await editor.open(URI, text);
    await editor.pull(URI);
    await editor.until('workspace/diagnostic/refresh');
    expect((await editor.pull(URI)).filter(({ severity }) => severity === 1)).toEqual([]);
  });

  test('of a backup whose table is gone puts back what the backup recorded', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({
      region: REGION,
      table: { TableName: 'Orders' },
      createdAt: NOW - 50 * HOUR,
      timeToLive: 'ttl',
    });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    sandbox.seed.deleteTable(REGION, 'Orders', NOW - HOUR);
    const editor = await online(sandbox);
    const { text } = value(await editor.ask(protocol.newSpec, { region: REGION, backupArn: arn }));
    expect(text).toContain('"TimeToLiveSpecification": "FromBackup"');
    expect(text).not.toContain('FromSource');
    expect(parseSpec(text).syntax).toEqual([]);
  });

  test('of a table without point-in-time recovery is refused with the way out', async () => {
    const sandbox = await openSandbox();
    await sandbox.seed.table({ region: REGION, table: { TableName: 'Orders' } });
    const editor = await online(sandbox);
    const answer = await editor.ask(protocol.newSpec, { region: REGION, table: 'Orders' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'PointInTimeRecoveryOff' } });
  });

  test('of a name of 255 letters is cut to fit', async () => {
    const sandbox = await openSandbox();
    const name = 'x'.repeat(255);
    await sandbox.seed.table({ region: REGION, table: { TableName: name } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: name, name: 'nightly' });
    const editor = await online(sandbox);
    const { text, fileName } = value(await editor.ask(protocol.newSpec, { region: REGION, backupArn: arn }));
    const target = String(requestInput(parseSpec(text))['TargetTableName']);
    expect(target).toBe(`${'x'.repeat(246)}-restored`);
    expect(fileName.length).toBeLessThan(200);
  });
});
