/** What identifies a restore: the service has no client token, the target's name is the only guard against a second table. */
export interface OperationKey {
  partition: string;
  accountId: string;
  region: string;
  target: string;
}

interface RowBase {
  /** Id of the operation, made once when the intent is written. */
  op: string;
  /** ISO 8601. */
  at: string;
}

/** Journal rows as data, in the order of the protocol. A row is written before what it announces is done, and never changed. */
export type Row =
  | (RowBase & {
      state: 'intent';
      kind: 'RestoreTableFromBackup' | 'RestoreTableToPointInTime';
      key: OperationKey;
      input: Record<string, unknown>;
      steps: { setting: string; value: unknown }[];
      sourceTableName: string;
      planHash: string;
      profile: string;
      spec?: string;
    })
  | (RowBase & { state: 'sent' })
  | (RowBase & { state: 'accepted'; tableId: string; adopted: boolean; requestId?: string })
  | (RowBase & { state: 'active' })
  | (RowBase & { state: 'step-done'; setting: string; note?: string })
  | (RowBase & { state: 'step-failed'; setting: string; note: string })
  | (RowBase & { state: 'done' })
  | (RowBase & { state: 'rejected' | 'unknown' | 'foreign' | 'vanished'; code: string; note: string })
  | (RowBase & { state: 'closed'; note: string });
