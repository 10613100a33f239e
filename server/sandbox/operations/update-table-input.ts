/** The request of UpdateTable (DynamoDB API Reference, `API_UpdateTable`). */
import { anything, flag, listOf, may, must, record, type Infer } from '../wire/shape';
import {
  attributeDefinitions,
  billingMode,
  encryption,
  freeText,
  globalIndex,
  maxima,
  name,
  streamSpecification,
  tableClass,
  tableName,
  units,
  warm,
} from './shapes';

const indexUpdates = listOf(
  record({
    Create: may(globalIndex),
    Update: may(
      record({
        IndexName: must(name),
        ProvisionedThroughput: may(units),
        OnDemandThroughput: may(maxima),
        WarmThroughput: may(warm),
      }),
    ),
    Delete: may(record({ IndexName: must(name) })),
  }),
);

const replica = record({ RegionName: must(freeText), KMSMasterKeyId: may(freeText) });

const replicaUpdates = listOf(record({ Create: may(replica), Update: may(replica), Delete: may(replica) }), {
  min: 1,
});

export const updateTableInput = record({
  TableName: must(tableName),
  AttributeDefinitions: may(attributeDefinitions),
  BillingMode: may(billingMode),
  ProvisionedThroughput: may(units),
  GlobalSecondaryIndexUpdates: may(indexUpdates),
  StreamSpecification: may(streamSpecification),
  SSESpecification: may(encryption),
  ReplicaUpdates: may(replicaUpdates),
  TableClass: may(tableClass),
  DeletionProtectionEnabled: may(flag),
  OnDemandThroughput: may(maxima),
  WarmThroughput: may(warm),
  VectorIndexUpdates: may(listOf(anything)),
});

export type UpdateTableInput = Infer<typeof updateTableInput>;

export type IndexUpdate = Infer<typeof indexUpdates>[number];
export type ReplicaUpdate = Infer<typeof replicaUpdates>[number];
