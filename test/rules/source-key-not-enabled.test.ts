import { byName, customerKeyIn, fromBackup, fromTable } from './facts';
import { testRule } from './marked';

const disabled = customerKeyIn('eu-west-1', { KeyState: 'Disabled' });

testRule('source-key-not-enabled', {
  wrong: [
    {
      spec: `{ ${fromBackup.replace(/"arn:[^"]*"/, '«$&»')} }`,
      facts: { sourceKey: disabled },
      says: 'is "Disabled". It must be enabled until the restore is done',
    },
    {
      spec: `{ ${fromTable.replace(/"arn:[^"]*"/, '«$&»')} }`,
      facts: { sourceKey: 'missing' },
      says: 'does not exist any more',
    },
    {
      spec: `{ ${byName.replace('"Orders"', '«$&»')} }`,
      facts: { sourceKey: disabled },
      says: `The key that the source is encrypted with, "${disabled.KeyId}", is "Disabled".`,
    },
  ],
  fine: [
    { spec: `{ ${fromBackup} }`, facts: { sourceKey: customerKeyIn('eu-west-1') } },
    { spec: `{ ${fromBackup} }`, facts: { sourceKey: 'none' } },
    '{ "TargetTableName": "Orders-2" }',
  ],
});
