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

const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const KEY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/${KEY_ID}`;
const MRK = 'mrk-1234abcd12ab34cd56ef1234567890ab';
const mrkArn = (region: string) => `arn:aws:kms:${region}:${ACCOUNT}:key/${MRK}`;
const replica = (Region: string, Arn = mrkArn(Region)) => ({ Arn, Region });
const multiRegion = (...ReplicaKeys: object[]) => ({
  KeyId: MRK,
  Arn: mrkArn(REGION),
  MultiRegionConfiguration: { PrimaryKey: replica('us-east-1'), ReplicaKeys },
});

const keys: [what: string, asked: string, answered: object, believed: boolean][] = [
  ['asked for by its id', KEY_ID, { KeyId: KEY_ID, Arn: KEY_ARN }, true],
  ['asked for by its ARN', KEY_ARN, { KeyId: KEY_ID, Arn: KEY_ARN }, true],
  ['behind an alias', 'alias/orders', { KeyId: KEY_ID, Arn: KEY_ARN }, true],
  ['of several Regions', MRK, multiRegion(replica(REGION), replica('eu-central-1')), true],
  ['other than the one asked for', KEY_ID.replace('1', '2'), { KeyId: KEY_ID, Arn: KEY_ARN }, false],
  ['of another Region', 'alias/orders', { KeyId: KEY_ID, Arn: KEY_ARN.replace(REGION, 'us-east-1') }, false],
  ['of another partition', KEY_ID, { KeyId: KEY_ID, Arn: KEY_ARN.replace('arn:aws:', 'arn:aws-cn:') }, false],
  ['without an ARN of its own', KEY_ID, { KeyId: KEY_ID, Arn: 'orders' }, false],
  ['with the replica of another key', MRK, multiRegion(replica('eu-central-1', KEY_ARN)), false],
  ['with a replica of another Region', MRK, multiRegion(replica('eu-central-1', mrkArn('eu-west-2'))), false],
];

test.each(keys)('a key %s', async (_what, KeyId, KeyMetadata, believed) => {
  const service = await serviceAnswering({ KeyMetadata });
  const answer = service.account().read(REGION, 'DescribeKey', { KeyId });
  if (believed) expect(await answer).toEqual({ KeyMetadata });
  else expect(await failureOfCall(answer)).toMatchObject({ code: 'ForeignAnswer', operation: 'DescribeKey' });
});

test('an alias of another Region is not believed', async () => {
  const AliasArn = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/orders`;
  const service = await serviceAnswering({ Aliases: [{ AliasName: 'alias/orders', AliasArn }] });
  expect(await failureOfCall(service.account().read(REGION, 'ListAliases', {}))).toMatchObject({
    code: 'ForeignAnswer',
  });
});
