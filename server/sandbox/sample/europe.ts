/** The other tables of eu-west-1: both billing modes, local and global indexes, a customer key, protection, time to live. */
import type { Random } from '../random';
import type { Seed } from '../seed';
import {
  all,
  attributes,
  dayMs,
  hourMs,
  include,
  isoTime,
  item,
  keys,
  keysOnly,
  minuteMs,
  tags,
  units,
} from './write';

const region = 'eu-west-1';

export async function addEurope(seed: Seed, random: Random, now: number): Promise<void> {
  await addCustomers(seed, random, now);
  await addOrderEvents(seed, random, now);
  await addInventory(seed, random, now);
  await addSessions(seed, random, now);
  await addPriceHistory(seed, random, now);
  await addDeletedInvoices(seed, random, now);
}

async function addCustomers(seed: Seed, random: Random, now: number): Promise<void> {
  const names = ['Ada', 'Blaise', 'Carl', 'Dorothy', 'Edsger', 'Frances', 'Grace', 'Hedy', 'Ida', 'John'];
  const customers = Array.from({ length: 40 }, (_none, index) => {
    const name = names[index % names.length] ?? '';
    return item({
      customerId: `c-${200 + index}`,
      email: `${name.toLowerCase()}${index}@example.com`,
      name,
      since: isoTime(now - (30 + random.below(600)) * dayMs),
      newsletter: random.below(2) === 1,
    });
  });
  await seed.table({
    region,
    createdAt: now - 400 * dayMs,
    table: {
      TableName: 'Customers',
      AttributeDefinitions: attributes(['customerId', 'email']),
      KeySchema: keys('customerId'),
      GlobalSecondaryIndexes: [{ IndexName: 'byEmail', KeySchema: keys('email'), Projection: all }],
      SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/good' },
      Tags: tags({ team: 'accounts', environment: 'production', 'data-class': 'personal' }),
    },
    items: customers,
    pointInTime: { since: now - 200 * dayMs, days: 14 },
  });
  seed.backup({ region, table: 'Customers', name: 'gdpr-export', at: now - 12 * dayMs });
}

async function addOrderEvents(seed: Seed, random: Random, now: number): Promise<void> {
  const types = ['CREATED', 'PAID', 'PACKED', 'SHIPPED'];
  const events = Array.from({ length: 240 }, (_none, index) => {
    const at = now - (60 - index / 4) * dayMs - random.below(hourMs);
    return item({
      orderId: `o-${1001 + Math.floor(index / 4)}`,
      at: isoTime(at),
      type: types[index % 4] ?? '',
      day: isoTime(at).slice(0, 10),
      actor: random.below(5) === 0 ? 'support' : 'system',
    });
  });
  await seed.table({
    region,
    createdAt: now - 120 * dayMs,
    table: {
      TableName: 'OrderEvents',
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: units(25, 10),
      AttributeDefinitions: attributes(['orderId', 'at', 'type', 'day']),
      KeySchema: keys('orderId', 'at'),
      LocalSecondaryIndexes: [{ IndexName: 'byType', KeySchema: keys('orderId', 'type'), Projection: all }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byDay',
          KeySchema: keys('day', 'at'),
          Projection: include('type'),
          ProvisionedThroughput: units(10, 10),
        },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      Tags: tags({ team: 'checkout', environment: 'production' }),
    },
    items: events,
  });
  seed.backup({ region, table: 'OrderEvents', name: 'monthly', at: now - 33 * dayMs });
  seed.backup({ region, table: 'OrderEvents', name: 'monthly', at: now - 3 * dayMs });
}

async function addInventory(seed: Seed, random: Random, now: number): Promise<void> {
  const warehouses = ['DUB', 'AMS', 'FRA'];
  const stock = Array.from({ length: 90 }, (_none, index) => ({
    sku: `sku-${5000 + Math.floor(index / 3)}`,
    warehouse: warehouses[index % 3] ?? '',
    quantity: random.below(500),
    reorderAt: 20 + random.below(40),
  }));
  const changes = stock.flatMap((entry) =>
    [6, 4, 2].map((ago) => ({
      at: now - ago * dayMs - random.below(hourMs),
      put: item({ ...entry, quantity: random.below(500) }),
    })),
  );
  await seed.table({
    region,
    createdAt: now - 220 * dayMs,
    table: {
      TableName: 'Inventory',
      ProvisionedThroughput: units(50, 20),
      AttributeDefinitions: attributes(['sku', 'warehouse'], ['quantity']),
      KeySchema: keys('sku', 'warehouse'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byWarehouse',
          KeySchema: keys('warehouse', 'quantity'),
          Projection: keysOnly,
          ProvisionedThroughput: units(20, 20),
        },
      ],
      DeletionProtectionEnabled: true,
      SSESpecification: { Enabled: true },
      Tags: tags({ team: 'warehouse', environment: 'production' }),
    },
    items: stock.map((entry) => item(entry)),
    changes: changes.toSorted((a, b) => a.at - b.at),
    pointInTime: { since: now - 7 * dayMs, days: 7 },
  });
  seed.backup({ region, table: 'Inventory', name: 'before-stocktaking', at: now - 5 * dayMs });
}

async function addSessions(seed: Seed, random: Random, now: number): Promise<void> {
  const sessions = Array.from({ length: 60 }, () => {
    const startedAt = now - random.below(20 * hourMs);
    return item({
      sessionId: random.uuid(),
      customerId: `c-${200 + random.below(40)}`,
      startedAt: isoTime(startedAt),
      expires: Math.floor((startedAt + dayMs) / 1000),
    });
  });
  await seed.table({
    region,
    createdAt: now - 500 * dayMs,
    table: {
      TableName: 'Sessions',
      AttributeDefinitions: attributes(['sessionId']),
      KeySchema: keys('sessionId'),
      OnDemandThroughput: { MaxReadRequestUnits: 4000, MaxWriteRequestUnits: 1000 },
      Tags: tags({ team: 'accounts', environment: 'production' }),
    },
    items: sessions,
    timeToLive: 'expires',
  });
}

async function addPriceHistory(seed: Seed, random: Random, now: number): Promise<void> {
  const prices = Array.from({ length: 120 }, (_none, index) =>
    item({
      sku: `sku-${5000 + (index % 30)}`,
      validFrom: isoTime(now - (4 - Math.floor(index / 30)) * 90 * dayMs).slice(0, 10),
      price: Math.round(99 + random.below(20_000)) / 100,
    }),
  );
  await seed.table({
    region,
    createdAt: now - 700 * dayMs,
    table: {
      TableName: 'PriceHistory',
      AttributeDefinitions: attributes(['sku', 'validFrom']),
      KeySchema: keys('sku', 'validFrom'),
      TableClass: 'STANDARD_INFREQUENT_ACCESS',
      Tags: tags({ team: 'pricing' }),
    },
    items: prices,
  });
  seed.backup({ region, table: 'PriceHistory', name: 'year-end', at: now - 300 * dayMs });
}

/** A table somebody deleted nine days ago: what is left of it are a SYSTEM backup and an older one. */
async function addDeletedInvoices(seed: Seed, random: Random, now: number): Promise<void> {
  const invoices = Array.from({ length: 50 }, (_none, index) =>
    item({
      invoiceId: `i-${7000 + index}`,
      orderId: `o-${1001 + index}`,
      amount: Math.round(500 + random.below(24_000)) / 100,
      issuedAt: isoTime(now - (60 - index) * dayMs),
    }),
  );
  await seed.table({
    region,
    createdAt: now - 150 * dayMs,
    table: {
      TableName: 'Invoices',
      AttributeDefinitions: attributes(['invoiceId']),
      KeySchema: keys('invoiceId'),
    },
    items: invoices,
    pointInTime: {},
  });
  seed.backup({ region, table: 'Invoices', name: 'quarterly', at: now - 40 * dayMs });
  seed.deleteTable(region, 'Invoices', now - 9 * dayMs - 17 * minuteMs);
}
