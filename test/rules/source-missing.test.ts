import { fromBackup, fromTable, byName } from './facts';
import { testRule } from './marked';

testRule('source-missing', {
  wrong: [{ spec: '«{» "TargetTableName": "Orders-2" }', says: 'This spec names no source.' }],
  fine: [
    `{ ${fromBackup} }`,
    `{ ${fromTable} }`,
    `{ ${byName} }`,
    '{ "TargetTableName": "Orders-2"',
    '"text"',
  ],
});
