// `npm run fuzz -- --docs N --seed S [--start K] [--resume FILE]`: random documents against the promises of test/fuzz/properties.ts.
// The same seed gives the same documents. With --resume a stopped run goes on where it was.
import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { forNode } from './bundling.mjs';
import { installDependencies, say } from './setup.mjs';
import { startThread } from './fuzz-thread.mjs';

/** Small enough to lose little when stopped, large enough that the pause between two does not count. */
const partSize = 10_000;
/** Who has so many findings mends them before looking for more. */
const enoughFindings = 50;

/** The code of one bundle of the product and its promises, so that threads start quickly and run plain JavaScript. */
async function bundle() {
  const { default: esbuild } = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    ...forNode,
    entryPoints: ['test/fuzz/worker.ts'],
    write: false,
  });
  return outputFiles[0].text;
}

async function progressIn(file, wanted) {
  const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { ...wanted, done: [], documents: 0, held: {}, findings: [], seconds: 0 };
  const found = JSON.parse(text);
  const differs = Object.keys(wanted).find((name) => found[name] !== wanted[name]);
  if (differs !== undefined)
    throw new Error(`${file} is of another run: its ${differs} is ${found[differs]}.`);
  return found;
}

/** At once, so that two threads that end their parts together do not write into each other's file. */
function keep(file, progress) {
  if (file === undefined) return;
  writeFileSync(`${file}.new`, JSON.stringify(progress));
  renameSync(`${file}.new`, file);
}

function add(progress, part, documents, { held, findings }) {
  progress.done.push(part);
  progress.documents += documents;
  progress.findings.push(...findings);
  for (const [says, times] of Object.entries(held)) progress.held[says] = (progress.held[says] ?? 0) + times;
}

/** Examines `docs` documents of a seed from number `start` on; resolves to `{ documents, held, findings, seconds, seed }`. */
export async function fuzz({ docs, seed, start = 0, resume, threads = os.availableParallelism() }) {
  const progress = await progressIn(resume, { seed, start, docs });
  const done = new Set(progress.done);
  const parts = Array.from({ length: Math.ceil(docs / partSize) }, (_, part) => part).filter(
    (part) => !done.has(part),
  );
  if (done.size > 0) say(`${done.size} parts of ${partSize} are done already, ${parts.length} are left.`);
  const code = await bundle();
  const earlier = progress.seconds;
  const began = performance.now();
  async function work() {
    const thread = startThread(code);
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const from = start + part * partSize;
      const to = Math.min(from + partSize, start + docs);
      const report = await thread.examine(seed, from, to);
      add(progress, part, to - from, report);
      progress.seconds = earlier + (performance.now() - began) / 1000;
      for (const finding of report.findings) tell(finding);
      keep(resume, progress);
      if (progress.done.length % 10 === 0) tellProgress(progress);
      if (progress.findings.length >= enoughFindings) parts.length = 0;
    }
    await thread.stop();
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(threads, parts.length)) }, work));
  return progress;
}

function tellProgress({ documents, docs, findings, seconds }) {
  say(`${documents} of ${docs}, ${findings.length} findings, ${Math.round(seconds)} s`);
}

function tell({ property, fault, seed, number, text, facts }) {
  say(`\nDocument ${number} of seed ${seed} (npm run fuzz -- --seed ${seed} --start ${number} --docs 1)`);
  say(`breaks: ${property}\n${fault}`);
  say(`For test/fuzz/findings.ts:\n${JSON.stringify({ property, text, facts })}`);
}

/** The last line is the result, for people and for scripts. */
export function tellTotal({ documents, seed, seconds, held, findings }) {
  for (const [says, times] of Object.entries(held)) say(`${String(times).padStart(10)}  ${says}`);
  say(`${Math.round(documents / seconds)} documents a second; seed ${seed}`);
  process.stdout.write(`${documents} documents, ${findings.length} findings\n`);
}

function wholeNumber(name, text) {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= (name === 'docs' ? 1 : 0)) return value;
  say(`--${name} takes a whole number, not "${text}".`);
  process.exit(2);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      docs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
      start: { type: 'string', default: '0' },
      resume: { type: 'string' },
    },
  });
  await installDependencies();
  const asked = Object.fromEntries(
    ['docs', 'seed', 'start'].map((name) => [name, wholeNumber(name, values[name])]),
  );
  const total = await fuzz({ ...asked, resume: values.resume });
  tellTotal(total);
  process.exitCode = total.findings.length > 0 ? 1 : 0;
}
