import type { Account, Clock, Journal, Locks } from '../run/ports';

/** A local sandbox run for one editor window. */
export interface SandboxProcess {
  url: string;
  stop(): void;
  /** Resolves when it has ended, of itself or stopped. */
  ended: Promise<void>;
}

/** What lies outside the language server, as small doors: `main.ts` opens them for real, a test gives its own. */
export interface World {
  /**
   * Signs in with a profile, at AWS itself (`endpoint` empty) or at a URL that `endpointRefusal` let pass, for the Regions that the user chose. Throws `AwsFailure` when no
   * credentials can be had.
   */
  openAccount(profile: string, endpoint: string, regions: readonly string[]): Promise<Account>;
  /** Why no request for these Regions may go to this endpoint, in plain words; undefined = some may. */
  endpointRefusal(endpoint: string, regions: readonly string[]): string | undefined;
  /** Names of the profiles in the user's AWS files, in the order to show. */
  listProfiles(): Promise<string[]>;
  startSandbox(): Promise<SandboxProcess>;
  journal: Journal;
  locks: Locks;
  clock: Clock;
  /** 0 <= random() < 1. */
  random(): number;
  /** URI of the page that explains a rule; undefined when it does not ship. */
  rulePage: (code: string) => string | undefined;
}
