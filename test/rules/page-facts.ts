import type { Facts } from '../../server/core/facts';
import {
  customerKeyIn,
  now,
  ordersBackup,
  ordersTable,
  provisionedBackup,
  systemBackup,
  vectorBackup,
  window,
} from './facts';
import { liveSettings } from './page-facts-live';
import { offlineSettings } from './page-facts-offline';

/** What is known while the examples of the pages are checked, where their rule does not need it otherwise. */
export const everythingKnown: Partial<Facts> = {
  regionInUse: 'eu-west-1',
  caller: { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/me' },
  backup: ordersBackup(),
  source: ordersTable(),
  continuousBackups: window('2026-11-18T10:00:00Z', '2026-11-23T09:55:00Z'),
  sourceTimeToLive: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
  sourceTags: [],
  target: 'missing',
  encryptionKey: customerKeyIn('eu-west-1'),
  sourceKey: 'none',
  runningRestores: [],
};

/** What the examples of a page are about. */
export interface Setting {
  /** Facts that differ from `everythingKnown`. */
  facts?: Partial<Facts>;
  /** Where the right example is about another backup or table, or about a later moment: instead of `facts`. */
  rightFacts?: Partial<Facts>;
  /** Codes of errors that both examples have as well; the page tells why. */
  besides?: readonly string[];
  /** Makes the text that is meant of one that cannot be printed in full. */
  expand?: (printed: string) => string;
}

/** The entry of the only list, so many times under names of their own, where the text says that more are meant. */
function repeated(printed: string, times: number): string {
  if (!printed.includes('// Meant are ')) return printed;
  const [, before = '', entry = '', after = ''] =
    /^([\s\S]*: \[\n)( {4}\{[\s\S]*? {4}\},\n)([\s\S]*)$/.exec(printed) ?? [];
  const named = (index: number): string => entry.replace(/"IndexName": "\w+/, (name) => `${name}${index}`);
  return before + Array.from({ length: times }, (_, index) => named(index)).join('') + after;
}

const twentyNames = JSON.stringify(Array.from({ length: 20 }, (_, index) => `attribute${index}`));

const customerKey = {
  Status: 'ENABLED',
  SSEType: 'KMS' as const,
  KMSMasterKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

const withoutIndexes = { backup: ordersBackup({ features: { GlobalSecondaryIndexes: [] } }) };

const fiveIndexes = ['status', 'customerId', 'region', 'carrier', 'total'].map((name) => ({
  IndexName: name === 'status' ? 'byStatus' : `by-${name}`,
  KeySchema: [{ AttributeName: name, KeyType: 'HASH' as const }],
  Projection: { ProjectionType: 'KEYS_ONLY' as const },
}));

const recoveryTwoMinutesOld = {
  continuousBackups: window('2026-11-23T09:58:00Z', '2026-11-23T09:58:00Z'),
};

/** As in an editor that has not asked AWS: a rule that compares with the backup would say more. */
const offline = { backup: 'unknown' as const };

/** By code; a rule whose examples need no facts of their own is not here. */
export const settings: Readonly<Record<string, Setting>> = {
  'too-deep': { expand: (printed) => printed.replace('[[[[ ]]]]', '['.repeat(101) + ']'.repeat(101)) },
  'too-large': {
    expand: (printed) => printed.replace(/\/\/ Meant is .*/, (comment) => comment.padEnd(1024 ** 2, '.')),
  },
  'account-mismatch': { facts: { caller: 'unknown' } },
  'backup-missing': { facts: { backup: 'missing' }, rightFacts: {} },
  'backup-not-available': {
    facts: { backup: ordersBackup({ details: { BackupStatus: 'CREATING' } }) },
    rightFacts: {},
  },
  'source-missing-in-region': { facts: { source: 'missing' }, rightFacts: {} },
  'cross-region-by-name': { facts: { source: 'missing' }, rightFacts: {} },
  'source-being-deleted': { facts: { source: ordersTable({ TableStatus: 'DELETING' }) } },
  'point-in-time-off': { facts: { continuousBackups: { ContinuousBackupsStatus: 'ENABLED' } } },
  'restore-time-too-old': { facts: { continuousBackups: 'unknown' } },
  'point-in-time-young': {
    facts: recoveryTwoMinutesOld,
    rightFacts: { ...recoveryTwoMinutesOld, now: now + 360_000 },
  },
  'encryption-key-kept': { facts: { backup: ordersBackup({ features: { SSEDescription: customerKey } }) } },
  'on-demand-limits-forbidden': { facts: { backup: provisionedBackup() } },
  'capacity-over-quota': { facts: withoutIndexes },
  'provisioned-without-capacity': { facts: withoutIndexes },
  'too-many-indexes': { facts: offline, expand: (printed) => repeated(printed, 21) },
  'projected-attributes': {
    facts: offline,
    expand: (printed) => repeated(printed, 6).replaceAll('["status", "total"]', twentyNames),
  },
  'index-keys': { facts: offline },
  'index-projection': { facts: offline },
  'search-schema': { facts: offline },
  'index-capacity-missing': { facts: { backup: provisionedBackup() } },
  'vector-index-needs-on-demand': { facts: { backup: vectorBackup() } },
  'indexes-not-recorded': { facts: { backup: systemBackup(), source: 'missing' } },
  'all-indexes-restored': {
    facts: { backup: ordersBackup({ features: { GlobalSecondaryIndexes: fiveIndexes } }) },
  },
  'restore-under-way': {
    facts: {
      ownRestore: { startedAt: '2026-11-23T09:57:00Z' },
      target: ordersTable({ TableName: 'Orders-2' }),
    },
    rightFacts: {},
  },
  'target-exists': { facts: { target: ordersTable({ TableName: 'Orders-2' }) } },
  'from-source-missing': { facts: { source: 'missing' } },
  'default-source-missing': { facts: { source: 'missing' } },
  'local-index-hash': { facts: { backup: systemBackup() } },
  'replica-in-destination': { besides: ['setting-not-applied'] },
  'snapshot-unnamed': { besides: ['setting-not-applied'] },
  'out-of-range': { facts: withoutIndexes },
  'scaling-range': { besides: ['setting-not-applied'] },
  ...liveSettings,
  ...offlineSettings,
};
