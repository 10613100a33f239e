/** What identifies a restore: the service has no client token, the target's name is the only guard against a second table. */
export interface OperationKey {
  partition: string;
  accountId: string;
  region: string;
  target: string;
}

/** What the restored table must look like, as far as the plan knows it: enough to tell our table from somebody else's. */
export interface Expectation {
  KeySchema?: readonly { AttributeName: string; KeyType: string }[];
  BillingMode?: string;
  GlobalSecondaryIndexes?: readonly string[];
  LocalSecondaryIndexes?: readonly string[];
}

interface RowBase {
  /** Id of the operation, made once when the intent is written. */
  op: string;
  /** ISO 8601. */
  at: string;
}

export type IntentRow = RowBase & {
  state: 'intent';
  kind: 'RestoreTableFromBackup' | 'RestoreTableToPointInTime';
  key: OperationKey;
  input: Record<string, unknown>;
  steps: { setting: string; value: unknown }[];
  sourceTableName: string;
  planHash: string;
  profile: string;
  spec?: string;
  expected?: Expectation;
  /** ISO 8601. When the first of earlier attempts at the same request began whose outcome was never known. */
  unresolvedSince?: string;
};

/** Journal rows as data, in the order of the protocol. A row is written before what it announces is done, and never changed. */
export type Row =
  | IntentRow
  /** `offsetMs`: the service's clock minus ours, as learnt so far. */
  | (RowBase & { state: 'sent'; offsetMs?: number })
  /**
   * The service said a definite "not now", and the same request will be sent again. Most likely nothing runs; but the answer may be one
   * to our own request, sent twice by a proxy on the way, so it is looked before that is claimed.
   */
  | (RowBase & { state: 'waiting'; code: string; note: string })
  | (RowBase & { state: 'accepted'; tableId: string; adopted: boolean; requestId?: string })
  | (RowBase & { state: 'active' })
  | (RowBase & { state: 'step-done'; setting: string; note?: string })
  | (RowBase & { state: 'step-failed'; setting: string; note: string })
  | (RowBase & { state: 'done' })
  | (RowBase & { state: 'rejected' | 'unknown' | 'foreign' | 'vanished'; code: string; note: string })
  | (RowBase & { state: 'closed'; note: string })
  | (RowBase & {
      state: 'backup-sent';
      region: string;
      tableName: string;
      backupName: string;
      profile: string;
    })
  | (RowBase & { state: 'backup-made'; backupArn: string; adopted: boolean })
  | (RowBase & { state: 'backup-rejected' | 'backup-unknown'; code: string; note: string });

/** A row without what the writer stamps on it. */
export type RowBody = Row extends infer R ? (R extends Row ? Omit<R, 'op' | 'at'> : never) : never;

export type OperationState =
  | 'intent'
  | 'sent'
  | 'restoring'
  | 'settings'
  | 'done'
  | 'rejected'
  | 'unknown'
  | 'foreign'
  | 'vanished'
  | 'closed';

/** One restore as its rows tell it. Times are ISO 8601. */
export interface Operation {
  op: string;
  intent: IntentRow;
  state: OperationState;
  startedAt: string;
  changedAt: string;
  sentAt?: string;
  offsetMs?: number;
  acceptedAt?: string;
  tableId?: string;
  adopted: boolean;
  activeAt?: string;
  stepsDone: string[];
  stepsFailed: { setting: string; note: string }[];
  /** Why it ended as it did, or why it was told to wait: AWS's code and our words. */
  code?: string;
  note?: string;
  /** A request was sent whose outcome was never known, by this operation or by one it went on from. */
  unresolved: boolean;
}

/** Settings of an operation that were neither put back nor given up. */
export function stepsLeft({ intent, stepsDone, stepsFailed }: Operation): IntentRow['steps'] {
  return intent.steps.filter(
    ({ setting }) =>
      !stepsDone.includes(setting) && !stepsFailed.some((failed) => failed.setting === setting),
  );
}

/** Work may still be going on at AWS, or is left to do: `resume` goes on with it. */
export function isOpen({ state }: Operation): boolean {
  return state === 'intent' || state === 'sent' || state === 'restoring' || state === 'settings';
}

/** All restores the rows tell of, oldest first. A row of an operation whose intent is missing tells nothing and is passed over. */
export function operations(rows: readonly Row[]): Operation[] {
  const found = new Map<string, Operation>();
  for (const row of rows) {
    if (row.state === 'intent') {
      if (!found.has(row.op)) found.set(row.op, begun(row));
      continue;
    }
    const operation = found.get(row.op);
    if (operation === undefined) continue;
    operation.changedAt = row.at;
    advance(operation, row);
  }
  return [...found.values()];
}

export function operationOf(rows: readonly Row[], op: string): Operation | undefined {
  return operations(rows.filter((row) => row.op === op))[0];
}

export function sameKey(a: OperationKey, b: OperationKey): boolean {
  return (
    a.partition === b.partition &&
    a.accountId === b.accountId &&
    a.region === b.region &&
    a.target === b.target
  );
}

/** The text of a key that locks are made of. */
export function textOfKey({ partition, accountId, region, target }: OperationKey): string {
  return [partition, accountId, region, target].join('/');
}

function begun(intent: IntentRow): Operation {
  return {
    op: intent.op,
    intent,
    state: 'intent',
    startedAt: intent.at,
    changedAt: intent.at,
    adopted: false,
    stepsDone: [],
    stepsFailed: [],
    unresolved: intent.unresolvedSince !== undefined,
  };
}

function advance(operation: Operation, row: Exclude<Row, IntentRow>): void {
  switch (row.state) {
    case 'sent':
      operation.state = 'sent';
      operation.sentAt = row.at;
      delete operation.code;
      delete operation.note;
      if (row.offsetMs !== undefined) operation.offsetMs = row.offsetMs;
      return;
    case 'waiting':
      operation.code = row.code;
      operation.note = row.note;
      return;
    case 'accepted':
      operation.state = 'restoring';
      operation.acceptedAt = row.at;
      operation.tableId = row.tableId;
      delete operation.code;
      delete operation.note;
      operation.adopted = row.adopted;
      operation.unresolved = false;
      return;
    case 'active':
      operation.state = 'settings';
      operation.activeAt = row.at;
      return;
    case 'step-done':
      if (!operation.stepsDone.includes(row.setting)) operation.stepsDone.push(row.setting);
      return;
    case 'step-failed':
      operation.stepsFailed.push({ setting: row.setting, note: row.note });
      return;
    case 'done':
      operation.state = 'done';
      return;
    case 'rejected':
    case 'unknown':
    case 'foreign':
    case 'vanished':
      operation.state = row.state;
      operation.code = row.code;
      operation.note = row.note;
      if (row.state === 'unknown') operation.unresolved = true;
      return;
    case 'closed':
      operation.state = 'closed';
      operation.note = row.note;
      return;
    case 'backup-sent':
    case 'backup-made':
    case 'backup-rejected':
    case 'backup-unknown':
      return;
  }
}
