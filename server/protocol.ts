/**
 * The words both sides share, as data only: a method name with phantom types. Imports nothing, so that the client's and the server's
 * copies of the LSP packages never meet.
 */

export interface Question<Params, Answer> {
  method: string;
  /** Phantoms: never set. */
  params?: Params;
  answer?: Answer;
}

export interface Notice<Params> {
  method: string;
  params?: Params;
}

function question<Params, Answer>(name: string): Question<Params, Answer> {
  return { method: `ddbbackup/${name}` };
}

/** Read from the user's settings alone and handed over at start and on change; decides where signed requests go. */
export interface Connection {
  /** AWS profile name; empty = no profile chosen. */
  profile: string;
  regions: string[];
  /** Empty = AWS itself. `sandbox` = the server starts the local sandbox. Else a URL: loopback, or https at an AWS suffix. */
  endpoint: string;
  /** False in Restricted Mode: nothing is asked of AWS then. */
  trusted: boolean;
}

/** Settings that only concern showing and checking. */
export interface Settings {
  connection: Connection;
  protectedAccounts: string[];
}

/** What stands behind the connection, for status bar and tree. */
export type ConnectionState =
  | { kind: 'none' }
  | { kind: 'untrusted' }
  | { kind: 'refused'; why: string }
  | { kind: 'ready'; profile: string; regions: string[]; endpoint: string; sandbox: boolean };

/** A failure in plain words, never an exception across the wire. */
export interface Refusal {
  /** What happened, what was not done, what to do next: plain text from AWS included, never markup. */
  message: string;
  code: string;
  requestId?: string;
}

export type Answered<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export interface TableRow {
  name: string;
}

export interface BackupRow {
  backupArn: string;
  backupName: string;
  tableName: string;
  tableId: string;
  type: 'USER' | 'SYSTEM' | 'AWS_BACKUP';
  status: 'CREATING' | 'DELETED' | 'AVAILABLE';
  /** ISO 8601. */
  createdAt: string;
  expiresAt?: string;
  sizeBytes?: number;
}

export interface PointInTimeWindow {
  enabled: boolean;
  earliest?: string;
  latest?: string;
  periodDays?: number;
}

export interface TableDetails {
  name: string;
  arn: string;
  id: string;
  status: string;
  billingMode: string;
  itemCount?: number;
  sizeBytes?: number;
  restoring: boolean;
}

export interface Page<Row> {
  rows: Row[];
  /** Opaque: hand it back for the next page. Absent = that was all. */
  more?: string;
}

export interface PlanShown {
  planHash: string;
  accountId: string;
  region: string;
  target: string;
  operation: string;
  sourceTableName: string;
  /** The two sides of the diff editor, JSON text. */
  recorded: string;
  restored: string;
  /** In words, one line each: steps after the restore, what stays behind, warnings, what could not be checked. */
  steps: string[];
  staysBehind: string[];
  warnings: string[];
  unchecked: string[];
}

export type PlanAnswer = { kind: 'plan'; plan: PlanShown } | { kind: 'refused'; reasons: string[] };

export interface RestoreRow {
  op: string;
  accountId: string;
  region: string;
  target: string;
  sourceTableName: string;
  state:
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
  /** One line in plain words. */
  words: string;
  startedAt: string;
}

export const connectionState = question<void, ConnectionState>('connectionState');
export const listProfiles = question<void, string[]>('listProfiles');
export const listTables = question<{ region: string; more?: string }, Answered<Page<TableRow>>>('listTables');
export const describeTable = question<{ region: string; table: string }, Answered<TableDetails>>(
  'describeTable',
);
export const pointInTimeWindow = question<{ region: string; table: string }, Answered<PointInTimeWindow>>(
  'pointInTimeWindow',
);
/** Newest first, all types merged. */
export const listBackups = question<
  { region: string; table: string; more?: string },
  Answered<Page<BackupRow>>
>('listBackups');
/** SYSTEM backups whose table no longer stands under the same TableId. */
export const listDeletedTables = question<{ region: string }, Answered<BackupRow[]>>('listDeletedTables');
/** Checks the name, sends once, and follows the backup until it is AVAILABLE: `changed` is sent as it moves. */
export const createBackup = question<{ region: string; table: string; name: string }, Answered<BackupRow>>(
  'createBackup',
);
export const suggestBackupName = question<{ table: string }, string>('suggestBackupName');
export const deleteBackup = question<{ backupArn: string; typedName: string }, Answered<void>>(
  'deleteBackup',
);
/** Text of a new spec with a free target name, and the file name that fits it. */
export const newSpec = question<
  { region: string; backupArn: string } | { region: string; table: string },
  Answered<{ fileName: string; text: string }>
>('newSpec');
/** Gathers fresh facts for the open document and plans. `version` as the client sees it: another version is refused. */
export const plan = question<{ uri: string; version: number }, Answered<PlanAnswer>>('plan');
/** Resolves when the request was accepted or refused; progress goes on as work-done progress and `restoresChanged`. */
export const restore = question<{ uri: string; version: number; planHash: string }, Answered<RestoreRow>>(
  'restore',
);
/** Text of a `ddbbackup-details:` document, which "go to definition" names: what AWS says of a backup, a table or a key now. */
export const details = question<{ uri: string }, Answered<string>>('details');
export const listRestores = question<void, RestoreRow[]>('listRestores');
/** Stops showing a restore of unknown outcome, after the user looked. */
export const closeRestore = question<{ op: string }, Answered<void>>('closeRestore');

/** Client to server: the user's settings moved. */
export const settingsChanged: Notice<Settings> = { method: 'ddbbackup/settingsChanged' };
/** Server to client: something under this Region (and table) looks different now. */
export const changed: Notice<{ region: string; table?: string }> = { method: 'ddbbackup/changed' };
export const connectionChanged: Notice<ConnectionState> = { method: 'ddbbackup/connectionChanged' };
export const restoresChanged: Notice<RestoreRow[]> = { method: 'ddbbackup/restoresChanged' };
