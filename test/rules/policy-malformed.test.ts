import { testRule } from './marked';

const spec = (policy: string) => `{ "AfterRestore": { "ResourcePolicy": ${policy} } }`;
const marked = (policy: string) => `{ "AfterRestore": { «"ResourcePolicy"»: ${policy} } }`;
const rest = '"Action": "dynamodb:GetItem", "Resource": "*"';
const root = 'arn:aws:iam::123456789012:root';
const who = '"Principal": { "AWS": "123456789012" }';
const allowed = `{ "Effect": "Allow", ${who}, ${rest} }`;
const statement = (members: string) => spec(`{ "Version": "2012-10-17", "Statement": [{ ${members} }] }`);
const two = (first: string, second: string) =>
  spec(
    `{ "Version": "2012-10-17", "Statement": [{ ${first}"Effect": "Allow", ${who}, ${rest} }, { ${second}"Effect": "Deny", ${who}, ${rest} }] }`,
  );

testRule('policy-malformed', {
  wrong: [
    { spec: marked('{ "Version": "2012-10-17" }'), says: 'A policy needs a Statement, or a list of them.' },
    { spec: spec('{ "Statement": «"Allow"» }'), says: 'A Statement is an object.' },
    { spec: spec('{ "Statement": [«["Allow"]»] }'), says: 'A Statement is an object.' },
    {
      spec: spec(`{ «"Verison"»: "2012-10-17", "Statement": ${allowed} }`),
      says: 'A policy has no key "Verison" here; it takes Version, Id, Statement.',
      fixes: {
        'Rename to Version': spec(`{ "Version": "2012-10-17", "Statement": ${allowed} }`),
        'Remove "Verison"': spec(`{ "Statement": ${allowed} }`),
      },
      sure: ['Rename to Version'],
    },
    {
      spec: statement(`"Effect": "Allow", «"Pricipal"»: "*", "NotPrincipal": {}, ${rest}`),
      says: 'A policy has no key "Pricipal" here; it takes Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition.',
      // Renamed it would stand beside NotPrincipal.
      fixes: { 'Remove "Pricipal"': statement(`"Effect": "Allow", "NotPrincipal": {}, ${rest}`) },
    },
    {
      spec: spec(`{ "Version": «"2026-11-23"», "Statement": ${allowed} }`),
      says: 'It is no date of yours.',
      fixes: {
        'Change to "2012-10-17"': spec(`{ "Version": "2012-10-17", "Statement": ${allowed} }`),
      },
      sure: ['Change to "2012-10-17"'],
    },
    {
      spec: statement(`"Effect": «"Permit"», ${who}, ${rest}`),
      says: 'A Statement needs "Effect": "Allow" or "Deny".',
      fixes: {
        'Set "Effect": "Allow"': statement(`"Effect": "Allow", ${who}, ${rest}`),
        'Set "Effect": "Deny"': statement(`"Effect": "Deny", ${who}, ${rest}`),
      },
    },
    {
      // Both of the words that the grammar of policies offers.
      spec: statement(`"Effect": «"Allow|Deny"», ${who}, ${rest}`),
      says: 'A Statement needs "Effect": "Allow" or "Deny".',
      fixes: {
        'Set "Effect": "Allow"': statement(`"Effect": "Allow", ${who}, ${rest}`),
        'Set "Effect": "Deny"': statement(`"Effect": "Deny", ${who}, ${rest}`),
      },
    },
    {
      spec: statement(`"Effect": "Allow", "Principal": «"${root}"», ${rest}`),
      says: 'A Principal is an object, such as {"AWS": "123456789012"}; only "*" stands alone.',
      fixes: {
        [`Write it as { "AWS": "${root}" }`]: statement(
          `"Effect": "Allow", "Principal": { "AWS": "${root}" }, ${rest}`,
        ),
      },
      sure: [`Write it as { "AWS": "${root}" }`],
    },
    {
      // Thirteen digits are no account.
      spec: statement(`"Effect": "Allow", "Principal": «"1234567890123"», ${rest}`),
      says: 'A Principal is an object',
    },
    {
      spec: statement(`"Effect": "Allow", "Principal": «"123456789012"», ${rest}`),
      says: 'A Principal is an object',
      fixes: {
        'Write it as { "AWS": "123456789012" }': statement(`"Effect": "Allow", ${who}, ${rest}`).replace(
          who,
          '"Principal": { "AWS": "123456789012" }',
        ),
      },
    },
    {
      spec: statement(
        `"Effect": "Allow", ${who}, «"Action"»: "dynamodb:*", "NotAction": "dynamodb:*", "Resource": "*"`,
      ),
      says: 'A Statement has Action or NotAction, not both.',
      fixes: {
        'Remove Action': statement(`"Effect": "Allow", ${who}, "NotAction": "dynamodb:*", "Resource": "*"`),
        'Remove NotAction': statement(`"Effect": "Allow", ${who}, "Action": "dynamodb:*", "Resource": "*"`),
      },
    },
    {
      spec: spec(`{ "Statement": [«{» "Effect": "Allow", ${who}, "Action": "dynamodb:*" }] }`),
      says: 'Resource is missing in this Statement.',
    },
    {
      spec: two('"Sid": "one", ', '"Sid": «"one"», '),
      says: 'Another Statement has the Sid "one"',
      fixes: { 'Remove this Sid': two('"Sid": "one", ', '') },
    },
  ],
  fine: [
    statement(`"Effect": "Allow", ${who}, ${rest}`),
    spec(
      `{ "Statement": { "Effect": "allow", "Principal": "*", "NotAction": "x:y", "Resource": ["*"], "Condition": {} } }`,
    ),
    two('"Sid": "one", ', '"Sid": "two", '),
    spec('"FromSource"'),
  ],
});
