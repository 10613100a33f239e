import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../server/core/check';
import type { Facts } from '../../server/core/facts';
import { parseSpec } from '../../server/core/spec/spec';
import {
  backupArn,
  byName,
  byStatus,
  customerKeyIn,
  fromBackup,
  fromTable,
  known,
  ordersArn,
  ordersBackup,
  ordersTable,
  window,
  withMore,
} from '../rules/facts';

/** What was measured at the real service: see `test/facts/README.md`. */
interface Case {
  id: string;
  when: { operation: string };
  then: { error: string | null };
}

const file = path.resolve(import.meta.dirname, '../facts/aws-behaviour.json');
const refused = (JSON.parse(readFileSync(file, 'utf8')) as Case[])
  .filter(({ when, then }) => when.operation.startsWith('RestoreTable') && then.error !== null)
  .map(({ id }) => id);

const other = '210987654321';
const pitrOn = {
  source: ordersTable(),
  continuousBackups: window('2026-11-01T00:00:00Z', '2026-11-23T09:55:00Z'),
};
const exists = { target: ordersTable({ TableName: 'Orders-2' }) };
const kms = (key: string) =>
  `"SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": "${key}" }`;
const units = '{ "ReadCapacityUnits": 7, "WriteCapacityUnits": 7 }';
const running = { runningRestores: [{ region: 'eu-west-1', target: 'Orders-3', backupArn }] };

/** For each refusal that was measured: a file that asks for it, what is known, and the rule that says so first. */
const said: Readonly<Record<string, [text: string, code: string, facts?: Partial<Facts>]>> = {
  'restore-into-creating-restore-target': [`{ ${fromBackup} }`, 'target-exists', exists],
  'restore-into-deleting-table': [
    `{ ${fromBackup} }`,
    'target-exists',
    { target: ordersTable({ TableName: 'Orders-2', TableStatus: 'DELETING' }) },
  ],
  'restore-second-from-same-backup': [`{ ${fromBackup} }`, 'backup-in-use', running],
  'restore-second-from-same-backup-other-region': [
    `{ ${fromBackup}, "Region": "eu-west-2", "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" } }`,
    'backup-in-use',
    running,
  ],
  'restore-precedence-target-before-backup-in-use': [
    `{ ${fromBackup} }`,
    'target-exists',
    { ...exists, ...running },
  ],
  'restore-backup-missing': [`{ ${fromBackup} }`, 'backup-missing', { backup: 'missing' }],
  'restore-backup-other-account': [
    `{ ${fromBackup} }`,
    'caller-mismatch',
    { caller: { Account: other, Arn: `arn:aws:iam::${other}:user/kim` } },
  ],
  'restore-target-name-empty': [`{ "BackupArn": "${backupArn}", "TargetTableName": "" }`, 'out-of-range'],
  'restore-target-name-bad-chars': [
    byName.replace('Orders-2', 'bad name!').replace(/^.*$/, '{ $& }'),
    'bad-pattern',
  ],
  'pitr-restore-disabled-source': [
    `{ ${byName} }`,
    'point-in-time-off',
    { source: ordersTable(), continuousBackups: { ContinuousBackupsStatus: 'ENABLED' } },
  ],
  'pitr-restore-no-time': [
    `{ "SourceTableArn": "${ordersArn}", "TargetTableName": "Orders-2" }`,
    'point-in-time-missing',
  ],
  'pitr-restore-latest-false': [`{ ${byName.replace('true', 'false')} }`, 'point-in-time-missing'],
  'pitr-restore-missing-source-name': [`{ ${byName} }`, 'source-missing-in-region', { source: 'missing' }],
  'pitr-restore-missing-source-arn': [`{ ${fromTable} }`, 'source-missing-in-region', { source: 'missing' }],
  'pitr-restore-other-account-arn': [`{ ${fromTable}, "AccountId": "${other}" }`, 'account-mismatch'],
  'pitr-restore-target-exists': [`{ ${byName} }`, 'target-exists', { ...pitrOn, ...exists }],
  'pitr-restore-target-deleting': [
    `{ ${byName} }`,
    'target-exists',
    { ...pitrOn, target: ordersTable({ TableName: 'Orders-2', TableStatus: 'DELETING' }) },
  ],
  'pitr-precedence-off-and-target-exists': [
    `{ ${byName} }`,
    'point-in-time-off',
    { ...exists, continuousBackups: { ContinuousBackupsStatus: 'ENABLED' } },
  ],
  'pitr-precedence-bad-time-and-target': [
    `{ "SourceTableName": "Orders", "TargetTableName": "Orders-2", "RestoreDateTime": "2026-10-30T00:00:00Z" }`,
    'restore-time-outside-window',
    { ...pitrOn, ...exists },
  ],
  'pitr-precedence-missing-source-and-target': [
    `{ ${byName} }`,
    'source-missing-in-region',
    { source: 'missing', ...exists },
  ],
  'pitr-source-deleting-later': [
    `{ ${byName} }`,
    'source-being-deleted',
    { source: ordersTable({ TableStatus: 'DELETING' }) },
  ],
  'xr-backup-without-sse': [`{ ${fromBackup}, "Region": "us-east-1" }`, 'cross-region-needs-encryption'],
  'xr-home-call-with-foreign-arn-region': [
    `{ ${fromBackup.replace('eu-west-1', 'eu-west-2')}, "Region": "eu-west-1" }`,
    'cross-region-needs-encryption',
  ],
  'xr-pitr-by-name': [
    `{ ${byName}, "Region": "us-east-1" }`,
    'cross-region-by-name',
    { source: 'missing', regionInUse: 'eu-west-1' },
  ],
  'enc-alias-missing': [
    `{ ${fromBackup}, ${kms('alias/nope')} }`,
    'encryption-key-missing',
    { encryptionKey: 'missing' },
  ],
  'enc-key-missing': [
    `{ ${fromBackup}, ${kms('1234abcd-12ab-34cd-56ef-1234567890ab')} }`,
    'encryption-key-missing',
    { encryptionKey: 'missing' },
  ],
  'enc-key-disabled': [
    `{ ${fromBackup}, ${kms('alias/orders')} }`,
    'encryption-key-not-enabled',
    { encryptionKey: customerKeyIn('eu-west-1', { KeyState: 'Disabled' }) },
  ],
  'enc-key-hmac-or-rsa-backup': [
    `{ ${fromBackup}, ${kms('alias/orders')} }`,
    'encryption-key-not-symmetric',
    { encryptionKey: customerKeyIn('eu-west-1', { KeySpec: 'RSA_2048' }) },
  ],
  'enc-key-hmac-pitr': [
    `{ ${byName}, ${kms('alias/orders')} }`,
    'encryption-key-not-symmetric',
    { regionInUse: 'eu-west-1', encryptionKey: customerKeyIn('eu-west-1', { KeySpec: 'HMAC_256' }) },
  ],
  'idx-gsi-throughput-with-on-demand': [
    `{ ${fromBackup}, "BillingModeOverride": "PAY_PER_REQUEST", "GlobalSecondaryIndexOverride": [${withMore(byStatus, `"ProvisionedThroughput": ${units}`)}] }`,
    'index-capacity-forbidden',
  ],
  'idx-gsi-entry-empty': [`{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{}] }`, 'missing-key'],
  'idx-lsi-entry-empty': [`{ ${fromBackup}, "LocalSecondaryIndexOverride": [{}] }`, 'missing-key'],
  'restore-billing-invalid': [`{ ${fromBackup}, "BillingModeOverride": "BOGUS" }`, 'bad-enum'],
  'tp-provisioned-on-on-demand-backup': [
    `{ ${fromBackup}, "ProvisionedThroughputOverride": ${units} }`,
    'capacity-without-provisioned',
    { backup: ordersBackup() },
  ],
  'tp-provisioned-mode-without-throughput': [
    `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED" }`,
    'provisioned-without-capacity',
  ],
  'tp-provisioned-with-on-demand-mode': [
    `{ ${fromBackup}, "BillingModeOverride": "PAY_PER_REQUEST", "ProvisionedThroughputOverride": ${units} }`,
    'capacity-without-provisioned',
  ],
  'tp-on-demand-empty-trap': [
    `{ ${fromBackup}, "OnDemandThroughputOverride": {} }`,
    'on-demand-limits-empty',
  ],
};

describe('every refusal of a restore that was measured', () => {
  test('has a rule that says it', () => {
    expect(Object.keys(said).toSorted()).toEqual(refused.toSorted());
  });

  test.each(Object.entries(said))(
    '%s: the service would say it first, and so do we',
    (_, [text, code, facts]) => {
      const errors = check(parseSpec(text), known(facts)).problems.filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors[0]?.code).toBe(code);
    },
  );
});
