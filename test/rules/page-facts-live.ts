import { backupArn, backupRow, customerKeyIn, ordersBackup, ordersTable, systemRow } from './facts';
import type { Setting } from './page-facts';

const multiRegionKey = customerKeyIn('eu-west-1', {
  MultiRegion: true,
  MultiRegionConfiguration: {
    MultiRegionKeyType: 'PRIMARY',
    PrimaryKey: { Arn: multiRegionArn('eu-west-1'), Region: 'eu-west-1' },
    ReplicaKeys: [{ Arn: multiRegionArn('eu-central-1'), Region: 'eu-central-1' }],
  },
});

function multiRegionArn(region: string): string {
  return `arn:aws:kms:${region}:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab`;
}

const key = customerKeyIn('eu-west-1');
const ordersAlias = {
  AliasName: 'alias/orders',
  AliasArn: 'arn:aws:kms:eu-west-1:123456789012:alias/orders',
  TargetKeyId: key.KeyId,
};
const fiftyRestores = Array.from({ length: 50 }, (_, index) => ({
  region: 'eu-west-1',
  target: `Orders-${index + 10}`,
}));

/** What the examples of the pages are about whose rules look at the account. By code. */
export const liveSettings: Readonly<Record<string, Setting>> = {
  'backup-missing': { facts: { backup: 'missing', choices: { backups: [backupRow()] } }, rightFacts: {} },
  'backup-not-available': {
    facts: {
      backup: ordersBackup({ details: { BackupStatus: 'CREATING' } }),
      choices: { backups: [backupRow()] },
    },
    rightFacts: {},
  },
  'backup-expiring': {
    facts: { backup: ordersBackup({ details: { BackupExpiryDateTime: '2026-11-23T18:00:00.000Z' } }) },
    rightFacts: {},
  },
  'backup-type-aws-backup': {
    facts: { backup: ordersBackup({ details: { BackupType: 'AWS_BACKUP' } }) },
    rightFacts: {},
  },
  'source-missing-in-region': {
    facts: { source: 'missing', choices: { sourceTables: ['Customers', 'Orders'] } },
    rightFacts: {},
  },
  'cross-region-by-name': {
    facts: { source: 'missing', choices: { sourceInUse: ordersTable() } },
    rightFacts: {},
  },
  'source-being-deleted': {
    facts: { source: ordersTable({ TableStatus: 'DELETING' }), choices: { backups: [systemRow] } },
    rightFacts: {},
  },
  'point-in-time-off': {
    facts: { continuousBackups: { ContinuousBackupsStatus: 'ENABLED' }, choices: { backups: [backupRow()] } },
    rightFacts: {},
  },
  'encryption-key-region': { facts: { encryptionKey: multiRegionKey } },
  'encryption-key-missing': {
    facts: { encryptionKey: 'missing', choices: { aliases: [ordersAlias] } },
    rightFacts: {},
  },
  'encryption-key-managed-by-aws': {
    facts: { encryptionKey: { ...key, KeyManager: 'AWS' } },
    rightFacts: {},
  },
  'encryption-key-not-symmetric': {
    facts: { encryptionKey: { ...key, KeySpec: 'RSA_2048' }, sourceKey: key },
    rightFacts: {},
  },
  'encryption-key-not-enabled': {
    facts: { encryptionKey: { ...key, KeyState: 'Disabled' }, sourceKey: key },
    rightFacts: {},
  },
  'source-key-not-enabled': { facts: { sourceKey: { ...key, KeyState: 'Disabled' } }, rightFacts: {} },
  'backup-in-use': {
    facts: { runningRestores: [{ region: 'eu-west-1', target: 'Orders-today', backupArn }] },
    rightFacts: {},
  },
  'restores-at-limit': { facts: { runningRestores: fiftyRestores }, rightFacts: {} },
};
