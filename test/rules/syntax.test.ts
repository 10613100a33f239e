import { testRule } from './marked';

testRule('syntax', {
  wrong: [
    { spec: '{ "TargetTableName": «Orders» }', says: 'Texts and keys are written in double quotes.' },
    {
      spec: '{ "TargetTableName": "Orders" «"Region"»: "eu-west-1" }',
      says: 'A comma is expected before this.',
    },
    // The rest of the line only follows from its beginning.
    {
      spec: "{ «'TargetTableName'»: 'Orders 2', 'Region': 'eu-west-1',\n  «'AccountId'»: '1' }",
      says: ['Texts and keys are written in double quotes.', 'Texts and keys are written in double quotes.'],
    },
    { spec: '{ "UseLatestRestorableTime": «True» }', says: 'JSON writes this as true.' },
    { spec: '{ "Region": «None» }', says: 'JSON writes this as null.' },
    { spec: '«»', says: 'A spec begins with {' },
  ],
  fine: ['{ /* why */ "TargetTableName": "Orders", } // end', '\uFEFF{ "TargetTableName": "Orders" }'],
});
