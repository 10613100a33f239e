import { fromBackup, ordersBackup, provisionedBackup } from './facts';
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
  ],
  fine: [
    {
      spec: `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units} }`,
      facts: { backup: provisionedBackup() },
    },
    `{ ${fromBackup}, "BillingModeOverride": "PROVISIONED", ${units}, "GlobalSecondaryIndexOverride": [] }`,
    `{ ${fromBackup} }`,
  ],
});
