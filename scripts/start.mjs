// `npm start`: the main job in the terminal, then VS Code with the extension, all on a sandbox with sample data.
// `npm start -- --no-editor` ends after the terminal part.
import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buildBundles, installDependencies, packExtension, root, run, say } from './setup.mjs';

const tryFolder = path.join(root, '.try');
const workspace = path.join(tryFolder, 'workspace');
const specFile = path.join(workspace, 'orders.ddbbackup.json');
const regions = ['eu-west-1', 'us-east-1'];
const stops = [];

async function stopAll(code) {
  for (const stop of stops.splice(0).toReversed()) await stop();
  process.exit(code);
}

/** Starts the sandbox as a process of its own; resolves to its address. */
async function startSandbox() {
  const child = spawn(process.execPath, ['dist/sandbox.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stops.push(() => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the sandbox ended before it listened');
}

function title(text) {
  process.stdout.write(`\n\u2014 ${text}\n`);
}

/** Runs our own command as a user would, its line shown first. */
async function ddbbackup(env, args, expected = 0) {
  process.stdout.write(`\n$ ddbbackup ${args.join(' ')}\n`);
  const cli = path.join(root, 'dist', 'cli.js');
  const code = await run(process.execPath, [cli, ...args], { cwd: workspace, env });
  if (code !== expected) throw new Error(`ddbbackup ${args[0]} ended with ${code}, not with ${expected}`);
}

/** The address of the newest backup of Orders, as `ddbbackup backup list` prints it. */
function newestBackup(env) {
  const args = ['dist/cli.js', 'backup', 'list', 'Orders', '--region', 'eu-west-1'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const arn = /arn:\S+/.exec(stdout)?.[0];
  if (arn === undefined) throw new Error(`no backup of Orders was listed: ${stdout}${stderr}`);
  return arn;
}

async function showRestoredTable(endpoint) {
  // A word to whoever maintains this project, not to whoever tries it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const { DynamoDBClient, DescribeTableCommand, ScanCommand } = await import('@aws-sdk/client-dynamodb');
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const client = new DynamoDBClient({ region: 'eu-west-1', endpoint, credentials });
  const { Table } = await client.send(new DescribeTableCommand({ TableName: 'Orders-restored' }));
  const { Items, Count } = await client.send(new ScanCommand({ TableName: 'Orders-restored', Limit: 5 }));
  process.stdout.write(
    `${Table.TableName} in eu-west-1 is ${Table.TableStatus}; the first ${Count} items:\n`,
  );
  const plain = (value) => Object.values(value ?? {})[0] ?? '';
  const columns = ['orderId', 'customerId', 'createdAt', 'status', 'total'];
  for (const item of [Object.fromEntries(columns.map((name) => [name, { S: name }])), ...Items]) {
    process.stdout.write(`  ${columns.map((name) => String(plain(item[name])).padEnd(26)).join('')}\n`);
  }
  client.destroy();
}

async function terminalStory(endpoint, env) {
  title('A restore is a file. This one has mistakes:');
  process.stdout.write(await readFile(specFile, 'utf8'));
  title('They show before anything is sent, checked against the real backup:');
  await ddbbackup(env, ['validate', 'orders.ddbbackup.json', '--live'], 1);
  title('Each has its cure:');
  await ddbbackup(env, ['validate', 'orders.ddbbackup.json', '--live', '--fix']);
  title('What the restore will make, beside what was recorded:');
  await ddbbackup(env, ['plan', 'orders.ddbbackup.json']);
  title('Run once, watched to the end:');
  await ddbbackup(env, ['restore', 'orders.ddbbackup.json', '--yes']);
  title('Proved:');
  await ddbbackup(env, ['verify', 'orders.ddbbackup.json']);
  title('And there it stands:');
  await showRestoredTable(endpoint);
}

const settings = (endpoint) => ({
  'ddbbackup.endpoint': endpoint,
  'ddbbackup.regions': regions,
});

async function prepareWorkspace() {
  await rm(tryFolder, { recursive: true, force: true });
  await mkdir(workspace, { recursive: true });
}

async function writeSpec(backupArn) {
  const sample = await readFile(path.join(root, 'scripts/sample/orders.ddbbackup.json'), 'utf8');
  await writeFile(specFile, sample.replace('BACKUP_ARN', backupArn));
}

function hasDesktopVsCode() {
  return (
    spawnSync('code', ['--version'], { shell: process.platform === 'win32', timeout: 20_000 }).status === 0
  );
}

/** VS Code as it is installed, with folders of its own: nothing of the user's is read or changed. */
async function openDesktop(endpoint, env) {
  const user = path.join(tryFolder, 'user');
  await mkdir(path.join(user, 'User'), { recursive: true });
  await writeFile(path.join(user, 'User', 'settings.json'), JSON.stringify(settings(endpoint), null, 2));
  const extensions = path.join(tryFolder, 'extensions');
  const args = [
    `--user-data-dir=${user}`,
    `--extensions-dir=${extensions}`,
    `--extensionDevelopmentPath=${root}`,
  ];
  const child = spawn('code', ['--wait', '--disable-workspace-trust', ...args, workspace, specFile], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  stops.push(() => child.kill());
  say('VS Code is opening. Look for "DynamoDB Backup" in the activity bar. Ctrl+C here stops everything.');
}

async function openInBrowser(endpoint, env) {
  const { ensureHeadlessVsCode, startVsCodeServer } = await import('./vscode-headless.mjs');
  say('No `code` on the PATH: getting a real VS Code for the browser (once about 100 MB)...');
  await ensureHeadlessVsCode({ log: say });
  const server = await startVsCodeServer({
    vsix: await packExtension(),
    // Settings of scope `machine` are read from the machine's file in a browser window.
    machineSettings: settings(endpoint),
    env,
    log: say,
  });
  stops.push(() => server.stop());
  const open = `vscode-remote://${server.authority}${specFile}`;
  const url = server.urlFor({ folder: workspace, payload: [['openFile', open]] });
  say(
    `\nVS Code with the extension:\n\n  ${url}\n\nOpen it in a browser; look for "DynamoDB Backup" in the activity bar. Ctrl+C here stops everything.`,
  );
}

process.on('SIGINT', () => void stopAll(0));
process.on('SIGTERM', () => void stopAll(0));
try {
  await installDependencies();
  await buildBundles();
  await prepareWorkspace();
  say('Starting the sandbox: a DynamoDB on this machine, with sample data...');
  const endpoint = await startSandbox();
  const env = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-west-1',
    DDBBACKUP_STATE: path.join(tryFolder, 'state'),
    NODE_NO_WARNINGS: '1',
  };
  await writeSpec(newestBackup(env));
  const mistaken = path.join(tryFolder, 'mistaken.json');
  await cp(specFile, mistaken);
  await terminalStory(endpoint, env);
  if (process.argv.includes('--no-editor')) await stopAll(0);
  // In the editor the mistakes are there to be mended by hand; the name the terminal used is taken by now.
  await writeFile(
    specFile,
    (await readFile(mistaken, 'utf8')).replace('Orders-restored', 'Orders-restored-2'),
  );
  await (hasDesktopVsCode() ? openDesktop : openInBrowser)(endpoint, env);
} catch (error) {
  say(`\nStopped: ${error.message}`);
  await stopAll(1);
}
