import { now } from './tables';
import {
  asJson,
  entriesOf,
  isFields,
  type Draft,
  type Fields,
  type Json,
  type Mutation,
  type Random,
} from './draft';
import { indexMutations } from './index-mutations';
import { maxima, units, written } from './valid';

/** Sets a key to one of several values. */
const set =
  (key: string, ...values: Json[]): Mutation =>
  ({ spec }, random) => {
    spec[key] = random.pick(values);
  };

const drop =
  (...keys: string[]): Mutation =>
  ({ spec }) => {
    for (const key of keys) delete spec[key];
  };

/** Rewrites a text that is there. */
const rewrite =
  (key: string, change: (text: string, random: Random) => string): Mutation =>
  ({ spec }, random) => {
    const text = spec[key];
    if (typeof text === 'string') spec[key] = change(text, random);
  };

const inEncryption =
  (...values: Fields[]): Mutation =>
  ({ spec }, random) => {
    spec['SSESpecificationOverride'] = asJson(random.pick(values));
  };

const named = (...ids: string[]): Fields[] =>
  ids.map((KMSMasterKeyId) => ({ Enabled: true, SSEType: 'KMS', KMSMasterKeyId }));

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Moments round every edge of a window: a few milliseconds, and a second, to either side. */
function edge({ source: { window } }: Draft, random: Random): number {
  const edges = [window?.earliest ?? now - dayMs, window?.latest ?? now, now, now - 35 * dayMs];
  return random.pick(edges) + random.pick([-1000, -999, -500, -401, -1, 0, 1, 99, 400, 599, 999, 1000, 2000]);
}

const otherRegion = (region: string): string => (region === 'eu-west-1' ? 'us-east-1' : 'eu-west-1');

const sourceMutations: Record<string, Mutation> = {
  'no source': drop('BackupArn', 'SourceTableArn', 'SourceTableName'),
  'no target': drop('TargetTableName'),
  'no time': drop('RestoreDateTime', 'UseLatestRestorableTime'),
  'no Region': drop('Region'),
  'both tables': ({ spec, source }) => {
    if (source.kind === 'table') Object.assign(spec, tableNamed(source.arn));
  },
  'a backup and a table': ({ spec, source }) =>
    void Object.assign(spec, tableNamed(source.arn), { BackupArn: source.arn }),
  'a table instead of a backup': ({ spec, source }) => {
    if ('BackupArn' in spec) spec['BackupArn'] = source.arn.replace(/\/backup\/.*/, '');
  },
  'a backup instead of a table': ({ spec, source }) => {
    if ('SourceTableArn' in spec) spec['SourceTableArn'] = `${source.arn}/backup/01795082400400-2779fadd`;
  },
  'the backup of another table': rewrite('BackupArn', (arn) => arn.replace(/table\/[^/]+/, 'table/Other')),
  'no such backup': rewrite('BackupArn', (arn) => arn.replace(/.{4}$/, 'ffff')),
  'a backup that expired': ({ spec }) => {
    if ('BackupArn' in spec)
      spec['BackupArn'] =
        `arn:aws:dynamodb:eu-west-1:123456789012:table/GoneLongAgo/backup/0${now - 36 * dayMs}-00000000`;
  },
  'a recovery point of AWS Backup': ({ spec }) => {
    if ('BackupArn' in spec)
      spec['BackupArn'] =
        'arn:aws:backup:eu-west-1:123456789012:recovery-point:7ba2d0a9-4b5c-4c7e-9c1e-0f6a0e9d1a11';
  },
  'no such table': ({ spec, source }) => {
    if ('SourceTableName' in spec) spec['SourceTableName'] = 'Nowhere';
    if ('SourceTableArn' in spec) spec['SourceTableArn'] = source.arn.replace(/[^/]+$/, 'Nowhere');
  },
  'an ARN as the name of the source': ({ spec, source }) => {
    if ('SourceTableName' in spec) spec['SourceTableName'] = source.arn;
  },
  'a name as the ARN of the source': ({ spec, source }) => {
    if ('SourceTableArn' in spec) spec['SourceTableArn'] = source.table;
  },
  'the ARN of a stream': rewrite('SourceTableArn', (arn) => `${arn}/stream/2026-11-01T00:00:00.000`),
  'an ARN of another Region': ({ spec, source }) =>
    inArn(spec, `:${source.region}:`, `:${otherRegion(source.region)}:`),
  'an ARN of a Region that is none': ({ spec, source }) => inArn(spec, `:${source.region}:`, ':eu-west-9:'),
  'an ARN without a Region': ({ spec, source }) => inArn(spec, `:${source.region}:`, '::'),
  'an ARN of another account': ({ spec }) => inArn(spec, ':123456789012:', ':999988887777:'),
  'an ARN of another partition': ({ spec }) => inArn(spec, 'arn:aws:', 'arn:aws-cn:'),
  'an ARN of another service': ({ spec }) => inArn(spec, ':dynamodb:', ':kinesis:'),
  'an ARN in capitals': ({ spec }) => inArn(spec, 'arn:aws:dynamodb', 'ARN:AWS:DYNAMODB'),
  'an ARN with a space': ({ spec }) => inArn(spec, 'table/', 'table/ '),
  'an ARN that is too short': ({ spec }, random) => {
    for (const key of ['BackupArn', 'SourceTableArn'])
      if (key in spec) spec[key] = random.pick(['', 'arn:', 'arn:aws:dynamodb:eu-west-1:123456789012']);
  },
  'an ARN that is too long': rewrite('BackupArn', (arn) => arn.padEnd(1025, '0')),
  'a table ARN that is too long': rewrite('SourceTableArn', (arn) => arn.padEnd(1025, '0')),
};

function tableNamed(arn: string): Fields {
  const table = /table\/([^/]+)/.exec(arn)?.[1] ?? 'Orders';
  return { SourceTableName: table, SourceTableArn: arn.replace(/\/backup\/.*/, '') };
}

function inArn(spec: Fields, from: string, to: string): void {
  for (const key of ['BackupArn', 'SourceTableArn']) {
    const arn = spec[key];
    if (typeof arn === 'string') spec[key] = arn.replace(from, to);
  }
}

const targetMutations: Record<string, Mutation> = {
  'a target that stands': set('TargetTableName', 'Orders', 'Plain', 'Wide'),
  'a target that is being deleted': set('TargetTableName', 'Leaving'),
  'a target that is being restored': set('TargetTableName', 'Arriving'),
  'a target that is being made': set('TargetTableName', 'Making'),
  'the source as target': ({ spec, source }) => {
    spec['TargetTableName'] = source.table;
  },
  'the source in other letters as target': ({ spec, source }) => {
    spec['TargetTableName'] = source.table.toUpperCase();
  },
  'a target of two letters': set('TargetTableName', 'ab'),
  'a target of 256 letters': set('TargetTableName', 'x'.repeat(256)),
  'a target that no name can be': set(
    'TargetTableName',
    'a b',
    'a/b',
    'Ordérs',
    'Orders!',
    'Orders\n',
    '   ',
  ),
  'an empty target': set('TargetTableName', ''),
  'an ARN as target': set('TargetTableName', 'arn:aws:dynamodb:eu-west-1:123456789012:table/restored'),
  'a target of another type': set('TargetTableName', 7, true, ['restored'], { Name: 'restored' }),
  'another Region': set('Region', 'eu-west-1', 'us-east-1', 'eu-central-1', 'ap-southeast-2'),
  'a Region that is left out of crossings': set('Region', 'ap-east-1', 'me-south-1'),
  'a Region of another partition': set('Region', 'cn-north-1', 'us-gov-west-1'),
  'a Region that is none': set('Region', 'eu-west-9', 'mars-north-1', 'EU-WEST-1', 'eu-west-1 ', ''),
};

const timeMutations: Record<string, Mutation> = {
  'both times': ({ spec, source }) => {
    if (source.kind === 'table')
      Object.assign(spec, { UseLatestRestorableTime: true, RestoreDateTime: '2026-11-20T08:30:00Z' });
  },
  'a time with a backup': ({ spec }, random) => {
    if ('BackupArn' in spec)
      Object.assign(
        spec,
        random.pick<Fields>([
          { RestoreDateTime: '2026-11-20T08:30:00Z' },
          { UseLatestRestorableTime: true },
          { UseLatestRestorableTime: false },
        ]),
      );
  },
  'no latest time': set('UseLatestRestorableTime', false),
  'the latest time as text': set('UseLatestRestorableTime', 'true', 1),
  'a time at the edge': (draft, random) => {
    if ('BackupArn' in draft.spec) return;
    delete draft.spec['UseLatestRestorableTime'];
    draft.spec['RestoreDateTime'] = written(random, edge(draft, random));
  },
  'a time outside the window': (draft, random) => {
    if ('BackupArn' in draft.spec) return;
    delete draft.spec['UseLatestRestorableTime'];
    const far = [now + minuteMs, now + 400 * dayMs, now - minuteMs, now - 36 * dayMs, now - 900 * dayMs, 0];
    draft.spec['RestoreDateTime'] = written(random, random.pick(far));
  },
  'a time of another form': set(
    'RestoreDateTime',
    'yesterday',
    '2026-11-20T08:30:00',
    '2026-11-20',
    '2026-11-20 08:30:00Z',
    '2026-02-30T00:00:00Z',
    '1795082400',
    '2026-11-20T08:30:00z',
    '20261120T083000Z',
    '2026-11-20T08:30:00.123456Z',
    '',
    true,
    [],
    {},
  ),
};

const billingMutations: Record<string, Mutation> = {
  'a billing mode that is none': set('BillingModeOverride', 'ON_DEMAND', 'provisioned', '', 7, {}),
  'made provisioned': set('BillingModeOverride', 'PROVISIONED'),
  'made on demand': set('BillingModeOverride', 'PAY_PER_REQUEST'),
  'no billing mode': drop('BillingModeOverride'),
  'a capacity': ({ spec }, random) => {
    spec['ProvisionedThroughputOverride'] = units(random);
  },
  'no capacity': drop('ProvisionedThroughputOverride'),
  'half a capacity': set(
    'ProvisionedThroughputOverride',
    {},
    { ReadCapacityUnits: 5 },
    { WriteCapacityUnits: 5 },
  ),
  'a capacity that is none': set(
    'ProvisionedThroughputOverride',
    ...[0, -1, '5', true, 0.5, 1.5].map((ReadCapacityUnits) => ({
      ReadCapacityUnits,
      WriteCapacityUnits: 5,
    })),
    [],
    'five',
    5,
  ),
  'on-demand limits': ({ spec }, random) => {
    spec['OnDemandThroughputOverride'] = maxima(random);
  },
  'empty on-demand limits': set('OnDemandThroughputOverride', {}),
  'on-demand limits that are none': set(
    'OnDemandThroughputOverride',
    ...[0, -1, -5, '5', 1.5, []].map((MaxReadRequestUnits) => ({ MaxReadRequestUnits })),
    { MaxWriteRequestUnits: 0 },
    { MaxReadRequestUnits: 5, MaxWriteRequestUnits: -7 },
    [],
    5,
  ),
};

const encryptionMutations: Record<string, Mutation> = {
  'no encryption': drop('SSESpecificationOverride'),
  'encryption off': inEncryption({ Enabled: false }, {}),
  'encryption fields that do not go together': inEncryption(
    { Enabled: false, SSEType: 'KMS' },
    { Enabled: false, KMSMasterKeyId: 'alias/good' },
    { Enabled: false, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' },
    { Enabled: true, KMSMasterKeyId: 'alias/good' },
    { KMSMasterKeyId: 'alias/good' },
    { SSEType: 'AES256' },
    { Enabled: false, SSEType: 'AES256' },
    { Enabled: true, SSEType: 'AES256', KMSMasterKeyId: 'alias/good' },
  ),
  'encryption of other types': inEncryption(
    { Enabled: 'true' },
    { Enabled: 1 },
    { Enabled: true, SSEType: 'kms' },
    { Enabled: true, SSEType: '' },
    { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 7 },
  ),
  'encryption that is no object': set('SSESpecificationOverride', 'KMS', true, []),
  'a key that cannot be used': inEncryption(
    ...named(
      '00000001-aaaa-4bbb-8ccc-dddddddddddd',
      'alias/disabled',
      'alias/pending-deletion',
      'alias/hmac',
      'alias/rsa',
      'alias/no-grant',
      'alias/aws/s3',
    ),
  ),
  'a key that is not there': inEncryption(
    ...named(
      'alias/nowhere',
      '99999999-aaaa-4bbb-8ccc-dddddddddddd',
      'good',
      'mrk-99999999aaaabbbbccccdddddddddddd',
      '',
    ),
    ...named('k'.repeat(2049), 'arn:aws:kms:eu-west-1:123456789012:key/99999999-aaaa-4bbb-8ccc-dddddddddddd'),
  ),
  'a key of another Region': inEncryption(
    ...named(
      'arn:aws:kms:eu-north-1:123456789012:key/00000002-aaaa-4bbb-8ccc-dddddddddddd',
      'arn:aws:kms:eu-north-1:123456789012:key/mrk-00000003aaaabbbbccccdddddddddddd',
      'arn:aws:kms:eu-north-1:123456789012:alias/good',
    ),
  ),
  'a key of one of two Regions': inEncryption(
    ...['eu-west-1', 'us-east-1'].flatMap((region) =>
      named(
        `arn:aws:kms:${region}:123456789012:key/00000002-aaaa-4bbb-8ccc-dddddddddddd`,
        `arn:aws:kms:${region}:123456789012:alias/good`,
        `arn:aws:kms:${region}:999988887777:key/00000009-aaaa-4bbb-8ccc-dddddddddddd`,
        `arn:aws:kms:${region}:999988887777:alias/other-account`,
        `arn:aws:kms:${region}:123456789012:key/00000004-aaaa-4bbb-8ccc-dddddddddddd`,
      ),
    ),
  ),
};

const keyMutations: Record<string, Mutation> = {
  'a key that is misspelt': ({ spec }, random) => misspell(random, spec),
  'a key that is misspelt further in': ({ spec }, random) => {
    const inner = Object.values(spec)
      .flatMap((value) => (Array.isArray(value) ? value : [value]))
      .filter(isFields);
    if (inner.length > 0) misspell(random, random.pick(inner));
  },
  'the account named': set('AccountId', '123456789012'),
  'a key of another call': set('TableName', 'Orders'),
  'a key that an index of the answer has': (draft, random) => {
    const entries = entriesOf(draft, 'GlobalSecondaryIndexOverride');
    if (entries.length > 0) random.pick(entries)['IndexStatus'] = 'ACTIVE';
  },
  'a key written twice': (draft, random) => {
    const key = random.pick(Object.keys(draft.spec));
    const other = random.pick(['"restored-too"', '[]', '{}', JSON.stringify(draft.spec[key] ?? null)]);
    draft.retext = (text) => text.replace(/}\s*$/, `, ${JSON.stringify(key)}: ${other} }`);
  },
};

function misspell(random: Random, fields: Fields): void {
  const keys = Object.keys(fields);
  if (keys.length === 0) return;
  const key = random.pick(keys);
  const value = fields[key] ?? '';
  delete fields[key];
  fields[random.pick([`${key}s`, key.toLowerCase(), `X${key}`, key.slice(0, -1)])] = value;
}

/** What is done to specs, by what it is done to, and how often in relation to the others. */
const groups: readonly [times: number, Readonly<Record<string, Mutation>>][] = [
  [2, sourceMutations],
  [2, targetMutations],
  [2, timeMutations],
  [2, billingMutations],
  [2, encryptionMutations],
  [5, indexMutations],
  [1, keyMutations],
];

const lots = groups.flatMap(([times, group]) => Array.from({ length: times }, () => Object.keys(group)));

/** Everything that is done to specs, by name. */
export const mutations: Readonly<Record<string, Mutation>> = Object.assign(
  {},
  ...groups.map(([, group]) => group),
);

export function aMutation(random: Random): string {
  return random.pick(random.pick(lots));
}
