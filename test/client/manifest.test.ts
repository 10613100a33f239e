import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { TreeNode } from '../../client/tree/node';
import { regionNode } from '../../client/tree/region';
import { backupRow, fakeWorld, ok, refused, restoreRow } from './fake-world';

// The commands are values: their ids can be read without an editor.
vi.mock('vscode', () => ({}));

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'package.json'), 'utf8');
const nls = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;

interface Menu {
  command: string;
  when: string;
  group?: string;
}

interface Setting {
  type: string;
  scope: string;
  order: number;
  description?: string;
  markdownDescription?: string;
}

interface Manifest {
  activationEvents: string[];
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  contributes: {
    commands: { command: string; title: string; category: string }[];
    menus: Record<string, Menu[]>;
    viewsWelcome: { view: string; contents: string; when: string }[];
    views: Record<string, { id: string }[]>;
    configuration: { properties: Record<string, Setting> };
    walkthroughs: { steps: { description: string; completionEvents: string[] }[] }[];
  };
}

const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const manifested = contributes.commands.map(({ command }) => command);

describe('commands', () => {
  test('those of the manifest are those of the code, each named by its file', async () => {
    const { commandList } = await import('../../client/commands/index');
    const parts = {} as Parameters<(typeof commandList)[number]>[0];
    expect(commandList.map((make) => make(parts).id).toSorted()).toEqual(manifested.toSorted());
  });

  test('all that ask AWS want a connection first', async () => {
    const { commandList } = await import('../../client/commands/index');
    const parts = {} as Parameters<(typeof commandList)[number]>[0];
    const needs = Object.fromEntries(
      commandList.map((make) => make(parts)).map(({ id, needs: wanted }) => [id.slice(10), wanted]),
    );
    expect(needs).toMatchObject({
      createBackup: 'connection',
      deleteBackup: 'connection',
      newRestoreSpec: 'connection',
      planRestore: 'connection',
      restore: 'connection',
      copyArn: 'connection',
    });
  });

  test('in menus, texts and events exist', () => {
    const ours = [...`${text}${JSON.stringify(nls)}`.matchAll(/\b(?:command:|onCommand:)(ddbbackup\.\w+)/g)]
      .map(([, id = '']) => id)
      .filter((id) => id !== 'ddbbackup.explorer');
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    expect([...ours, ...inMenus].filter((id) => !manifested.includes(id))).toEqual([]);
  });

  test('that ask more end in an ellipsis and begin with a capital', () => {
    const titles = contributes.commands.map(({ title }) => nls[title.slice(1, -1)] ?? '');
    expect(titles.filter((title) => !/^[A-Z][A-Za-z ]*…?$/.test(title))).toEqual([]);
  });

  test('that need a row are not in the palette', () => {
    const hidden = (contributes.menus['commandPalette'] ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    expect(hidden.toSorted()).toEqual(
      ['closeRestore', 'copyArn', 'deleteBackup', 'loadMore', 'retry'].map((name) => `ddbbackup.${name}`),
    );
  });

  test('that destroy are never a mere click on a row', () => {
    const inline = (contributes.menus['view/item/context'] ?? []).filter(({ group }) =>
      group?.startsWith('inline'),
    );
    expect(inline.map(({ command }) => command)).not.toContain('ddbbackup.deleteBackup');
  });
});

/** One of every row that the view can show. */
async function everyRow(): Promise<TreeNode[]> {
  const world = fakeWorld({
    listTables: ({ region }: { region: string }) =>
      region === 'none'
        ? ok({ rows: [] })
        : ok({ rows: [{ name: 'On' }, { name: 'Off' }, { name: 'No' }], more: 'x' }),
    pointInTimeWindow: ({ table }: { table: string }) =>
      table === 'No'
        ? refused('no')
        : ok({ enabled: table === 'On', earliest: '2026-11-01T00:00:00Z', latest: '2026-11-20T00:00:00Z' }),
    listBackups: () =>
      ok({
        rows: (['USER', 'SYSTEM', 'AWS_BACKUP'] as const).flatMap((type) =>
          (['CREATING', 'AVAILABLE'] as const).map((status) => backupRow({ type, status })),
        ),
      }),
    listDeletedTables: () => ok([]),
  });
  world.restores.push(
    restoreRow({ region: 'some' }),
    restoreRow({ region: 'some', op: '2', state: 'vanished' }),
  );
  const rows: TreeNode[] = ['some', 'none'].map((region) => regionNode(world, region, false));
  for (const row of rows) rows.push(...((await row.children?.()) ?? []));
  return rows;
}

describe('the view', () => {
  test('every menu on a row goes by a context that some row has', async () => {
    const contexts = [...new Set((await everyRow()).map(({ appearance }) => appearance.context))];
    for (const { when } of contributes.menus['view/item/context'] ?? []) {
      const exact = /viewItem == ([\w.]+)/.exec(when)?.[1];
      const pattern = /viewItem =~ \/(.+?)\/(?: |$)/.exec(when)?.[1];
      const fits = contexts.filter((context) =>
        exact === undefined ? new RegExp(pattern ?? '$^').test(context) : exact === context,
      );
      expect(fits, when).not.toEqual([]);
    }
  });

  test('only complete backups made on demand can be deleted', () => {
    const [remove] = (contributes.menus['view/item/context'] ?? []).filter(
      ({ command }) => command === 'ddbbackup.deleteBackup',
    );
    expect(remove?.when).toContain('viewItem == backup.user.available');
  });

  test('a row that can be chosen runs a command that exists', async () => {
    const chosen = (await everyRow()).flatMap(({ appearance }) => appearance.command ?? []);
    expect(chosen.filter((id) => !manifested.includes(id))).toEqual([]);
    expect(chosen).not.toEqual([]);
  });

  test('no row is told by its icon alone', async () => {
    for (const { appearance } of await everyRow()) expect(appearance.spoken).not.toBe('');
  });

  test('has a welcome text for every state in which it is empty', () => {
    const states = contributes.viewsWelcome.map(
      ({ when }) => /ddbbackup\.connection == (\w+)/.exec(when)?.[1],
    );
    expect(new Set(states)).toEqual(new Set(['failed', 'noRegions', 'none', 'refused', undefined]));
    const untrusted = contributes.viewsWelcome.find(({ when }) => when === '!isWorkspaceTrusted');
    expect(nls[untrusted?.contents.slice(1, -1) ?? '']).toContain('command:workbench.trust.manage');
  });

  test('is the one the code makes', () => {
    const code = readFileSync(path.join(root, 'client/tree/explorer.ts'), 'utf8');
    const [view] = contributes.views['ddbbackup'] ?? [];
    expect(code).toContain(`'${view?.id}'`);
  });
});

describe('settings', () => {
  const { properties } = contributes.configuration;
  const deciding = ['profile', 'regions', 'endpoint', 'protectedAccounts'].map((name) => `ddbbackup.${name}`);

  test('that decide where a signed request goes are out of reach of a workspace', () => {
    expect(deciding.map((key) => properties[key]?.scope)).toEqual(deciding.map(() => 'machine'));
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(deciding);
  });

  test('are read from the user alone', () => {
    const code = readFileSync(path.join(root, 'client/settings.ts'), 'utf8');
    expect(code).not.toMatch(/\.get[<(]/);
    expect([...code.matchAll(/usersOwn\('(\w+)'\)/g)].map(([, name]) => `ddbbackup.${name}`)).toEqual(
      deciding,
    );
  });

  test('each says what it does, in an order of its own', () => {
    const all = Object.values(properties);
    expect(all.filter((setting) => !(setting.description ?? setting.markdownDescription))).toEqual([]);
    expect(new Set(all.map(({ order }) => order)).size).toBe(all.length);
  });
});

describe('texts and files', () => {
  test('every text of the manifest stands in package.nls.json, and nothing else does', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(nls).toSorted());
  });

  test('every file that the manifest names is there, or is built', () => {
    const files = [...text.matchAll(/"(?:\.\/)?((?:media|syntaxes)\/[^"*]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test('it is not started with every window', () => {
    expect(manifest.activationEvents).toEqual([
      'onLanguage:ddbbackup',
      'workspaceContains:**/*.ddbbackup.json',
    ]);
  });
});
