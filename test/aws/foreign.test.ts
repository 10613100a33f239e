import { expect, test } from 'vitest';
import {
  ACCOUNT,
  answer,
  BACKUP_ARN,
  BACKUP_DETAILS,
  failureOfCall,
  fakeService,
  REGION,
  TABLE,
  TABLE_ARN,
  type FakeService,
} from './fake-service';

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${ACCOUNT}:user/ann</Arn><UserId>U</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>R</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;

/** A service for account 123456789012 that answers everything else with `body`. */
async function serviceAnswering(body: object): Promise<FakeService> {
  return fakeService((response, seen, socket) => {
    if (seen.operation !== 'GetCallerIdentity') return answer(body)(response, seen, socket);
    response.writeHead(200, { 'x-amzn-requestid': 'R' });
    response.end(identity);
  });
}

const elsewhere: [what: string, arn: string][] = [
  ['another account', TABLE_ARN.replace(ACCOUNT, '999999999999')],
  ['another Region', TABLE_ARN.replace(REGION, 'us-east-1')],
  ['another partition', TABLE_ARN.replace('arn:aws:', 'arn:aws-cn:')],
  ['nothing at all', 'Orders'],
];

test.each(elsewhere)('a table of %s is not believed', async (_what, TableArn) => {
  const service = await serviceAnswering({ Table: { ...TABLE, TableArn } });
  const account = service.account();
  expect(await account.read(REGION, 'GetCallerIdentity', {})).toMatchObject({ Account: ACCOUNT });
  const failure = await failureOfCall(account.read(REGION, 'DescribeTable', { TableName: 'Orders' }));
  expect(failure).toMatchObject({ code: 'ForeignAnswer', mayHaveArrived: true });
});

test.each(elsewhere)('a page with one backup of %s is not believed', async (_what, TableArn) => {
  const own = { ...BACKUP_DETAILS, TableArn: TABLE_ARN };
  const forged = { ...BACKUP_DETAILS, TableArn, BackupArn: `${TableArn}/backup/01791504762511-2779fadd` };
  const service = await serviceAnswering({ BackupSummaries: [own, own, forged] });
  const account = service.account();
  await account.read(REGION, 'GetCallerIdentity', {});
  expect(await failureOfCall(account.read(REGION, 'ListBackups', {}))).toMatchObject({
    code: 'ForeignAnswer',
  });
});

test('before the account is known, Region and partition count', async () => {
  const service = await serviceAnswering({
    Table: { ...TABLE, TableArn: TABLE_ARN.replace(ACCOUNT, '999999999999') },
  });
  await service.account().read(REGION, 'DescribeTable', { TableName: 'Orders' });
});

test('a restore may name a source in another Region', async () => {
  const RestoreSummary = {
    SourceTableArn: TABLE_ARN.replace(REGION, 'us-east-1'),
    RestoreDateTime: 1_795_163_400,
    RestoreInProgress: true,
  };
  const service = await serviceAnswering({ Table: { ...TABLE, RestoreSummary } });
  const { Table } = await service.account().read(REGION, 'DescribeTable', { TableName: 'Orders' });
  expect(Table.RestoreSummary?.SourceTableArn).toContain('us-east-1');
});

test('an answer about another table than asked for is not believed', async () => {
  const service = await serviceAnswering({ Table: { ...TABLE, TableName: 'Invoices' } });
  const failure = await failureOfCall(
    service.account().read(REGION, 'DescribeTable', { TableName: 'Orders' }),
  );
  expect(failure.code).toBe('ForeignAnswer');
});

test('the deletion of another backup than asked for is not believed', async () => {
  const other = { ...BACKUP_DETAILS, BackupArn: BACKUP_ARN.replace('2779fadd', '00000001') };
  const service = await serviceAnswering({ BackupDescription: { BackupDetails: other } });
  const failure = await failureOfCall(
    service.account().write(REGION, 'DeleteBackup', { BackupArn: BACKUP_ARN }),
  );
  expect(failure).toMatchObject({ code: 'ForeignAnswer', mayHaveArrived: true });
});
