/** The table most examples are about: a shop's orders in eu-west-1, three months old, with a history and backups of every kind. */
import type { Random } from '../random';
import type { Seed } from '../seed';
import type { DatedWrite } from '../state/items';
import type { AttributeMap } from '../state/table';
import { attributes, dayMs, hourMs, include, isoTime, item, keys, keysOnly, minuteMs, tags } from './write';

const region = 'eu-west-1';
const firstOrder = 1001;
const orderCount = 180;
const statuses = ['NEW', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED'];
const days = 90;

const table = {
  TableName: 'Orders',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: attributes(['orderId', 'customerId', 'createdAt', 'status']),
  KeySchema: keys('orderId'),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byCustomer',
      KeySchema: keys('customerId', 'createdAt'),
      Projection: include('status', 'total'),
    },
    { IndexName: 'byStatus', KeySchema: keys('status', 'createdAt'), Projection: keysOnly },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  Tags: tags({ team: 'checkout', environment: 'production', 'cost-centre': '4711' }),
};

export async function addOrders(seed: Seed, random: Random, now: number): Promise<void> {
  const changes = orders(random, now).toSorted((a, b) => a.at - b.at);
  await seed.table({
    region,
    table,
    createdAt: now - days * dayMs,
    changes,
    timeToLive: 'expiresAt',
    pointInTime: { since: now - 20 * dayMs },
  });
  addBackups(seed, now);
}

function addBackups(seed: Seed, now: number): void {
  const backup = (name: string, agoMs: number): unknown =>
    seed.backup({ region, table: 'Orders', name, at: now - agoMs });
  for (const week of [8, 4, 3, 2, 1]) backup('orders-weekly', week * 7 * dayMs);
  backup('before-price-migration', 3 * dayMs);
  backup('nightly', 26 * hourMs);
  backup('nightly', 2 * hourMs);
  backup('before-cleanup', 40 * minuteMs);
  seed.backup({
    region,
    table: 'Orders',
    name: 'awsbackup-daily',
    at: now - 30 * hourMs,
    type: 'AWS_BACKUP',
  });
}

/** Every order is written when it comes in and again with each step of its life; some old ones are removed in the end. */
function orders(random: Random, now: number): DatedWrite[] {
  return Array.from({ length: orderCount }, (_none, index) => {
    const createdAt =
      now - Math.round(((orderCount - index) / orderCount) * (days - 1) * dayMs) - random.below(hourMs);
    return lifeOf(order(random, index, createdAt), createdAt, random, now);
  }).flat();
}

function order(random: Random, index: number, createdAt: number): Record<string, string | number> {
  return {
    orderId: `o-${firstOrder + index}`,
    customerId: `c-${200 + random.below(40)}`,
    createdAt: isoTime(createdAt),
    total: Math.round(500 + random.below(24_000)) / 100,
    currency: 'EUR',
    itemCount: 1 + random.below(6),
    expiresAt: Math.floor((createdAt + 400 * dayMs) / 1000),
  };
}

function lifeOf(
  values: Record<string, string | number>,
  createdAt: number,
  random: Random,
  now: number,
): DatedWrite[] {
  const steps = random.below(10) === 0 ? ['NEW', 'CANCELLED'] : statuses.slice(0, 5);
  const writes: DatedWrite[] = [];
  let at = createdAt;
  for (const status of steps) {
    if (at >= now - 10 * minuteMs) break;
    writes.push({ at, put: withStatus(values, status, at) });
    at += hourMs + random.below(30 * hourMs);
  }
  return writes;
}

function withStatus(values: Record<string, string | number>, status: string, at: number): AttributeMap {
  return item({ ...values, status, updatedAt: isoTime(at) });
}
