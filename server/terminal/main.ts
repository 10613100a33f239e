import { inWords } from '../core/explain';
import { AwsFailure } from '../run/ports';
import { parseCommand, type Command } from './arguments';
import * as backup from './backup';
import { EXIT, UsageError, type ExitCode } from './exit';
import { restoreFile } from './restore';
import type { Shell } from './shell';
import { showPlan } from './show-plan';
import { USAGE } from './usage';
import { validate } from './validate';
import { verifyFile } from './verify';

/** Obey a command line. Never rejects: every failure is told on stderr and ends with its exit code. */
export async function main(shell: Shell, argv: readonly string[]): Promise<number> {
  try {
    return await obey(shell, parseCommand(argv));
  } catch (error) {
    return tell(shell, error);
  }
}

async function obey(shell: Shell, command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      shell.out(USAGE);
      return EXIT.fine;
    case 'version':
      shell.out(`${shell.version}\n`);
      return EXIT.fine;
    case 'validate':
      return validate(shell, command);
    case 'plan':
      return showPlan(shell, command);
    case 'restore':
      return restoreFile(shell, command);
    case 'verify':
      return verifyFile(shell, command);
    case 'backup create':
      return backup.create(shell, command);
    case 'backup list':
      return backup.list(shell, command);
    case 'backup describe':
      return backup.describe(shell, command);
    case 'backup delete':
      return backup.remove(shell, command);
    case 'sandbox':
      return shell.runSandbox(command.args);
  }
}

/** The one place where an error becomes words and an exit code. Errors of our own carry words that are ready to show. */
function tell(shell: Shell, error: unknown): ExitCode {
  if (error instanceof UsageError) {
    shell.err(`${error.message}\n"ddbbackup --help" shows what can be said.\n`);
    return EXIT.usage;
  }
  if (shell.interrupted.aborted) {
    shell.err('Stopped.\n');
    return EXIT.unknown;
  }
  if (error instanceof AwsFailure) {
    shell.err(`${inWords(error.failure)}\n`);
    return EXIT.aws;
  }
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  shell.err(`${message}\n`);
  return name === 'OutcomeUnknown' ? EXIT.unknown : EXIT.aws;
}
