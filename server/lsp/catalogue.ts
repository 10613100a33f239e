import type { BackupSummary, CallerIdentity, KeyAlias, KeyMetadata } from '../core/facts';
import { parseBackupArn, partitionOf } from '../core/spec/arn';
import { everyAlias } from '../run/list-aliases';
import { backupsBefore, newestFirst, tablesAfter, type BackupCursor } from '../run/list';
import type { Account, Clock } from '../run/ports';
import type { Boundary } from './boundary';
import type { AwsConnection } from './connection';
import type { RememberedAccount } from './remembered';

/** What has been listed so far, for answers that must not wait. */
export interface Listed {
  /** In the service's order. */
  tables(region: string): readonly string[];
  /** Whether those are all: only then is a name that is not among them free. */
  hasAllTables(region: string): boolean;
  /** Of all Regions, newest first. */
  backups(): readonly BackupSummary[];
  backup(arn: string): BackupSummary | undefined;
  /** Of AWS KMS, those that stand for a key. */
  aliases(region: string): readonly KeyAlias[];
  /** A KMS key by its id or ARN, as AWS describes it. */
  key(region: string, key: string): KeyMetadata | undefined;
  caller(): CallerIdentity | undefined;
  /**
   * Begins to ask in the background when there is no answer yet, or an old one. True when the answer is here, or none can be expected: no
   * account, or a refusal a moment ago. False while it is on its way.
   */
  settled(question: Asked): boolean;
}

export type Asked =
  | { list: 'tables' | 'backups' | 'aliases' | 'caller'; region: string }
  /** `key`: the id or the ARN of a key, whole. */
  | { list: 'key'; region: string; key: string };

/** Lists kept in memory, fed by the tree's questions and by listings of its own. */
export interface Catalogue extends Listed {
  sawTables(region: string, names: readonly string[], page: PageOf): void;
  sawBackups(seen: readonly BackupSummary[]): void;
  /** Something changed at AWS: what is known is shown on, and listed anew when it is next wanted. */
  expire(): void;
  /** The account changed: its names are not this one's. */
  forget(): void;
  onDidLearn(listener: () => void): void;
}

/** Where a page stands in its list. */
interface PageOf {
  isFirst: boolean;
  isLast: boolean;
}

const KEEP_BACKUPS = 2_000;
/** Enough to choose from; older backups are found in the tree. */
const WANTED_BACKUPS = 200;
const WANTED_TABLES = 2_000;
const FRESH_MS = 300_000;
/** A refusal is not asked for again at each keystroke. */
const REFUSED_MS = 30_000;

interface Listing {
  /** Undefined while it is under way. */
  endedMs: number | undefined;
  keepMs: number;
}

export function catalogue(aws: AwsConnection, clock: Pick<Clock, 'now'>, boundary: Boundary): Catalogue {
  const tables = new Map<string, { names: Set<string>; areAll: boolean }>();
  const backups = new Map<string, BackupSummary>();
  const aliases = new Map<string, readonly KeyAlias[]>();
  const keys = new Map<string, KeyMetadata>();
  let caller: CallerIdentity | undefined;
  const listings = new Map<string, Listing>();
  const listeners: (() => void)[] = [];
  let here = new AbortController();

  /** A later page does not make the list whole: those before it may have been left out, or be of another time. */
  function sawTables(region: string, names: readonly string[], { isFirst, isLast }: PageOf): void {
    const before = isFirst ? undefined : tables.get(region);
    const areAll = isFirst ? isLast : before?.areAll === true;
    tables.set(region, { names: new Set([...(before?.names ?? []), ...names]), areAll });
  }

  /** What is listed anew may have changed, and goes on to be shown even when the new list is refused. */
  function doubtTables(region: string): void {
    const known = tables.get(region);
    if (known !== undefined) known.areAll = false;
  }

  function sawBackups(seen: readonly BackupSummary[]): void {
    for (const backup of seen) {
      backups.delete(backup.BackupArn);
      backups.set(backup.BackupArn, backup);
    }
    for (const arn of backups.keys()) {
      if (backups.size <= KEEP_BACKUPS) break;
      backups.delete(arn);
    }
  }

  /** Before the whole list is put in their place: some may have been deleted. */
  function dropBackupsOf(region: string): void {
    for (const arn of backups.keys()) if (parseBackupArn(arn)?.region === region) backups.delete(arn);
  }

  /** Asks, and answers what takes the answer in: an answer that comes after the account has changed is not taken. */
  async function ask(asked: Asked, account: RememberedAccount, signal: AbortSignal): Promise<() => void> {
    const { region } = asked;
    switch (asked.list) {
      case 'tables': {
        const { names, areAll } = await firstTables(account.fresh, region, signal);
        return () => sawTables(region, names, { isFirst: true, isLast: areAll });
      }
      case 'backups': {
        const { rows, isAll } = await newestBackups(account.fresh, region, clock.now(), signal);
        return () => {
          if (isAll) dropBackupsOf(region);
          sawBackups(rows);
        };
      }
      case 'aliases': {
        const all = await everyAlias(account.fresh, region, signal);
        return () =>
          aliases.set(
            region,
            all.filter(({ TargetKeyId }) => TargetKeyId !== undefined),
          );
      }
      case 'key': {
        const { KeyMetadata: key } = await account.read(region, 'DescribeKey', { KeyId: asked.key }, signal);
        return () => keys.set(`${region} ${asked.key}`, key);
      }
      case 'caller':
      default: {
        const found = await account.read(region, 'GetCallerIdentity', {}, signal);
        return () => (caller = found);
      }
    }
  }

  async function learn(asked: Asked, listing: Listing, signal: AbortSignal): Promise<void> {
    try {
      const account = await aws.account();
      signal.throwIfAborted();
      const take = await ask(asked, account, signal);
      signal.throwIfAborted();
      take();
      listing.keepMs = FRESH_MS;
    } finally {
      listing.endedMs = clock.now();
    }
    for (const listener of listeners) listener();
  }

  /** Begun anew when next wanted; what is on its way may say how things were before. */
  function leave(): void {
    here.abort();
    here = new AbortController();
    listings.clear();
  }

  return {
    tables: (region) => [...(tables.get(region)?.names ?? [])],
    hasAllTables: (region) => tables.get(region)?.areAll === true,
    backups: () => newestFirst(backups.values()),
    backup: (arn) => backups.get(arn),
    aliases: (region) => aliases.get(region) ?? [],
    key: (region, key) => keys.get(`${region} ${key}`),
    caller: () => caller,
    settled(asked) {
      if (aws.state().kind !== 'ready' || partitionOf(asked.region) === undefined) return true;
      const name = nameOf(asked);
      const known = listings.get(name);
      if (known !== undefined && known.endedMs === undefined) return false;
      if (known?.endedMs !== undefined && clock.now() - known.endedMs < known.keepMs) return true;
      const listing: Listing = { endedMs: undefined, keepMs: REFUSED_MS };
      listings.set(name, listing);
      if (asked.list === 'tables') doubtTables(asked.region);
      const { signal } = here;
      boundary.background(`list ${asked.list}`, () => learn(asked, listing, signal));
      return false;
    },
    sawTables,
    sawBackups,
    expire: leave,
    forget() {
      leave();
      for (const map of [tables, backups, aliases, keys]) map.clear();
      caller = undefined;
    },
    onDidLearn: (listener) => void listeners.push(listener),
  };
}

/** Who is asking is the same in every Region. */
function nameOf(asked: Asked): string {
  if (asked.list === 'caller') return asked.list;
  return JSON.stringify([asked.list, asked.region, 'key' in asked ? asked.key : '']);
}

async function firstTables(
  account: Account,
  region: string,
  signal: AbortSignal,
): Promise<{ names: string[]; areAll: boolean }> {
  const names: string[] = [];
  let next: string | undefined;
  do {
    const page = await tablesAfter(account, region, next, signal);
    names.push(...page.rows);
    next = page.next;
  } while (next !== undefined && names.length < WANTED_TABLES);
  return { names, areAll: next === undefined };
}

async function newestBackups(
  account: Account,
  region: string,
  nowMs: number,
  signal: AbortSignal,
): Promise<{ rows: BackupSummary[]; isAll: boolean }> {
  const rows: BackupSummary[] = [];
  let from: BackupCursor | { nowMs: number } | undefined = { nowMs };
  do {
    const page = await backupsBefore(account, region, undefined, from, { signal });
    rows.push(...page.rows);
    from = page.next;
  } while (from !== undefined && rows.length < WANTED_BACKUPS);
  return { rows, isAll: from === undefined };
}
