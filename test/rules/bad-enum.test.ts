import { testRule } from './marked';

const policy = String.raw`{\"Version\": \"2012-10-17\", \"Statement\": { \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"dynamodb:DeleteTable\", \"Resource\": \"*\" }`;
const asIn = (setting: string) => ({
  'Change to "FromSource"': `{ "AfterRestore": { "${setting}": "FromSource" } }`,
  'Change to "Skip"': `{ "AfterRestore": { "${setting}": "Skip" } }`,
});

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
      spec: `{ "AfterRestore": { "ResourcePolicy": «"\\n ${policy}}"» } }`,
      says: 'It takes "FromSource", "FromSnapshot", "Skip".',
      fixes: {
        'Write it as an object': `{ "AfterRestore": { "ResourcePolicy": {
  "Version": "2012-10-17",
  "Statement": { "Effect": "Deny", "Principal": "*", "Action": "dynamodb:DeleteTable", "Resource": "*" }
} } }`,
        ...asIn('ResourcePolicy'),
      },
      sure: ['Write it as an object'],
    },
    // Cut off: what is lost may be half of the policy.
    {
      spec: `{ "AfterRestore": { "ResourcePolicy": «"${policy}"» } }`,
      says: 'is no value of AfterRestore.ResourcePolicy',
      fixes: asIn('ResourcePolicy'),
    },
    // Only of a policy AWS takes a text with the JSON in it.
    {
      spec: String.raw`{ "AfterRestore": { "StreamSpecification": «"{\"StreamEnabled\": false}"» } }`,
      says: 'It takes "FromSource", "FromBackup", "FromSnapshot", "Skip".',
      fixes: {
        ...asIn('StreamSpecification'),
        'Change to "FromBackup"': '{ "AfterRestore": { "StreamSpecification": "FromBackup" } }',
      },
    },
    {
      spec: '{ "AfterRestore": { "TableClass": «"FromSorce"» } }',
      says: '"FromSorce" is no value of AfterRestore.TableClass. It takes "FromSource", "FromSnapshot", "Skip", "STANDARD", "STANDARD_INFREQUENT_ACCESS".',
      fixes: {
        ...asIn('TableClass'),
        'Change to "STANDARD"': '{ "AfterRestore": { "TableClass": "STANDARD" } }',
      },
      sure: ['Change to "FromSource"'],
    },
    // Near to none: the first of the list, and none before the others.
    {
      spec: '{ "AfterRestore": { "TableClass": «"cheap"» } }',
      says: '"cheap" is no value of AfterRestore.TableClass.',
      fixes: {
        ...asIn('TableClass'),
        'Change to "STANDARD"': '{ "AfterRestore": { "TableClass": "STANDARD" } }',
      },
      sure: [],
    },
    {
      spec: '{ "AfterRestore": { "DeletionProtectionEnabled": «"true"» } }',
      says: '"true" is no value of AfterRestore.DeletionProtectionEnabled. It takes "FromSource", "FromSnapshot", "Skip", true, false.',
      fixes: {
        'Write it as true': '{ "AfterRestore": { "DeletionProtectionEnabled": true } }',
        'Change to "FromSource"': '{ "AfterRestore": { "DeletionProtectionEnabled": "FromSource" } }',
        'Change to "Skip"': '{ "AfterRestore": { "DeletionProtectionEnabled": "Skip" } }',
      },
      sure: ['Write it as true'],
    },
    {
      spec: '{ "AfterRestore": { "DeletionProtectionEnabled": «" False "» } }',
      says: 'It takes "FromSource", "FromSnapshot", "Skip", true, false.',
      fixes: {
        'Write it as false': '{ "AfterRestore": { "DeletionProtectionEnabled": false } }',
        'Change to "FromSource"': '{ "AfterRestore": { "DeletionProtectionEnabled": "FromSource" } }',
        'Change to "Skip"': '{ "AfterRestore": { "DeletionProtectionEnabled": "Skip" } }',
      },
      sure: ['Write it as false'],
    },
    {
      spec: '{ "BillingModeOverride": «""» }',
      says: 'BillingModeOverride is empty. It takes "PROVISIONED", "PAY_PER_REQUEST".',
      fixes: { 'Change to "PAY_PER_REQUEST"': '{ "BillingModeOverride": "PAY_PER_REQUEST" }' },
      sure: [],
    },
  ],
  fine: ['{ "AfterRestore": { "TimeToLiveSpecification": "FromBackup", "TableClass": "STANDARD" } }'],
});
