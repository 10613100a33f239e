/** A real VS Code without a desktop: its server, started on a loopback address and opened in a browser. */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureHeadlessVsCode } from './headless-install.mjs';

export { ensureHeadlessVsCode } from './headless-install.mjs';

const GUARD = join(dirname(fileURLToPath(import.meta.url)), 'headless-guard.cjs');
const STARTUP_MS = 30_000;
const GRACE_MS = 2_000;
/** Socket paths end at 107 bytes, and the server adds about 60 to its folder. */
const LONGEST_TEMP_FOLDER = 40;

/** No welcome page, chat, tips, updates or experiments; nothing that moves or asks. */
const QUIET_SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'extensions.webWorker': false,
  'files.hotExit': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.editor.languageDetection': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts a server of its own: fresh folder, free port, secret token, no call to any gallery or telemetry.
 * It ends with `stop()`, or within a second of this process dying in any way.
 *
 * @param {object} [options]
 * @param {string} [options.folder] from `makeRunFolder()`, when the caller has things of its own to put there
 * @param {string} [options.vsix] an extension to install first
 * @param {Record<string, unknown>} [options.userSettings] added to the quiet settings of the user
 * @param {Record<string, unknown>} [options.machineSettings] settings of scope `machine`: VS Code reads those of a window
 *   in the browser from the server's machine, never from the user's settings
 * @param {Record<string, string | undefined>} [options.env] added to the environment of the extension host; `undefined` removes
 * @param {number} [options.port] default: a free one
 * @param {boolean} [options.smokeTestDriver] obey a test suite named in the page's payload (see `urlFor`)
 * @param {boolean} [options.workspaceTrust] ask whether the folder is trusted; default: every folder is
 * @param {(line: string) => void} [options.log] told about the one-time install
 * @returns {Promise<import('./vscode-headless.d.mts').VsCodeServer>}
 * @throws {Error} when the platform is not supported or the server does not answer; nothing is left running
 */
export async function startVsCodeServer(options = {}) {
  const folder = options.folder ?? (await makeRunFolder());
  const dataDir = join(folder, 'data');
  let server;
  try {
    const program = await ensureHeadlessVsCode({ log: options.log });
    const token = await prepare(folder, dataDir, options);
    if (options.vsix) await installVsix({ program, dataDir, vsix: options.vsix });
    server = launch(program, folder, dataDir, options);
    const port = await ready(server);
    const authority = `127.0.0.1:${port}`;
    const { output, exited } = server;
    return {
      url: `http://${authority}/?tkn=${token}`,
      urlFor: (page) => pageUrl(authority, token, page),
      authority,
      port,
      dataDir,
      folder,
      output,
      exited,
      stop: () => stop(server, folder),
    };
  } catch (error) {
    await stop(server, folder);
    throw error;
  }
}

/** A folder for one run, short enough for the server's sockets. The server that is given it removes it with itself. */
export const makeRunFolder = () =>
  mkdtemp(join(tmpdir().length > LONGEST_TEMP_FOLDER ? '/tmp' : tmpdir(), 'dbe-'));

/**
 * Installs a packed extension for the server that has this data folder.
 * @param {{ program?: { node: string, serverMain: string }, dataDir: string, vsix: string }} where
 */
export async function installVsix({ program, dataDir, vsix }) {
  const { node, serverMain } = program ?? (await ensureHeadlessVsCode());
  const args = [serverMain, '--accept-server-license-terms', '--server-data-dir', dataDir];
  const env = hostEnvironment(dirname(dataDir));
  const { stdout, stderr } = await promisify(execFile)(
    node,
    [...args, '--install-extension', vsix, '--force'],
    { env },
  );
  if (!/successfully installed/.test(stdout))
    throw new Error(`${vsix} was not installed.\n${stdout}${stderr}`);
}

async function prepare(folder, dataDir, options) {
  const token = randomBytes(16).toString('hex');
  const files = {
    [tokenFile(folder)]: token,
    [join(dataDir, 'data/User/settings.json')]: JSON.stringify(
      { ...QUIET_SETTINGS, ...options.userSettings },
      null,
      2,
    ),
    [join(dataDir, 'data/Machine/settings.json')]: JSON.stringify(options.machineSettings ?? {}, null, 2),
  };
  await mkdir(temporary(folder), { mode: 0o700 });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { mode: 0o600 });
  }
  return token;
}

/** In a process group of its own, so that its extension hosts and watchers can be ended with it. */
function launch({ node, serverMain }, folder, dataDir, options) {
  const args = ['--require', GUARD, serverMain, '--accept-server-license-terms'];
  args.push('--host', '127.0.0.1', '--port', String(options.port ?? 0), '--server-data-dir', dataDir);
  // In a file: arguments of a process can be read by every user of the machine.
  args.push('--connection-token-file', tokenFile(folder), '--telemetry-level', 'off');
  if (options.smokeTestDriver) args.push('--enable-smoke-test-driver');
  if (!options.workspaceTrust) args.push('--disable-workspace-trust');
  const child = spawn(node, args, {
    cwd: folder,
    detached: true,
    env: { ...hostEnvironment(folder), ...options.env, DDBBACKUP_GUARDED_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk) => (text = (text + chunk).slice(-100_000));
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  child.stdio[3].on('error', () => {}); // reset by a server that dies
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(keep(`${error}\n`)));
    child.once('exit', (code, signal) => resolve(`code ${code ?? signal}`));
  });
  return { pid: child.pid, output: () => text, exited };
}

/** @returns {Promise<number>} the port, once the server answers on it */
async function ready(server) {
  let ended;
  void server.exited.then((how) => (ended = how));
  const deadline = Date.now() + STARTUP_MS;
  while (Date.now() < deadline && !ended) {
    const port = /Extension host agent listening on (\d+)/.exec(server.output())?.[1];
    if (port && (await answers(port))) return Number(port);
    if (/EADDRINUSE/.test(server.output())) ended = 'its port is in use';
    await wait(50);
  }
  const what = ended ? `ended at its start (${ended})` : `did not answer within ${STARTUP_MS / 1000} s`;
  throw new Error(`The VS Code server ${what}.\n${server.output().slice(-4_000)}`);
}

async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/version`)).ok;
  } catch {
    return false;
  }
}

async function stop(server, folder) {
  if (server?.pid) {
    signalGroup(server.pid, 'SIGTERM');
    const deadline = Date.now() + GRACE_MS;
    while (signalGroup(server.pid, 0) && Date.now() < deadline) await wait(20);
    signalGroup(server.pid, 'SIGKILL');
    await server.exited;
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** @returns {boolean} whether there was anybody left to signal */
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

function pageUrl(authority, token, { folder, payload = [] }) {
  const query = new URLSearchParams({ tkn: token, folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query}`;
}

/** What the host inherits: this environment without what npm or an editor around us put in, and its own temporary folder. */
function hostEnvironment(folder) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|NODE_ENV$|CODE_SERVER_)/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    EXTENSIONS_GALLERY: '{}',
    TMPDIR: temporary(folder),
    XDG_RUNTIME_DIR: temporary(folder),
  };
}

const temporary = (folder) => join(folder, 'tmp');
const tokenFile = (folder) => join(folder, 'token');
