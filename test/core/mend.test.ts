import { describe, expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { mend } from '../../server/core/mend';
import { parseSpec } from '../../server/core/spec/spec';
import { backupArn, known } from '../rules/facts';

/** Many faults with one right answer each, in the way people write; some hide others. */
const faulty = [
  '// Orders, back from before the migration',
  '{',
  '    "Acount": "x", // who asked: Kim',
  `    "BackupArn": "${backupArn} ",`,
  '    "UseLatestRestorableTime": true,',
  '    /* the copy */ "TargetTableName": "Orders-2",',
  '    "AccountId": 123456789012,',
  '    "BillingModeOverride": "PAY_PER_REQEST",',
  '    "OnDemandThroughputOverride": {},',
  '    "SSESpecificationOverride": { "Enabled": true, "KMSMasterKeyId": "alias/aws/dynamodb" }, // default',
  '    "GlobalSecondaryIndexOverride": [',
  '        { // by customer',
  '            "IndexName": "byCustomer",',
  '            "KeySchema": [',
  '                { "AttributeName": "createdAt", "KeyType": "range" }, // newest last',
  '                { "AttributeName": "customerId", "KeyType": "HASH" }',
  '            ],',
  '            "Projection": { "NonKeyAttributes": ["status", "total", "status"] },',
  '            "ProvisionedThroughput": { "ReadCapacityUnits": "4", "WriteCapacityUnits": 2 }',
  '        }',
  '    ],',
  '    "AfterRestore": {',
  '        "StreamSpecification": { "StreamEnabled": false, "StreamViewType": "NEW_IMAGE" },',
  '        "Tags": [ { "Key": "team", "Value": "orders" }, { "Key": "aws:stack", "Value": "x" }, { "Key": "team", "Value": "orders" } ],',
  '        "Default": "fromsource"',
  '    },',
  '    "Verify": { "SampleKeys": [ { "orderId": { "S": "o-1" } }, { "orderId": { "S": "o-1" } } ] },',
  '    "Drill": { "NamePrefix": "drill-" }',
  '}',
  '',
].join('\n');

const mended = [
  '// Orders, back from before the migration',
  '{',
  '    "Acount": "x", // who asked: Kim',
  `    "BackupArn": "${backupArn}",`,
  '    /* the copy */ "TargetTableName": "drill-Orders-2",',
  '    "AccountId": "123456789012",',
  '    "BillingModeOverride": "PAY_PER_REQUEST",',
  '    "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" }, // default',
  '    "GlobalSecondaryIndexOverride": [',
  '        { // by customer',
  '            "IndexName": "byCustomer",',
  '            "KeySchema": [',
  '                { "AttributeName": "customerId", "KeyType": "HASH" }, // newest last',
  '                { "AttributeName": "createdAt", "KeyType": "RANGE" }',
  '            ],',
  '            "Projection": { "NonKeyAttributes": ["status", "total"], "ProjectionType": "INCLUDE" }',
  '        }',
  '    ],',
  '    "AfterRestore": {',
  '        "StreamSpecification": { "StreamEnabled": false },',
  '        "Tags": [ { "Key": "team", "Value": "orders" } ],',
  '        "Default": "FromSource"',
  '    },',
  '    "Verify": { "SampleKeys": [ { "orderId": { "S": "o-1" } } ] },',
  '    "Drill": { "NamePrefix": "drill-" }',
  '}',
  '',
].join('\n');

const withTabs = (text: string) => text.replace(/^( {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4));
const withCrlf = (text: string) => text.replaceAll('\n', '\r\n');
/** On one line; comments to the end of a line become comments between stars. */
const compact = (text: string) =>
  text
    .replace(/\/\/ ?(.*)$/gm, '/* $1 */')
    .replace(/\n */g, ' ')
    .replace(/ (?=[\]}])|(?<=[[{]) /g, '')
    .trim();
const fix = (text: string) => mend(parseSpec(text), known());

describe('mending everything that has one right answer', () => {
  test('keeps comments, neighbours, indentation and unknown keys', () =>
    expect(fix(faulty).spec.text).toBe(mended));

  test('says what was done, one title for each fault', () =>
    expect(fix(faulty).applied.toSorted()).toEqual(
      [
        'Remove what does not belong to the ARN',
        'Remove UseLatestRestorableTime',
        'Change to "drill-Orders-2"',
        'Write it as "123456789012"',
        'Change to "PAY_PER_REQUEST"',
        'Remove OnDemandThroughputOverride',
        'Add "SSEType": "KMS"',
        'Remove KMSMasterKeyId',
        'Change to "RANGE"',
        'Put HASH first',
        'Add "ProjectionType": "INCLUDE"',
        'Keep each once',
        'Write it as 4',
        'Remove ProvisionedThroughput',
        'Remove StreamViewType',
        'Remove this tag',
        'Remove this tag',
        'Change to "FromSource"',
        'Remove this key',
      ].toSorted(),
    ));

  test('mends what a fault has hidden, or leaves the fault', () => {
    const billing = (mode: string, more: string) =>
      `{ "BackupArn": "${backupArn}", "TargetTableName": "Orders-2", "BillingModeOverride": "${mode}"${more} }`;
    // Nobody but the user knows the capacity that would be missing then.
    const alone = billing('PROVISIONDE', '');
    expect(fix(alone)).toMatchObject({ spec: { text: alone }, applied: [] });
    const capacity = ', "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 }';
    expect(fix(billing('PROVISIONDE', capacity)).spec.text).toBe(billing('PROVISIONED', capacity));
    const limits = `${capacity}, "OnDemandThroughputOverride": { "MaxReadRequestUnits": 1 }`;
    expect(fix(billing('PROVISIONDE', limits)).applied).toEqual([]);
  });

  test.each<[string, (text: string) => string]>([
    ['tabs', withTabs],
    ['line ends of Windows', withCrlf],
    ['both', (text) => withCrlf(withTabs(text))],
    ['a byte order mark', (text) => `\uFEFF${text}`],
  ])('works alike with %s', (_, written) => expect(fix(written(faulty)).spec.text).toBe(written(mended)));

  test('keeps one line one line', () => {
    const { text } = fix(compact(faulty)).spec;
    expect(text).not.toContain('\n');
    expect(parseSpec(text).syntax).toEqual([]);
    expect(check(parseSpec(text), known()).problems.map(({ code }) => code)).toEqual(
      check(parseSpec(mended), known()).problems.map(({ code }) => code),
    );
  });

  test('has nothing left to do afterwards', () => {
    const once = fix(faulty).spec;
    expect(fix(once.text)).toMatchObject({ spec: { text: once.text }, applied: [] });
    const left = check(once, known()).problems.filter(({ severity }) => severity === 'error');
    expect(left.map(({ code }) => code)).toEqual(['unknown-key']);
  });

  test('leaves a text with syntax errors as it is', () => {
    const broken = faulty.replace('"Drill":', '"Drill"');
    expect(fix(broken)).toMatchObject({ spec: { text: broken }, applied: [] });
  });
});

test('an index copied from the answer of DescribeTable is mended in one go', () => {
  const answered = (more: string, capacity: string) =>
    `{ "BackupArn": "${backupArn}", "TargetTableName": "Orders-2", "GlobalSecondaryIndexOverride": [{ "IndexName": "byDay", "KeySchema": [{ "AttributeName": "day", "KeyType": "HASH" }], "Projection": { "ProjectionType": "ALL" }${capacity}${more} }] }`;
  const text = answered(
    ', "IndexStatus": "ACTIVE", "IndexSizeBytes": 12, "ItemCount": 3, "IndexArn": "arn"',
    ', "ProvisionedThroughput": { "NumberOfDecreasesToday": 0, "ReadCapacityUnits": 0, "WriteCapacityUnits": 0 }',
  );
  expect(fix(text).spec.text).toBe(answered('', ''));
});
