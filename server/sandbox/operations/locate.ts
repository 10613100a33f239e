/** Finding the table that a request names, and saying "not found" the way each family of calls says it. */
import { isRegion, parseArn, partitionOf, tableInResource } from '../state/arn';
import { isBeingRestored, statusOf, type Table } from '../state/table';
import { ApiError, invalid, resourceNotFound, tableNotFound } from '../wire/error';
import type { Call } from './operation';

export function accessDenied(message = 'Access is denied'): ApiError {
  return new ApiError('AccessDeniedException', message);
}

/**
 * The bare table name in a `TableName` member, which may be a full ARN of the same account and Region.
 * @throws ApiError when the ARN is of another Region or account
 */
export function nameIn(call: Call, given: string): string {
  const arn = parseArn(given);
  if (arn === undefined) return given;
  if (arn.region !== call.region.name)
    throw invalid(`1 validation error detected: Invalid AWS region in '${given}'`);
  if (arn.account !== call.world.account) throw accessDenied();
  const name = tableInResource(arn.resource);
  if (name === undefined || arn.service !== 'dynamodb')
    throw invalid(`1 validation error detected: Invalid ARN '${given}'`);
  return name;
}

/** A table in any state. @throws ApiError `ResourceNotFoundException` */
export function tableNamed(call: Call, given: string): Table {
  const name = nameIn(call, given);
  const table = call.region.tables.get(name);
  if (table === undefined) throw resourceNotFound(`Table: ${name}`);
  return table;
}

/**
 * Whether the services beside the table service (TTL, tags, policies, backups) know a table: not in the first seconds of its
 * creation, not while it is being restored, and only for a moment once it is being deleted.
 */
export function isKnownToSides(call: Call, table: Table): boolean {
  const { durations } = call.world;
  if (table.deletion !== undefined) return call.now < table.deletion.at + durations.tableForgotten;
  if (isBeingRestored(table, call.now)) return false;
  const unknownMs = Math.min(durations.tableUnknown, table.activeAt - table.createdAt);
  return call.now >= table.createdAt + unknownMs;
}

/** A table as TTL, policy and insights calls see it. @throws ApiError `ResourceNotFoundException` */
export function tableKnownToSides(call: Call, given: string): Table {
  const table = tableNamed(call, given);
  if (!isKnownToSides(call, table)) throw resourceNotFound(`Table: ${table.name}`);
  return table;
}

/** A table as the backup and continuous-backup calls see it. @throws ApiError `TableNotFoundException` */
export function tableKnownToBackups(call: Call, given: string): Table {
  const name = nameIn(call, given);
  const table = call.region.tables.get(name);
  if (table === undefined || !isKnownToSides(call, table)) throw tableNotFound(name);
  return table;
}

/** @throws ApiError `ContinuousBackupsUnavailableException` in the first seconds of a table */
export function expectBackupsEnabled(call: Call, table: Table): void {
  if (areBackupsEnabled(call, table)) return;
  throw new ApiError(
    'ContinuousBackupsUnavailableException',
    `Backups are being enabled for the table: ${table.name}. Please retry later`,
  );
}

export function areBackupsEnabled(call: Call, table: Table): boolean {
  return call.now >= table.activeAt + call.world.durations.backupsEnabling;
}

/** The table of a `ResourceArn` member, which is never a bare name. */
export function tableOfResource(call: Call, given: string, notFound: (arn: string) => ApiError): Table {
  const arn = parseArn(given);
  if (arn === undefined) throw invalid(`Invalid TableArn: Invalid ResourceArn provided as input ${given}`);
  const name = tableInResource(arn.resource);
  const isTable = name !== undefined && arn.service === 'dynamodb' && isRegion(arn.region);
  if (!isTable || arn.partition !== partitionOf(arn.region)) {
    throw invalid(
      `One or more parameter values were invalid: Provided Arn is not a DynamoDB resource arn: ${given}`,
    );
  }
  if (arn.account !== call.world.account) throw accessDenied();
  const table = arn.region === call.region.name ? call.region.tables.get(name) : undefined;
  if (table === undefined || !isKnownToSides(call, table)) throw notFound(given);
  return table;
}

/** @throws ApiError when the table is not there for data: a missing, CREATING or DELETING one */
export function tableWithData(call: Call, given: string): Table {
  const table = call.region.tables.get(nameIn(call, given));
  const status = table === undefined ? undefined : statusOf(table, call.now);
  if (table === undefined || status === 'CREATING' || status === 'DELETING') {
    throw new ApiError('ResourceNotFoundException', 'Requested resource not found');
  }
  return table;
}
