import type { TableDescription } from '../../server/core/facts';
import type { VirtualTime } from './virtual-time';

export const backupArn =
  'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';
export const target = 'Orders-restored';

/** A table that came to stand under the target's name. Times are of the service's clock. */
export interface StandingTable {
  id: string;
  /** The operation whose request made it, or `somebody`. */
  madeBy: string;
  source: string;
  keyName: string;
  createdMs: number;
  visibleFromMs: number;
  activeFromMs: number;
  goneFromMs: number;
}

export interface Chance {
  /** True in `share` of all cases. */
  happens(share: number): boolean;
  between(low: number, high: number): number;
}

export type RestoreAnswer = { accepted: TableDescription } | { refused: string; message: string };

/** What the service does with a restore into one name, reduced to what matters for finding out what became of a request. */
export function serviceOf(time: VirtualTime, chance: Chance) {
  const tables: StandingTable[] = [];
  const backupBusyUntilMs = chance.happens(0.05) ? time.now() + chance.between(10_000, 400_000) : 0;

  function standing(): StandingTable | undefined {
    const last = tables.at(-1);
    return last !== undefined && last.goneFromMs > time.now() ? last : undefined;
  }

  function create(madeBy: string, source: string, keyName: string): StandingTable {
    const nowMs = time.now();
    // Mostly seen within seconds; sometimes a "not found" is remembered for minutes.
    const hiddenMs = chance.happens(0.1) ? chance.between(20_000, 180_000) : chance.between(0, 20_000);
    const readyMs = chance.between(15_000, 400_000);
    const lastsMs = chance.happens(0.04) ? chance.between(45_000, 600_000) : Number.POSITIVE_INFINITY;
    const table = {
      id: `table-${tables.length + 1}`,
      madeBy,
      source,
      keyName,
      createdMs: nowMs,
      visibleFromMs: nowMs + hiddenMs,
      activeFromMs: nowMs + readyMs,
      goneFromMs: nowMs + lastsMs,
    };
    tables.push(table);
    return table;
  }

  function refusal(): { refused: string; message: string } | undefined {
    const there = standing();
    const isCreating = there !== undefined && there.activeFromMs > time.now();
    const inUse = {
      refused: 'BackupInUseException',
      message: `Backup is being used to restore another table: ${backupArn}`,
    };
    // Which of the two checks comes first was never found out.
    if (isCreating && there.source === backupArn && chance.happens(0.3)) return inUse;
    if (isCreating) {
      return {
        refused: 'TableInUseException',
        message: `Table: ${target} is already being restored from backup: ${there.source}`,
      };
    }
    if (there !== undefined)
      return { refused: 'TableAlreadyExistsException', message: `Table already exists: ${target}` };
    return time.now() < backupBusyUntilMs ? inUse : undefined;
  }

  return {
    tables,
    standing,
    /** Somebody else makes a table of the name, if it is free. */
    intrude(): void {
      if (standing() !== undefined) return;
      const source = chance.happens(0.5) ? `${backupArn.slice(0, -8)}00000001` : '';
      create('somebody', source, 'otherKey');
    },
    restore(madeBy: string): RestoreAnswer {
      if (chance.happens(0.05)) return { refused: 'ThrottlingException', message: 'Rate exceeded' };
      if (chance.happens(0.02)) {
        const message = 'Subscriber limit exceeded: Only 50 restore operations can be done simultaneously';
        return { refused: 'LimitExceededException', message };
      }
      const no = refusal();
      return no ?? { accepted: describe(create(madeBy, backupArn, 'orderId'), time.now()) };
    },
    /** DescribeTable: eventually consistent, and for a while not even monotonous. */
    look(): TableDescription | undefined {
      const table = standing();
      const nowMs = time.now();
      if (table === undefined || nowMs < table.visibleFromMs) return undefined;
      const isYoung = nowMs < table.visibleFromMs + 60_000;
      return isYoung && chance.happens(0.05) ? undefined : describe(table, nowMs);
    },
  };
}

export type Service = ReturnType<typeof serviceOf>;

function describe(table: StandingTable, nowMs: number): TableDescription {
  const isRestoring = table.source !== '' && nowMs < table.activeFromMs;
  const at = new Date(table.createdMs).toISOString();
  return {
    TableName: target,
    TableId: table.id,
    TableArn: `arn:aws:dynamodb:eu-west-1:123456789012:table/${target}`,
    TableStatus: nowMs < table.activeFromMs ? 'CREATING' : 'ACTIVE',
    CreationDateTime: at,
    KeySchema: [{ AttributeName: table.keyName, KeyType: 'HASH' }],
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    ...(isRestoring && {
      RestoreSummary: { SourceBackupArn: table.source, RestoreDateTime: at, RestoreInProgress: true },
    }),
  };
}
