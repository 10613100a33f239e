import { type Disposable, type Event, EventEmitter, type Memento } from 'vscode';
import { listRestores, type RestoreRow, restoresChanged } from '../server/protocol';
import { isOpen } from './restore-state';
import type { Server } from './server';

const PENDING = 'restoresPending';

/** The restores as the server last told them. */
export interface Restores extends Disposable {
  readonly onDidChange: Event<{ before: readonly RestoreRow[]; after: readonly RestoreRow[] }>;
  /** Running, or to be looked at by the user. */
  open(): readonly RestoreRow[];
  /** Whether some were open when this machine's windows last heard of them: a reason to start the server. */
  pending(): boolean;
}

/** @param memory of the extension, shared by all windows of the user */
export function restores(server: Server, memory: Memento): Restores {
  const changed = new EventEmitter<{ before: readonly RestoreRow[]; after: readonly RestoreRow[] }>();
  let rows: readonly RestoreRow[] = [];

  function take(after: readonly RestoreRow[]): void {
    const before = rows;
    rows = after;
    const pending = after.some(isOpen);
    if (pending !== memory.get<boolean>(PENDING, false)) void memory.update(PENDING, pending);
    changed.fire({ before, after });
  }

  async function askAgain(): Promise<void> {
    take(await server.ask(listRestores, undefined));
  }

  server.on(restoresChanged, take);
  // A failure is in the log; the next start asks again.
  const running = server.onRunning(() => void askAgain().catch(() => undefined));
  return {
    onDidChange: changed.event,
    open: () => rows.filter(isOpen),
    pending: () => memory.get<boolean>(PENDING, false),
    dispose() {
      running.dispose();
      changed.dispose();
    },
  };
}
