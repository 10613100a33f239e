import type { Facts } from '../core/facts';
import { plan, type Plan } from '../core/plan';
import { problemsText } from '../core/reports/problems-text';
import { EXIT, type ExitCode } from './exit';
import { paintFor } from './paint';
import type { Connected, Shell } from './shell';
import { liveFacts, withSoundFixes, type Opened } from './specs';

export type Attempt = { plan: Plan } | { exit: ExitCode };

/** Ask AWS what a plan needs, and make it. Why there is none is told on stderr. */
export async function attemptPlan(
  shell: Shell,
  connected: Connected,
  { file, spec }: Opened,
  adjust: (facts: Facts) => Facts = (facts) => facts,
): Promise<Attempt> {
  const facts = adjust((await liveFacts(shell, connected, spec)).facts);
  const planned = plan(spec, facts);
  if (planned.kind === 'plan') return { plan: planned.plan };
  const { unchecked } = planned;
  const problems = withSoundFixes(spec, facts, planned.problems);
  if (problems.length > 0) {
    shell.err(problemsText([{ file, text: spec.text, problems, unchecked }], paintFor(shell)));
    shell.err('There is no plan while an error stands. Nothing was sent.\n');
    return { exit: EXIT.problems };
  }
  const titles = new Set(unchecked.map(({ title }) => `  ${title}\n`));
  shell.err(`There is no plan: it could not be checked\n${[...titles].join('')}Nothing was sent.\n`);
  return { exit: EXIT.aws };
}
