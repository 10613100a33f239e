import { describe, expect, test } from 'vitest';
import { check, soundFixes } from '../../server/core/check';
import type { Facts } from '../../server/core/facts';
import { rules } from '../../server/core/rules';
import { parseSpec } from '../../server/core/spec/spec';
import {
  customerKeyIn,
  backupArn,
  fromBackup,
  fromTable,
  known,
  ordersBackup,
  ordersTable,
} from '../rules/facts';
import { samples } from './samples';

const codes = (text: string, facts: Partial<Facts> = {}) =>
  check(parseSpec(text), known(facts)).problems.map(({ code }) => code);
const errors = (text: string, facts: Partial<Facts> = {}) =>
  check(parseSpec(text), known(facts)).problems.filter(({ severity }) => severity === 'error');

describe('checking a spec', () => {
  test.each(samples.slice(0, 2).map((sample) => [sample]))('finds no error in a good one: %#', (sample) =>
    expect(errors(sample, { backup: ordersBackup(), source: ordersTable(), target: 'missing' })).toEqual([]),
  );

  test('a filled-in skeleton of the AWS CLI is a valid spec', () => {
    const skeleton = `{
      "TargetTableName": "Orders-2", "BackupArn": "${backupArn}", "BillingModeOverride": "PROVISIONED",
      "GlobalSecondaryIndexOverride": [{ "IndexName": "byStatus", "KeySchema": [{ "AttributeName": "status", "KeyType": "HASH" }],
        "Projection": { "ProjectionType": "KEYS_ONLY" }, "ProvisionedThroughput": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 } }],
      "LocalSecondaryIndexOverride": [], "VectorIndexOverride": [],
      "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 },
      "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": "alias/orders" } }`;
    expect(errors(skeleton, { backup: ordersBackup(), target: 'missing' })).toEqual([]);
  });

  test('problems stand in the order in which the service would meet them, then in that of the text', () => {
    const text = `{ "AfterRestore": { "Tags": [{ "Key": "aws:x", "Value": "" }] }, "TargetTableName": "Orders", "Regio": "x", "BackupArn": "${backupArn}", "OnDemandThroughputOverride": { "MaxReadRequestUnits": 0, "MaxWriteRequestUnits": -2 } }`;
    const found = codes(text, { target: ordersTable() });
    const order = rules.map(({ code }) => code);
    const places = found.map((code) => order.indexOf(code));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(found.slice(0, 3)).toEqual(['unknown-key', 'out-of-range', 'out-of-range']);
    expect(found.indexOf('target-exists')).toBeLessThan(found.indexOf('reserved-tag'));
  });

  test('what is refused or misread is an error, what may surprise is not', () => {
    for (const { code, severity, because } of rules)
      expect([code, severity === 'error']).toEqual([code, because !== 'surprise']);
  });

  test('every rule says in a short clause what it checks', () => {
    for (const { title } of rules) expect(title).toMatch(/^[^.]{10,90}$/);
  });
});

describe('what is not known', () => {
  const unchecked = (text: string, facts: Partial<Facts> = {}) =>
    check(parseSpec(text), known(facts)).unchecked;

  test('is reported with the facts that are lacking', () =>
    expect(unchecked(`{ ${fromBackup} }`)).toContainEqual({
      code: 'backup-missing',
      title: 'the backup exists',
      lacks: ['backup'],
    }));

  test('is reported only where it matters for this spec', () => {
    const ofBackup = unchecked(`{ ${fromBackup} }`).map(({ code }) => code);
    expect(ofBackup).not.toContain('point-in-time-off');
    expect(ofBackup).not.toContain('index-not-in-source');
    const ofTable = unchecked(`{ ${fromTable} }`).map(({ code }) => code);
    expect(ofTable).toContain('point-in-time-off');
    expect(ofTable).not.toContain('backup-missing');
  });

  test('names the one fact that the rule needs for this spec', () => {
    const capacity = '"ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 }';
    const lacks = (text: string) =>
      unchecked(text).find(({ code }) => code === 'capacity-without-provisioned')?.lacks;
    expect(lacks(`{ ${fromBackup}, ${capacity} }`)).toEqual(['backup']);
    expect(lacks(`{ ${fromTable}, ${capacity} }`)).toEqual(['source']);
    expect(lacks(`{ ${fromTable}, ${capacity}, "BillingModeOverride": "PROVISIONED" }`)).toBeUndefined();
  });

  test('nothing is left unchecked once everything is known', () => {
    const everything: Facts = {
      ...known({
        regionInUse: 'eu-west-1',
        backup: ordersBackup(),
        source: ordersTable(),
        target: 'missing',
      }),
      caller: { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' },
      continuousBackups: { ContinuousBackupsStatus: 'ENABLED' },
      sourceTimeToLive: {},
      sourceTags: [],
      encryptionKey: customerKeyIn('eu-west-1'),
      sourceKey: 'none',
      runningRestores: [],
    };
    for (const text of samples) expect(check(parseSpec(text), everything).unchecked).toEqual([]);
  });
});

describe('a half-typed spec', () => {
  test.each([
    '{ "TargetTableName": ',
    `{ ${fromBackup}, "GlobalSecondaryIndexOverride": [{ "IndexName": "byStatus", "KeySchema": [{ "Attri`,
    `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", `,
    `{ ${fromBackup}, "SSESpecificationOverride": { `,
  ])('is not scolded for what is not typed yet: %s', (text) =>
    expect(codes(text).filter((code) => code !== 'syntax' && code !== 'unknown-key')).toEqual([]),
  );

  test('is told what is wrong already', () =>
    expect(codes('{ "Regio": "eu-west-1", "AccountId": 12, "TargetTableName": ')).toEqual([
      'syntax',
      'unknown-key',
      'wrong-type',
    ]));
});

describe('what a check tells of a problem', () => {
  const found = (text: string, facts: Partial<Facts> = {}) => check(parseSpec(text), known(facts)).problems;

  test('the problems of one rule stand in the order of the text, outer before inner ends', () => {
    const keys = ['Zzz', 'Aaa', 'Mmm'];
    const text = `{ ${fromBackup}, ${keys.map((key) => `"${key}": { }`).join(', ')}, "AfterRestore": { "Bbb": 1 } }`;
    const unknown = found(text).filter(({ code }) => code === 'unknown-key');
    expect(unknown.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '"Zzz"',
      '"Aaa"',
      '"Mmm"',
      '"Bbb"',
    ]);
  });

  test('a problem of the text alone has no path, and nothing is mended in a broken text', () => {
    const [first] = found(`{ "Regio": "eu-west-1", } x`);
    expect(first).toMatchObject({ code: 'syntax', path: [], fixes: [] });
    const [unknown] = found(`{ "Regio": "eu-west-1" `).filter(({ code }) => code === 'unknown-key');
    expect(unknown).toMatchObject({ path: ['Regio'], fixes: [] });
    expect(found(`{ "Regio": "eu-west-1" }`)[0]?.fixes).not.toEqual([]);
  });

  test('a mend that changes nothing, or does not help, is not offered', () => {
    const spec = parseSpec(`{ ${fromBackup}, "Regio": "eu-west-1" }`);
    const [problem] = check(spec, known()).problems;
    if (problem === undefined) throw new Error('the key is unknown');
    const edit = (path: string[], value: unknown) => ({ kind: 'set' as const, path, value });
    const offered = (edits: Parameters<typeof soundFixes>[2]['fixes'][number]['edits']) =>
      soundFixes(spec, known(), { ...problem, fixes: [{ title: 't', edits }] });
    expect(offered([])).toEqual([]);
    expect(offered([edit(['TargetTableName'], 'Orders-3')])).toEqual([]);
    expect(offered([{ kind: 'remove', path: ['Regio'] }])).toHaveLength(1);
    // The key is gone, and so is what the restore needs.
    expect(
      offered([
        { kind: 'remove', path: ['Regio'] },
        { kind: 'remove', path: ['TargetTableName'] },
      ]),
    ).toEqual([]);
    expect(soundFixes(spec, known(), { ...problem, fixes: [] })).toEqual([]);
  });
});
