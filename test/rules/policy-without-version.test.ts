import { testRule } from './marked';

const open = (policy: string) => `{ "AfterRestore": { «"ResourcePolicy"»: ${policy} } }`;
const spec = (policy: string) => open(policy).replace(/[«»]/g, '');
const statement = '"Statement": [{ "Effect": "Deny" }]';

testRule('policy-without-version', {
  wrong: [
    {
      spec: open(`{ ${statement} }`),
      says: 'Without Version this counts as the policy language of 2008',
      fixes: {
        'Add "Version": "2012-10-17"': spec(`{ ${statement}, "Version": "2012-10-17" }`),
        'Add "Version": "2008-10-17"': spec(`{ ${statement}, "Version": "2008-10-17" }`),
      },
    },
    {
      spec: open(`{ "Id": "x", ${statement} }`),
      says: 'plain text',
      fixes: {
        'Add "Version": "2012-10-17"': spec(`{ "Id": "x", ${statement}, "Version": "2012-10-17" }`),
        'Add "Version": "2008-10-17"': spec(`{ "Id": "x", ${statement}, "Version": "2008-10-17" }`),
      },
    },
    {
      spec: open('{ "Statement": {} }'),
      says: '${aws:username}',
      fixes: {
        'Add "Version": "2012-10-17"': spec('{ "Statement": {}, "Version": "2012-10-17" }'),
        'Add "Version": "2008-10-17"': spec('{ "Statement": {}, "Version": "2008-10-17" }'),
      },
    },
  ],
  fine: [spec(`{ "Version": "2008-10-17", ${statement} }`), spec('{}'), spec('"FromSource"')],
});
