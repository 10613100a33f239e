import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Account } from '../run/ports';
import { AwsFailure } from '../run/ports';
import { httpHandler, newClient, TIMEOUTS, type Sender, type Timeouts } from './clients';
import { refuseForeign, refuseOtherKey, refuseOtherName, requireMembers } from './complete';
import { credentialsOf, MADE_UP } from './credentials';
import { within } from './deadline';
import { routeTo, type Route } from './endpoint';
import { failed, failureOf, needsSignIn, notAnAwsAnswer, type CallName } from './failure';
import { READS, WRITES, type Operation } from './operations';
import { pacer, type Pace } from './pace';
import { fromSdk, isRecord, toSdk } from './plain';
import { signInFailure } from './sign-in';

export interface Deadlines extends Timeouts {
  readMs: number;
  writeMs: number;
  credentialsMs: number;
}

/** A read may be repeated within its time, a write may not; a browser sign-in or a token prompt takes its own. */
const DEADLINES: Deadlines = { ...TIMEOUTS, readMs: 30_000, writeMs: 25_000, credentialsMs: 60_000 };

export interface AccountOptions {
  /** Profile to sign in with. Absent = what the environment says, as for the AWS CLI. */
  profile?: string;
  /** Empty or absent = AWS itself; see `routeTo` for what is allowed. */
  endpoint?: string;
  /** The Regions that the user works in. Their partitions are where requests may go, and in the first one roles are assumed. */
  regions?: readonly string[];
  deadlines?: Partial<Deadlines>;
  /** When a call may be sent; by default below the service's own limits. */
  pace?: Pace;
}

export interface OpenAccount extends Account {
  /** Closes idle connections. */
  close(): void;
}

interface Call extends CallName {
  kind: 'read' | 'write';
  operation: string;
  what: Operation;
  input: Record<string, unknown>;
  signal: AbortSignal | undefined;
}

/** An account behind one profile. Nothing is read or sent before the first call. */
export function openAccount(options: AccountOptions): OpenAccount {
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const handler = httpHandler(deadlines);
  const { pace = pacer(), regions = [] } = options;
  const clients = new Map<string, Sender>();
  const clockOffsets = new Map<string, number>();
  let provider: AwsCredentialIdentityProvider | undefined;
  /** Of the credentials in use: from them, or from GetCallerIdentity. */
  let accountId: string | undefined;

  function signOut(): void {
    provider = undefined;
    accountId = undefined;
    clients.clear();
  }

  async function signIn(call: Call, route: Allowed): Promise<AwsCredentialIdentity> {
    if (route.kind === 'local') return MADE_UP;
    const current = (provider ??= credentialsOf(options.profile, regions[0] ?? call.region, handler));
    try {
      const credentials = await within(deadlines.credentialsMs, noCredentials, call.signal, () => current());
      accountId ??= credentials.accountId;
      return credentials;
    } catch (error) {
      call.signal?.throwIfAborted();
      // The next call asks anew: this attempt may hang for good.
      if (provider === current) signOut();
      throw signInFailure(error, call, options.profile);
    }
  }

  function clientFor(call: Call, route: Allowed): Sender {
    const key = `${call.kind} ${call.what.service} ${call.region}`;
    const credentials = route.kind === 'local' ? async () => MADE_UP : provider;
    if (!credentials) throw failed(call, 'CredentialsError', 'signed out meanwhile', false);
    const { kind, region } = call;
    const onClock = (offsetMs: number): void => void clockOffsets.set(region, offsetMs);
    const own = { profile: options.profile, credentials, handler, onClock };
    const client = clients.get(key) ?? newClient({ kind, region, service: call.what.service, route, ...own });
    clients.set(key, client);
    return client;
  }

  async function attempt(call: Call, route: Allowed): Promise<unknown> {
    const credentials = await signIn(call, route);
    const client = clientFor(call, route);
    const ms = call.kind === 'read' ? deadlines.readMs : deadlines.writeMs;
    const late = (): Error => failed(call, 'TimeoutError', `no answer within ${ms / 1000} s`, true);
    try {
      const command = commandOf(call);
      const answer = await within(ms, late, call.signal, (abortSignal) =>
        client.send(command, { abortSignal }),
      );
      return believable(answer, call, accountId);
    } catch (error) {
      if (call.signal?.aborted && error === call.signal.reason) throw error;
      throw failureOf(error, call, credentials);
    }
  }

  async function run(call: Call): Promise<unknown> {
    const route = routeTo(options.endpoint ?? '', call.region, regions);
    if (route.kind === 'refused') throw failed(call, route.code, route.why.slice(0, -1), false);
    await within(LONGEST_QUEUE_MS, queueTooLong(call), call.signal, () => pace(call.region, call.operation));
    const answer = await attemptSignedIn(call, route);
    if (call.operation === 'GetCallerIdentity' && isRecord(answer)) accountId = String(answer['Account']);
    return answer;
  }

  /** Expired credentials are read anew, once; only a read is then repeated. */
  async function attemptSignedIn(call: Call, route: Allowed): Promise<unknown> {
    try {
      return await attempt(call, route);
    } catch (error) {
      if (!(error instanceof AwsFailure) || !needsSignIn(error.failure)) throw error;
      signOut();
      if (call.kind === 'write') throw error;
      return attempt(call, route);
    }
  }

  // `needs` in the table of operations is what makes an answer of the type that `ports.ts` gives it.
  return {
    read: (region, operation, input, signal) =>
      run({ kind: 'read', region, operation, what: READS[operation], input, signal }) as Promise<never>,
    write: (region, operation, input, signal) =>
      run({ kind: 'write', region, operation, what: WRITES[operation], input, signal }),
    clockOffsetMs: (region) => clockOffsets.get(region),
    close: () => handler.destroy(),
  };
}

function noCredentials(): Error {
  return new Error('timed out');
}

type Allowed = Exclude<Route, { kind: 'refused' }>;

/** Pacing queues are per operation and Region; a user cancels long before this. */
const LONGEST_QUEUE_MS = 600_000;

function queueTooLong(call: CallName): () => Error {
  return () =>
    failed(call, 'TimeoutError', 'too many requests of this kind are waiting; this one was not sent', false);
}

function commandOf(call: Call): object {
  try {
    // `ports.ts` gives each operation its input's type.
    return new call.what.command(toSdk(call.input) as never);
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'the request cannot be written';
    throw failed(call, 'ValidationException', why, false);
  }
}

/** The answer as plain data, if it is a whole answer of the service about our own account. */
function believable(answer: object, call: Call, accountId: string | undefined): unknown {
  const metadata = (answer as { $metadata?: { requestId?: string; httpStatusCode?: number } }).$metadata;
  // Every answer of AWS carries its request's id, also those without a body.
  if (!metadata?.requestId) throw notAnAwsAnswer(call, metadata?.httpStatusCode);
  const plain = fromSdk(answer);
  requireMembers(plain, call.what.needs, call);
  refuseForeign(plain, call, accountId);
  refuseOtherName(plain, call.input, call);
  refuseOtherKey(plain, call.input, call);
  return plain;
}
