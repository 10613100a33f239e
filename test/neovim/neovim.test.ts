/** A real Neovim with the set-up that `docs/editors.md` gives: what the page says is what was run. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findNeovim } from '../../scripts/neovim.mjs';
import { startSandbox } from '../../server/sandbox/sandbox';
import { bundled, type Program } from '../lsp/program';

const neovim = findNeovim();
const isMissing = neovim === undefined;
if (isMissing) {
  process.stderr.write(
    '\n!!! NOT RUN: the tests in Neovim. No `nvim` was found; install neovim, or set NVIM_PATH.\n\n',
  );
}

if (isMissing && process.env['CI'] === 'true') {
  test('in CI Neovim must be there', () => {
    throw new Error('No Neovim was found, and in CI a test that did not run is a failure.');
  });
}

const REGION = 'eu-west-1';
const page = readFile(fileURLToPath(new URL('../../docs/editors.md', import.meta.url)), 'utf8');
const drive = fileURLToPath(new URL('drive.lua', import.meta.url));

let program: Program;
beforeAll(async () => {
  program = await bundled();
}, 60_000);
afterAll(() => program.remove());

/** The set-up on the page. */
async function initLua(): Promise<string> {
  const [, block, ...others] = (await page).split('```lua\n');
  if (block === undefined || others.length > 0) throw new Error('The page must have one block of Lua.');
  return block.slice(0, block.indexOf('```'));
}

/** A home of its own, with the package where the page says it is. */
async function home(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ddbbackup-neovim-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'ddbbackup'));
  await symlink(program.folder, path.join(folder, 'ddbbackup', 'dist'));
  await writeFile(path.join(folder, 'init.lua'), await initLua());
  await writeFile(path.join(folder, 'package.json'), '{ "BackupArm": 1 }');
  return folder;
}

interface Seen {
  first: string[];
  at: number[];
  offered: string[];
  mended: string;
  hover: unknown;
  learnt: string[];
  completions: string[];
  clients_of_other_file: number;
  messages: string;
}

/** Runs the drive on a spec with this text. */
async function driven(folder: string, text: string, env: Record<string, string>): Promise<Seen> {
  const spec = path.join(folder, 'orders.ddbbackup.json');
  await writeFile(spec, text);
  const words = ['--headless', '-n', '-i', 'NONE', '-u', path.join(folder, 'init.lua'), spec, '-S', drive];
  const environment = {
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_STATE_HOME: path.join(folder, 'state'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    DDBBACKUP_STATE: path.join(folder, 'restores'),
    OTHER_FILE: path.join(folder, 'package.json'),
    ...env,
  };
  const output = await new Promise<string>((resolve, reject) => {
    execFile(neovim ?? '', words, { env: environment, timeout: 50_000 }, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(new Error(`${error.message}\n${stdout}\n${stderr}`)),
    );
  });
  return JSON.parse(output) as Seen;
}

describe.skipIf(isMissing)('Neovim with the set-up of the page', () => {
  test('shows a fault, mends it, hears of what AWS knows, completes', { timeout: 60_000 }, async () => {
    const sandbox = await startSandbox({ throttling: false });
    onTestFinished(() => sandbox.close());
    for (const TableName of ['Orders', 'Orders-restored'])
      await sandbox.seed.table({ region: REGION, table: { TableName } });
    const { arn } = sandbox.seed.backup({ region: REGION, table: 'Orders', name: 'nightly' });
    const text = `{\n  // "ü" and "🐘" count differently\n  "BackupArn": "${arn}",\n  "Description": "🐘", "TargetTableNam": "Orders-restored"\n}\n`;

    const seen = await driven(await home(), text, {
      AWS_REGION: REGION,
      AWS_ENDPOINT_URL_DYNAMODB: sandbox.url,
    });
    const column = Buffer.byteLength('  "Description": "🐘", ');
    expect(seen).toMatchObject({
      first: expect.arrayContaining(['unknown-key']),
      at: [3, column, 3, column + '"TargetTableNam"'.length],
      offered: expect.arrayContaining([expect.stringContaining('TargetTableName')]),
      mended: text.trimEnd().replace('TargetTableNam', 'TargetTableName'),
      learnt: expect.arrayContaining(['target-exists']),
      completions: expect.arrayContaining(['BackupArn', 'AfterRestore']),
      clients_of_other_file: 0,
    });
    expect(JSON.stringify(seen.hover)).toContain('API_RestoreTableFromBackup');
    expect(seen.messages).not.toMatch(/error|unknown/i);
  });
});
