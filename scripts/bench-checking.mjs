// `node scripts/bench-checking.mjs`: how long it takes to parse and check a spec, in multiples of `JSON.parse` of the same text, beside the
// parsing and validation of vscode-json-languageservice with our own schema. One process, in turns,
// medians.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import esbuild from 'esbuild';
import { forNode } from './bundling.mjs';
import { root } from './setup.mjs';

const sizes = ['5-kb', '100-kb', '1-mb'];
const secondsEach = 6;
const fewestRuns = 30;
const turnMs = 10;
const runsATurn = 3;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const baseline = 'JSON.parse';
const ours = 'ours, parse and check';
const theirs = 'JSON service, parse and validate';

/** The contenders, bundled as the product is. */
async function load() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ddbbackup-bench-'));
  const outfile = path.join(folder, 'contenders.cjs');
  await esbuild.build({
    ...forNode,
    entryPoints: ['test/bench/contenders.ts'],
    outfile,
    minify: true,
  });
  const { default: loaded } = await import(pathToFileURL(outfile));
  await rm(folder, { recursive: true });
  return loaded;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Milliseconds of one run of each contender: the median of all. They take turns, in rounds, each of which begins with another; a turn is
 * several runs, and begins with the young garbage of the others put away, so that nobody pays for theirs.
 */
async function race(contenders, text) {
  const names = Object.keys(contenders);
  const times = new Map(names.map((name) => [name, []]));
  const start = performance.now();
  const isOver = (share) => performance.now() > start + share * secondsEach * 1000;
  for (let round = 0; !isOver(1) || times.get(names[0]).length < fewestRuns; round++) {
    const isWarm = isOver(1 / 4);
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      const runs = await oneTurn(contenders[name], text);
      if (isWarm) times.get(name).push(...runs);
    }
  }
  return new Map(names.map((name) => [name, median(times.get(name))]));
}

/** The milliseconds of each run of a turn. */
async function oneTurn(contender, text) {
  const runs = [];
  collectGarbage({ type: 'minor' });
  const turn = performance.now();
  while (runs.length < runsATurn || performance.now() < turn + turnMs) {
    const start = performance.now();
    await contender(text);
    runs.push(performance.now() - start);
  }
  return runs;
}

/** Medians of the parts of our own work. */
function anatomy(parts, text) {
  const seen = [];
  const end = performance.now() + secondsEach * 250;
  while (seen.length < fewestRuns || performance.now() < end) {
    collectGarbage({ type: 'minor' });
    for (let run = 0; run < runsATurn; run++) seen.push(parts(text));
  }
  const codes = [...seen[0].rules.keys()];
  const rules = codes.map((code) => [code, median(seen.map((one) => one.rules.get(code)))]);
  return {
    read: median(seen.map(({ read }) => read)),
    walk: median(seen.map(({ walk }) => walk)),
    rules: rules.toSorted(([, a], [, b]) => b - a),
  };
}

/** The same document with faults of every kind in it: each n-th text has a letter too many, wherever it stands. */
function withFaults(text) {
  let count = 0;
  return text.replace(/"(?=[,:\n])/g, (quote) => (++count % 29 === 0 ? `x${quote}` : quote));
}

function line(what, cells) {
  process.stdout.write(`${what.padEnd(44)}${cells.map((cell) => cell.padStart(20)).join('')}\n`);
}

const inMs = (ms) => (ms < 1 ? `${(ms * 1000).toFixed(0)} us` : `${ms.toFixed(2)} ms`);

async function compare(title, documents, { contenders, parts }) {
  const raced = [];
  for (const text of documents) raced.push(await race(contenders, text));
  process.stdout.write('\n');
  line(
    title,
    documents.map((text) => `${text.length} units`),
  );
  for (const name of Object.keys(contenders)) {
    line(
      name,
      raced.map(
        (times) =>
          `${inMs(times.get(name))} ${(times.get(name) / times.get(baseline)).toFixed(1).padStart(6)} x`,
      ),
    );
  }
  line(
    'problems that we find',
    await Promise.all(documents.map(async (text) => String(await contenders[ours](text)))),
  );
  line(
    `${ours}, ns a unit`,
    raced.map((times, at) => ((times.get(ours) * 1e6) / documents[at].length).toFixed(1)),
  );
  line(
    'faster than the JSON service',
    raced.map((times) => {
      const factor = times.get(theirs) / times.get(ours);
      return factor > 1 ? `yes, ${factor.toFixed(1)} times` : `NO, ${(1 / factor).toFixed(1)} times slower`;
    }),
  );
  documents.forEach((text, at) => {
    const { read, walk, rules } = anatomy(parts, text);
    const unit = raced[at].get(baseline);
    const cell = (ms) => `${(ms / unit).toFixed(2)} x`;
    const all = rules.reduce((sum, [, ms]) => sum + ms, 0);
    const dearest = rules.slice(0, 5).map(([code, ms]) => `${code} ${cell(ms)}`);
    process.stdout.write(
      `where it goes, ${text.length} units: read ${cell(read)}, walk ${cell(walk)}, ${rules.length} rules ${cell(all)} (${dearest.join(', ')})\n`,
    );
  });
}

const loaded = await load();
const documents = await Promise.all(
  sizes.map((size) => readFile(path.join(root, 'test/bench', `${size}.ddbbackup.json`), 'utf8')),
);
process.stdout.write(`parsing and checking a spec: medians, and multiples of ${baseline} of the same text\n`);
await compare('as they are', documents, loaded);
await compare('with faults', documents.map(withFaults), loaded);
