import type { Plan } from '../plan';
import { jsonText } from './json-text';
import { planDiff } from './plan-diff';
import { planHead } from './plan-text';
import { plainText } from '../plain-text';

/** The plan for a pull request. Every text from elsewhere is code, so that no name becomes markup or a link. */
export function planMarkdown(plan: Plan): string {
  const [source = '', target = '', account = '', region = ''] = planHead(plan);
  const rows = planDiff(plan.recorded, plan.restored).filter(({ same }) => !same);
  const lines = [
    `### Restore plan for ${code(target)}`,
    '',
    `From ${code(source)} into account ${code(account)}, Region ${code(region)}, by ${code(plan.operation)}.`,
    '',
    ...(rows.length === 0
      ? ['The new table will be as recorded.']
      : [
          '| Setting | Recorded | Will be made |',
          '|---|---|---|',
          ...rows.map(
            ({ setting, recorded, restored }) => `| ${[setting, recorded, restored].map(cell).join(' | ')} |`,
          ),
        ]),
    ...list(
      'After the table is ACTIVE',
      plan.steps.map(({ words }) => words),
    ),
    ...list(
      'Stays behind',
      plan.staysBehind.map(({ setting, words }) => `${setting}: ${words}`),
    ),
    ...list(
      'Warnings',
      plan.warnings.map(({ message }) => message),
    ),
    ...list(
      'Not checked',
      plan.unchecked.map(({ title }) => title),
    ),
    ...list('Note', plan.notes),
    '',
    '<details><summary>Request</summary>',
    '',
    ...jsonText(plan.input)
      .split('\n')
      .map((line) => `    ${line}`),
    '',
    '</details>',
  ];
  return `${lines.join('\n')}\n`;
}

function list(title: string, entries: readonly string[]): string[] {
  return entries.length === 0
    ? []
    : ['', `**${title}**`, '', ...entries.map((entry) => `- ${code(plainText(entry, 500))}`)];
}

function cell(text: string): string {
  return code(plainText(text, 400).replaceAll('|', '\\|'));
}

/** A code span with a fence longer than any run of backticks inside. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
