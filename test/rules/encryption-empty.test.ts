import { fromBackup } from './facts';
import { testRule } from './marked';

testRule('encryption-empty', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "SSESpecificationOverride": «{}» }`,
      says: 'this means the AWS owned key',
      fixes: {
        'Say so: "Enabled": false': `{ ${fromBackup}, "SSESpecificationOverride": { "Enabled": false } }`,
        'Keep the recorded encryption': `{ ${fromBackup} }`,
      },
    },
  ],
  fine: [`{ ${fromBackup}, "SSESpecificationOverride": { "Enabled": false } }`, `{ ${fromBackup} }`],
});
