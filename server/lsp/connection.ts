import type { ConnectionState, Settings } from '../protocol';
import { Refused } from './refusal';
import { NOTHING_CHOSEN } from './settings';
import { remembering, type RememberedAccount } from './remembered';
import type { SandboxProcess, World } from './world';

const KEEP_READS_MS = 30_000;

/** The user's settings and what stands behind them. Settings fire; whoever needs to act listens. */
export interface AwsConnection {
  settings(): Settings;
  state(): ConnectionState;
  change(settings: Settings): void;
  onDidChange(listener: () => void): void;
  /**
   * The account of the present settings, opened when first asked for. Throws `Refused` while the settings allow no request: this is the one
   * gate in front of every AWS call, credential lookup and child process.
   */
  account(): Promise<RememberedAccount>;
  /** Something changed at AWS: what reads answered before is asked for anew. */
  forgetReads(): void;
  /** The Region that counts when a spec names none: the first one chosen. */
  regionInUse(): string | undefined;
  close(): void;
}

export function awsConnection(world: World): AwsConnection {
  const listeners: (() => void)[] = [];
  let settings = NOTHING_CHOSEN;
  let opened: Promise<RememberedAccount> | undefined;
  let sandbox: Promise<SandboxProcess> | undefined;

  const state = (): ConnectionState => stateOf(settings, world);

  async function open(
    profile: string,
    endpoint: string,
    regions: readonly string[],
  ): Promise<RememberedAccount> {
    if (endpoint !== 'sandbox')
      return remembering(await world.openAccount(profile, endpoint, regions), world.clock, KEEP_READS_MS);
    const { url } = await (sandbox ??= running(world.startSandbox()));
    return remembering(await world.openAccount('', url, regions), world.clock, KEEP_READS_MS);
  }

  /** One that ends by itself is started anew by the next request. */
  function running(starting: Promise<SandboxProcess>): Promise<SandboxProcess> {
    starting
      .then(({ ended }) => ended)
      .catch(() => undefined)
      .finally(() => {
        if (sandbox !== starting) return;
        sandbox = undefined;
        opened = undefined;
      });
    return starting;
  }

  async function account(): Promise<RememberedAccount> {
    const now = state();
    if (now.kind !== 'ready') throw refusalFor(now);
    const attempt = (opened ??= open(now.profile, now.endpoint, now.regions));
    const answer = await attempt.catch((error: unknown) => {
      if (opened !== attempt) return undefined;
      // The next request tries again: the user may have signed in meanwhile.
      opened = undefined;
      if (now.sandbox) stopSandbox();
      throw error;
    });
    // The settings may have moved while it was being opened: asked for was an account, meant is the present one, or none.
    return answer !== undefined && opened === attempt ? answer : account();
  }

  function stopSandbox(): void {
    sandbox?.then(
      (process) => process.stop(),
      () => undefined,
    );
    sandbox = undefined;
  }

  return {
    settings: () => settings,
    state,
    change(next) {
      const same = JSON.stringify(next.connection) === JSON.stringify(settings.connection);
      settings = next;
      if (same) return;
      opened = undefined;
      if (state().kind !== 'ready' || next.connection.endpoint !== 'sandbox') stopSandbox();
      for (const listener of listeners) listener();
    },
    onDidChange: (listener) => void listeners.push(listener),
    account,
    forgetReads() {
      opened?.then(
        (account) => account.forget(),
        () => undefined,
      );
    },
    regionInUse: () => settings.connection.regions[0],
    close: stopSandbox,
  };
}

function stateOf({ connection }: Settings, world: World): ConnectionState {
  const { profile, regions, endpoint, trusted } = connection;
  if (!trusted) return { kind: 'untrusted' };
  if (endpoint === 'sandbox') return { kind: 'ready', profile, regions, endpoint, sandbox: true };
  if (endpoint !== '') {
    const why = world.endpointRefusal(endpoint, regions);
    if (why !== undefined) return { kind: 'refused', why };
  } else if (profile === '') {
    return { kind: 'none' };
  }
  return { kind: 'ready', profile, regions, endpoint, sandbox: false };
}

function refusalFor(state: Exclude<ConnectionState, { kind: 'ready' }>): Refused {
  switch (state.kind) {
    case 'refused':
      return new Refused('EndpointRefused', state.why);
    case 'untrusted':
      return new Refused(
        'Untrusted',
        'This workspace is not trusted, so nothing was asked of AWS. Trust the workspace to use AWS from here.',
      );
    case 'none':
    default:
      return new Refused(
        'NoProfile',
        'No AWS profile is chosen, so nothing was asked of AWS. Choose a profile first.',
      );
  }
}
