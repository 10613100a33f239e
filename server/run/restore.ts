import type { Plan } from '../core/plan';
import type { Ports } from './ports';

/** What a watcher of a restore is told. `words` is one plain line. */
export type RestoreEvent =
  | { kind: 'intent'; op: string; words: string }
  | { kind: 'waiting'; op: string; words: string }
  | { kind: 'requested'; op: string; words: string }
  | { kind: 'unsure'; op: string; words: string }
  | { kind: 'creating'; op: string; tableId: string; elapsedMs: number; words: string }
  | { kind: 'active'; op: string; elapsedMs: number; words: string }
  | { kind: 'step'; op: string; setting: string; outcome: 'done' | 'failed'; words: string }
  | {
      kind: 'finished';
      op: string;
      outcome: 'done' | 'rejected' | 'unknown' | 'foreign' | 'vanished';
      /** Settings that could not be put back. */
      failedSteps: string[];
      words: string;
    };

/** SHA-256 of a plan's identity, hex. */
export declare function hashOf(plan: Plan): string;

/**
 * Run a plan once: journal, send, decide, watch, put settings back. Ends with one `finished`. Aborting the signal stops watching (the
 * restore itself cannot be stopped); the journal stays open for `resume`.
 * Refuses by throwing `JournalUnwritable` or `AlreadyRunning` before anything is sent.
 */
export declare function restore(
  plan: Plan,
  context: { profile: string; spec?: string },
  ports: Ports,
  signal?: AbortSignal,
): AsyncGenerator<RestoreEvent, void, undefined>;

/** Go on with an operation the journal says is open: only reads until its outcome is known, then its remaining steps. */
export declare function resume(
  op: string,
  ports: Ports,
  signal?: AbortSignal,
): AsyncGenerator<RestoreEvent, void, undefined>;
