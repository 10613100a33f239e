import type {
  BackupDescription,
  BackupDetails,
  BackupSummary,
  BackupType,
  CallerIdentity,
  ContinuousBackupsDescription,
  KeyAlias,
  KeyMetadata,
  StreamSpecification,
  TableDescription,
  Tag,
  TimeToLiveDescription,
} from '../core/facts';
import type { Failure } from '../core/answer';
import type { Row } from '../core/journal';

interface Call<In, Out> {
  in: In;
  out: Out;
}

/** A key or an item in DynamoDB JSON: `{"orderId": {"S": "o-1001"}}`. */
export type Item = Record<string, unknown>;

/** Calls that change nothing: may be repeated, sent by the client with retries. Times are ISO 8601 strings both ways. */
export interface ReadCalls {
  GetCallerIdentity: Call<Record<string, never>, CallerIdentity>;
  ListTables: Call<
    { ExclusiveStartTableName?: string; Limit?: number },
    { TableNames: string[]; LastEvaluatedTableName?: string }
  >;
  DescribeTable: Call<{ TableName: string }, { Table: TableDescription }>;
  ListBackups: Call<
    {
      TableName?: string;
      Limit?: number;
      TimeRangeLowerBound?: string;
      TimeRangeUpperBound?: string;
      ExclusiveStartBackupArn?: string;
      BackupType?: BackupType | 'ALL';
    },
    { BackupSummaries: BackupSummary[]; LastEvaluatedBackupArn?: string }
  >;
  DescribeBackup: Call<{ BackupArn: string }, { BackupDescription: BackupDescription }>;
  DescribeContinuousBackups: Call<
    { TableName: string },
    { ContinuousBackupsDescription: ContinuousBackupsDescription }
  >;
  DescribeTimeToLive: Call<{ TableName: string }, { TimeToLiveDescription: TimeToLiveDescription }>;
  ListTagsOfResource: Call<{ ResourceArn: string; NextToken?: string }, { Tags: Tag[]; NextToken?: string }>;
  GetItem: Call<{ TableName: string; Key: Item; ConsistentRead?: boolean }, { Item?: Item }>;
  Scan: Call<{ TableName: string; Limit?: number }, { Items: Item[] }>;
  /** Of AWS KMS. `KeyId` is a key id, a key ARN, an alias or the ARN of one. */
  DescribeKey: Call<{ KeyId: string }, { KeyMetadata: KeyMetadata }>;
  /** Of AWS KMS. */
  ListAliases: Call<
    { Limit?: number; Marker?: string },
    { Aliases: KeyAlias[]; Truncated?: boolean; NextMarker?: string }
  >;
}

/** Calls that change something: sent once, by the client with one attempt. */
export interface WriteCalls {
  CreateBackup: Call<{ TableName: string; BackupName: string }, { BackupDetails: BackupDetails }>;
  DeleteBackup: Call<{ BackupArn: string }, { BackupDescription: BackupDescription }>;
  RestoreTableFromBackup: Call<Record<string, unknown>, { TableDescription: TableDescription }>;
  RestoreTableToPointInTime: Call<Record<string, unknown>, { TableDescription: TableDescription }>;
  UpdateTable: Call<
    {
      TableName: string;
      DeletionProtectionEnabled?: boolean;
      TableClass?: string;
      StreamSpecification?: StreamSpecification;
    },
    { TableDescription: TableDescription }
  >;
  UpdateContinuousBackups: Call<
    {
      TableName: string;
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: boolean;
        RecoveryPeriodInDays?: number;
      };
    },
    { ContinuousBackupsDescription: ContinuousBackupsDescription }
  >;
  UpdateTimeToLive: Call<
    { TableName: string; TimeToLiveSpecification: { Enabled: boolean; AttributeName: string } },
    unknown
  >;
  TagResource: Call<{ ResourceArn: string; Tags: Tag[] }, unknown>;
}

/**
 * An account as seen by one signed-in profile. Both calls throw `AwsFailure` for everything that is not a plain, complete answer of the
 * service, and the signal's reason when aborted. Every call ends within its own deadline.
 */
export interface Account {
  read<Operation extends keyof ReadCalls>(
    region: string,
    operation: Operation,
    input: ReadCalls[Operation]['in'],
    signal?: AbortSignal,
  ): Promise<ReadCalls[Operation]['out']>;
  write<Operation extends keyof WriteCalls>(
    region: string,
    operation: Operation,
    input: WriteCalls[Operation]['in'],
    signal?: AbortSignal,
  ): Promise<WriteCalls[Operation]['out']>;
  /** The service's clock minus ours in milliseconds, learnt from its answers; absent while nothing was learnt. */
  clockOffsetMs?(region: string): number | undefined;
}

/** The one error that crosses the account port. */
export class AwsFailure extends Error {
  override readonly name = 'AwsFailure';
  constructor(readonly failure: Failure) {
    super(`${failure.operation} in ${failure.region}: ${failure.code}: ${failure.message}`);
  }

  /** By its name: `dist/aws.js` is a bundle of its own, with a copy of this class in it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AwsFailure' && 'failure' in value;
  }
}

/** The journal cannot be written or read: nothing may be sent then, since a request without a record could not be found again. */
export class JournalUnwritable extends Error {
  override readonly name = 'JournalUnwritable';
}

/** Time as the process sees it; a test gives the sandbox's virtual clock instead. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The journal of restores and backups, shared by every door on this machine. */
export interface Journal {
  /** Durable when the promise resolves: on disk before the request leaves. Rejects when it cannot be written. */
  append(row: Row): Promise<void>;
  /** All readable rows, oldest first; a torn or damaged line is left out and counted. */
  read(): Promise<{ rows: Row[]; damaged: number }>;
  /** Calls back whenever somebody, in whatever process, has written to it; returns how to stop that. Absent, or silent, where nothing tells. */
  watch?(onChange: () => void): () => void;
}

/** At most one runner for an operation key among all processes of this user on this machine. */
export interface Locks {
  /** `undefined` while somebody alive holds it. */
  take(key: string): Promise<{ release(): Promise<void> } | undefined>;
}

export interface Ports {
  account: Account;
  journal: Journal;
  locks: Locks;
  clock: Clock;
  /** 0 <= random() < 1, for jitter and names. */
  random(): number;
}
