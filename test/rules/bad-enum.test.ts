import { testRule } from './marked';

testRule('bad-enum', {
  wrong: [
    {
      spec: '{ "BillingModeOverride": «"PAY_PER_REQUESTS"» }',
      says: '"PAY_PER_REQUESTS" is no value of BillingModeOverride. It takes "PROVISIONED", "PAY_PER_REQUEST".',
      fixes: {
        'Change to "PAY_PER_REQUEST"': '{ "BillingModeOverride": "PAY_PER_REQUEST" }',
      },
    },
    {
      spec: '{ "AfterRestore": { "TableClass": «"standard"» } }',
      says: 'It takes "FromSource", "FromSnapshot", "Skip", "STANDARD", "STANDARD_INFREQUENT_ACCESS".',
      fixes: {
        'Change to "STANDARD"': '{ "AfterRestore": { "TableClass": "STANDARD" } }',
        'Change to "FromSource"': '{ "AfterRestore": { "TableClass": "FromSource" } }',
        'Change to "Skip"': '{ "AfterRestore": { "TableClass": "Skip" } }',
      },
    },
    {
      spec: '{ "AfterRestore": { "Tags": «"FromBackup"» } }',
      says: 'It takes "FromSource", "FromSnapshot", "Skip".',
      fixes: {
        'Change to "FromSource"': '{ "AfterRestore": { "Tags": "FromSource" } }',
        'Change to "Skip"': '{ "AfterRestore": { "Tags": "Skip" } }',
      },
    },
  ],
  fine: ['{ "AfterRestore": { "TimeToLiveSpecification": "FromBackup", "TableClass": "STANDARD" } }'],
});
