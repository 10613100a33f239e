// The sandbox at the size of a large account: how long seeding takes, what it needs, how long a page takes. Part of `npm run bench`; alone:
// `node scripts/bench-sandbox.mjs`. Ends with 1 when a limit is not kept.
import { build } from 'esbuild';
import { forNode } from './bundling.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const tables = 10_000;
const backups = 100_000;
const pages = 200;
const limits = { seedMs: 10_000, rssMb: 600, pageMs: 5 };

/** The sandbox as a module of this process: `startSandbox` is not in the program's bundle. */
async function bundled(folder) {
  const outfile = path.join(folder, 'sandbox.cjs');
  await build({
    ...forNode,
    entryPoints: ['server/sandbox/sandbox.ts'],
    outfile,
  });
  const { default: sandbox } = await import(outfile);
  return sandbox;
}

const minuteMs = 60_000;
const nameOf = (n) => `table-${String(n).padStart(5, '0')}`;

async function seed(sandbox) {
  const start = sandbox.clock.now() - backups * minuteMs;
  for (let n = 0; n < tables; n += 1)
    await sandbox.seed.table({ region, table: { TableName: nameOf(n) }, createdAt: start });
  for (let n = 0; n < backups; n += 1) {
    const at = start + n * minuteMs;
    sandbox.seed.backup({ region, table: nameOf((n * 7) % tables), name: `nightly-${n}`, at });
  }
}

/** Sends one request over a connection that is kept. @returns the answer's JSON */
function ask(url, operation, body) {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    authorization: `AWS4-HMAC-SHA256 Credential=BENCH/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=00`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(chunks).toString());
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error(`${operation}: ${answer.__type} ${answer.message}`));
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** Milliseconds of each page of a list, from asking to the parsed answer. */
async function pageTimes(url, operation, { from, to }, input = {}) {
  const times = [];
  let cursor = {};
  while (times.length < pages) {
    const start = performance.now();
    const answer = await ask(url, operation, { ...input, ...cursor });
    times.push(performance.now() - start);
    cursor = answer[to] === undefined ? {} : { [from]: answer[to] };
  }
  return times.toSorted((a, b) => a - b);
}

const { Agent } = await import('node:http');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const folder = await mkdtemp(path.join(tmpdir(), 'bench-sandbox-'));
const faults = [];

function row(what, value, unit, limit) {
  const over = limit !== undefined && value > limit;
  if (over) faults.push(`${what}: ${value.toFixed(1)} ${unit}, allowed ${limit}`);
  const verdict = limit === undefined ? '' : `  (limit ${limit}${over ? ', NOT KEPT' : ''})`;
  process.stdout.write(`${what.padEnd(48)}${value.toFixed(1).padStart(9)}  ${unit}${verdict}\n`);
}

try {
  const { startSandbox } = await bundled(folder);
  const sandbox = await startSandbox({ throttling: false });
  const start = performance.now();
  await seed(sandbox);
  row(
    `sandbox: seeding ${tables} tables, ${backups} backups`,
    performance.now() - start,
    'ms',
    limits.seedMs,
  );
  row('sandbox: memory of the process (RSS)', process.memoryUsage().rss / 2 ** 20, 'MiB', limits.rssMb);
  const byArn = { from: 'ExclusiveStartBackupArn', to: 'LastEvaluatedBackupArn' };
  const byName = { from: 'ExclusiveStartTableName', to: 'LastEvaluatedTableName' };
  const measured = [
    ['ListBackups page of 100', 'ListBackups', byArn, {}, limits.pageMs],
    ['ListBackups of one table', 'ListBackups', byArn, { TableName: nameOf(7) }, limits.pageMs],
    [
      'ListBackups of a type that is not there',
      'ListBackups',
      byArn,
      { BackupType: 'SYSTEM' },
      limits.pageMs,
    ],
    ['ListTables page of 100', 'ListTables', byName, {}, undefined],
  ];
  for (const [what, operation, cursor, input, limit] of measured) {
    const times = await pageTimes(sandbox.url, operation, cursor, input);
    row(`sandbox: ${what}, median`, times[Math.floor(times.length / 2)], 'ms', limit);
    row(`sandbox: ${what}, p95`, times[Math.floor(times.length * 0.95)], 'ms');
  }
  row('sandbox: memory afterwards (RSS)', process.memoryUsage().rss / 2 ** 20, 'MiB', limits.rssMb);
  await sandbox.close();
} finally {
  agent.destroy();
  await rm(folder, { recursive: true });
}
for (const fault of faults) process.stderr.write(`NOT KEPT: ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
