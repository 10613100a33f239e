import { describe, expect, test } from 'vitest';
import { check, soundFixes } from '../../server/core/check';
import { applyTextEdits, textEdits } from '../../server/core/spec/edit';
import { nothingKnown, type Facts } from '../../server/core/facts';
import { rules } from '../../server/core/rules';
import type { Rule } from '../../server/core/rules/rule';
import { parseSpec } from '../../server/core/spec/spec';
import { known, now } from './facts';

interface Case {
  /** The text of a spec; what must be underlined stands between « and ». */
  spec: string;
  facts?: Partial<Facts>;
}

interface Wrong extends Case {
  /** Part of the message of each problem, in the order of the text; one for all if it is the same. */
  says: string | string[];
  /** The fixes that are offered for the first problem, by title, and the text after each. */
  fixes?: Record<string, string>;
  /** Those of them that are made without asking, where a case is about that. */
  sure?: string[];
}

/** Show that a rule speaks where it should, says what it should, mends what it can, and is silent otherwise. */
export function testRule(code: string, cases: { wrong: Wrong[]; fine: (Case | string)[] }): void {
  const rule = rules.find((candidate) => candidate.code === code);
  if (!rule) throw new Error(`There is no rule ${code}.`);

  describe(code, () => {
    test.each(cases.wrong)('speaks: $spec', ({ spec: marked, facts, says, fixes = {}, sure }) => {
      const { text, ranges } = unmarked(marked);
      const spec = parseSpec(text);
      const found = check(spec, known(facts)).problems.filter((problem) => problem.code === code);
      expect(found.map(({ range }) => text.slice(range.start, range.end))).toEqual(
        ranges.map(({ start, end }) => text.slice(start, end)),
      );
      expect(found.map(({ range }) => range)).toEqual(ranges);
      const messages = typeof says === 'string' ? found.map(() => says) : says;
      for (const [index, problem] of found.entries()) expect(problem.message).toContain(messages[index]);
      const [first] = found;
      const offered = first ? soundFixes(spec, known(facts), first) : [];
      const after = offered.map((fix) => [fix.title, applyTextEdits(text, textEdits(spec, fix.edits))]);
      expect(Object.fromEntries(after)).toEqual(fixes);
      const preferred = offered.filter((fix) => fix.preferred).map(({ title }) => title);
      if (sure) expect(preferred).toEqual(sure);
    });

    test.each(cases.fine.map((fine) => (typeof fine === 'string' ? { spec: fine } : fine)))(
      'is silent, having checked: $spec',
      ({ spec, facts }) => {
        const { problems, unchecked } = check(parseSpec(spec), known(facts));
        expect(problems.filter((problem) => problem.code === code)).toEqual([]);
        expect(unchecked.filter((rest) => rest.code === code)).toEqual([]);
      },
    );

    const needing = cases.wrong.filter(({ spec }) => needsFacts(rule, unmarked(spec).text));
    for (const { spec } of needing) {
      test(`is reported as not checked while its facts are unknown: ${spec}`, () => {
        const { problems, unchecked } = check(parseSpec(unmarked(spec).text), nothingKnown(now));
        expect(problems.filter((problem) => problem.code === code)).toEqual([]);
        expect(unchecked).toContainEqual(expect.objectContaining({ code, title: rule.title }));
      });
    }
  });
}

function needsFacts(rule: Rule, text: string): boolean {
  return rule.needs.some((need) => typeof need !== 'function' || need(parseSpec(text)) !== undefined);
}

/** The text without its marks, and the ranges they stood round. */
function unmarked(marked: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') start = text.length;
    else if (part === '»') ranges.push({ start, end: text.length });
    else text += part;
  }
  return { text, ranges };
}
