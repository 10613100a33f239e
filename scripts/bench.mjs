// `npm run bench`: sizes and times, medians of interleaved runs, beside a bare start of Node on the same machine in the same minute.
import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { installDependencies, must, packExtension, root, say } from './setup.mjs';

const runs = 15;
const edits = 200;

await installDependencies();
await packExtension();
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } =
  await import('vscode-jsonrpc/node');

function quantiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { min: at(0), median: at(0.5), p95: at(0.95) };
}

function row(what, unit, { min, median, p95 }) {
  const cells = [min, median, p95].map((value) => value.toFixed(1).padStart(9));
  process.stdout.write(`${what.padEnd(48)}${cells.join('')}  ${unit}\n`);
}

async function bareNode() {
  const start = performance.now();
  await new Promise((resolve) => spawn(process.execPath, ['-e', '0']).once('exit', resolve));
  return performance.now() - start;
}

async function openServer() {
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/server.js', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: false } } },
  });
  const initializeMs = performance.now() - start;
  await connection.sendNotification('initialized', {});
  const stop = async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
    child.kill();
  };
  return { connection, initializeMs, stop };
}

/** A spec of about so many bytes: index entries repeated, one of them half typed by each edit. */
function specOf(bytes) {
  const entry = (n) =>
    `    { "IndexName": "index${n}", "KeySchema": [{ "AttributeName": "a${n}", "KeyType": "HASH" }], "Projection": { "ProjectionType": "ALL" } }`;
  const count = Math.max(1, Math.round(bytes / entry(1000).length));
  const entries = Array.from({ length: count }, (_, n) => entry(n)).join(',\n');
  const arn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';
  return `{\n  "BackupArn": "${arn}",\n  "TargetTableName": "Orders-restored",\n  "GlobalSecondaryIndexOverride": [\n${entries}\n  ]\n}\n`;
}

/** Milliseconds from each change notification to the answer of the diagnostics pulled for it. */
async function keystrokes({ connection }, bytes) {
  const uri = `file:///bench-${bytes}.ddbbackup.json`;
  const text = specOf(bytes);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'ddbbackup', version: 1, text },
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const times = [];
  for (let version = 2; version < edits + 2; version++) {
    const position = { line: 2, character: 22 };
    const change =
      version % 2 === 0
        ? { range: { start: position, end: position }, text: 'x' }
        : { range: { start: position, end: { line: 2, character: 23 } }, text: '' };
    const start = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - start);
  }
  return quantiles(times);
}

process.stdout.write(`${'sizes'.padEnd(48)}       KB\n`);
for (const file of (await readdir(path.join(root, 'dist'))).toSorted()) {
  const { size } = await stat(path.join(root, 'dist', file));
  process.stdout.write(`${`dist/${file}`.padEnd(48)}${(size / 1024).toFixed(0).padStart(9)}\n`);
}
process.stdout.write(`\n${'times'.padEnd(48)}      min   median      p95\n`);
const bare = [];
const spawned = [];
for (let run = 0; run < runs; run++) {
  bare.push(await bareNode());
  const server = await openServer();
  spawned.push(server.initializeMs);
  await server.stop();
}
row('bare start of Node', 'ms', quantiles(bare));
row('server: spawn to initialize answered', 'ms', quantiles(spawned));
const server = await openServer();
for (const bytes of [5_000, 100_000, 1_000_000])
  row(`keystroke to problems, ${bytes / 1000} KB spec`, 'ms', await keystrokes(server, bytes));
await server.stop();
say(`Node ${process.version}, ${runs} starts, ${edits} edits a size.`);
process.stdout.write('\n');
await must('The benchmark of checking', process.execPath, ['scripts/bench-checking.mjs']);
process.stdout.write('\nthe sandbox at scale\n');
await must('The benchmark of the sandbox', process.execPath, ['scripts/bench-sandbox.mjs']);
