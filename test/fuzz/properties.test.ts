import { describe, expect, onTestFinished, test } from 'vitest';
import { startThread } from '../../scripts/fuzz-thread.mjs';
import type { Checked, Problem } from '../../server/core/check';
import { documentOf } from './documents';
import { breachesOf, parsingNeverThrows } from './examine';
import { properties } from './properties';
import { shrunk } from './shrink';
import { product, type Subject } from './subject';

const { parseSpec, check } = product;

function checkWith(change: (problems: Problem[]) => Problem[]): Partial<Subject> {
  return {
    check: (spec, facts): Checked => ({ unchecked: [], problems: change(check(spec, facts).problems) }),
  };
}

let calls = 0;
const position = { line: 100_000, character: 0 };

/** A product that is broken in one place, and the promise that it breaks. */
const broken: readonly (readonly [string, Partial<Subject>])[] = [
  [
    'every range lies in the text',
    checkWith((all) => all.map((one) => ({ ...one, range: { start: 0, end: 1e9 } }))),
  ],
  [
    'every message and title can be shown',
    checkWith((all) => all.map((one) => ({ ...one, message: '\u202E' }))),
  ],
  ['a text that is no spec has an error', checkWith(() => [])],
  [
    'keys of the prototype are unknown keys',
    checkWith((all) => all.filter(({ code }) => code !== 'unknown-key')),
  ],
  [
    'a spec made from the table of keys',
    checkWith((all) => all.map((one) => ({ ...one, code: 'wrong-type' }))),
  ],
  [
    'the same text has the same problems',
    checkWith((all) => all.map((one) => ({ ...one, message: `${calls++}` }))),
  ],
  ['every offset has a path', { lineStarts: () => [0] }],
  ['the reader takes and refuses', { parseSpec: (text) => ({ ...parseSpec(text), syntax: [] }) }],
  ['what is JSON is read as JSON says', { parseSpec: (text) => parseSpec(text.replaceAll('true', 'false')) }],
  [
    'the request and our own keys',
    { requestInput: (spec) => ({ ...product.requestInput(spec), TargetTableName: '' }) },
  ],
  ['a restore is sent exactly as written', { sendOnWire: () => Promise.resolve({ body: {} }) }],
  ['a plan is made of a spec', { requestInput: () => ({}) }],
  ['every fix that is offered', { soundFixes: (_, __, problem) => problem.fixes, textEdits: () => [] }],
  [
    'applying all preferred fixes',
    { mend: (spec) => ({ spec, applied: Array.from({ length: 21 }, () => 'a fix') }) },
  ],
  [
    'the edits of a fix',
    { textEdits: (spec, edits) => product.textEdits(spec, edits).flatMap((one) => [one, one]) },
  ],
  [
    'the edits of a fix',
    { applyTextEdits: (text, edits) => product.applyTextEdits(text, edits).replace('/* c; */', '') },
  ],
  [
    'whatever edits lead to a text',
    {
      diagnosticsOf: (open) =>
        open.document.version > 1 ? [] : [{ message: 'a', range: { start: position, end: position } }],
    },
  ],
  [
    'every question of an editor',
    { hoverAt: () => Promise.resolve({ contents: '', range: { start: position, end: position } }) },
  ],
  ['what a light bulb offers', { codeActions: () => [{ title: 'a fix without an edit' }] }],
  [
    'formatting twice is formatting once',
    {
      format: () => [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: ' ' },
      ],
    },
  ],
];

describe('each kind of breach is seen', () => {
  test.each(broken)('%s', async (says, parts) => {
    const held = properties.filter((property) => property.says.startsWith(says));
    expect(held).toHaveLength(1);
    const seen: string[] = [];
    for (let number = 0; seen.length === 0 && number < 3_000; number++) {
      const breaches = await breachesOf(documentOf(7, number), { held, subject: { ...product, ...parts } });
      seen.push(...breaches.map(({ property }) => property));
    }
    expect(seen).toEqual([held[0]?.says]);
  });

  test('every promise has such a case', () => {
    const seen = properties.filter(({ says }) => broken.some(([start]) => says.startsWith(start)));
    expect(seen).toEqual(properties);
  });

  test('a reader that throws', async () => {
    const subject: Subject = {
      ...product,
      parseSpec() {
        throw new Error('unexpected');
      },
    };
    expect(await breachesOf(documentOf(7, 0), { subject })).toMatchObject([{ property: parsingNeverThrows }]);
  });

  test('a document at which a thread hangs, and the documents behind it are examined', async () => {
    const hangsAtThree = `const { parentPort, workerData } = require('node:worker_threads');
       const current = new BigInt64Array(workerData);
       parentPort.on('message', ({ start, count }) => {
         for (let number = start; number < start + count; number++) {
           Atomics.store(current, 0, BigInt(number));
           while (number === 3);
         }
         Atomics.store(current, 0, -1n);
         parentPort.postMessage({ held: { documents: count }, findings: [] });
       });`;
    const thread = startThread(hangsAtThree, 100);
    onTestFinished(async () => void (await thread.stop()));
    const { held, findings } = await thread.examine(1, 0, 10);
    expect(findings).toMatchObject([{ property: 'nothing hangs', number: 3 }]);
    expect(held).toEqual({ documents: 9 });
    expect((await thread.examine(1, 10, 20)).held).toEqual({ documents: 10 });
  });
});

describe('random documents', () => {
  test('are the same ones for the same seed, and others for another', () => {
    expect(documentOf(1, 17)).toEqual(documentOf(1, 17));
    expect(documentOf(2, 17).text).not.toBe(documentOf(1, 17).text);
  });

  test('come from every source, with and without errors of syntax', () => {
    const documents = Array.from({ length: 400 }, (_, number) => documentOf(3, number));
    const kinds = documents.map(({ source, text }) => `${source} ${parseSpec(text).syntax.length > 0}`);
    expect(new Set(kinds)).toEqual(
      new Set(['valid false', 'changed false', 'mutated false', 'mutated true', 'kept false', 'kept true']),
    );
  });

  test('are shrunk to what still breaks the promise', async () =>
    expect(
      await shrunk('some text with a {needle} in it', (text) => Promise.resolve(text.includes('{needle}'))),
    ).toBe('{needle}'));
});
