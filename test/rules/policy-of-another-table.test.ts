import { fromBackup } from './facts';
import { testRule } from './marked';

const arn = (table: string) => `arn:aws:dynamodb:eu-west-1:123456789012:table/${table}`;
const spec = (resource: string) =>
  `{ ${fromBackup}, "AfterRestore": { "ResourcePolicy": { "Statement": { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "dynamodb:*", "Resource": ${resource} } } } }`;

testRule('policy-of-another-table', {
  wrong: [
    {
      spec: spec(`«"${arn('Customers')}"»`),
      says: 'The table "Customers" is neither the source nor the new table',
      fixes: { 'Name "Orders-2" instead': spec(`"${arn('Orders-2')}"`) },
    },
    {
      spec: spec(`["${arn('Orders')}", «"${arn('Order')}/index/*"»]`),
      says: 'on the new table this Statement does nothing',
      fixes: { 'Name "Orders-2" instead': spec(`["${arn('Orders')}", "${arn('Orders-2')}/index/*"]`) },
    },
    {
      spec: spec(`[«"${arn('A-1')}"», «"${arn('B-2')}"»]`),
      says: ['"A-1"', '"B-2"'],
      fixes: { 'Name "Orders-2" instead': spec(`["${arn('Orders-2')}", "${arn('B-2')}"]`) },
    },
  ],
  fine: [
    spec(`["${arn('Orders')}", "${arn('Orders-2')}/index/byStatus"]`),
    spec('"*"'),
    spec(`"${arn('Ord*')}"`),
    spec('"arn:aws:s3:::table/Customers"'),
  ],
});
