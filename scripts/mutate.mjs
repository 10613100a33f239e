// `npm run mutate [-- GLOB ...]`: Stryker changes the core one place at a time, and nine changes of ten must make a test fail. The core is
// gone through part after part: what each test runs through does not fit into memory for all of it at once.
import { Stryker } from '@stryker-mutator/core';
import path from 'node:path';
import { root, say } from './setup.mjs';

const parts = [
  ['server/core/*.ts', 'server/core/reports/*.ts'],
  ['server/core/spec/**/*.ts'],
  ...['[a-c]', '[d-h]', '[i-o]', '[p-r]', '[s-z]'].map((first) => [`server/core/rules/${first}*.ts`]),
];
const needed = 90;

const total = { killed: 0, survived: 0, leftOut: 0 };

function add(mutants) {
  for (const { status } of mutants) {
    if (status === 'Killed' || status === 'Timeout') total.killed++;
    // Tables of data that are read when a module loads: each of their mutants would run every test.
    else if (status === 'Ignored') total.leftOut++;
    else total.survived++;
  }
}

const globs = process.argv.slice(2);
for (const mutate of globs.length > 0 ? [globs] : parts) {
  say(mutate.join(' '));
  add(await new Stryker({ configFile: path.join(root, 'scripts/stryker.json'), mutate }).runMutationTest());
}
const score = (100 * total.killed) / (total.killed + total.survived);
say(
  `${total.killed} killed, ${total.survived} survived, ${total.leftOut} left out: ${score.toFixed(1)} % killed`,
);
if (!(score >= needed)) process.exitCode = 1;
