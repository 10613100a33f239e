import type { GlobalIndex, Settings } from './settings';

export type AttributeMap = Record<string, unknown>;

/** One write to one item: the image it left, or none when it removed the item. */
export interface ItemChange {
  readonly at: number;
  /** The item's key as the item store spells it. */
  readonly key: string;
  readonly image?: AttributeMap;
}

/** A change of the table that was accepted and is not done yet. */
export interface PendingChange {
  readonly concern: 'throughput' | 'billing' | 'stream' | 'class' | 'encryption' | 'warm';
  readonly startedAt: number;
  readonly until: number;
  /** What becomes of the settings when it is done. */
  readonly settings: Partial<Settings>;
  /** A class change that an encryption change overtook: the table looks ACTIVE, and further class changes are lost. */
  overtaken?: boolean;
  /** The texts about a running stream change name its direction. */
  readonly streamOperation?: 'ENABLE' | 'DISABLE';
}

/** The life of one global index that was added or is being removed after the table was made. */
export interface IndexWork {
  readonly indexName: string;
  readonly kind: 'CREATE' | 'DELETE';
  /** The table is UPDATING until then. */
  readonly allocatedAt: number;
  readonly until: number;
}

export interface Tag {
  Key: string;
  Value: string;
}

/** A tag write whose effect cannot be read yet, and which keeps others out. */
export interface TagWrite {
  readonly before: Tag[];
  readonly readableAt: number;
  readonly lockedUntil: number;
  readonly added: Tag[];
}

export interface Policy {
  document: string;
  revision: string;
}

export interface PolicyState {
  current?: Policy | undefined;
  /** What can still be read until `readableAt`. */
  before?: Policy | undefined;
  readableAt: number;
  pendingUntil: number;
  changedAt: number;
  lockedUntil: number;
}

export interface Insights {
  mode: string;
  /** ENABLING or DISABLING until then. */
  until: number;
  enabled: boolean;
}

export interface KinesisDestination {
  streamArn: string;
  precision: string;
  /** What it becomes at `until`; ENABLING, DISABLING or UPDATING before. */
  target: 'ACTIVE' | 'DISABLED' | 'ENABLE_FAILED';
  doing: 'ENABLING' | 'DISABLING' | 'UPDATING';
  until: number;
}

export interface Replica {
  regionName: string;
  createdAt: number;
  visibleAt: number;
  activeAt: number;
  deletedAt?: number;
  keyId?: string;
}

/** Counters of the budgets that hang on one table, as moments of the changes that were accepted. */
export interface Budgets {
  encryption: number[];
  tableClass: number[];
  decreases: number[];
}

export interface Table {
  readonly region: string;
  readonly name: string;
  readonly arn: string;
  /** Lower-case UUID: the only mark of one incarnation among tables of one name. */
  readonly id: string;
  readonly createdAt: number;
  activeAt: number;
  /** Set on a table that a restore made. */
  readonly restore?: { backupArn?: string; tableArn: string; at: number };
  deletion?: { at: number; goneAt: number };
  /** Set on a table that will never be ACTIVE. */
  vanishesAt?: number;
  /** Set by tests only. */
  trouble?: TroubledStatus | undefined;
  settings: Settings;
  pending: PendingChange[];
  indexWork: IndexWork[];
  /** When the table was last switched to on demand; set once it has ever been. */
  onDemandSince?: number;
  /** The maxima that a backup still records, until they have caught up. */
  laggingMaxima?: { maxima: Settings['maxima']; until: number };
  /** The moment of the last stream, as its label; it lingers when the stream is off. */
  streamLabel?: string;
  protectionChangedAt?: number;
  timeToLive: { attribute?: string; lockedUntil: number };
  tags: Tag[];
  tagWrite?: TagWrite;
  pointInTime?: { since: number; days: number };
  policies: Record<string, PolicyState>;
  insights: Record<string, Insights>;
  kinesis: KinesisDestination[];
  replicas: Replica[];
  budgets: Budgets;
  history: ItemChange[];
  statistics: { at: number; itemCount: number; sizeBytes: number };
}

/** States that only trouble with keys, roles or age brings about; a test puts a table into them. */
export type TroubledStatus =
  'INACCESSIBLE_ENCRYPTION_CREDENTIALS' | 'REPLICATION_NOT_AUTHORIZED' | 'ARCHIVING' | 'ARCHIVED';
export type TableStatus = 'CREATING' | 'UPDATING' | 'DELETING' | 'ACTIVE' | TroubledStatus;

const keepsTableActive = new Set<PendingChange['concern']>(['encryption', 'warm']);

export function statusOf(table: Table, now: number): TableStatus {
  if (table.deletion !== undefined) return 'DELETING';
  if (table.trouble !== undefined) return table.trouble;
  if (table.activeAt > now) return 'CREATING';
  const changing = table.pending.some(
    (change) => !keepsTableActive.has(change.concern) && change.overtaken !== true,
  );
  return changing || table.indexWork.some((work) => work.allocatedAt > now) ? 'UPDATING' : 'ACTIVE';
}

export function isBeingRestored(table: Table, now: number): boolean {
  return table.restore !== undefined && statusOf(table, now) === 'CREATING';
}

/** CREATING, UPDATING, DELETING or ACTIVE, and whether the index is being filled. */
export function indexStatusOf(
  table: Table,
  index: GlobalIndex,
  now: number,
): { status: TableStatus; filling?: boolean } {
  const work = table.indexWork.find((candidate) => candidate.indexName === index.IndexName);
  if (work?.kind === 'DELETE') return { status: 'DELETING' };
  if (work?.kind === 'CREATE') return { status: 'CREATING', filling: work.allocatedAt <= now };
  const changed = table.pending.find((change) => change.settings.globalIndexes !== undefined);
  if (table.activeAt > now) return { status: 'CREATING' };
  return { status: changed === undefined ? 'ACTIVE' : 'UPDATING' };
}

/** The items as they were at a moment, by key. */
export function itemsAt(table: Pick<Table, 'history'>, at: number): AttributeMap[] {
  const images = new Map<string, AttributeMap>();
  for (const change of table.history) {
    if (change.at > at) continue;
    if (change.image === undefined) images.delete(change.key);
    else images.set(change.key, change.image);
  }
  return [...images.values()];
}
