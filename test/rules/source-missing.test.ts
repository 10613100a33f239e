import { backupArn, fromBackup, fromTable, byName } from './facts';
import { testRule } from './marked';

testRule('source-missing', {
  wrong: [
    { spec: '«{» "TargetTableName": "Orders-2" }', says: 'This spec names no source.' },
    { spec: '«{» "TargetTableName": "Orders-2", "Source": "Orders" }', says: 'This spec names no source.' },
    {
      spec: '«{» "TargetTableName": "Orders-2", "SourceTable": "Orders" }',
      says: 'This spec names no source.',
    },
  ],
  fine: [
    `{ ${fromBackup} }`,
    `{ ${fromTable} }`,
    `{ ${byName} }`,
    // One is meant, and another rule mends its name.
    `{ "backupArn": "${backupArn}" }`,
    '{ "SourceTablName": "Orders" }',
    '{ "TargetTableName": "Orders-2"',
    '"text"',
  ],
});
