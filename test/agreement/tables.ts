import type { BackupSeed, TableSeed } from '../../server/sandbox/seed';

/** The tables and backups that specs are made for, of every variety that a rule looks at. */

/** Between two whole seconds, as moments mostly are. */
export const now = Date.parse('2026-11-20T10:00:00.400Z');

const minuteMs = 60_000;
const dayMs = 86_400_000;
const ago = (ms: number): number => now - ms;

const attributes = (...names: string[]): object[] =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' }));
/** `a b / c`: two HASH attributes, then one RANGE attribute. */
const keys = (text: string): object[] => {
  const [hash = '', range = ''] = text.split(' / ');
  return [
    ...hash.split(' ').map((AttributeName) => ({ AttributeName, KeyType: 'HASH' })),
    ...range
      .split(' ')
      .filter(Boolean)
      .map((AttributeName) => ({ AttributeName, KeyType: 'RANGE' })),
  ];
};
const all = { ProjectionType: 'ALL' };
const keysOnly = { ProjectionType: 'KEYS_ONLY' };
const include = (...names: string[]): object => ({ ProjectionType: 'INCLUDE', NonKeyAttributes: names });
const index = (IndexName: string, keyText: string, Projection: object): object => ({
  IndexName,
  KeySchema: keys(keyText),
  Projection,
});
const units = (read: number, write: number): object => ({
  ProvisionedThroughput: { ReadCapacityUnits: read, WriteCapacityUnits: write },
});
const customerKey = { SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' } };

const orders: TableSeed['table'] = {
  TableName: 'Orders',
  AttributeDefinitions: attributes('createdAt', 'customerId', 'orderId', 'status'),
  KeySchema: keys('orderId'),
  GlobalSecondaryIndexes: [
    index('byCustomer', 'customerId / createdAt', include('status', 'total')),
    index('byStatus', 'status', all),
  ],
  BillingMode: 'PAY_PER_REQUEST',
};

export const everyTable: TableSeed[] = [
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(20 * dayMs) + 250 },
    timeToLive: 'expiresAt',
    table: { ...orders, StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } },
    items: [{ orderId: { S: 'o-1' } }],
  },
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(60 * dayMs) },
    table: {
      TableName: 'Events',
      AttributeDefinitions: attributes('at', 'device', 'kind', 'level'),
      KeySchema: keys('device / at'),
      LocalSecondaryIndexes: [
        index('byKind', 'device / kind', keysOnly),
        index('byLevel', 'device / level', include('text')),
      ],
      GlobalSecondaryIndexes: [{ ...index('kinds', 'kind / at', all), ...units(7, 3) }],
      ...units(20, 10),
      SSESpecification: { Enabled: true },
      Tags: [{ Key: 'team', Value: 'events' }],
    },
  },
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(30 * dayMs), days: 7 },
    table: {
      TableName: 'Limits',
      AttributeDefinitions: attributes('owner', 'pk'),
      KeySchema: keys('pk'),
      GlobalSecondaryIndexes: [index('byOwner', 'owner', keysOnly)],
      BillingMode: 'PAY_PER_REQUEST',
      OnDemandThroughput: { MaxReadRequestUnits: 500, MaxWriteRequestUnits: 200 },
    },
  },
  { region: 'eu-west-1', createdAt: ago(90 * dayMs), table: { TableName: 'Plain' } },
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(2 * minuteMs) },
    table: { TableName: 'Young', ...units(5, 5) },
  },
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(10 * dayMs) },
    table: { TableName: 'Leaving' },
  },
  { region: 'eu-west-1', createdAt: ago(6000), table: { TableName: 'Making' } },
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(80 * dayMs) },
    table: { TableName: 'GonePlain' },
  },
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(80 * dayMs) },
    table: { ...orders, TableName: 'GoneOrders' },
  },
  {
    region: 'eu-west-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(80 * dayMs) },
    table: { TableName: 'GoneLongAgo' },
  },
  {
    region: 'us-east-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(40 * dayMs) },
    table: { TableName: 'Keyed', ...customerKey },
  },
  {
    region: 'us-east-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(3 * dayMs) },
    table: {
      TableName: 'Wide',
      AttributeDefinitions: attributes('a', 'b', 'c', 'd', 'pk'),
      KeySchema: keys('pk'),
      GlobalSecondaryIndexes: [
        { ...index('one', 'a', all), ...units(1, 1) },
        { ...index('two', 'a b / c d', keysOnly), ...units(2, 2) },
        { ...index('three', 'b / a', include('x', 'y', 'z')), ...units(3, 3) },
        { ...index('four', 'c d', include('x')), ...units(40_000, 4) },
        { ...index('five', 'd / c', all), ...units(5, 5) },
      ],
      ...units(100, 50),
    },
  },
  {
    region: 'us-east-1',
    createdAt: ago(90 * dayMs),
    pointInTime: { since: ago(40 * dayMs) },
    table: {
      TableName: 'Manuals',
      AttributeDefinitions: attributes('product', 'pk'),
      KeySchema: keys('pk'),
      VectorIndexes: [
        {
          IndexName: 'byMeaning',
          VectorAttribute: { AttributeName: 'embedding' },
          SearchSchema: [{ AttributeName: 'product', SearchSchemaElementType: 'HASH' }],
          Projection: include('title'),
          Dimensions: 256,
          DistanceFunction: 'COSINE',
        },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    },
  },
  // One of the same name as in the other Region.
  { region: 'us-east-1', createdAt: ago(90 * dayMs), table: { TableName: 'Orders', ...units(1, 1) } },
];

export const everyBackup: BackupSeed[] = [
  { region: 'eu-west-1', table: 'Orders', name: 'nightly', at: ago(dayMs) },
  { region: 'eu-west-1', table: 'Orders', name: 'older', at: ago(50 * dayMs) },
  { region: 'eu-west-1', table: 'Events', name: 'nightly', at: ago(dayMs) + 1 },
  { region: 'eu-west-1', table: 'Limits', name: 'nightly', at: ago(dayMs) + 2 },
  { region: 'eu-west-1', table: 'Plain', name: 'nightly', at: ago(dayMs) + 3 },
  { region: 'eu-west-1', table: 'Plain', name: 'busy', at: ago(dayMs) + 4 },
  { region: 'eu-west-1', table: 'Young', name: 'vaulted', at: ago(dayMs) + 5, type: 'AWS_BACKUP' },
  { region: 'eu-west-1', table: 'GoneOrders', name: 'last', at: ago(12 * dayMs) },
  { region: 'us-east-1', table: 'Keyed', name: 'nightly', at: ago(dayMs) },
  { region: 'us-east-1', table: 'Wide', name: 'nightly', at: ago(dayMs) + 1 },
  { region: 'us-east-1', table: 'Manuals', name: 'nightly', at: ago(dayMs) + 2 },
  { region: 'us-east-1', table: 'Orders', name: 'nightly', at: ago(dayMs) + 3 },
];

/** Tables deleted meanwhile: of those with point-in-time recovery a SYSTEM backup is left, for 35 days. */
export const gone = [
  { region: 'eu-west-1', table: 'Leaving', at: ago(3000) },
  { region: 'eu-west-1', table: 'GonePlain', at: ago(9 * dayMs) },
  { region: 'eu-west-1', table: 'GoneOrders', at: ago(9 * dayMs) },
  { region: 'eu-west-1', table: 'GoneLongAgo', at: ago(36 * dayMs) },
];
