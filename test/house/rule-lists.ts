import { rules } from '../../server/core/rules';
import type { Rule } from '../../server/core/rules/rule';

/** The lists of rules that people read, made from the rules themselves. */

interface Group {
  title: string;
  /** What it means for a restore that a rule of this group speaks. */
  meaning: string;
  has(rule: Rule): boolean;
}

const groups: readonly Group[] = [
  {
    title: 'Errors: the service would refuse',
    meaning: 'sent as it is, AWS would say no: the restore is not sent',
    has: ({ severity, because }) => severity === 'error' && because === 'refused',
  },
  {
    title: 'Errors: something else would happen than is written',
    meaning: 'AWS would accept, and do something else: the restore is not sent',
    has: ({ severity, because }) => severity === 'error' && because !== 'refused',
  },
  {
    title: 'Warnings',
    meaning: 'accepted, and likely not meant: the plan shows it, you decide',
    has: ({ severity }) => severity === 'warning',
  },
  {
    title: 'Information',
    meaning: 'what a restore leaves behind, and what it costs',
    has: ({ severity }) => severity === 'information',
  },
];

/** `docs/rules/README.md`. */
export function indexOfPages(): string {
  return [
    '# Rules',
    '',
    'What is checked in a `.ddbbackup.json`, in the order in which the service would meet the faults. Each code has a page: what it finds, why,',
    'what is wrong and what is right, and what the light bulb does about it. In an editor the code of a problem is a link to its page.',
    '',
    'A rule that needs something from AWS is silent while that is not known, and is then listed as *not checked*: it never counts as fine.',
    ...groups.flatMap((group) => [
      '',
      `## ${group.title}`,
      '',
      ...table(rules.filter((rule) => group.has(rule))),
    ]),
    '',
  ].join('\n');
}

function table(listed: readonly Rule[]): string[] {
  return [
    '| code | checked is that |',
    '|---|---|',
    ...listed.map(({ code, title }) => `| [\`${code}\`](${code}.md) | ${title} |`),
  ];
}

/** The README with the table of rules as it must be, between two comments. */
export function withTableOfRules(readme: string): string {
  const rows = groups.map(
    (group) => `| ${group.title} | ${rules.filter((rule) => group.has(rule)).length} | ${group.meaning} |`,
  );
  const lines = ['| what is checked | rules | which means |', '|---|---|---|', ...rows];
  return readme.replace(/(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/, (_, start: string, end: string) =>
    [start, ...lines.map((line) => `${line}\n`), end].join(''),
  );
}
