/** The stage on which one measured case is played: a sandbox at the service's own pace, whose clock stands still. */
import * as sdk from '@aws-sdk/client-dynamodb';
import { startSandbox, type Sandbox } from '../../../server/sandbox/sandbox';
import { checkedClientFor } from '../client';

export const home = 'us-west-2';
export const away = 'us-east-1';
export const account = '123456789012';
export const otherAccount = '999988887777';

/** What came back: the answer of the SDK, or the error in its place. */
export interface Outcome {
  readonly output: Record<string, unknown>;
  readonly error?: { readonly name: string; readonly message: string };
  readonly http: number;
}

export interface Stage {
  readonly sandbox: Sandbox;
  /** What the placeholders of a case stand for. */
  readonly vars: Record<string, unknown>;
  call(operation: string, input: object, region?: string): Promise<Outcome>;
  /** A call that must be accepted. @throws Error when it is refused */
  done(operation: string, input: object, region?: string): Promise<Record<string, unknown>>;
  advance(ms: number): void;
  now(): number;
}

export interface Scenario {
  /** Sets the scene: beside the table `Source`, its backup and no table `Target`. */
  readonly given?: (stage: Stage) => Promise<unknown>;
  /** Members of the request that the case leaves out. */
  readonly input?: object;
  readonly region?: string;
  /** Shows the effect. */
  readonly then?: (stage: Stage, outcome: Outcome) => Promise<void> | void;
}

export type Scenarios = Record<string, Scenario>;

export const startedAt = Date.parse('2026-10-08T12:00:00.250Z');

export async function openStage(): Promise<Stage> {
  const sandbox = await startSandbox({ now: startedAt, scale: 1 });
  const clients = new Map([home, away].map((region) => [region, checkedClientFor(sandbox, region)]));
  const call: Stage['call'] = (operation, input, region = home) =>
    send(clients.get(region), operation, input);
  await sandbox.seed.table({
    region: home,
    table: { TableName: 'Source' },
    items: [{ pk: { S: 'a' }, n: { N: '1' } }],
  });
  const backup = sandbox.seed.backup({
    region: home,
    table: 'Source',
    name: 'first',
    at: startedAt - 60_000,
  });
  return {
    sandbox,
    call,
    async done(operation, input, region) {
      const outcome = await call(operation, input, region);
      if (outcome.error !== undefined) {
        throw new Error(`${operation} was to be accepted: ${outcome.error.name}: ${outcome.error.message}`);
      }
      return outcome.output;
    },
    advance: (ms) => sandbox.clock.advance(ms),
    now: () => sandbox.clock.now(),
    vars: {
      TABLE: 'Source',
      TARGET: 'Target',
      BACKUP_ARN: backup.arn,
      NAME: 'made-now',
      SOURCE_ARN: tableArn('Source'),
      TABLE_ARN: tableArn('Source'),
      TARGET_ARN: tableArn('Target'),
      ID: backup.id,
      ACCT: account,
      OTHER_ACCT: otherAccount,
      REGION: home,
      REGION2: away,
      OWN: home,
      KEY: key('alias/good'),
    },
  };
}

export function tableArn(name: string, region = home, owner = account): string {
  return `arn:aws:dynamodb:${region}:${owner}:table/${name}`;
}

/** The ARN of one of the sandbox's keys. */
export function key(alias: string, region = home): string {
  const numbers = [
    'aws/dynamodb',
    'aws/s3',
    'good',
    '',
    'disabled',
    'pending-deletion',
    'hmac',
    'rsa',
    'no-grant',
  ];
  const number = numbers.indexOf(alias.slice('alias/'.length));
  return `arn:aws:kms:${region}:${account}:key/0000000${number}-aaaa-4bbb-8ccc-dddddddddddd`;
}

type SendAny = (
  command: unknown,
) => Promise<Record<string, unknown> & { $metadata: { httpStatusCode?: number } }>;
type CommandClass = new (input: object) => unknown;

/** Through the real SDK, which sends whatever it is given. */
async function send(
  client: sdk.DynamoDBClient | undefined,
  operation: string,
  input: object,
): Promise<Outcome> {
  const Command = (sdk as unknown as Record<string, CommandClass>)[`${operation}Command`];
  if (Command === undefined || client === undefined) throw new Error(`The SDK has no ${operation}.`);
  try {
    const { $metadata, ...output } = await (client.send.bind(client) as unknown as SendAny)(
      new Command(input),
    );
    return { output, http: $metadata.httpStatusCode ?? 0 };
  } catch (error) {
    if (!(error instanceof sdk.DynamoDBServiceException)) throw error;
    const { name, message, $metadata } = error;
    // Where the service sends no text at all, the SDK puts one of its own.
    const text = message === 'UnknownError' ? '' : message;
    return { output: {}, error: { name, message: text }, http: $metadata.httpStatusCode ?? 0 };
  }
}

/** A case's input with its placeholders filled in. */
export function filled(value: unknown, vars: Record<string, unknown>): unknown {
  if (typeof value === 'string') return filledText(value, vars);
  if (Array.isArray(value)) return value.map((inner) => filled(inner, vars));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, vars)]));
}

function filledText(value: string, vars: Record<string, unknown>): unknown {
  const whole = /^<([^>]+)>$/.exec(value)?.[1];
  if (whole !== undefined) return known(whole, vars);
  return value.replaceAll(/<([^>]+)>/g, (_placeholder, name: string) => String(known(name, vars)));
}

function known(name: string, vars: Record<string, unknown>): unknown {
  if (!(name in vars)) throw new Error(`The scene does not say what <${name}> stands for.`);
  return vars[name];
}
