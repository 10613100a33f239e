import { fromBackup } from './facts';
import { testRule } from './marked';

const arn = (table: string) => `"arn:aws:dynamodb:eu-west-1:123456789012:table/${table}"`;
const spec = (action: string, principal = '"*"', resource = arn('Orders'), more = '') =>
  `{ ${fromBackup}, "AfterRestore": { "ResourcePolicy": { "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": ${principal}, "Action": ${action}, "Resource": ${resource}${more} }] } } }`;

testRule('policy-locks-out', {
  wrong: [
    { spec: spec('«"dynamodb:*"»'), says: 'This denies everybody, you included, to change the policy again' },
    {
      spec: spec('["dynamodb:DeleteTable", «"dynamodb:PutResourcePolicy"»]', '{ "AWS": ["*"] }', '"*"'),
      says: 'DynamoDB refuses such a policy',
    },
    { spec: spec('«"*"»', '{ "AWS": "*" }', `[${arn('Orders-2')}]`), says: 'or add a Condition' },
    {
      // One table of several resources, everybody beside somebody.
      spec: spec(
        '«"dynamodb:Put*"»',
        '{ "AWS": ["111122223333", "*"] }',
        `[${arn('Orders/index/*')}, ${arn('Orders')}]`,
      ),
      says: 'This denies everybody, you included, to change the policy again, and DynamoDB refuses such a policy. Name the actions that are meant, or add a Condition.',
    },
    // As IAM matches actions and resources.
    ...['Put*Policy', '*Policy', 'P?tR*', '*resource*', 'putresourcepolicy*'].map((action) => ({
      spec: spec(`«"DynamoDB:${action}"»`),
      says: 'This denies everybody',
    })),
    ...['*', 'Ord*', 'Orders-?', '*s'].map((table) => ({
      spec: spec('«"*"»', '"*"', arn(table)),
      says: 'This denies everybody',
    })),
  ],
  fine: [
    ...['Put*Item', '?PutResourcePolicy', 'PutResourcePolicies*', 'P*y?', '*Policies'].map((action) =>
      spec(`"dynamodb:${action}"`),
    ),
    ...['Orders/*', 'orders', 'O?s', '*-3'].map((table) => spec('"*"', '"*"', arn(table))),
    spec('"*"', '"*"', `"x${arn('Orders').slice(1)}`),
    spec('["dynamodb:Delete*", "dynamodb:*Item"]'),
    // Effects of no policy, and so a fault of another kind.
    spec('"dynamodb:*"').replace('"Deny"', '"Not Deny"'),
    spec('"dynamodb:*"').replace('"Deny"', '"Deny|Allow"'),
    // Neither table is named yet.
    spec('"dynamodb:*"', '"*"', arn('Orders/index/byStatus')).replace(`${fromBackup}, `, ''),
    spec('"dynamodb:DeleteTable"'),
    spec('"dynamodb:*"', '{ "AWS": "111122223333" }'),
    spec('"dynamodb:*"', '"*"', arn('Customers')),
    spec('"dynamodb:*"', '"*"', arn('Orders/index/byStatus')),
    spec('"dynamodb:*"', '"*"', '"*"', ', "Condition": {}'),
    spec('"dynamodb:*"').replace('"Deny"', '"Allow"'),
  ],
});
