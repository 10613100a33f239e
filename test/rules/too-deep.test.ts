import { testRule } from './marked';

testRule('too-deep', {
  wrong: [{ spec: `${'['.repeat(100)}«[»${'['.repeat(99_899)}`, says: 'nested deeper than 100' }],
  fine: [
    `${'['.repeat(100)}${']'.repeat(100)}`,
    `{ "Description": "${'['.repeat(200)}" /* ${'['.repeat(200)} */ }`,
  ],
});
