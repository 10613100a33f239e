import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, soundFixes, type Problem } from '../../server/core/check';
import { rules } from '../../server/core/rules';
import { parseSpec } from '../../server/core/spec/spec';
import { known } from './facts';
import { fixesNamedIn, pageOf } from './page';
import { everythingKnown, settings } from './page-facts';

/** Every page says what its rule does: its examples are checked, its fixes are those that are offered. */

const folder = path.resolve(import.meta.dirname, '../../docs/rules');

// That each rule has a page and each page a rule is held by `house.test.ts`.
const pages = rules
  .filter(({ code }) => existsSync(path.join(folder, `${code}.md`)))
  .map((rule) => {
    const text = readFileSync(path.join(folder, `${rule.code}.md`), 'utf8');
    return { code: rule.code, text, page: pageOf(text), setting: settings[rule.code] ?? {} };
  });

const sources = [
  /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html(#[\w.-]+)?$/,
  /^https:\/\/github\.com\/aws-controllers-k8s\/dynamodb-controller\/blob\/main\/docs\/api-quirks\/[\w-]+\.md#ddb-[a-z]+-\d{3}$/,
  /^https:\/\/github\.com\/(aws|boto|smithy-lang|microsoft)\/[\w./-]+$/,
  /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+(#section-[\d.]+)?$/,
  /^https:\/\/aws\.amazon\.com\/dynamodb\/pricing\/$/,
];

/** Codes of the errors that are not of the rule itself. */
function errorsIn(problems: readonly Problem[], code: string): string[] {
  const others = problems.filter((problem) => problem.severity === 'error' && problem.code !== code);
  return others.map((problem) => problem.code);
}

describe.each(pages)('the page of $code', ({ code, text, page, setting }) => {
  const { facts = {}, rightFacts = facts, besides = [], expand = (printed: string) => printed } = setting;
  const whenWrong = known({ ...everythingKnown, ...facts });
  const whenRight = known({ ...everythingKnown, ...rightFacts });

  test('has a title and its sections in order, each with something to read', () => {
    expect(page.title).toBe(`# ${code}`);
    expect(page.sections).toEqual(['Why', 'Wrong', 'Right', 'Fix']);
    for (const part of [page.what, page.why, page.fix]) expect(part).toMatch(/^[^\s#].*\.$/su);
    for (const { specs } of [page.wrong, page.right]) expect(specs).toHaveLength(1);
  });

  test('names a public source, and links to what can be opened', () => {
    const { links, linked } = page;
    expect([...linked].toSorted()).toEqual([...links.keys()].toSorted());
    const addresses = [...links.values()];
    const isSource = (address: string) => sources.some((source) => source.test(address));
    const known = (address: string) => isSource(address) || readdirSync(folder).includes(address);
    expect(addresses.filter((address) => !known(address))).toEqual([]);
    expect(addresses.filter(isSource)).not.toEqual([]);
    expect(text).not.toMatch(/\]\(/);
  });

  const wrong = parseSpec(expand(page.wrong.specs[0] ?? ''));
  const right = parseSpec(expand(page.right.specs[0] ?? ''));

  test('shows as wrong what the rule finds, and no other error', () => {
    const { problems } = check(wrong, whenWrong);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(errorsIn(problems, code)).toEqual(besides);
  });

  test('shows as right what has no such problem and no error at all, the rule having looked', () => {
    const { problems, unchecked } = check(right, whenRight);
    expect(problems.filter((problem) => problem.code === code)).toEqual([]);
    expect(errorsIn(problems, code)).toEqual(besides);
    expect(unchecked.filter((rest) => rest.code === code)).toEqual([]);
  });

  test('names in bold the fixes that are offered for what is wrong, or says why there is none', () => {
    const problems = check(wrong, whenWrong).problems.filter((problem) => problem.code === code);
    const offered = problems.flatMap((problem) =>
      soundFixes(wrong, whenWrong, problem).map(({ title }) => title),
    );
    expect(fixesNamedIn(page).toSorted()).toEqual([...new Set(offered)].toSorted());
    expect(page.fix.startsWith('There is no fix: ')).toBe(offered.length === 0);
  });
});

test('the facts of a page are about a rule that exists', () => {
  const codes = rules.map(({ code }) => code);
  expect(Object.keys(settings).filter((code) => !codes.includes(code))).toEqual([]);
});
