import { testRule } from './marked';

testRule('region-unknown', {
  wrong: [
    {
      spec: '{ "Region": «"eu-west-11"» }',
      says: '"eu-west-11" was no Region when this was built. Did you mean "eu-west-1"?',
      fixes: { 'Change to "eu-west-1"': '{ "Region": "eu-west-1" }' },
    },
    { spec: '{ "Region": «"moon-base-alpha-1"» }', says: 'is no Region of any AWS partition.' },
  ],
  fine: ['{ "Region": "eu-west-1" }', '{ "Region": "Ireland" }'],
});
