import { testRule } from './marked';

const statement = (members: string) => `{ ${members}, "Action": "dynamodb:GetItem", "Resource": "*" }`;
const spec = (...statements: string[]) =>
  `{ "AfterRestore": { "ResourcePolicy": { "Version": "2012-10-17", "Statement": [${statements.join(', ')}] } } }`;
const mine = statement('"Effect": "Allow", "Principal": { "AWS": "123456789012" }');

testRule('policy-open-to-all', {
  wrong: [
    {
      spec: spec(mine, statement('"Effect": "Allow", "Principal": «"*"»')),
      says: 'This allows everybody in the world',
    },
    {
      spec: spec(statement('"Effect": "allow", "Principal": { "AWS": «"*"» }')),
      says: 'DynamoDB refuses such a policy',
    },
    {
      spec: spec(statement('"Effect": "Allow", "Principal": { "AWS": ["123456789012", «"*"»] }')),
      says: 'Name the accounts, roles or users, or add a Condition.',
    },
  ],
  fine: [
    spec(mine),
    spec(statement('"Effect": "Deny", "Principal": "*"')),
    spec(
      statement(
        '"Effect": "Allow", "Principal": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } }',
      ),
    ),
    spec(statement('"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/*" }')),
    // No Effect that there is, says another rule.
    spec(
      statement('"Effect": "Disallow", "Principal": "*"'),
      statement('"Effect": "Allowed", "Principal": "*"'),
    ),
  ],
});
