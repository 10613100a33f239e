/** The manual, the list and the code agree on what the sandbox does not answer, and on the faults it can be asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultKinds } from '../../server/sandbox/wire/faults';
import { notImitatedThings, unknowns } from '../../server/sandbox/wire/gaps';

const home = new URL('../../', import.meta.url);
const manual = readFileSync(new URL('docs/sandbox.md', home), 'utf8');

/** The lines of a list in the manual, between its heading and the next. */
function listUnder(heading: string): string[] {
  const [, rest = ''] = manual.split(`### ${heading}\n`);
  const [section = ''] = rest.split('\n#');
  return section.split('\n').filter((line) => /^(?:- |\| `)/.test(line));
}

test('the manual lists what is not known', () => {
  expect(listUnder('Not known')).toEqual(Object.values(unknowns).map((text) => `- ${text}`));
});

test('the manual lists what is not imitated', () => {
  expect(listUnder('Not imitated')).toEqual(Object.values(notImitatedThings).map((text) => `- ${text}`));
});

test('the manual lists the faults', () => {
  const rows = Object.entries(faultKinds).map(([kind, text]) => `| \`${kind}\` | ${text} |`);
  expect(listUnder('Faults')).toEqual(rows);
});

test('each gap of the list is one that the code meets', () => {
  const folder = new URL('server/sandbox/', home);
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const met = [...code.matchAll(/not(?:Known|Imitated)\('([a-z-]+)'\)/g)].map(([, gap]) => gap);
  const listed = [...Object.keys(unknowns), ...Object.keys(notImitatedThings)];
  expect(new Set(met)).toEqual(new Set(listed));
});
