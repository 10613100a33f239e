import { fromBackup, byName } from './facts';
import { testRule } from './marked';

testRule('account-mismatch', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "AccountId": «"210987654321"» }`,
      says: 'The source belongs to account 123456789012.',
      fixes: { 'Change to "123456789012"': `{ ${fromBackup}, "AccountId": "123456789012" }` },
    },
  ],
  fine: [
    `{ ${fromBackup}, "AccountId": "123456789012" }`,
    `{ ${byName}, "AccountId": "210987654321" }`,
    // No account at all, says the rule on patterns.
    `{ ${fromBackup}, "AccountId": "2109876543210" }`,
  ],
});
