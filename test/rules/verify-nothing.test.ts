import { testRule } from './marked';

const key = '{ "orderId": { "S": "o-1" } }';

testRule('verify-nothing', {
  wrong: [
    {
      spec: '{ "Verify": { "CompareSettings": «false» } }',
      says: 'all that is verified is that the table is ACTIVE',
      fixes: { 'Compare the settings': '{ "Verify": { "CompareSettings": true } }' },
    },
    {
      spec: '{ "Verify": { "SampleKeys": [], "CompareSettings": «false» } }',
      says: 'or name some keys',
      fixes: { 'Compare the settings': '{ "Verify": { "SampleKeys": [], "CompareSettings": true } }' },
    },
    {
      spec: '{ "Verify": { "CompareSettings": «false» }, "Drill": { "NamePrefix": "drill-" } }',
      says: 'With CompareSettings off',
      fixes: {
        'Compare the settings':
          '{ "Verify": { "CompareSettings": true }, "Drill": { "NamePrefix": "drill-" } }',
      },
    },
  ],
  fine: [
    `{ "Verify": { "CompareSettings": false, "SampleKeys": [${key}] } }`,
    '{ "Verify": { "CompareSettings": true } }',
    '{ "Verify": {} }',
    '{ "Drill": { "NamePrefix": "drill-" } }',
  ],
});
