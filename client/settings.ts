import { ConfigurationTarget, type Disposable, type Event, EventEmitter, workspace } from 'vscode';
import type { Settings } from '../server/protocol';

const SECTION = 'ddbbackup';

/** What the user may set by choosing a connection. */
export interface ConnectionChoice {
  profile: string;
  regions: readonly string[];
  endpoint: string;
}

/** The user's settings. Fires when one of them moved; calls nobody. */
export interface UserSettings extends Disposable {
  readonly onDidChange: Event<Settings>;
  current(): Settings;
  /** Writes to the user's settings (the machine's in a remote window), never to the workspace's. */
  choose(choice: ConnectionChoice): Promise<void>;
}

export function userSettings(): UserSettings {
  const changed = new EventEmitter<Settings>();
  let choosing = false;
  const fire = (): void => {
    if (!choosing) changed.fire(current());
  };
  const listeners = [
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) fire();
    }),
    workspace.onDidGrantWorkspaceTrust(fire),
  ];
  return {
    onDidChange: changed.event,
    current,
    async choose(choice) {
      // Three settings, one change: between them the old profile would meet the new endpoint.
      choosing = true;
      try {
        const section = workspace.getConfiguration(SECTION);
        for (const [key, value] of Object.entries(choice)) {
          await section.update(key, isEmpty(value) ? undefined : value, ConfigurationTarget.Global);
        }
      } finally {
        choosing = false;
        fire();
      }
    },
    dispose() {
      for (const listener of [...listeners, changed]) listener.dispose();
    },
  };
}

function isEmpty(value: string | readonly string[]): boolean {
  return value.length === 0;
}

/**
 * Where signed requests go is the user's word alone. VS Code keeps these keys out of workspace files too, but versions before 1.136.2 let
 * nested keys through (CVE-2026-81376), so only the user's own value is read here.
 */
function usersOwn(key: string): unknown {
  return workspace.getConfiguration(SECTION).inspect(key)?.globalValue;
}

function current(): Settings {
  return {
    connection: {
      profile: text(usersOwn('profile')),
      regions: texts(usersOwn('regions')),
      endpoint: text(usersOwn('endpoint')),
      trusted: workspace.isTrusted,
    },
    protectedAccounts: texts(usersOwn('protectedAccounts')),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text).filter((item) => item !== '') : [];
}
