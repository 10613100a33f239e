import { expect, test } from 'vitest';
import type { Facts } from '../../../server/core/facts';
import { plan, type Plan } from '../../../server/core/plan';
import { planDiff } from '../../../server/core/reports/plan-diff';
import { planJson } from '../../../server/core/reports/plan-json';
import { planMarkdown } from '../../../server/core/reports/plan-markdown';
import { planText } from '../../../server/core/reports/plan-text';
import type { Paint } from '../../../server/core/reports/problems-text';
import { parseSpec } from '../../../server/core/spec/spec';
import { facts, fromBackup } from '../../plans/world';

/** The parts of a plan that few plans have. */

function planned(changes: Partial<Plan> = {}, about: Partial<Facts> = {}): Plan {
  const answer = plan(parseSpec(JSON.stringify(fromBackup)), { ...facts, ...about });
  if (answer.kind !== 'plan') throw new Error(JSON.stringify(answer));
  return { ...answer.plan, ...changes };
}

const warning = (message: string): Plan['warnings'][number] => ({
  code: 'index-renamed',
  severity: 'warning',
  because: 'surprise',
  message,
  range: { start: 0, end: 1 },
  path: [],
  fixes: [],
});
const told: Partial<Plan> = {
  warnings: [warning('An index is renamed.')],
  unchecked: [{ code: 'restores-at-limit', title: 'another restore may run', lacks: ['runningRestores'] }],
  notes: ['Look twice.'],
};

test('warnings, what was not checked and notes stand in the plan for a terminal', () => {
  const lines = planText(planned(told)).split('\n');
  for (const [title, line] of [
    ['Warnings:', '  ! An index is renamed.'],
    ['Not checked:', '  ? another restore may run'],
    ['Note:', '  Look twice.'],
  ] as const)
    expect(lines[lines.indexOf(title) + 1]).toBe(line);
});

test('and in that for a pull request, as code', () => {
  const text = planMarkdown(planned(told));
  expect(text).toContain('\n**Warnings**\n\n- `An index is renamed.`\n');
  expect(text).toContain('\n**Not checked**\n\n- `another restore may run`\n');
  expect(text).toContain('\n**Note**\n\n- `Look twice.`\n');
});

test('scripts get code and message of a warning', () =>
  expect(JSON.parse(planJson(planned(told), 'h'))).toMatchObject({
    hash: 'h',
    warnings: [{ code: 'index-renamed', message: 'An index is renamed.' }],
  }));

test('a plan that changes nothing says so', () => {
  const { recorded } = planned();
  expect(planMarkdown(planned({ restored: recorded }))).toContain('\nThe new table will be as recorded.\n');
  expect(planMarkdown(planned())).not.toContain('The new table will be as recorded.');
});

test.each([
  ['a`b', '``a`b``'],
  ['a``b`c', '```a``b`c```'],
  ['`a', '`` `a ``'],
  ['a`', '`` a` ``'],
  ['plain', '`plain`'],
])('in a pull request the words %j are the code %s', (word, code) =>
  expect(planMarkdown(planned({ notes: [word] }))).toContain(`\n- ${code}\n`),
);

test('a bar in a value does not end the cell of the table', () => {
  const text = planMarkdown(planned({ recorded: { TableClass: 'a|b' }, restored: { TableClass: 'c' } }));
  expect(text).toContain('| `TableClass` | `a\\|b` | `c` |');
});

test('in a terminal what goes, what comes and what stays differ in colour', () => {
  const paint: Paint = (kind, text) => `<${kind}>${text}`;
  const text = planText(
    planned({ recorded: { TableName: 'a', TableClass: 'x' }, restored: { TableName: 'b', TableClass: 'x' } }),
    paint,
  );
  expect(text).toContain(
    ['<error>  - TableName   a', '<good>  + TableName   b', '<faint>    TableClass  x'].join('\n'),
  );
});

test('what stands in no list of indexes is passed over', () =>
  expect(
    planDiff({ GlobalSecondaryIndexes: ['odd'] }, { GlobalSecondaryIndexes: [{ IndexName: 'i', a: 1 }] }),
  ).toEqual([{ setting: 'GlobalSecondaryIndex i', recorded: 'none', restored: 'a 1', same: false }]));
