import type { Setting } from './page-facts';

const notPutBack = { besides: ['setting-not-applied'] };
/** As in an editor that has not asked AWS: a rule that looks at the account would say more. */
const offline = { facts: { backup: 'unknown' as const } };

const principals = Array.from(
  { length: 201 },
  (_, index) => `arn:aws:iam::${111_122_223_333 + index}:role/${'reader'.repeat(12)}`,
);

/** What the examples of the pages are about whose rules look at the text alone. By code. */
export const offlineSettings: Readonly<Record<string, Setting>> = {
  'backup-id-unusual': offline,
  'backup-expired': offline,
  'billing-mode-contradiction': offline,
  'local-index-hashes-differ': offline,
  'restore-time-too-recent': { facts: { continuousBackups: 'unknown' } },
  'index-not-restored': notPutBack,
  'warm-throughput-empty': notPutBack,
  'warm-throughput-too-low': notPutBack,
  'insights-listed-twice': notPutBack,
  'kinesis-arn-malformed': notPutBack,
  'kinesis-elsewhere': notPutBack,
  'policy-malformed': notPutBack,
  'policy-too-large': {
    ...notPutBack,
    expand: (printed) =>
      printed.includes('// Meant are ')
        ? printed.replace('["111122223333"]', () => JSON.stringify(principals))
        : printed,
  },
  'policy-open-to-all': notPutBack,
  'policy-locks-out': notPutBack,
  'policy-of-another-table': notPutBack,
  'policy-without-version': notPutBack,
  'replica-key': notPutBack,
  'replica-needs-scaling': notPutBack,
  'replica-stream': notPutBack,
  'scaling-on-demand': notPutBack,
  'scaling-listed-twice': notPutBack,
  'alarm-incomplete': notPutBack,
  'alarm-period': notPutBack,
  'alarm-named-twice': notPutBack,
  'alarm-of-another-table': notPutBack,
};
