import { byCustomer, byStatus, fromBackup } from './facts';
import { testRule } from './marked';

const spec = (members: string, more = '', namespace = 'AWS/DynamoDB') =>
  `{ ${fromBackup}${more}, "AfterRestore": { "Alarms": [{ "AlarmName": ${members}, "Namespace": "${namespace}" }] } }`;
const dimensions = (...values: [string, string][]) =>
  `"throttled", "Dimensions": [${values.map(([name, value]) => `{ "Name": "${name}", "Value": ${value} }`).join(', ')}]`;
const global = `, "GlobalSecondaryIndexOverride": [${byStatus}]`;

testRule('alarm-of-another-table', {
  wrong: [
    {
      spec: spec('«"throttled"»'),
      says: 'Without the dimension TableName this alarm does not watch the new table.',
      fixes: {
        'Watch the new table': `{ ${fromBackup}, "AfterRestore": { "Alarms": [{ "AlarmName": "throttled", "Namespace": "AWS/DynamoDB", "Dimensions": [{ "Name": "TableName", "Value": "Orders-2" }] }] } }`,
      },
    },
    {
      spec: spec(dimensions(['Operation', '"GetItem"']).replace('"throttled"', '«"throttled"»')),
      says: 'does not watch the new table',
      fixes: {
        'Watch the new table': spec(dimensions(['Operation', '"GetItem"'], ['TableName', '"Orders-2"'])),
      },
    },
    {
      spec: spec(dimensions(['TableName', '«"Customers"»'])),
      says: 'of the table "Customers", which is neither the source nor the new table. It would be made for "Orders-2".',
      fixes: { 'Change to "Orders-2"': spec(dimensions(['TableName', '"Orders-2"'])) },
    },
    {
      spec: spec(dimensions(['TableName', '"Orders"'], ['GlobalSecondaryIndexName', '«"byDay"»']), global),
      says: 'The index "byDay" is not restored, so this alarm would never get any data.',
    },
  ],
  fine: [
    spec(dimensions(['TableName', '"Orders"'])),
    spec(dimensions(['TableName', '"Orders-2"'], ['GlobalSecondaryIndexName', '"byStatus"']), global),
    spec(
      dimensions(['TableName', '"Orders"'], ['GlobalSecondaryIndexName', '"byStatus"']),
      `, "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}]`,
    ),
    // Without a list every index is restored; an alarm of the table alone is of no index.
    spec(dimensions(['TableName', '"Orders"'], ['GlobalSecondaryIndexName', '"byDay"'])),
    spec(dimensions(['TableName', '"Orders"']), global),
    // No names: other rules speak of that.
    spec(dimensions(['TableName', '1'], ['GlobalSecondaryIndexName', '2']), global),
    // Of which table the source is cannot be told.
    spec(dimensions(['TableName', '"Customers"'])).replace('table/Orders/', ''),
    spec('"latency"', '', 'MyShop'),
  ],
});
