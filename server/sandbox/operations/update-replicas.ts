/** Replicas of a table in other Regions (UpdateTable, ReplicaUpdates): their states, not their contents. */
import { isWriteScaled } from '../state/scaling';
import type { Table } from '../state/table';
import { regionOf } from '../state/world';
import { invalid, invalidParameters } from '../wire/error';
import { notImitated } from '../wire/gaps';
import { streamLabel } from './make-table';
import type { Call } from './operation';
import type { ReplicaUpdate } from './update-table-input';

/** One replica a call. */
export function updateReplicas(call: Call, table: Table, updates: readonly ReplicaUpdate[]): boolean {
  const [update = {}] = updates;
  if (updates.length > 1) {
    throw invalidParameters('Requests that modify replicas can only have one replica create or delete');
  }
  const named = update.Create ?? update.Delete;
  if (named === undefined) throw notImitated('replica-updates');
  if (named.RegionName === call.region.name) {
    throw invalid('Cannot add or delete the local region through ReplicaUpdates');
  }
  checkIdle(call, table);
  if (update.Create !== undefined) createReplica(call, table, update.Create);
  else deleteReplica(call, table, named.RegionName);
  return true;
}

function checkIdle(call: Call, table: Table): void {
  const busy = table.replicas.some(
    (replica) => replica.activeAt > call.now || replica.deletedAt !== undefined,
  );
  if (!busy) return;
  throw invalid(
    'Create/Update/Delete of replica is not allowed while the replica is being added or removed. Table: ' +
      table.name,
  );
}

function createReplica(call: Call, table: Table, created: NonNullable<ReplicaUpdate['Create']>): void {
  if (
    !isWriteScaled(call.world.scaling, table.region, table.name) &&
    table.settings.billingMode === 'PROVISIONED'
  ) {
    throw invalid('Table write capacity should either be Pay-Per-Request or AutoScaled.');
  }
  const replicated = table.replicas.some((replica) => replica.regionName === created.RegionName);
  if (replicated || regionOf(call.world, created.RegionName).tables.has(table.name)) {
    throw invalid(
      `Failed to create a the new replica of table with name: ${table.name} because one or more replicas already existed as tables.`,
    );
  }
  call.spend();
  const { replicaVisible, replicaCreating } = call.world.durations;
  table.replicas.push({
    regionName: created.RegionName,
    createdAt: call.now,
    visibleAt: call.now + replicaVisible,
    activeAt: call.now + Math.max(replicaCreating, replicaVisible),
    ...(created.KMSMasterKeyId !== undefined && { keyId: created.KMSMasterKeyId }),
  });
  if (table.settings.streamView === undefined) table.streamLabel = streamLabel(call.now);
  table.settings.streamView = 'NEW_AND_OLD_IMAGES';
}

function deleteReplica(call: Call, table: Table, regionName: string): void {
  const replica = table.replicas.find((candidate) => candidate.regionName === regionName);
  if (replica === undefined) {
    throw invalid(
      `Replica specified in the Replica Update or Replica Delete action of the request was not found: ${regionName}`,
    );
  }
  call.spend();
  replica.deletedAt = call.now + call.world.durations.replicaDeleting;
}
