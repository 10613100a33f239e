import { describe, expect, test } from 'vitest';
import type { Facts } from '../../server/core/facts';
import { plan, type Plan, type Planned } from '../../server/core/plan';
import { planJson } from '../../server/core/reports/plan-json';
import { planMarkdown } from '../../server/core/reports/plan-markdown';
import { planText } from '../../server/core/reports/plan-text';
import { parseSpec } from '../../server/core/spec/spec';
import {
  BACKUP_ARN,
  byCustomer,
  byStatus,
  facts,
  fromBackup,
  fromTable,
  onDemandBackup,
  sourceGone,
  systemBackup,
} from './world';

/** A spec, what differs from the usual facts; the answer stands in `<name>.txt` beside this file. */
type Case = [name: string, spec: object, changes?: Partial<Facts>];

const units = { ProvisionedThroughput: { ReadCapacityUnits: 7, WriteCapacityUnits: 3 } };
const system = { ...fromBackup, BackupArn: systemBackup.BackupDetails.BackupArn };

const cases: Case[] = [
  ['backup as recorded', fromBackup],
  ['backup with everything from the source', { ...fromBackup, AfterRestore: { Default: 'FromSource' } }],
  [
    'backup with stream and time to live from the backup',
    {
      ...fromBackup,
      AfterRestore: { StreamSpecification: 'FromBackup', TimeToLiveSpecification: 'FromBackup' },
    },
  ],
  [
    'settings written out',
    {
      ...fromBackup,
      AfterRestore: {
        TableClass: 'STANDARD_INFREQUENT_ACCESS',
        DeletionProtectionEnabled: true,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
        TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
        Tags: [
          { Key: 'team', Value: 'orders' },
          { Key: 'restored', Value: 'yes' },
        ],
      },
    },
  ],
  [
    'settings that a new table has anyway',
    { ...fromBackup, AfterRestore: { DeletionProtectionEnabled: false, TableClass: 'STANDARD' } },
  ],
  ['on demand instead of provisioned', { ...fromBackup, BillingModeOverride: 'PAY_PER_REQUEST' }],
  [
    'provisioned instead of on demand',
    {
      ...fromBackup,
      BillingModeOverride: 'PROVISIONED',
      ProvisionedThroughputOverride: { ReadCapacityUnits: 20, WriteCapacityUnits: 10 },
      GlobalSecondaryIndexOverride: [{ ...byStatus, ...units }],
    },
    { backup: onDemandBackup },
  ],
  ['on demand as recorded', fromBackup, { backup: onDemandBackup }],
  [
    'on demand with other maxima',
    { ...fromBackup, OnDemandThroughputOverride: { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 100 } },
    { backup: onDemandBackup },
  ],
  ['no global index', { ...fromBackup, GlobalSecondaryIndexOverride: [] }],
  ['one global index of two', { ...fromBackup, GlobalSecondaryIndexOverride: [{ ...byCustomer, ...units }] }],
  ['no local index', { ...fromBackup, LocalSecondaryIndexOverride: [] }],
  ['owned by AWS', { ...fromBackup, SSESpecificationOverride: { Enabled: false } }],
  [
    'another Region and its managed key',
    { ...fromBackup, Region: 'eu-central-1', SSESpecificationOverride: { Enabled: true, SSEType: 'KMS' } },
  ],
  ['latest point in time', fromTable],
  [
    'a point in time with settings from the source',
    {
      SourceTableArn: fromTable.SourceTableArn,
      RestoreDateTime: '2026-11-20T09:30:00+01:00',
      TargetTableName: 'Orders-restored',
      AfterRestore: { Default: 'FromSource', TimeToLiveSpecification: 'Skip' },
    },
  ],
  ['deleted table', system, { backup: systemBackup, ...sourceGone }],
  [
    'deleted source with settings by default',
    { ...fromBackup, AfterRestore: { Default: 'FromSource' } },
    sourceGone,
  ],
  // Refused.
  [
    'refused, deleted source with a setting by name',
    { ...fromBackup, AfterRestore: { Tags: 'FromSource' } },
    sourceGone,
  ],
  [
    'refused, settings of a backup that recorded none',
    { ...system, AfterRestore: { StreamSpecification: 'FromBackup' } },
    { backup: systemBackup, ...sourceGone },
  ],
  [
    'refused, a setting this version cannot apply',
    { ...fromBackup, AfterRestore: { ContributorInsights: [{}] } },
  ],
  [
    'refused, a settings snapshot',
    { ...fromBackup, AfterRestore: { SettingsSnapshot: 'orders.ddbsettings.json', Tags: 'FromSnapshot' } },
  ],
  ['refused, nobody is signed in', fromBackup, { caller: 'unknown' }],
  ['refused, target not looked at', fromBackup, { target: 'unknown' }],
  ['refused, backup not looked at', fromBackup, { backup: 'unknown' }],
  ['refused, source table not looked at', fromTable, { source: 'unknown' }],
  ['refused, window not looked at', fromTable, { continuousBackups: 'unknown' }],
  ['refused, misspelt key', { ...fromBackup, GlobalSecondaryIndexOverrides: [] }],
];

function answerTo(planned: Planned): string {
  if (planned.kind === 'plan') return planText(planned.plan);
  return [
    'refused',
    ...planned.problems.map(({ code, message }) => `error ${code}: ${message}`),
    ...planned.unchecked.map(
      ({ code, title, lacks }) => `not checked ${code}: ${title} (lacks ${lacks.join(', ')})`,
    ),
    '',
  ].join('\n');
}

test.each(cases)('plan: %s', async (name, spec, changes = {}) => {
  const planned = plan(parseSpec(JSON.stringify(spec)), { ...facts, ...changes });
  expect(planned.kind).toBe(name.startsWith('refused') ? 'refused' : 'plan');
  await expect(answerTo(planned)).toMatchFileSnapshot(`./${name.replaceAll(/[ ,]+/g, '-')}.txt`);
});

function planned(spec: object | string, changes: Partial<Facts> = {}): Plan {
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec);
  const answer = plan(parseSpec(text), { ...facts, ...changes });
  if (answer.kind !== 'plan') throw new Error(JSON.stringify(answer));
  return answer.plan;
}

describe('what is sent', () => {
  test('is the spec without our own keys, value for value', () => {
    const spec = {
      ...fromBackup,
      Description: 'x',
      GlobalSecondaryIndexOverride: [],
      SSESpecificationOverride: {},
      Verify: {},
    };
    const { AccountId: _account, Region: _region, Description: _words, Verify: _verify, ...request } = spec;
    expect(planned(spec).input).toEqual(request);
  });
});

describe('the identity of a plan', () => {
  const base = planned({ ...fromBackup, AfterRestore: { Default: 'FromSource' } });

  test.each<[string, object | string, Partial<Facts>]>([
    [
      'sizes and the time of day',
      { ...fromBackup, AfterRestore: { Default: 'FromSource' } },
      {
        now: facts.now + 86_400_000,
        backup: { ...onlyBackup(), BackupDetails: { ...onlyBackup().BackupDetails, BackupSizeBytes: 1 } },
      },
    ],
    [
      'comments, order of keys and words for people',
      `// why\n{ "AfterRestore": {"Default":"FromSource"}, "TargetTableName": "Orders-restored", "BackupArn": "${BACKUP_ARN}", "Description": "d" }`,
      {},
    ],
  ])('does not hang on %s', (_name, spec, changes) => {
    expect(planned(spec, changes).identity).toBe(base.identity);
  });

  test.each<[string, object, Partial<Facts>]>([
    ['the target', { TargetTableName: 'Orders-2' }, {}],
    ['an override', { GlobalSecondaryIndexOverride: [] }, {}],
    ['the destination', { Region: 'eu-central-1', SSESpecificationOverride: { Enabled: false } }, {}],
    ['a step', { AfterRestore: { Default: 'FromSource', Tags: 'Skip' } }, {}],
    ['what a step will write', {}, { sourceTags: [{ Key: 'team', Value: 'billing' }] }],
    [
      'the account',
      { AccountId: undefined },
      { caller: { Account: '210987654321', Arn: 'arn:aws:iam::210987654321:user/ann' } },
    ],
  ])('hangs on %s', (_name, spec, changes) => {
    const whole = { ...fromBackup, AfterRestore: { Default: 'FromSource' }, ...spec };
    const text = JSON.stringify(whole).replaceAll(
      '123456789012',
      changes.caller ? '210987654321' : '123456789012',
    );
    expect(planned(text, changes).identity).not.toBe(base.identity);
  });

  test('tells two tables of one name apart', () => {
    const { source } = facts;
    if (source === 'unknown' || source === 'missing') throw new Error('the usual facts have a source');
    const reborn = { ...source, TableId: '6a5c5d4e-0000-4000-8000-000000000002' };
    expect(planned(fromTable, { source: reborn }).identity).not.toBe(planned(fromTable).identity);
  });
});

function onlyBackup(): Exclude<Facts['backup'], string> {
  if (typeof facts.backup === 'string') throw new Error('the usual facts have a backup');
  return facts.backup;
}

test('no name in the request turns or hides the text that is confirmed, and JSON keeps it', () => {
  const name = 'o-\u202e1001\u009b2J\u{e0041}';
  const odd = planned({
    ...fromBackup,
    SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: `alias/${name}` },
  });
  for (const text of [planText(odd), planMarkdown(odd), planJson(odd, 'hash')]) {
    expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|[^\n\P{Cc}]/u);
    expect(text).toContain(String.raw`\u202e1001\u009b2J\udb40\udc41`);
  }
  expect(JSON.parse(planJson(odd, 'hash'))).toMatchObject({ input: odd.input });
});

test('the plan for a pull request shows what changes, and every name as code', async () => {
  const text = planMarkdown(
    planned(
      { ...fromBackup, AfterRestore: { Default: 'FromSource' } },
      { sourceTags: [{ Key: '`](http://evil.example)', Value: '|x|' }] },
    ),
  );
  await expect(text).toMatchFileSnapshot('./pull-request.txt');
});
