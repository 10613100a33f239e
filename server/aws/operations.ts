import {
  CreateBackupCommand,
  DeleteBackupCommand,
  DescribeBackupCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  ListBackupsCommand,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
  ScanCommand,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand, ListAliasesCommand } from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { ReadCalls, WriteCalls } from '../run/ports';

export interface Operation {
  service: 'dynamodb' | 'kms' | 'sts';
  /** A class of the SDK; each wants its own input type, which the port has checked already. */
  command: new (input: never) => object;
  /** Members without which a success is none: dotted paths into the answer. */
  needs: string[];
}

function dynamodb(command: Operation['command'], ...needs: string[]): Operation {
  return { service: 'dynamodb', command, needs };
}

function kms(command: Operation['command'], ...needs: string[]): Operation {
  return { service: 'kms', command, needs };
}

function table(at: string): string[] {
  return ['TableName', 'TableArn', 'TableId', 'TableStatus'].map((member) => `${at}.${member}`);
}

function backup(at: string): string[] {
  return ['BackupArn', 'BackupName', 'BackupStatus', 'BackupType', 'BackupCreationDateTime'].map(
    (member) => `${at}.${member}`,
  );
}

/** Sent by clients that repeat a failed request. */
export const READS: { [Name in keyof ReadCalls]: Operation } = {
  GetCallerIdentity: { service: 'sts', command: GetCallerIdentityCommand, needs: ['Account', 'Arn'] },
  ListTables: dynamodb(ListTablesCommand, 'TableNames'),
  DescribeTable: dynamodb(DescribeTableCommand, ...table('Table'), 'Table.KeySchema'),
  ListBackups: dynamodb(ListBackupsCommand, 'BackupSummaries'),
  DescribeBackup: dynamodb(
    DescribeBackupCommand,
    ...backup('BackupDescription.BackupDetails'),
    'BackupDescription.SourceTableDetails.TableName',
    'BackupDescription.SourceTableDetails.TableId',
    'BackupDescription.SourceTableDetails.KeySchema',
    'BackupDescription.SourceTableFeatureDetails',
  ),
  DescribeContinuousBackups: dynamodb(
    DescribeContinuousBackupsCommand,
    'ContinuousBackupsDescription.ContinuousBackupsStatus',
  ),
  DescribeTimeToLive: dynamodb(DescribeTimeToLiveCommand, 'TimeToLiveDescription'),
  ListTagsOfResource: dynamodb(ListTagsOfResourceCommand, 'Tags'),
  GetItem: dynamodb(GetItemCommand),
  Scan: dynamodb(ScanCommand, 'Items'),
  DescribeKey: kms(DescribeKeyCommand, 'KeyMetadata.KeyId', 'KeyMetadata.Arn'),
  ListAliases: kms(ListAliasesCommand, 'Aliases'),
};

/** Sent once, by clients that repeat nothing. */
export const WRITES: { [Name in keyof WriteCalls]: Operation } = {
  CreateBackup: dynamodb(CreateBackupCommand, ...backup('BackupDetails')),
  DeleteBackup: dynamodb(DeleteBackupCommand, 'BackupDescription.BackupDetails.BackupArn'),
  RestoreTableFromBackup: dynamodb(RestoreTableFromBackupCommand, ...table('TableDescription')),
  RestoreTableToPointInTime: dynamodb(RestoreTableToPointInTimeCommand, ...table('TableDescription')),
  UpdateTable: dynamodb(UpdateTableCommand, ...table('TableDescription')),
  UpdateContinuousBackups: dynamodb(
    UpdateContinuousBackupsCommand,
    'ContinuousBackupsDescription.ContinuousBackupsStatus',
  ),
  UpdateTimeToLive: dynamodb(UpdateTimeToLiveCommand, 'TimeToLiveSpecification'),
  TagResource: dynamodb(TagResourceCommand),
};
