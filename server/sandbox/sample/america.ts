/** The tables of us-east-1, two of them with indexes that only newer tables have: keys of several attributes, and a vector. */
import type { Random } from '../random';
import type { Seed } from '../seed';
import { all, attributes, dayMs, hourMs, include, isoTime, item, keys, minuteMs, tags, units } from './write';

const region = 'us-east-1';

export async function addAmerica(seed: Seed, random: Random, now: number): Promise<void> {
  await addProducts(seed, random, now);
  await addReviews(seed, random, now);
  await addShipments(seed, random, now);
  await addManuals(seed, random, now);
}

async function addProducts(seed: Seed, random: Random, now: number): Promise<void> {
  const categories = ['tools', 'garden', 'kitchen', 'office'];
  const brands = ['Acme', 'Globex', 'Initech'];
  const products = Array.from({ length: 60 }, (_none, index) =>
    item({
      sku: `sku-${5000 + index}`,
      category: categories[index % 4] ?? '',
      brand: brands[index % 3] ?? '',
      price: Math.round(99 + random.below(20_000)) / 100,
      labels: ['catalogue', index % 2 === 0 ? 'sale' : 'regular'],
    }),
  );
  const several = [
    { AttributeName: 'category', KeyType: 'HASH' },
    { AttributeName: 'brand', KeyType: 'HASH' },
    { AttributeName: 'price', KeyType: 'RANGE' },
  ];
  await seed.table({
    region,
    createdAt: now - 250 * dayMs,
    table: {
      TableName: 'Products',
      AttributeDefinitions: attributes(['sku', 'category', 'brand'], ['price']),
      KeySchema: keys('sku'),
      GlobalSecondaryIndexes: [{ IndexName: 'byCategoryAndBrand', KeySchema: several, Projection: all }],
      Tags: tags({ team: 'catalogue', environment: 'production' }),
    },
    items: products,
    pointInTime: { since: now - 100 * dayMs },
  });
  seed.backup({ region, table: 'Products', name: 'before-import', at: now - 6 * dayMs });
}

async function addReviews(seed: Seed, random: Random, now: number): Promise<void> {
  const reviews = Array.from({ length: 150 }, (_none, index) =>
    item({
      sku: `sku-${5000 + (index % 60)}`,
      reviewId: `r-${index}`,
      stars: 1 + random.below(5),
      writtenAt: isoTime(now - random.below(200) * dayMs),
      text: 'Does what it says.',
    }),
  );
  await seed.table({
    region,
    createdAt: now - 210 * dayMs,
    table: {
      TableName: 'Reviews',
      ProvisionedThroughput: units(15, 5),
      AttributeDefinitions: attributes(['sku', 'reviewId', 'writtenAt'], ['stars']),
      KeySchema: keys('sku', 'reviewId'),
      LocalSecondaryIndexes: [
        { IndexName: 'byStars', KeySchema: keys('sku', 'stars'), Projection: include('writtenAt') },
        { IndexName: 'byDate', KeySchema: keys('sku', 'writtenAt'), Projection: all },
      ],
      Tags: tags({ team: 'catalogue' }),
    },
    items: reviews,
  });
  seed.backup({ region, table: 'Reviews', name: 'spam-purge', at: now - 15 * dayMs });
  seed.backup({
    region,
    table: 'Reviews',
    name: 'awsbackup-weekly',
    at: now - 2 * dayMs,
    type: 'AWS_BACKUP',
  });
}

/** Changes every few hours, up to a quarter of an hour ago: good for a restore to a point in time. */
async function addShipments(seed: Seed, random: Random, now: number): Promise<void> {
  const steps = ['LABELLED', 'COLLECTED', 'IN_TRANSIT', 'DELIVERED'];
  const changes = Array.from({ length: 45 }, (_none, index) => {
    const startedAt = now - (45 - index) * 6 * hourMs;
    return steps.map((step, number) => ({
      at: startedAt + number * 5 * hourMs + random.below(hourMs),
      put: item({ shipmentId: `s-${300 + index}`, orderId: `o-${1100 + index}`, step }),
    }));
  }).flat();
  await seed.table({
    region,
    createdAt: now - 90 * dayMs,
    table: {
      TableName: 'Shipments',
      AttributeDefinitions: attributes(['shipmentId', 'step']),
      KeySchema: keys('shipmentId'),
      GlobalSecondaryIndexes: [{ IndexName: 'byStep', KeySchema: keys('step'), Projection: all }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
      Tags: tags({ team: 'logistics', environment: 'production' }),
    },
    changes: changes.filter(({ at }) => at < now - 15 * minuteMs).toSorted((a, b) => a.at - b.at),
    pointInTime: { since: now - 30 * dayMs },
  });
  seed.backup({ region, table: 'Shipments', name: 'nightly', at: now - 9 * hourMs });
}

async function addManuals(seed: Seed, random: Random, now: number): Promise<void> {
  const manuals = Array.from({ length: 20 }, (_none, index) =>
    item({
      manualId: `m-${index}`,
      sku: `sku-${5000 + index}`,
      language: random.below(2) === 0 ? 'en' : 'de',
      pages: 4 + random.below(80),
    }),
  );
  await seed.table({
    region,
    createdAt: now - 30 * dayMs,
    table: {
      TableName: 'Manuals',
      AttributeDefinitions: attributes(['manualId']),
      KeySchema: keys('manualId'),
      VectorIndexes: [
        {
          IndexName: 'byMeaning',
          VectorAttribute: { AttributeName: 'embedding' },
          Projection: all,
          Dimensions: 256,
          DistanceFunction: 'COSINE',
        },
      ],
    },
    items: manuals,
  });
  seed.backup({ region, table: 'Manuals', name: 'first-release', at: now - 10 * dayMs });
}
