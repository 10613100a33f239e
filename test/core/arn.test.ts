import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  formatTableArn,
  isAwsBackupArn,
  knownRegions,
  parseBackupArn,
  parseKmsKey,
  parseTableArn,
  partitionOf,
  partitions,
  suffixOf,
} from '../../server/core/spec/arn';
import { backupArn, ordersArn } from '../rules/facts';

test('a backup ARN tells its table and when it was made', () =>
  expect(parseBackupArn(backupArn)).toEqual({
    partition: 'aws',
    region: 'eu-west-1',
    account: '123456789012',
    table: 'Orders',
    backupId: '01791504762511-2779fadd',
    createdAtMs: 1_791_504_762_511,
  }));

test('a table ARN can be taken apart and put together', () => {
  const arn = parseTableArn(ordersArn);
  expect(arn && formatTableArn(arn)).toBe(ordersArn);
});

test.each([
  '',
  'arn',
  ordersArn,
  `${backupArn} `,
  `${backupArn}\n`,
  backupArn.replace('dynamodb', 's3'),
  backupArn.replace('123456789012', '12345'),
  backupArn.replace('eu-west-1', 'ireland'),
  backupArn.replace('Orders', 'Or'),
])('%j is no backup ARN', (text) => expect(parseBackupArn(text)).toBeUndefined());

test('a recovery point of AWS Backup is told from a backup of DynamoDB', () =>
  expect([
    isAwsBackupArn('arn:aws-cn:backup:cn-north-1:1:recovery-point:x'),
    isAwsBackupArn(backupArn),
  ]).toEqual([true, false]));

test.each<[string, string]>([
  ['1234abcd-12ab-34cd-56ef-1234567890ab', 'key-id'],
  ['mrk-1234abcd12ab34cd56ef1234567890ab', 'key-id'],
  ['alias/aws/dynamodb', 'alias'],
  ['arn:aws:kms:eu-west-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab', 'key-arn'],
  ['arn:aws-us-gov:kms:us-gov-west-1:123456789012:alias/orders', 'alias-arn'],
  ['arn:aws:kms:eu-west-1:123456789012:key/orders', 'other'],
  ['orders', 'other'],
])('the key %s is named by %s', (text, kind) => expect(parseKmsKey(text).kind).toBe(kind));

describe('Regions and partitions', () => {
  interface SdkPartition {
    id: string;
    regionRegex: string;
    outputs: { dnsSuffix: string };
    regions: Record<string, unknown>;
  }
  const file = 'node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';

  test('are those of the SDK that is installed', async () => {
    const module = (await import(pathToFileURL(path.resolve(file)).href)) as {
      partitionsInfo: { partitions: SdkPartition[] };
    };
    const sdk = module.partitionsInfo.partitions.map(({ id, outputs, regions }) => ({
      id,
      suffix: outputs.dnsSuffix,
      regions: Object.keys(regions).filter((region) => !region.endsWith('-global')),
    }));
    const ours = partitions.map(({ name, suffix, regions }) => ({ id: name, suffix, regions: [...regions] }));
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    const sorted = (list: typeof sdk) =>
      list.map((entry) => ({ ...entry, regions: entry.regions.toSorted() })).toSorted(byId);
    expect(sorted(ours)).toEqual(sorted(sdk));
    for (const { id, regionRegex } of module.partitionsInfo.partitions) {
      const own = partitions.find(({ name }) => name === id);
      expect(own?.region.source.replaceAll('\\-', '-')).toBe(regionRegex.replaceAll('\\-', '-'));
    }
  });

  test('every known Region belongs to its own partition', () => {
    for (const { name, regions } of partitions)
      expect(regions.map(partitionOf)).toEqual(regions.map(() => name));
    expect(new Set(knownRegions).size).toBe(knownRegions.length);
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['eu-north-9', 'aws', 'amazonaws.com'],
    ['us-gov-east-9', 'aws-us-gov', 'amazonaws.com'],
    ['us-isob-east-9', 'aws-iso-b', 'sc2s.sgov.gov'],
    ['moon-base-1', undefined, undefined],
  ])('%s is taken to be in %s', (region, partition, suffix) => {
    expect(partitionOf(region)).toBe(partition);
    expect(suffixOf(partition ?? '')).toBe(suffix);
  });
});
