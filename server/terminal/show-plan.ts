import { planJson } from '../core/reports/plan-json';
import { planMarkdown } from '../core/reports/plan-markdown';
import { planText } from '../core/reports/plan-text';
import { hashOf } from '../run/restore';
import type { Command } from './arguments';
import { EXIT, type ExitCode } from './exit';
import { paintFor } from './paint';
import { attemptPlan } from './planning';
import type { Shell } from './shell';
import { openSpec } from './specs';

/** Show what a restore of a file would do. Reads only. */
export async function showPlan(shell: Shell, command: Extract<Command, { name: 'plan' }>): Promise<ExitCode> {
  const opened = await openSpec(shell, command.file);
  const attempt = await attemptPlan(shell, await shell.connect(command.connection), opened);
  if ('exit' in attempt) return attempt.exit;
  const { plan } = attempt;
  if (command.format === 'json') shell.out(planJson(plan, hashOf(plan)));
  else if (command.format === 'markdown') shell.out(planMarkdown(plan));
  else shell.out(planText(plan, paintFor(shell)));
  return EXIT.fine;
}
