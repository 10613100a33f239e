import { beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../server/sandbox/sandbox';
import { fakeShell, run, sandboxWorld, type FakeShell, type World } from './fake-shell';

let sandbox: Sandbox;
let ports: World['ports'];
let backupArn: string;

beforeEach(async () => {
  ({ sandbox, ports } = await sandboxWorld());
  const { BackupSummaries } = await ports.account.read('eu-west-1', 'ListBackups', { TableName: 'Orders' });
  backupArn = BackupSummaries[0]?.BackupArn ?? '';
});

const FILE = 'orders.ddbbackup.json';

function specText(changes: object = {}): string {
  return JSON.stringify({ BackupArn: backupArn, TargetTableName: 'Orders-restored', ...changes }, null, 2);
}

function shellWith(changes: object = {}): FakeShell {
  return fakeShell({ [FILE]: specText(changes) }, ports);
}

function restoresSent(): number {
  return sandbox.requests.all.filter(({ operation }) => operation.startsWith('Restore')).length;
}

describe('from a broken file to a proved table', () => {
  test('validate, fix, plan, restore and verify, each with its exit code', async () => {
    const broken = specText({
      AfterRestore: { Default: 'FromSource' },
      Verify: { SampleKeys: [{ orderId: { S: 'o-1001' } }] },
    }).replace('"TargetTableName"', '"TargetTabelName"');
    const shell = fakeShell({ [FILE]: `// why\n${broken}` }, ports);
    expect(await run(shell, 'validate', FILE)).toBe(1);
    expect(shell.written.out).toContain('Did you mean TargetTableName?');
    expect(await run(shell, 'validate', FILE, '--fix')).toBe(0);
    expect(shell.disk.get(FILE)).toMatch(/^\/\/ why\n[^]*"TargetTableName": "Orders-restored"/);
    expect(await run(shell, 'validate', FILE, '--live')).toBe(0);
    expect(restoresSent()).toBe(0);
    expect(await run(shell, 'plan', FILE)).toBe(0);
    expect(restoresSent()).toBe(0);
    expect(await run(shell, 'restore', FILE, '--yes')).toBe(0);
    expect(restoresSent()).toBe(1);
    shell.written.out = '';
    expect(await run(shell, 'verify', FILE)).toBe(0);
    expect(shell.written.out).toContain('ok   item');
    expect(shell.written.out).toMatch(/\d+ checked, 0 failed\n$/);
  });

  test('verify fails when the table is not as the file says', async () => {
    const shell = shellWith();
    expect(await run(shell, 'restore', FILE, '--yes')).toBe(0);
    shell.disk.set(
      FILE,
      specText({
        AfterRestore: { DeletionProtectionEnabled: true },
        Verify: { SampleKeys: [{ orderId: { S: 'nobody' } }] },
      }),
    );
    expect(await run(shell, 'verify', FILE)).toBe(1);
    expect(shell.written.out).toContain('FAIL DeletionProtectionEnabled: expected true, found false');
    expect(shell.written.out).toContain('FAIL item');
  });

  test('verify fails when there is no such table', async () => {
    const shell = shellWith();
    expect(await run(shell, 'verify', FILE)).toBe(1);
    expect(shell.written.out).toContain('FAIL TableName');
  });
});

describe('restore', () => {
  test('is refused when the target exists, and nothing is sent', async () => {
    const shell = shellWith({ TargetTableName: 'Orders' });
    expect(await run(shell, 'restore', FILE, '--yes')).toBe(1);
    expect(shell.written.err).toContain('There is no plan while an error stands. Nothing was sent.');
    expect(restoresSent()).toBe(0);
  });

  test('without a terminal and without --yes is wrong usage, before AWS is asked', async () => {
    const before = sandbox.requests.all.length;
    expect(await run(shellWith(), 'restore', FILE)).toBe(2);
    expect(sandbox.requests.all).toHaveLength(before);
  });

  test.each([
    ['yes', 0, 1],
    [' YES ', 0, 1],
    ['no', 0, 0],
    ['y', 0, 0],
    ['', 0, 0],
  ])('asked on a terminal, the answer %j ends with %i after %i restores', async (answer, code, sent) => {
    const shell = shellWith();
    shell.interactive = true;
    shell.typed = [answer];
    expect(await run(shell, 'restore', FILE)).toBe(code);
    expect(shell.asked).toEqual([
      'Restore into table Orders-restored in account 123456789012, Region eu-west-1? Type yes: ',
    ]);
    expect(restoresSent()).toBe(sent);
  });

  test('is refused when the plan changes between showing and the answer', async () => {
    const shell = shellWith({ AfterRestore: { Tags: 'FromSource' } });
    shell.interactive = true;
    shell.ask = async () => {
      const tags = [{ Key: 'late', Value: 'yes' }];
      await ports.account.write('eu-west-1', 'TagResource', {
        ResourceArn: backupArn.replace(/\/backup.*/, ''),
        Tags: tags,
      });
      sandbox.clock.advance(10_000);
      return 'yes';
    };
    expect(await run(shell, 'restore', FILE)).toBe(1);
    expect(shell.written.err).toContain('The plan has changed since it was shown');
    expect(restoresSent()).toBe(0);
  });

  test('shows the plan before anything is sent, on stderr, and gives JSON on stdout', async () => {
    const shell = shellWith();
    expect(await run(shell, 'restore', FILE, '--yes', '--format', 'json')).toBe(0);
    expect(shell.written.err).toContain('Call      RestoreTableFromBackup, sent once');
    expect(JSON.parse(shell.written.out)).toMatchObject({
      outcome: 'done',
      target: 'Orders-restored',
      region: 'eu-west-1',
      failedSteps: [],
    });
  });

  test('a lost answer is cleared up by looking: one request, one table, exit 0', async () => {
    sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'reset-after-commit' });
    const shell = shellWith();
    expect(await run(shell, 'restore', FILE, '--yes')).toBe(0);
    expect(restoresSent()).toBe(1);
  });

  test('an outcome that stays unknown is exit 4', async () => {
    sandbox.faults.add({ operation: 'RestoreTableFromBackup', fault: 'reset-before-commit' });
    const shell = shellWith();
    expect(await run(shell, 'restore', FILE, '--yes', '--format', 'json')).toBe(4);
    expect(JSON.parse(shell.written.out)).toMatchObject({ outcome: 'unknown' });
    expect(restoresSent()).toBe(1);
  });

  test('a refusal by AWS is exit 3', async () => {
    sandbox.faults.add({
      operation: 'RestoreTableFromBackup',
      fault: {
        code: 'AccessDeniedException',
        message: 'not authorized to perform: dynamodb:RestoreTableFromBackup',
      },
    });
    expect(await run(shellWith(), 'restore', FILE, '--yes')).toBe(3);
  });

  test('--no-wait returns once the restore runs, and the same command watches it on', async () => {
    const shell = shellWith({ AfterRestore: { Default: 'FromSource' } });
    expect(await run(shell, 'restore', FILE, '--yes', '--no-wait')).toBe(0);
    expect(shell.written.err).toContain('goes on at AWS');
    expect(shell.written.err).not.toContain('Tags:');
    expect(await run(shell, 'restore', FILE, '--yes')).toBe(0);
    expect(shell.written.err).toContain('This restore is under way since');
    expect(restoresSent()).toBe(1);
    expect(await run(shell, 'verify', FILE)).toBe(0);
  });

  test('under way is information to validate --live, and plan names it', async () => {
    sandbox.durations.restoreInRegion = 3_600_000;
    const shell = shellWith();
    expect(await run(shell, 'restore', FILE, '--yes', '--no-wait')).toBe(0);
    shell.written.out = '';
    expect(await run(shell, 'validate', FILE, '--live')).toBe(0);
    expect(shell.written.out).toContain('"Orders-restored" is being restored by this file since');
    expect(await run(shell, 'plan', FILE)).toBe(1);
    expect(shell.written.err).toContain('The restore of this file is under way since');
  });

  test('of the same file into another Region is not taken for the one that is under way', async () => {
    sandbox.durations.restoreInRegion = 3_600_000;
    const source = {
      BackupArn: undefined,
      SourceTableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
      UseLatestRestorableTime: true,
    };
    const elsewhere = { ...source, Region: 'us-east-1', SSESpecificationOverride: { Enabled: false } };
    const shell = shellWith({ ...elsewhere, Region: 'eu-west-1' });
    expect(await run(shell, 'restore', FILE, '--yes', '--no-wait')).toBe(0);
    shell.disk.set(FILE, specText(elsewhere));
    shell.written.err = '';
    await run(shell, 'restore', FILE, '--yes', '--no-wait');
    expect(restoresSent()).toBeGreaterThan(1);
    expect(shell.written.err).not.toContain('under way since');
    expect(shell.written.err).toContain('Region    us-east-1');
  });

  test('in another account is not taken for the one that is under way', async () => {
    const source = { SourceTableName: 'Orders', UseLatestRestorableTime: true };
    const shell = shellWith({ BackupArn: undefined, ...source });
    expect(await run(shell, 'restore', FILE, '--yes', '--no-wait')).toBe(0);
    const { account } = ports;
    const read: typeof account.read = (region, operation, ...rest) =>
      operation === 'GetCallerIdentity'
        ? Promise.resolve<never>({ Account: '999999999999', Arn: 'x' } as never)
        : account.read(region, operation, ...rest);
    shell.connect = async () => ({
      profile: 'other',
      region: 'eu-west-1',
      endpoint: '',
      ports: { ...ports, account: { ...account, read } },
    });
    shell.written.err = '';
    await run(shell, 'restore', FILE, '--yes', '--no-wait');
    expect(shell.written.err).not.toContain('under way since');
    expect(restoresSent()).toBe(1);
  });

  test('Ctrl+C at the question is a no', async () => {
    const shell = shellWith();
    shell.interactive = true;
    shell.ask = () => {
      shell.stop.abort(new Error('stopped by the user'));
      return new Promise(() => undefined);
    };
    expect(await run(shell, 'restore', FILE)).toBe(0);
    expect(shell.written.err).toContain('Nothing was sent.');
    expect(restoresSent()).toBe(0);
  });

  test('a fault of our own after the request is no failure of the restore: exit 4, and how to go on', async () => {
    const shell = shellWith();
    const { account } = ports;
    const read: typeof account.read = (...call) =>
      restoresSent() > 0 ? Promise.reject(new TypeError('a fault of our own')) : account.read(...call);
    shell.connect = async () => ({
      profile: 'test',
      region: 'eu-west-1',
      endpoint: '',
      ports: { ...ports, account: { ...account, read } },
    });
    expect(await run(shell, 'restore', FILE, '--yes')).toBe(4);
    expect(shell.written.err).toContain('a fault of our own');
    expect(shell.written.err).toContain(`"ddbbackup restore ${FILE}" watches it again`);
  });

  test('Ctrl+C stops watching and says that the restore goes on', async () => {
    sandbox.durations.restoreInRegion = 3_600_000;
    const shell = shellWith();
    const tell = shell.err;
    shell.err = (text) => {
      tell(text);
      if (text.includes('CREATING')) shell.stop.abort(new Error('stopped by the user'));
    };
    expect(await run(shell, 'restore', FILE, '--yes')).toBe(4);
    expect(shell.written.err).toContain(
      `goes on at AWS and cannot be stopped. "ddbbackup restore ${FILE}" watches it again`,
    );
    expect(restoresSent()).toBe(1);
  });
});

describe('a spec that is', () => {
  test.each([
    ['empty', ''],
    ['of blanks and a comment', ' \n// nothing yet\n'],
    ['an empty object', '{}'],
    ['half typed', '{ "BackupArn": "arn:aws:dyn'],
    ['half typed behind a colon', '{ "TargetTableName": '],
    ['another kind of file', 'version: 1\n- x'],
  ])('%s is an error to every command, and none sends or changes anything', async (_, text) => {
    for (const argv of [
      ['validate'],
      ['validate', '--live'],
      ['validate', '--fix'],
      ['plan'],
      ['restore', '--yes'],
      ['verify'],
    ]) {
      const shell = fakeShell({ [FILE]: text }, ports);
      const [name = '', ...options] = argv;
      expect({ argv, code: await run(shell, name, FILE, ...options) }).toEqual({ argv, code: 1 });
      const told = shell.written.out + shell.written.err;
      expect(told).toMatch(/error/);
      expect(told).not.toMatch(/^\s+at /m);
      expect(shell.disk.get(FILE)).toBe(text);
    }
    expect(restoresSent()).toBe(0);
  });
});

describe('validate --live', () => {
  test('names what could not be checked, and is exit 3', async () => {
    sandbox.faults.add({
      operation: 'DescribeBackup',
      fault: { code: 'AccessDeniedException', message: 'no' },
      times: 9,
    });
    const shell = shellWith();
    expect(await run(shell, 'validate', FILE, '--live')).toBe(3);
    expect(shell.written.err).toContain('Not checked, since AWS could not be asked:');
    expect(shell.written.err).toContain('the backup exists');
  });

  test('finds what only AWS can tell', async () => {
    const shell = shellWith({ TargetTableName: 'Orders' });
    expect(await run(shell, 'validate', FILE)).toBe(0);
    expect(await run(shell, 'validate', FILE, '--live', '--format', 'json')).toBe(1);
  });
});

describe('backup', () => {
  test('create gives the ARN, list shows it first, describe tells it, delete wants its name', async () => {
    const shell = fakeShell({}, ports);
    expect(await run(shell, 'backup', 'create', 'Orders', '--name', 'by-hand')).toBe(0);
    const arn = shell.written.out.trim();
    expect(arn).toContain(':table/Orders/backup/');
    shell.written.out = '';
    expect(await run(shell, 'backup', 'list', 'Orders', '--type', 'USER')).toBe(0);
    expect(shell.written.out.split('\n')[0]).toContain(`by-hand\t${arn}`);
    shell.written.out = '';
    expect(await run(shell, 'backup', 'describe', arn)).toBe(0);
    expect(JSON.parse(shell.written.out)).toMatchObject({
      BackupDetails: { BackupArn: arn, BackupName: 'by-hand' },
    });
    expect(await run(shell, 'backup', 'delete', arn, '--confirm', 'by-mistake')).toBe(3);
    expect(await run(shell, 'backup', 'delete', arn, '--confirm', 'by-hand')).toBe(0);
    expect(await run(shell, 'backup', 'describe', arn)).toBe(3);
  });

  test('list without a table has all types, newest first', async () => {
    const shell = fakeShell({}, ports);
    expect(await run(shell, 'backup', 'list')).toBe(0);
    const rows = shell.written.out
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(new Set(rows.map(([, type]) => type))).toEqual(new Set(['USER', 'SYSTEM', 'AWS_BACKUP']));
    const times = rows.map(([time = '']) => Date.parse(time));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('create for a table that is not there is exit 3', async () => {
    const shell = fakeShell({}, ports);
    expect(await run(shell, 'backup', 'create', 'Nothing')).toBe(3);
    expect(shell.written.out).toBe('');
  });
});
