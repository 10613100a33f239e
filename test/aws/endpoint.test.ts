import { expect, test } from 'vitest';
import { routeTo } from '../../server/aws/endpoint';

const cases: [endpoint: string, region: string, kind: string][] = [
  ['', 'eu-west-1', 'aws'],
  ['', 'us-gov-west-1', 'aws'],
  ['http://localhost:8000', 'eu-west-1', 'local'],
  ['http://localhost:8000/', 'eu-west-1', 'local'],
  ['https://localhost:8443', 'eu-west-1', 'local'],
  ['http://127.0.0.1:4566', 'eu-west-1', 'local'],
  ['http://127.8.9.10', 'eu-west-1', 'local'],
  ['http://[::1]:8000', 'eu-west-1', 'local'],
  ['https://dynamodb.eu-west-1.amazonaws.com', 'eu-west-1', 'aws-host'],
  ['https://dynamodb-fips.us-east-1.amazonaws.com', 'us-east-1', 'aws-host'],
  ['https://dynamodb.eu-west-1.api.aws', 'eu-west-1', 'aws-host'],
  ['https://123456789012.ddb.eu-west-1.amazonaws.com', 'eu-west-1', 'aws-host'],
  ['https://vpce-0123abcd-efgh.dynamodb.eu-west-1.vpce.amazonaws.com', 'eu-west-1', 'aws-host'],
  ['https://dynamodb.cn-north-1.amazonaws.com.cn', 'cn-north-1', 'aws-host'],
  // Another Region's or partition's host.
  ['https://dynamodb.eu-west-1.amazonaws.com', 'us-east-1', 'refused'],
  ['https://dynamodb.cn-north-1.amazonaws.com', 'cn-north-1', 'refused'],
  // Hosts at AWS that anyone can own.
  ['https://dynamodb.eu-west-1.amazonaws.com.evil.example', 'eu-west-1', 'refused'],
  ['https://evil.s3.eu-west-1.amazonaws.com', 'eu-west-1', 'refused'],
  ['https://dynamodb.s3.eu-west-1.amazonaws.com', 'eu-west-1', 'refused'],
  ['https://a.execute-api.eu-west-1.amazonaws.com', 'eu-west-1', 'refused'],
  ['https://evildynamodb.eu-west-1.amazonaws.com', 'eu-west-1', 'refused'],
  // Names that only look local.
  ['http://localhost.evil.example:8000', 'eu-west-1', 'refused'],
  ['http://127.0.0.1.evil.example', 'eu-west-1', 'refused'],
  ['http://127.0.0.1@evil.example', 'eu-west-1', 'refused'],
  ['http://0.0.0.0:8000', 'eu-west-1', 'refused'],
  ['http://10.0.0.7:8000', 'eu-west-1', 'refused'],
  ['http://[::ffff:10.0.0.7]:8000', 'eu-west-1', 'refused'],
  // Not https, not http, not plain.
  ['http://dynamodb.eu-west-1.amazonaws.com', 'eu-west-1', 'refused'],
  ['ftp://localhost:8000', 'eu-west-1', 'refused'],
  ['file:///etc/passwd', 'eu-west-1', 'refused'],
  ['javascript:alert(1)', 'eu-west-1', 'refused'],
  ['localhost:8000', 'eu-west-1', 'refused'],
  ['http://localhost:8000/path', 'eu-west-1', 'refused'],
  ['http://localhost:8000/?a=b', 'eu-west-1', 'refused'],
  ['http://user:word@localhost:8000', 'eu-west-1', 'refused'],
  ['nonsense', 'eu-west-1', 'refused'],
  [' ', 'eu-west-1', 'refused'],
  // A Region becomes part of a host name.
  ['', 'evil.example/', 'refused'],
  ['', 'eu-west-1.evil.example', 'refused'],
  ['', '', 'refused'],
  ['http://localhost:8000', 'eu_west_1', 'refused'],
];

test.each(cases)('endpoint %j in %j is: %s', (endpoint, region, kind) => {
  expect(routeTo(endpoint, region, [region]).kind).toBe(kind);
});

test('a refused endpoint is named without the password in it', () => {
  const route = routeTo('http://user:swordfish@10.0.0.7', 'eu-west-1', []);
  expect(route).toMatchObject({ kind: 'refused' });
  expect(JSON.stringify(route)).not.toContain('swordfish');
});

const partitions: [region: string, chosen: string[], endpoint: string, kind: string][] = [
  ['us-west-2', ['eu-west-1'], '', 'aws'],
  ['us-west-2', [], '', 'aws'],
  ['cn-north-1', ['eu-west-1', 'cn-northwest-1'], '', 'aws'],
  ['cn-north-1', ['eu-west-1'], '', 'refused'],
  ['cn-north-1', [], '', 'refused'],
  ['us-gov-west-1', ['us-west-2'], '', 'refused'],
  ['eu-west-1', ['cn-north-1'], '', 'refused'],
  ['cn-north-1', ['eu-west-1'], 'https://dynamodb.cn-north-1.amazonaws.com.cn', 'refused'],
  // The sandbox is given no credentials that anybody could use.
  ['cn-north-1', ['eu-west-1'], 'http://localhost:8000', 'local'],
];

test.each(partitions)('%s with %j chosen, at %j, is: %s', (region, chosen, endpoint, kind) => {
  expect(routeTo(endpoint, region, chosen).kind).toBe(kind);
});

test('a partition where nothing was chosen is refused with both names', () => {
  expect(routeTo('', 'cn-north-1', ['eu-west-1'])).toEqual({
    kind: 'refused',
    code: 'OtherPartition',
    why: 'cn-north-1 is in the partition aws-cn, the Region in use in aws.',
  });
});
