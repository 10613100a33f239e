import { testRule } from './marked';

testRule('duplicate-key', {
  wrong: [
    {
      spec: '{ "Region": "eu-west-1", «"Region"»: "eu-west-1" }',
      says: '"Region" is written 2 times',
      fixes: { 'Remove the second "Region"': '{ "Region": "eu-west-1" }' },
    },
    { spec: '{ "Region": "eu-west-1", «"Region"»: "eu-west-2" }', says: 'The last one would count' },
    { spec: '{ "__proto__": 1, "__proto__": 2, «"__proto__"»: 3 }', says: '"__proto__" is written 3 times' },
    // Of three, taking one away leaves two.
    {
      spec: '{ "Region": "eu-west-1", "Region": "eu-west-1", «"Region"»: "eu-west-1" }',
      says: '"Region" is written 3 times in one object. The last one would count, and not for every reader.',
    },
  ],
  fine: ['{ "Region": "eu-west-1", "AccountId": "123456789012" }'],
});
