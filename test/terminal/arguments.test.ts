import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../server/terminal/arguments';
import { UsageError } from '../../server/terminal/exit';
import { fakeShell, run } from './fake-shell';

const good: [line: string, command: object][] = [
  ['--help', { name: 'help' }],
  ['plan --help', { name: 'help' }],
  ['backup --help', { name: 'help' }],
  ['--version', { name: 'version' }],
  ['validate a b --live', { name: 'validate', paths: ['a', 'b'], live: true, fix: false, format: 'text' }],
  ['validate --fix a --format sarif', { name: 'validate', paths: ['a'], fix: true, format: 'sarif' }],
  ['plan f --format markdown', { name: 'plan', file: 'f', format: 'markdown' }],
  [
    'restore f --yes --no-wait --format json',
    { name: 'restore', file: 'f', yes: true, wait: false, format: 'json' },
  ],
  ['restore f', { name: 'restore', yes: false, wait: true, format: 'text' }],
  [
    'verify f --profile p --region eu-west-1',
    { name: 'verify', file: 'f', connection: { profile: 'p', region: 'eu-west-1' } },
  ],
  ['verify f --endpoint-url http://localhost:8000', { connection: { endpoint: 'http://localhost:8000' } }],
  ['backup create T --name n', { name: 'backup create', table: 'T', backupName: 'n', wait: true }],
  ['backup list', { name: 'backup list', table: undefined, type: 'ALL' }],
  ['backup list T --type SYSTEM', { table: 'T', type: 'SYSTEM' }],
  ['backup describe arn', { name: 'backup describe', arn: 'arn' }],
  ['backup delete arn --confirm n', { name: 'backup delete', arn: 'arn', confirm: 'n' }],
  ['sandbox --port 8000 --empty', { name: 'sandbox', args: ['--port', '8000', '--empty'] }],
  ['sandbox --state s.json --real-time', { name: 'sandbox', args: ['--real-time', '--state', 's.json'] }],
  ['plan -- --odd-name', { name: 'plan', file: '--odd-name' }],
];

test.each(good)('ddbbackup %s', (line, command) => {
  expect(parseCommand(line.split(' '))).toMatchObject(command);
});

const wrong = [
  '',
  'frobnicate',
  'constructor',
  '__proto__',
  '--live',
  'validate',
  'validate a --format xml',
  'validate a --yes',
  'plan',
  'plan a b',
  'plan a --format sarif',
  'restore',
  'restore a b',
  'verify',
  'verify a --live',
  'backup',
  'backup frobnicate',
  'backup create',
  'backup create a b',
  'backup list a b',
  'backup list --type user',
  'backup describe',
  'backup delete arn',
  'backup delete --confirm n',
  'sandbox --port x',
  'sandbox 8000',
  'sandbox --control t',
  'plan f --region',
];

describe('wrong usage', () => {
  test.each(wrong)('ddbbackup %s: exit 2, words on stderr, nothing on stdout', async (line) => {
    const argv = line === '' ? [] : line.split(' ');
    expect(() => parseCommand(argv)).toThrow(UsageError);
    const shell = fakeShell();
    expect(await run(shell, ...argv)).toBe(2);
    expect(shell.written.out).toBe('');
    expect(shell.written.err).toContain('--help');
  });
});
