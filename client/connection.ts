import { commands, type Disposable, type Event, EventEmitter } from 'vscode';
import { connectionChanged, connectionState, type ConnectionState } from '../server/protocol';
import type { Server } from './server';

/** What stands behind the connection, as the server last said it. */
export interface Connection extends Disposable {
  /** `drawn`: something else stood in the view before. */
  readonly onDidChange: Event<{ state: ConnectionState; drawn: boolean }>;
  /** Asks the server when it is not known yet. */
  state(): Promise<ConnectionState>;
  /** The Regions to show; none while the view's welcome text says what is missing. Never rejects. */
  regions(): Promise<readonly string[]>;
}

/** Also keeps the context key that the view's welcome texts go by. */
export function connection(server: Server): Connection {
  const changed = new EventEmitter<{ state: ConnectionState; drawn: boolean }>();
  let known: ConnectionState | undefined;
  let failed = false;

  function take(state: ConnectionState): ConnectionState {
    const drawn = known !== undefined || failed;
    known = state;
    failed = false;
    welcome(contextOf(state));
    changed.fire({ state, drawn });
    return state;
  }

  async function state(): Promise<ConnectionState> {
    return known ?? take(await server.ask(connectionState, undefined));
  }

  server.on(connectionChanged, take);
  return {
    onDidChange: changed.event,
    state,
    async regions() {
      try {
        const now = await state();
        return now.kind === 'ready' ? now.regions : [];
      } catch {
        failed = true;
        welcome('failed');
        return [];
      }
    },
    dispose: () => changed.dispose(),
  };
}

function welcome(context: string): void {
  void commands.executeCommand('setContext', 'ddbbackup.connection', context);
}

/** A connection without Regions has nothing to show either, and wants another welcome text. */
function contextOf(state: ConnectionState): string {
  return state.kind === 'ready' && state.regions.length === 0 ? 'noRegions' : state.kind;
}
