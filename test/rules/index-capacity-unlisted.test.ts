import type { GlobalSecondaryIndex } from '../../server/core/facts';
import { backupWithIndexes, fromBackup, ordersBackup, provisionedBackup, systemBackup } from './facts';
import { testRule } from './marked';

const units = '"ProvisionedThroughputOverride": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';

/** As the editor lays it out; the service answers non-key attributes in its own order. */
const listed = `
  {
    "IndexName": "byCustomer",
    "KeySchema": [
      { "AttributeName": "customerId", "KeyType": "HASH" },
      { "AttributeName": "createdAt", "KeyType": "RANGE" }
    ],
    "Projection": { "ProjectionType": "INCLUDE", "NonKeyAttributes": ["total", "status"] },
    "ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }
  },
  {
    "IndexName": "byStatus",
    "KeySchema": [{ "AttributeName": "status", "KeyType": "HASH" }],
    "Projection": { "ProjectionType": "KEYS_ONLY" },
    "ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }
  }
`;

const limited: GlobalSecondaryIndex = {
  IndexName: 'byStatus',
  KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'KEYS_ONLY' },
  OnDemandThroughput: { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 50 },
};
const listedStatus = `
  {
    "IndexName": "byStatus",
    "KeySchema": [{ "AttributeName": "status", "KeyType": "HASH" }],
    "Projection": { "ProjectionType": "KEYS_ONLY" },
    "ProvisionedThroughput": { "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }
  }
`;

testRule('index-capacity-unlisted', {
  wrong: [
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": «"PROVISIONED"», ${units} }`,
      facts: { backup: ordersBackup() },
      says: 'list "byCustomer", "byStatus" in GlobalSecondaryIndexOverride',
      fixes: {
        "List them with the table's capacity, to be adjusted": `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units}, "GlobalSecondaryIndexOverride": [${listed}] }`,
      },
    },
    {
      // With nothing written that they could be given.
      spec: `{ ${fromBackup}, "BillingModeOverride": «"PROVISIONED"» }`,
      facts: { backup: backupWithIndexes(5) },
      says: 'its indexes have no recorded capacity: list "by1", "by2", "by3", "by4", "by5" in GlobalSecondaryIndexOverride, each with ProvisionedThroughput.',
    },
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": «"PROVISIONED"», "ProvisionedThroughputOverride": { "ReadCapacityUnits": 4 } }`,
      facts: { backup: backupWithIndexes(6) },
      says: 'list "by1", "by2", "by3", "by4", "by5" and the others in GlobalSecondaryIndexOverride',
    },
    {
      // The maxima of an on-demand index do not come along.
      spec: `{ ${fromBackup}, "BillingModeOverride": «"PROVISIONED"», ${units} }`,
      facts: { backup: ordersBackup({ features: { GlobalSecondaryIndexes: [limited] } }) },
      says: 'list "byStatus" in',
      fixes: {
        "List them with the table's capacity, to be adjusted": `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units}, "GlobalSecondaryIndexOverride": [${listedStatus}] }`,
      },
    },
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units} }`,
      facts: { backup: backupWithIndexes(0) },
    },
    {
      // It tells of no indexes.
      spec: `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units} }`,
      facts: { backup: systemBackup() },
    },
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units} }`,
      facts: { backup: provisionedBackup() },
    },
    `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units}, "GlobalSecondaryIndexOverride": [] }`,
    `{ ${fromBackup} }`,
  ],
});
