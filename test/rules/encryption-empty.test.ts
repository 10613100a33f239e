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
    {
      spec: `{ ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": «{}» }`,
      says: 'Whether that is enough for a restore to another Region, nobody has documented or measured.',
      fixes: {
        'Say so: "Enabled": false': `{ ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": false } }`,
      },
    },
  ],
  fine: [`{ ${fromBackup}, "SSESpecificationOverride": { "Enabled": false } }`, `{ ${fromBackup} }`],
});
