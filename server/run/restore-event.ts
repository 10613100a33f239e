/** What a watcher of a restore is told. `words` is one plain line. */
export type RestoreEvent =
  | { kind: 'intent'; op: string; words: string }
  | { kind: 'waiting'; op: string; words: string }
  | { kind: 'requested'; op: string; tableId: string; words: string }
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
