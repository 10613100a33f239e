import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { check, soundFixes } from '../../server/core/check';
import { rules } from '../../server/core/rules';
import { parseSpec } from '../../server/core/spec/spec';
import { known } from './facts';
import { pageOf } from './page';
import { everythingKnown, settings } from './page-facts';

/** What `validate --fix` does without asking, and what it leaves to choose: the mends of what each page shows as wrong, in `sure.txt`. */

const folder = path.resolve(import.meta.dirname, '../../docs/rules');

function mendsOf(code: string): string[] {
  const file = path.join(folder, `${code}.md`);
  if (!existsSync(file)) return [];
  const { facts = {}, expand = (printed: string) => printed } = settings[code] ?? {};
  const spec = parseSpec(expand(pageOf(readFileSync(file, 'utf8')).wrong.specs[0] ?? ''));
  const all = known({ ...everythingKnown, ...facts });
  const problem = check(spec, all).problems.find((candidate) => candidate.code === code);
  if (problem === undefined) return [];
  return soundFixes(spec, all, problem).map(
    ({ title, preferred }) => `${code}: ${preferred ? 'sure' : 'a choice'}: ${title}\n`,
  );
}

test('mends are made without asking only where one answer is right', () =>
  expect(rules.flatMap(({ code }) => mendsOf(code)).join('')).toMatchFileSnapshot('./sure.txt'));
