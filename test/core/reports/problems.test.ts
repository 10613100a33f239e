import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../server/core/check';
import type { FileReport } from '../../../server/core/reports/problems';
import { problemsGithub } from '../../../server/core/reports/problems-github';
import { problemsJson } from '../../../server/core/reports/problems-json';
import { problemsSarif } from '../../../server/core/reports/problems-sarif';
import { plainPaint, problemsText, type Paint } from '../../../server/core/reports/problems-text';

/** Problems of which every format tells the same, as it tells them, in `problems.<format>.txt`. */

function problem(text: string, at: string, changes: Partial<Problem> = {}): Problem {
  const start = text.indexOf(at);
  if (start < 0) throw new Error(`${at} does not stand in the text`);
  return {
    code: 'unknown-key',
    severity: 'error',
    because: 'misread',
    message: 'Not a key: x.',
    range: { start, end: start + at.length },
    path: [],
    fixes: [],
    ...changes,
  };
}

function report(
  file: string,
  text: string,
  ...found: [at: string, changes?: Partial<Problem>][]
): FileReport {
  const problems = found.map(([at, changes]) => problem(text, at, changes));
  return { file, text, problems, unchecked: [] };
}

const fix = (title: string) => ({ title, edits: [] });
const wide = `{ "Description": "${'0123456789'.repeat(20)}", "Regio": "eu-west-1", "AfterRestore": {} }`;

const reports: FileReport[] = [
  report(
    'specs/a,b:50%.ddbbackup.json',
    '{\n\t"Regio": "eu-west-1",\n  "Tags": [\n  ] }\n',
    ['"Regio"', { fixes: [fix('Change to "Region"'), fix('Remove "Regio"')] }],
    ['[\n  ]', { code: 'reserved-tag', severity: 'warning', message: '100% of the tags\r\nare gone.' }],
    ['}', { code: 'settings-left-behind', severity: 'information', message: 'This stays behind.' }],
  ),
  report('C:\\specs\\wide one.ddbbackup.json', wide, ['"Regio"'], ['{}', { code: 'no-such-rule' }]),
  report('hidden.ddbbackup.json', '{ "💾\u202e\tx": 1, "y": 2 }\r\n', ['"y"'], ['"💾\u202e\tx"']),
  report('empty.ddbbackup.json', '', ['', { code: 'syntax' }]),
  report('good.ddbbackup.json', '{}'),
];

const coloured: Paint = (kind, text) => `<${kind}>${text}</${kind}>`;

describe('problems', () => {
  test.each<[string, () => string]>([
    ['text', () => problemsText(reports, plainPaint)],
    ['colour', () => problemsText(reports, coloured)],
    ['github', () => problemsGithub(reports)],
    ['json', () => problemsJson(reports)],
    ['sarif', () => problemsSarif(reports, '1.2.3')],
  ])('are told as %s', (format, told) => expect(told()).toMatchFileSnapshot(`./problems.${format}.txt`));

  test.each<[string, FileReport[]]>([
    ['1 file checked: no problems\n', [report('a', '{}')]],
    ['2 files checked: no problems\n', [report('a', '{}'), report('b', '{}')]],
    ['0 files checked: no problems\n', []],
  ])('are counted: %j', (told, files) => expect(problemsText(files, plainPaint)).toBe(told));

  test('none are told without colour where there are none', () =>
    expect(problemsText([report('a', '{}')], coloured)).toBe('1 file checked: <good>no problems</good>\n'));

  test('one error and one warning are not errors and warnings', () => {
    const two = report('a', '{}', ['{'], ['}', { severity: 'warning' }]);
    expect(problemsText([two], plainPaint)).toMatch(
      /\n1 file checked: 1 error, 1 warning, 0 for information\n$/,
    );
  });

  test.each([
    [80, 1],
    [81, 21],
    [200, 21],
  ])('a problem at column %i is shown with the caret at column %i', (before, caret) => {
    const text = `${' '.repeat(before)}x`;
    const shown = problemsText([report('a', text, ['x'])], plainPaint).split('\n')[2] ?? '';
    expect(shown.length - '      | '.length).toBe(before === 80 ? 81 : caret);
    expect(shown).toMatch(/\^$/);
  });
});
