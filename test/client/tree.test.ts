import { describe, expect, test } from 'vitest';
import type { TreeNode } from '../../client/tree/node';
import { regionNode } from '../../client/tree/region';
import { type Answers, backupRow, drawn, fakeWorld, ok, refused, restoreRow } from './fake-world';

const window = ok({
  enabled: true,
  earliest: '2026-10-31T12:00:00Z',
  latest: '2026-11-20T11:55:00Z',
  periodDays: 20,
});

const allWell: Answers = {
  listTables: () => ok({ rows: [{ name: 'Customers' }, { name: 'Orders' }] }),
  pointInTimeWindow: () => window,
  listBackups: ({ table }: { table: string }) => ok({ rows: table === 'Orders' ? [backupRow()] : [] }),
  listDeletedTables: () => ok([]),
};

async function child(node: TreeNode, label: string): Promise<TreeNode> {
  const found = (await node.children?.())?.find(({ appearance }) => appearance.label === label);
  if (found === undefined) throw new Error(`no row ${label}`);
  return found;
}

const region = (answers: Answers) => {
  const world = fakeWorld({ ...allWell, ...answers });
  return { world, node: regionNode(world, 'eu-west-1', false) };
};

describe('a Region', () => {
  test('opens to its tables and the deleted ones, a table to its window and its backups', async () => {
    const { node } = region({
      listDeletedTables: () =>
        ok([
          backupRow({
            backupName: 'Invoices$DeletedTableBackup',
            tableName: 'Invoices',
            type: 'SYSTEM',
            expiresAt: '2026-12-02T12:00:00Z',
          }),
        ]),
    });
    expect(await drawn([node])).toEqual([
      'eu-west-1 | Europe (Ireland)',
      '  Customers',
      '    Point in time | 20 d – 5 min ago',
      '    No backups',
      '  Orders',
      '    Point in time | 20 d – 5 min ago',
      '    before-migration | 3 d · 1.2 MB',
      '  Deleted tables',
      '    Invoices | 12 d left · deleted 3 days ago · 1.2 MB',
    ]);
  });

  test('asks for nothing below what is not opened', async () => {
    const { world, node } = region({});
    await node.children?.();
    expect(world.asked).toEqual(['listTables {"region":"eu-west-1"}']);
  });

  test.each([
    ['no tables', { listTables: () => ok({ rows: [] }) }, ['No tables', 'Deleted tables']],
    [
      'a refusal',
      { listTables: () => refused('AWS did not allow it. Nothing was listed.') },
      ['Could not list the tables | AWS did not allow it. Nothing was listed.', 'Deleted tables'],
    ],
    [
      'a server that is gone',
      {
        listTables: () => {
          throw new Error('no answer');
        },
      },
      ['Could not list the tables | no answer', 'Deleted tables'],
    ],
  ])('with %s says so in a row', async (_case, answers, expected) => {
    const { node } = region(answers);
    expect(await drawn((await node.children?.()) ?? [], 1)).toEqual(expected);
  });

  test('shows its own open restores on top', async () => {
    const { world, node } = region({});
    world.restores.push(
      restoreRow({ startedAt: '2026-11-20T11:47:30Z' }),
      restoreRow({ op: 'op-2', region: 'us-east-1', target: 'Elsewhere' }),
      restoreRow({ op: 'op-3', target: 'Odd', state: 'unknown', words: 'It is not known.' }),
    );
    expect(await drawn((await node.children?.()) ?? [], 1)).toEqual([
      'Restoring Orders-restored | 12 min · Orders-restored is CREATING',
      'Look at Odd | It is not known.',
      'Customers',
      'Orders',
      'Deleted tables',
    ]);
  });
});

describe('a table', () => {
  test('tells each of its two failures apart, and still shows the other half', async () => {
    const { node } = region({ pointInTimeWindow: () => refused('Not allowed.') });
    expect(await drawn((await (await child(node, 'Orders')).children?.()) ?? [])).toEqual([
      'Could not read the point-in-time window | Not allowed.',
      'before-migration | 3 d · 1.2 MB',
    ]);
  });

  test('grows by one page each time more is wanted, and keeps its length when read anew', async () => {
    const pages = [
      { rows: [backupRow({ backupArn: 'a1', backupName: 'newest' })], more: 'p2' },
      { rows: [backupRow({ backupArn: 'a2', backupName: 'middle' })], more: 'p3' },
      { rows: [backupRow({ backupArn: 'a3', backupName: 'oldest' })] },
    ];
    const { world, node } = region({
      listBackups: ({ more }: { more?: string }) => ok(pages[more === undefined ? 0 : Number(more[1]) - 1]),
    });
    const orders = await child(node, 'Orders');
    const labels = async () =>
      ((await orders.children?.()) ?? []).slice(1).map(({ appearance }) => appearance.label);

    expect(await labels()).toEqual(['newest', 'Load more…']);
    expect(await labels()).toEqual(['newest', 'Load more…']);
    world.shelf.wantMore(`${orders.id}/backups`);
    expect(await labels()).toEqual(['newest', 'middle', 'Load more…']);

    const before = world.asked.length;
    expect(await labels()).toEqual(['newest', 'middle', 'Load more…']);
    expect(world.asked).toHaveLength(before);

    await world.shelf.renew(orders.id);
    expect(await labels()).toEqual(['newest', 'middle', 'Load more…']);
    expect(world.asked.slice(before).filter((line) => line.startsWith('listBackups'))).toEqual([
      'listBackups {"region":"eu-west-1","table":"Orders"}',
      'listBackups {"region":"eu-west-1","table":"Orders","more":"p2"}',
    ]);
  });

  test('keeps the pages it has when the next one fails', async () => {
    const { world, node } = region({
      listBackups: ({ more }: { more?: string }) =>
        more === undefined ? ok({ rows: [backupRow()], more: 'p2' }) : refused('Too many requests.'),
    });
    const orders = await child(node, 'Orders');
    await orders.children?.();
    world.shelf.wantMore(`${orders.id}/backups`);
    expect(await drawn(((await orders.children?.()) ?? []).slice(1))).toEqual([
      'before-migration | 3 d · 1.2 MB',
      'Could not list the backups | Too many requests.',
    ]);
  });

  test('shows its old rows until the new ones are there, and the newest of two refreshes wins', async () => {
    const answers: ((rows: unknown) => void)[] = [];
    const { world, node } = region({
      listBackups: () => new Promise((resolve) => answers.push(resolve)),
    });
    const orders = await child(node, 'Orders');
    const last = async () => ((await orders.children?.()) ?? []).at(-1)?.appearance.label;
    const named = (backupName: string) => ok({ rows: [backupRow({ backupName })] });
    const opening = last();
    await expect.poll(() => answers.length).toBe(1);
    answers[0]?.(named('old'));
    expect(await opening).toBe('old');

    const [first, second] = [world.shelf.renew(orders.id), world.shelf.renew(orders.id)];
    await expect.poll(() => answers.length).toBe(3);
    expect(await last()).toBe('old');
    answers[1]?.(named('first'));
    answers[2]?.(named('second'));
    await first;
    expect(await last()).toBe('second');
    await second;
    expect(await last()).toBe('second');
  });

  test('is read anew with the whole view, and not shown empty meanwhile', async () => {
    const { world, node } = region({});
    const orders = await child(node, 'Orders');
    await orders.children?.();
    const sound = world.answers['listBackups'];
    let answer: () => void = () => undefined;
    world.answers['listBackups'] = async (params) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return sound?.(params);
    };
    const before = world.asked.length;
    const renewal = world.shelf.renew();
    const methods = new Set(world.asked.slice(before).map((line) => line.split(' ')[0]));
    expect(methods).toEqual(new Set(['listTables', 'pointInTimeWindow', 'listBackups']));
    expect((await orders.children?.())?.at(-1)?.appearance.label).toBe('before-migration');
    answer();
    await renewal;
  });

  test('that was closed is not read anew with its Region, but when it is opened again', async () => {
    const { world, node } = region({});
    const orders = await child(node, 'Orders');
    await orders.children?.();
    world.shelf.forget(orders.id);
    const before = world.asked.length;
    await world.shelf.renew(node.id);
    expect(world.asked.slice(before)).toEqual(['listTables {"region":"eu-west-1"}']);
    await orders.children?.();
    expect(world.asked.slice(before + 1).toSorted()).toEqual([
      'listBackups {"region":"eu-west-1","table":"Orders"}',
      'pointInTimeWindow {"region":"eu-west-1","table":"Orders"}',
    ]);
  });

  test('whose refresh failed says so, and is tried again at the next drawing', async () => {
    const { world, node } = region({});
    const orders = await child(node, 'Orders');
    await orders.children?.();
    const sound = world.answers['listBackups'];
    world.answers['listBackups'] = () => refused('Too many requests.');
    await world.shelf.renew(orders.id);
    if (sound !== undefined) world.answers['listBackups'] = sound;
    const last = async () => ((await orders.children?.()) ?? []).at(-1)?.appearance.label;
    expect(await last()).toBe('Could not list the backups');
    expect(await last()).toBe('before-migration');
  });

  test('tells more when asked, as plain text', async () => {
    const { node } = region({
      describeTable: () =>
        ok({
          name: 'Orders',
          arn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
          id: 'id',
          status: 'ACTIVE',
          billingMode: 'PAY_PER_REQUEST',
          itemCount: 1_234_567,
          sizeBytes: 1_300_000,
          restoring: false,
        }),
    });
    const details = await (await child(node, 'Orders')).details?.(new AbortController().signal);
    expect(details).toBe(
      'Table Orders\nACTIVE, PAY_PER_REQUEST\nAbout 1,234,567 items, 1.2 MB (AWS counts about every six hours)\narn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
    );
  });
});

describe('a point-in-time window', () => {
  test.each([
    ['is long', '2026-10-31T12:00:00Z', '2026-11-20T11:55:00Z', '20 d – 5 min ago'],
    ['reaches to this minute', '2026-11-20T10:00:00Z', '2026-11-20T11:59:30Z', '2 h – now'],
    ['has just begun', '2026-11-20T11:54:50Z', '2026-11-20T11:55:00Z', 'on · just begun'],
    ['is not known yet', undefined, undefined, 'on · window not known yet'],
  ])('that %s fits a narrow row', async (_case, earliest, latest, words) => {
    const { node } = region({ pointInTimeWindow: () => ok({ enabled: true, earliest, latest }) });
    const row = await child(await child(node, 'Orders'), 'Point in time');
    expect(row.appearance.description).toBe(words);
  });
});

describe('rows', () => {
  test('have ids made of the path and what AWS tells them apart by, so that they stay when made anew', async () => {
    const { world, node } = region({});
    const ids = async () => {
      const orders = await child(node, 'Orders');
      return [orders.id, ...((await orders.children?.()) ?? []).map(({ id }) => id)];
    };
    const first = await ids();
    world.shelf.clear();
    expect(await ids()).toEqual(first);
    expect(first).toEqual([
      'region:eu-west-1/table:Orders',
      'region:eu-west-1/table:Orders/pointInTime',
      `region:eu-west-1/table:Orders/backup:${backupRow().backupArn}`,
    ]);
  });

  test.each([
    ['USER', 'AVAILABLE', 'backup.user.available', 'archive', '3 d'],
    ['USER', 'CREATING', 'backup.user.creating', 'loading~spin', 'CREATING · 3 d'],
    ['SYSTEM', 'AVAILABLE', 'backup.system.available', 'shield', 'SYSTEM · 3 d'],
    ['AWS_BACKUP', 'AVAILABLE', 'backup.aws_backup.available', 'cloud', 'AWS · 3 d'],
  ] as const)('a %s backup that is %s', async (type, status, context, icon, words) => {
    const { node } = region({ listBackups: () => ok({ rows: [backupRow({ type, status })] }) });
    const { appearance } = await child(await child(node, 'Orders'), 'before-migration');
    expect(appearance).toMatchObject({ context, icon: { name: icon }, description: `${words} · 1.2 MB` });
    expect(appearance.spoken).toContain(`${status}, ${type}`);
  });

  test('show hostile names as text', async () => {
    const { node } = region({
      listBackups: () => ok({ rows: [backupRow({ backupName: 'a\u202Eb\n[x](command:y)' })] }),
    });
    const { appearance } = await child(await child(node, 'Orders'), 'a\\u{202E}b\\u{A}[x](command:y)');
    expect(appearance.tooltip).not.toContain('\u202E');
    expect(appearance.spoken).not.toContain('\u202E');
  });
});
