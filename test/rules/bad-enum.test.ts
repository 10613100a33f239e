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
    {
      spec: String.raw`{ "AfterRestore": { "ResourcePolicy": «"{\"Version\": \"2012-10-17\"}"» } }`,
      says: 'is no value of AfterRestore.ResourcePolicy',
      fixes: {
        'Change to "FromSource"': '{ "AfterRestore": { "ResourcePolicy": "FromSource" } }',
        'Change to "Skip"': '{ "AfterRestore": { "ResourcePolicy": "Skip" } }',
      },
    },
    {
      spec: String.raw`{ "AfterRestore": { "ResourcePolicy": «"{\"Version\": \"2012-10-17\", \"Statement\": { \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"dynamodb:DeleteTable\", \"Resource\": \"*\" }}"» } }`,
      says: 'It takes "FromSource", "FromSnapshot", "Skip".',
      fixes: {
        'Write it as an object': `{ "AfterRestore": { "ResourcePolicy": {
  "Version": "2012-10-17",
  "Statement": { "Effect": "Deny", "Principal": "*", "Action": "dynamodb:DeleteTable", "Resource": "*" }
} } }`,
        'Change to "FromSource"': '{ "AfterRestore": { "ResourcePolicy": "FromSource" } }',
        'Change to "Skip"': '{ "AfterRestore": { "ResourcePolicy": "Skip" } }',
      },
    },
  ],
  fine: ['{ "AfterRestore": { "TimeToLiveSpecification": "FromBackup", "TableClass": "STANDARD" } }'],
});
