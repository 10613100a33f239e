import type { Answered, Page, Refusal } from '../../server/protocol';
import { granted, refusalOf } from '../ask';

/** What is known of a list: its rows so far, whether there are more, and what stopped it. */
export interface Listing<Row> {
  rows: Row[];
  more: boolean;
  refusal?: Refusal;
}

export type FetchPage<Row> = (more: string | undefined) => Promise<Answered<Page<Row>>>;

interface Shelved {
  fetch: FetchPage<unknown>;
  /** Pages to show: "Load more" adds one. */
  wanted: number;
  pages: Page<unknown>[];
  /** Why the last reading stopped. Told once: the next drawing tries again. */
  refusal: Refusal | undefined;
  loading: Promise<void> | undefined;
}

/** Keeps what was listed until it is renewed or forgotten, so that drawing a row anew costs no request. */
export class Shelf {
  readonly #shelved = new Map<string, Shelved>();
  /** The latest renewal of each list while it is under way: an older one waits for it instead of overwriting it. */
  readonly #renewals = new Map<string, Promise<void>>();

  async list<Row>(id: string, fetch: FetchPage<Row>): Promise<Listing<Row>> {
    const kept = this.#shelved.get(id) ?? emptied(fetch, 1);
    this.#shelved.set(id, kept);
    if (kept.refusal === undefined)
      await (kept.loading ??= fill(kept).finally(() => (kept.loading = undefined)));
    const { refusal } = kept;
    kept.refusal = undefined;
    // One id is always listed with the same `fetch`.
    const rows = kept.pages.flatMap((page) => page.rows) as Row[];
    return { rows, more: hasMore(kept), ...(refusal && { refusal }) };
  }

  /** One page more at the next `list`. */
  wantMore(id: string): void {
    const kept = this.#shelved.get(id);
    if (kept !== undefined) kept.wanted = kept.pages.length + 1;
  }

  /**
   * Reads anew, to the same length, what is kept for this node and below it, or all. The old rows stay until all new ones are there: VS Code
   * forgets a row as soon as it is told to redraw it, and a command called on it meanwhile would not know what it was called on.
   */
  async renew(id?: string): Promise<void> {
    const inUse = [...this.#shelved].filter(
      ([key, kept]) => (id === undefined || isBelow(key, id)) && isRead(kept),
    );
    await Promise.all(inUse.map(([key, kept]) => this.#renewOne(key, kept)));
  }

  /** Drops what is kept below this node: it is out of sight, and is read anew when it comes back. */
  forget(id: string): void {
    for (const [key, { fetch, wanted }] of this.#shelved) {
      if (isBelow(key, id)) this.#shelved.set(key, emptied(fetch, wanted));
    }
  }

  clear(): void {
    this.#shelved.clear();
    this.#renewals.clear();
  }

  #renewOne(key: string, { fetch, wanted }: Shelved): Promise<void> {
    const fresh = emptied(fetch, wanted);
    const renewal: Promise<void> = fill(fresh).then(() => {
      const latest = this.#renewals.get(key);
      if (latest !== renewal) return latest;
      this.#renewals.delete(key);
      this.#shelved.set(key, fresh);
      return undefined;
    });
    this.#renewals.set(key, renewal);
    return renewal;
  }
}

function isBelow(key: string, id: string): boolean {
  return key === id || key.startsWith(`${id}/`);
}

function isRead({ loading, pages, refusal }: Shelved): boolean {
  return pages.length > 0 || loading !== undefined || refusal !== undefined;
}

function emptied(fetch: FetchPage<unknown>, wanted: number): Shelved {
  return { fetch, wanted, pages: [], refusal: undefined, loading: undefined };
}

function hasMore({ pages }: Shelved): boolean {
  return pages.at(-1)?.more !== undefined;
}

/** Reads on to the pages wanted. Never rejects. */
async function fill(kept: Shelved): Promise<void> {
  try {
    while (kept.pages.length < kept.wanted && (kept.pages.length === 0 || hasMore(kept))) {
      kept.pages.push(granted(await kept.fetch(kept.pages.at(-1)?.more)));
    }
  } catch (error) {
    kept.refusal = refusalOf(error);
  }
}
