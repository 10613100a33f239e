import { parseArgs } from 'node:util';
import { UsageError } from './exit';
import type { ConnectionOptions } from './shell';

export type Format = 'text' | 'json' | 'sarif' | 'github' | 'markdown';
export type ListedType = 'USER' | 'SYSTEM' | 'AWS_BACKUP' | 'ALL';

/** A command line that can be obeyed. */
export type Command = { connection: ConnectionOptions } & (
  | { name: 'help' | 'version' }
  | { name: 'validate'; paths: string[]; live: boolean; fix: boolean; format: Format }
  | { name: 'plan'; file: string; format: Format }
  | { name: 'restore'; file: string; yes: boolean; wait: boolean; format: Format }
  | { name: 'verify'; file: string }
  | { name: 'backup create'; table: string; backupName: string | undefined; wait: boolean }
  | { name: 'backup list'; table: string | undefined; type: ListedType }
  | { name: 'backup describe'; arn: string }
  | { name: 'backup delete'; arn: string; confirm: string }
  | { name: 'sandbox'; args: string[] }
);

type Options = Record<string, { type: 'string' | 'boolean' }>;

const EVERYWHERE: Options = {
  profile: { type: 'string' },
  region: { type: 'string' },
  'endpoint-url': { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
};

const OWN: Record<string, Options> = {
  validate: { live: { type: 'boolean' }, fix: { type: 'boolean' }, format: { type: 'string' } },
  plan: { format: { type: 'string' } },
  restore: { yes: { type: 'boolean' }, 'no-wait': { type: 'boolean' }, format: { type: 'string' } },
  verify: {},
  'backup create': { name: { type: 'string' }, 'no-wait': { type: 'boolean' } },
  'backup list': { type: { type: 'string' } },
  'backup describe': {},
  'backup delete': { confirm: { type: 'string' } },
  sandbox: {
    port: { type: 'string' },
    empty: { type: 'boolean' },
    'real-time': { type: 'boolean' },
    state: { type: 'string' },
  },
};

/** @throws UsageError for a command line that means nothing */
export function parseCommand(argv: readonly string[]): Command {
  const words = argv.filter((word) => !word.startsWith('-'));
  const first = argv[0]?.startsWith('-') === false ? (words[0] ?? '') : '';
  const name = first === 'backup' ? `backup ${words[1] ?? ''}`.trim() : first;
  if (wantsOnly(argv, '--help', name)) return { name: 'help', connection: {} };
  if (wantsOnly(argv, '--version', name)) return { name: 'version', connection: {} };
  const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
  if (!own) throw new UsageError(name === '' ? 'The first word must be a command.' : unknownCommand(name));
  const { values, positionals } = parsed(argv.slice(name.split(' ').length), { ...EVERYWHERE, ...own });
  const given = { name, values, positionals };
  return { ...commandOf(given), connection: connectionOf(given) };
}

interface Given {
  name: string;
  values: Record<string, unknown>;
  positionals: string[];
}

type WithoutConnection<T> = T extends unknown ? Omit<T, 'connection'> : never;

function commandOf(given: Given): WithoutConnection<Command> {
  switch (given.name) {
    case 'validate':
      return {
        name: 'validate',
        paths: several(given, 'PATH'),
        live: flag(given, 'live'),
        fix: flag(given, 'fix'),
        format: choice(given, 'format', ['text', 'json', 'sarif', 'github']),
      };
    case 'plan':
      return {
        name: 'plan',
        file: one(given, 'FILE'),
        format: choice(given, 'format', ['text', 'json', 'markdown']),
      };
    case 'restore':
      return {
        name: 'restore',
        file: one(given, 'FILE'),
        yes: flag(given, 'yes'),
        wait: !flag(given, 'no-wait'),
        format: choice(given, 'format', ['text', 'json']),
      };
    case 'verify':
      return { name: 'verify', file: one(given, 'FILE') };
    case 'backup create':
      return {
        name: 'backup create',
        table: one(given, 'TABLE'),
        backupName: text(given, 'name'),
        wait: !flag(given, 'no-wait'),
      };
    case 'backup list':
      return {
        name: 'backup list',
        table: given.positionals.length === 0 ? undefined : one(given, 'TABLE'),
        type: choice(given, 'type', ['ALL', 'USER', 'SYSTEM', 'AWS_BACKUP']),
      };
    case 'backup describe':
      return { name: 'backup describe', arn: one(given, 'ARN') };
    case 'backup delete': {
      const confirm = text(given, 'confirm');
      if (!confirm) throw new UsageError('backup delete wants the name of the backup: --confirm NAME.');
      return { name: 'backup delete', arn: one(given, 'ARN'), confirm };
    }
    default:
      return { name: 'sandbox', args: sandboxArgs(given) };
  }
}

function sandboxArgs(given: Given): string[] {
  if (given.positionals.length > 0) throw new UsageError('sandbox wants no further words.');
  const port = text(given, 'port');
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError(`"${port}" is no port number.`);
  const state = text(given, 'state');
  return [
    ...(port === undefined ? [] : ['--port', port]),
    ...['empty', 'real-time'].filter((name) => flag(given, name)).map((name) => `--${name}`),
    ...(state === undefined ? [] : ['--state', state]),
  ];
}

function connectionOf(given: Given): ConnectionOptions {
  const [profile, region, endpoint] = ['profile', 'region', 'endpoint-url'].map((name) => text(given, name));
  return { ...(profile && { profile }), ...(region && { region }), ...(endpoint && { endpoint }) };
}

function flag({ values }: Given, name: string): boolean {
  return values[name] === true;
}

function text({ values }: Given, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The first of `choices` is what counts when nothing is said. */
function choice<T extends string>(given: Given, name: string, choices: readonly [T, ...T[]]): T {
  const said = text(given, name) ?? choices[0];
  const found = choices.find((possible) => possible === said);
  if (!found) throw new UsageError(`--${name} must be one of ${choices.join(', ')}, not "${said}".`);
  return found;
}

function one({ name, positionals }: Given, what: string): string {
  const [only] = positionals;
  if (only === undefined || positionals.length > 1) throw new UsageError(`${name} wants one ${what}.`);
  return only;
}

function several({ name, positionals }: Given, what: string): string[] {
  if (positionals.length === 0) throw new UsageError(`${name} wants at least one ${what}.`);
  return positionals;
}

function wantsOnly(argv: readonly string[], flag: string, name: string): boolean {
  return argv.includes(flag) && (name === '' || Object.hasOwn(OWN, name) || argv[0] === 'backup');
}

function unknownCommand(name: string): string {
  return name === 'backup'
    ? 'backup wants one of create, list, describe, delete.'
    : `There is no command "${name}".`;
}

function parsed(
  args: string[],
  options: Options,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options cannot be read.');
  }
}
