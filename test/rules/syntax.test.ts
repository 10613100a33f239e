import { testRule } from './marked';

testRule('syntax', {
  wrong: [
    { spec: '{ "TargetTableName": «Orders» }', says: 'Texts are written in double quotes.' },
    {
      spec: '{ "TargetTableName": "Orders" «"Region"»: "eu-west-1" }',
      says: 'A comma is expected before this.',
    },
    { spec: '«»', says: 'A spec begins with {' },
  ],
  fine: ['{ /* why */ "TargetTableName": "Orders", } // end', '\uFEFF{ "TargetTableName": "Orders" }'],
});
