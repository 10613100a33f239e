import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../server/core/rules';
import { settingsWeCanApply } from '../server/core/steps';
import { steps } from '../server/run/steps';
import { indexOfPages, withTableOfRules } from './house/rule-lists';
import { circles, impureCore, listFaults, tooLong, type Tree, wallFaults } from './house/walls';
import { lineOf } from './rules/page';

const root = path.resolve(import.meta.dirname, '..');

function treeOf(...folders: string[]): Tree {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
      .filter((file) => /\.(ts|mjs|cjs)$/.test(file)),
  );
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

function filesIn(folder: string, ...without: string[]): string[] {
  return readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.ts') && !without.includes(file))
    .map((file) => file.replace(/(\.test)?\.ts$/, ''));
}

const pageFile = (code: string): string => path.join(root, 'docs/rules', `${code}.md`);

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  files: string[];
  contributes: { commands: { command: string }[] };
};

const kebab = (name: string) =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

describe('the house as it stands', () => {
  const house = new Map([...treeOf('client', 'server'), ['package.json', '']]);

  test('no import crosses a wall', () => expect(wallFaults(house)).toEqual([]));
  test('no imports run in a circle', () => expect(circles(house)).toEqual([]));
  test('the core has no clock, chance, timer, process or network', () =>
    expect(impureCore(house)).toEqual([]));
  test('no file is longer than can be read at a sitting', () =>
    expect(tooLong(treeOf('client', 'server', 'test', 'scripts'))).toEqual([]));

  test('a rule is a file, a line in the list and a test, all of one name', () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(
      listFaults('rule files / list', filesIn('server/core/rules', 'rule.ts', 'index.ts'), codes),
    ).toEqual([]);
    const tests = filesIn('test/rules').filter((name) => codes.includes(name));
    expect(listFaults('rules / tests', codes, tests)).toEqual([]);
  });

  test('a rule is a page, and a page is of a rule', () => {
    const pages = readdirSync(path.join(root, 'docs/rules')).map((file) => file.replace(/\.md$/, ''));
    const codes = rules.map(({ code }) => code);
    expect(listFaults('rules / pages', [...codes, 'README'], pages)).toEqual([]);
    // The code of a problem is a link to its page, so they ship.
    expect(manifest.files).toContain('docs/rules/*.md');
  });

  test.each(rules.filter(({ code }) => existsSync(pageFile(code))))(
    'the page of $code says under its title what the rule says',
    async (rule) => {
      const text = readFileSync(pageFile(rule.code), 'utf8');
      await expect(text.replace(/^(# .*\n\n).*/, `$1${lineOf(rule)}`)).toMatchFileSnapshot(
        pageFile(rule.code),
      );
    },
  );

  test('the list of pages and the table in the README say what the rules say', async () => {
    await expect(indexOfPages()).toMatchFileSnapshot(path.join(root, 'docs/rules/README.md'));
    const readme = path.join(root, 'README.md');
    await expect(withTableOfRules(readFileSync(readme, 'utf8'))).toMatchFileSnapshot(readme);
  });

  test('a step is a file, a line in the list and a setting that the plan offers', () => {
    const settings = steps.map(({ setting }) => setting);
    expect(
      listFaults('step files / list', filesIn('server/run/steps', 'index.ts'), settings.map(kebab)),
    ).toEqual([]);
    expect(listFaults('steps / settings of the plan', settings, settingsWeCanApply)).toEqual([]);
  });

  test('a command is a file, a line in the list and an entry in the manifest', () => {
    const files = filesIn('client/commands', 'command.ts', 'index.ts');
    const list = readFileSync(path.join(root, 'client/commands/index.ts'), 'utf8');
    const listed = [...list.matchAll(/from '\.\/([a-z-]+)'/g)].flatMap(([, name]) =>
      name === undefined || name === 'command' ? [] : [name],
    );
    const manifested = manifest.contributes.commands.map(({ command }) =>
      kebab(command.replace('ddbbackup.', '')),
    );
    expect(listFaults('command files / list', files, listed)).toEqual([]);
    expect(listFaults('command files / manifest', files, manifested)).toEqual([]);
  });
});

describe('each kind of breach is seen', () => {
  const breach = (files: Record<string, string>): Tree => new Map(Object.entries(files));
  const ports = { 'server/run/ports.ts': 'export const a = 1;' };

  test.each([
    ['core reaching for a package', { 'server/core/a.ts': "import x from 'vscode-languageserver';" }],
    ['core reaching for Node', { 'server/core/a.ts': "import { readFileSync } from 'node:fs';" }],
    ['core reaching outward', { 'server/core/a.ts': "import { a } from '../run/ports';", ...ports }],
    [
      'core taking a type from outside',
      { 'server/core/a.ts': "import type { a } from '../run/ports';", ...ports },
    ],
    ['run knowing the SDK', { 'server/run/a.ts': "import { x } from '@aws-sdk/client-dynamodb';" }],
    ['run importing aws', { 'server/run/a.ts': "import { a } from '../aws/a';", 'server/aws/a.ts': '' }],
    ['lsp touching the disk', { 'server/lsp/a.ts': "import fs from 'node:fs';" }],
    [
      'terminal importing lsp',
      { 'server/terminal/a.ts': "import { a } from '../lsp/a';", 'server/lsp/a.ts': '' },
    ],
    [
      'the client knowing more than the protocol',
      { 'client/a.ts': "import type { a } from '../server/run/ports';", ...ports },
    ],
    [
      'the sandbox sharing a rule',
      { 'server/sandbox/a.ts': "import type { R } from '../core/r';", 'server/core/r.ts': '' },
    ],
    [
      'a door importing the sandbox',
      { 'server/main.ts': "await import('./sandbox/a')", 'server/sandbox/a.ts': '' },
    ],
    ['a re-export', { 'server/core/a.ts': "export * from '../run/ports';", ...ports }],
    ['an import for its effect', { 'server/core/a.ts': "import '../run/ports';", ...ports }],
    ['a require', { 'server/disk/a.ts': "const x = require('dynalite');" }],
    ['a file without a room', { 'server/stray.ts': "import './core/a';", 'server/core/a.ts': '' }],
  ])('a wall: %s', (_, files) => expect(wallFaults(breach(files as Record<string, string>))).toHaveLength(1));

  test.each([
    [
      'a type from further in',
      { 'server/aws/a.ts': "import type { F } from '../core/f';", 'server/core/f.ts': '' },
    ],
    [
      'only types between braces',
      { 'server/aws/a.ts': "import { type F } from '../core/f';", 'server/core/f.ts': '' },
    ],
    [
      'a comment that looks like an import',
      { 'server/core/a.ts': "// import x from 'fs';\n/* import 'vscode'; */" },
    ],
  ])('no wall: %s', (_, files) => expect(wallFaults(breach(files as Record<string, string>))).toEqual([]));

  test('a circle', () =>
    expect(
      circles(breach({ 'server/core/a.ts': "import './b';", 'server/core/b.ts': "import './a';" })),
    ).toHaveLength(1));

  test.each([
    'new Date()',
    'Math.random()',
    'setTimeout(f, 1)',
    'process.env',
    "fetch('x')",
    'Date.parse(x)',
  ])('the core using %s', (code) =>
    expect(impureCore(breach({ 'server/core/a.ts': `export const a = () => ${code};` }))).toHaveLength(1),
  );

  test('a file of 401 lines', () =>
    expect(tooLong(breach({ 'client/a.ts': 'x\n'.repeat(401) }))).toHaveLength(1));
  test('a name on one list only', () => {
    expect(listFaults('lists', ['a', 'b'], ['b'])).toHaveLength(1);
    expect(listFaults('lists', ['b'], ['a', 'b'])).toHaveLength(1);
  });
});
