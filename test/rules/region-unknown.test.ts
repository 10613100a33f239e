import { byName, fromTable } from './facts';
import { testRule } from './marked';

testRule('region-unknown', {
  wrong: [
    {
      spec: '{ "Region": «"eu-west-11"» }',
      says: '"eu-west-11" was no Region when this was built. Did you mean "eu-west-1"?',
      fixes: { 'Change to "eu-west-1"': '{ "Region": "eu-west-1" }' },
    },
    {
      spec: '{ "BackupArn": «"arn:aws:dynamodb:eu-west-11:123456789012:table/Orders/backup/01791504762511-2779fadd"» }',
      says: '"eu-west-11", the Region in this ARN, was no Region when this was built.',
    },
    {
      spec: '{ "SourceTableArn": «"arn:aws:dynamodb:moon-base-1:123456789012:table/Orders"» }',
      says: 'is no Region of any AWS partition.',
    },
    {
      spec: '{ "AfterRestore": { "Replicas": [{ "RegionName": «"eu-west-11"» }] } }',
      says: 'Did you mean "eu-west-1"?',
      fixes: {
        'Change to "eu-west-1"': '{ "AfterRestore": { "Replicas": [{ "RegionName": "eu-west-1" }] } }',
      },
    },
    { spec: '{ "Region": «"moon-base-alpha-1"» }', says: 'is no Region of any AWS partition.' },
  ],
  fine: ['{ "Region": "eu-west-1" }', '{ "Region": "Ireland" }', `{ ${fromTable} }`, `{ ${byName} }`],
});
