/** RestoreTableFromBackup and RestoreTableToPointInTime. */
import { isRegion, parseArn, partitionOf, tableInResource } from '../state/arn';
import type { Backup } from '../state/backup';
import { itemsAt, isBeingRestored, type AttributeMap, type Table } from '../state/table';
import type { Settings } from '../state/settings';
import { regionOf, runningRestores } from '../state/world';
import { ApiError, invalid, invalidRequest, overLimit, tableNotFound } from '../wire/error';
import { notKnown } from '../wire/gaps';
import { flag, may, moment, must, record, type Infer, type Shape } from '../wire/shape';
import { describeTable } from './describe-table';
import { keyArnFor } from './encryption';
import { isKnownToSides, tableKnownToBackups } from './locate';
import { backupArnIn, backupIn, expectAvailable, isFeedingRestore } from './locate-backup';
import { makeTable } from './make-table';
import { operation, type Call, type Operation } from './operation';
import { restorableWindow } from './restorable-window';
import { overrideMembers, restoredSettings, type Overrides } from './restore-rules';
import { freeText, name } from './shapes';

/** The target's length is checked by hand in RestoreTableFromBackup, its letters with all other shape faults. */
const backupTargetName: Shape<string> = {
  read(value, path, faults) {
    const tooShortOrLong = typeof value === 'string' && (value.length < 3 || value.length > 255);
    if (tooShortOrLong && faults.length === 0) {
      throw invalid('TableName must be at least 3 characters long and at most 255 characters long');
    }
    return name.read(value, path, faults);
  },
};

const fromBackupInput = record({
  TargetTableName: must(backupTargetName),
  BackupArn: must(freeText),
  ...overrideMembers,
});

const toPointInTimeInput = record({
  SourceTableArn: may(freeText),
  SourceTableName: may(name),
  TargetTableName: must(name),
  UseLatestRestorableTime: may(flag),
  RestoreDateTime: may(moment),
  ...overrideMembers,
});

/** What a restore copies and where it came from. */
interface Source {
  readonly region: string;
  readonly items: readonly AttributeMap[];
  readonly restore: NonNullable<Table['restore']>;
}

/**
 * Known of the order: shape first, the target's name before a busy backup, the key before anything starts. The place of the other
 * rules between shape and target was never probed.
 */
async function restoreFromBackup(input: Infer<typeof fromBackupInput>, call: Call): Promise<object> {
  const arn = backupArnIn(call, input.BackupArn);
  checkRegions(call, arn.region, input);
  const backup = backupIn(call, regionOf(call.world, arn.region), arn);
  const recorded = recordedIn(backup, input);
  const settings = settingsOf(call, arn.region, recorded, input);
  checkTarget(call, input.TargetTableName);
  if (isFeedingRestore(call, backup)) {
    throw new ApiError(
      'BackupInUseException',
      `Backup is being used to restore another table: ${backup.arn}`,
    );
  }
  expectAvailable(call, backup);
  const restore = { backupArn: backup.arn, tableArn: backup.source.arn, at: backup.createdAt };
  const table = await start(call, input.TargetTableName, settings, {
    region: arn.region,
    items: backup.items,
    restore,
  });
  if (isEmptyMaximaTrap(input)) throw alreadyBeingRestored(table.name, backup.arn);
  return { TableDescription: describeTable(call, table) };
}

/** `OnDemandThroughputOverride: {}` is answered with an error although the restore has started (DDB-TABLE-463). */
function isEmptyMaximaTrap({ OnDemandThroughputOverride: maxima }: Overrides): boolean {
  return maxima !== undefined && Object.keys(maxima).length === 0;
}

/** What a SYSTEM backup records of its table cannot be read, so what it brings back beyond keys and items is not known. */
function recordedIn(backup: Backup, overrides: Overrides): Settings {
  if (backup.type !== 'SYSTEM') return backup.settings;
  const { localIndexes, globalIndexes, vectorIndexes } = backup.settings;
  const droppedLocal = localIndexes.length === 0 || overrides.LocalSecondaryIndexOverride?.length === 0;
  const droppedGlobal = globalIndexes.length === 0 || overrides.GlobalSecondaryIndexOverride?.length === 0;
  const droppedVector = vectorIndexes.length === 0 || overrides.VectorIndexOverride?.length === 0;
  if (droppedLocal && droppedGlobal && droppedVector) return backup.settings;
  throw notKnown('system-backup-indexes');
}

/** Order: shape, source exists, point-in-time recovery on, time in the window, target free (DDB-TABLE-100, -272). */
async function restoreToPointInTime(input: Infer<typeof toPointInTimeInput>, call: Call): Promise<object> {
  checkTimes(input);
  const source = sourceTable(call, input);
  if (source.pointInTime === undefined) {
    throw new ApiError(
      'PointInTimeRecoveryUnavailableException',
      `Point in time recovery is not enabled for table '${source.name}'`,
    );
  }
  const at = momentOf(input, source.pointInTime, call.now);
  if (isEmptyMaximaTrap(input)) throw notKnown('empty-maxima-point-in-time');
  const settings = settingsOf(call, source.region, source.settings, input);
  checkTarget(call, input.TargetTableName);
  const table = await start(call, input.TargetTableName, settings, {
    region: source.region,
    items: itemsAt(source, at),
    restore: { tableArn: source.arn, at },
  });
  return { TableDescription: describeTable(call, table) };
}

type Times = Pick<Infer<typeof toPointInTimeInput>, 'UseLatestRestorableTime' | 'RestoreDateTime'>;

function checkTimes({ UseLatestRestorableTime: latest = false, RestoreDateTime: at }: Times): void {
  if (latest && at !== undefined) {
    throw invalidRequest(
      'Both RestoreDateTime and UseLatestRestorableTime cannot be set for point-in-time restore request. ' +
        'Please specify either RestoreDateTime or UseLatestRestorableTime.',
    );
  }
  if (!latest && at === undefined) {
    throw invalidRequest(
      'Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both',
    );
  }
}

function momentOf(input: Times, pointInTime: NonNullable<Table['pointInTime']>, now: number): number {
  const { earliest, latest } = restorableWindow(pointInTime, now);
  const { RestoreDateTime: at = latest } = input;
  const second = (ms: number): number => Math.floor(ms / 1000);
  if (second(at) >= second(earliest) && second(at) <= second(latest)) return at;
  const shown = (ms: number): string => new Date(second(ms) * 1000).toISOString().replace('.000Z', 'Z');
  throw new ApiError(
    'InvalidRestoreTimeException',
    `RestoreDateTime '${shown(at)}' must be within EarliestRestorableDateTime '${shown(earliest)}' and ` +
      `LatestRestorableDateTime '${shown(latest)}'`,
  );
}

/** Only an ARN crosses Regions; a name is looked up in the Region that was called. */
function sourceTable(call: Call, input: Infer<typeof toPointInTimeInput>): Table {
  const { SourceTableArn: given, SourceTableName: sourceName } = input;
  if (given !== undefined && sourceName !== undefined) {
    throw invalid('Must provide exactly one of: sourceTableArn, sourceTableName');
  }
  if (sourceName !== undefined) return tableKnownToBackups(call, sourceName);
  if (given === undefined) {
    throw invalid("The parameter 'TableName' is required but was not present in the request");
  }
  return tableByArn(call, given, input);
}

function tableByArn(call: Call, given: string, overrides: Overrides): Table {
  if (!given.startsWith('arn:')) throw invalid(`ARNs must start with 'arn:': ${given}`);
  const arn = parseArn(given);
  const tableName = arn === undefined ? undefined : tableInResource(arn.resource);
  if (arn === undefined || tableName === undefined || arn.service !== 'dynamodb' || !isRegion(arn.region)) {
    throw invalid('sourceTableArn is not a valid ARN');
  }
  if (arn.account !== call.world.account) {
    throw invalid('This action is only supported by accounts that match the resource owner’s account.');
  }
  if (arn.partition !== partitionOf(arn.region)) throw notKnown('table-arn-partition');
  checkRegions(call, arn.region, overrides);
  const table = regionOf(call.world, arn.region).tables.get(tableName);
  if (table === undefined || !isKnownToSides(call, table)) throw tableNotFound();
  return table;
}

const excludedFromCrossing = new Set(['ap-east-1', 'me-south-1']);

/** The ARN's Region against the endpoint's: where the source really lives does not count. */
function checkRegions(call: Call, sourceRegion: string, { SSESpecificationOverride }: Overrides): void {
  if (sourceRegion === call.region.name) return;
  if (partitionOf(sourceRegion) !== partitionOf(call.region.name)) {
    throw notKnown('partitions-crossed');
  }
  if (SSESpecificationOverride === undefined) {
    throw invalidRequest('sseSpecificationOverride must be provided for cross-region restores');
  }
  const { Enabled, SSEType } = SSESpecificationOverride;
  if (Enabled === false || (Enabled === undefined && SSEType === undefined)) {
    throw notKnown('encryption-off-across-regions');
  }
  if (excludedFromCrossing.has(sourceRegion) || excludedFromCrossing.has(call.region.name)) {
    throw notKnown('regions-not-crossed');
  }
}

function settingsOf(call: Call, sourceRegion: string, recorded: Settings, overrides: Overrides): Settings {
  const settings = restoredSettings(recorded, overrides);
  const { SSESpecificationOverride: specification } = overrides;
  if (specification !== undefined) return { ...settings, encryptionKey: keyArnFor(call, specification) };
  const key = call.region.keys.find((candidate) => candidate.arn === recorded.encryptionKey);
  if (key?.manager === 'CUSTOMER' && sourceRegion === call.region.name) {
    throw notKnown('customer-key-kept');
  }
  return settings;
}

/** A name is taken in every state; only a running restore has an answer of its own. */
function checkTarget(call: Call, target: string): void {
  const existing = call.region.tables.get(target);
  if (existing === undefined) return;
  if (isBeingRestored(existing, call.now)) {
    throw alreadyBeingRestored(target, existing.restore?.backupArn ?? existing.arn);
  }
  throw new ApiError('TableAlreadyExistsException', `Table already exists: ${target}`);
}

function alreadyBeingRestored(target: string, backupArn: string): ApiError {
  return new ApiError(
    'TableInUseException',
    `Table: ${target} is already being restored from backup: ${backupArn}`,
  );
}

async function start(call: Call, target: string, settings: Settings, source: Source): Promise<Table> {
  const { world, region, now } = call;
  if (runningRestores(world).length >= 50) {
    throw overLimit('Only 50 restore operations can be done simultaneously');
  }
  const { restoreInRegion, restoreAcrossRegions } = world.durations;
  const duration = source.region === region.name ? restoreInRegion : restoreAcrossRegions;
  return makeTable(world, region, {
    name: target,
    settings,
    at: now,
    activeAt: now + duration,
    restore: source.restore,
    writes: source.items.map((put) => ({ at: now, put })),
  });
}

export const restoreOperations: Record<string, Operation> = {
  RestoreTableFromBackup: operation(fromBackupInput, restoreFromBackup),
  RestoreTableToPointInTime: operation(toPointInTimeInput, restoreToPointInTime),
};
