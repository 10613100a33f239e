import { describe, expect, test } from 'vitest';
import { plainPaint, problemsText } from '../../server/core/reports/problems-text';
import { fakeShell, run } from './fake-shell';

const ARN = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';
const GOOD = `{ "BackupArn": "${ARN}", "TargetTableName": "Orders-restored" }`;
/** Two faults, a hidden character, and characters outside the basic plane before the second fault. */
const BAD = `{\n\t"BackupArn": "${ARN}",\n\t"Description": "💾 a:b,c", "TargetTabelName": "Orders%restored", "BillingModeOverride": "ON_DEMAND"\n}\n`;

describe('reports', () => {
  test.each(['text', 'json', 'sarif', 'github'])('a broken file as %s', async (format) => {
    const shell = fakeShell({ 'specs/a,b.ddbbackup.json': BAD, 'specs/good.ddbbackup.json': GOOD });
    expect(await run(shell, 'validate', 'specs', '--format', format)).toBe(1);
    await expect(shell.written.out).toMatchFileSnapshot(`./validate.${format}.txt`);
  });

  test.each([
    ['json', '[]\n'],
    ['github', ''],
  ])('a good file as %s is %j', async (format, expected) => {
    const shell = fakeShell({
      'good.ddbbackup.json': `${GOOD.slice(0, -2)}, "AfterRestore": { "Default": "Skip" } }`,
    });
    expect(await run(shell, 'validate', 'good.ddbbackup.json', '--format', format)).toBe(0);
    const rows = format === 'json' ? (JSON.parse(shell.written.out) as { severity: string }[]) : [];
    expect(rows.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (!shell.written.out.includes('information') && !shell.written.out.includes('notice'))
      expect(shell.written.out).toBe(expected);
  });

  test('text says where the pages of the codes are, other formats and good files do not', async () => {
    const said = async (text: string, format: string) => {
      const shell = fakeShell({ 'a.ddbbackup.json': text });
      await run(shell, 'validate', 'a.ddbbackup.json', '--format', format);
      return shell.written.err.split('\n')[0];
    };
    const quiet = GOOD.replace(/\s*\}\s*$/, ', "AfterRestore": { "Default": "Skip" } }');
    expect(await said(BAD, 'text')).toBe(
      'What a code means, and what to do: /package/docs/rules, such as unknown-key.md',
    );
    expect(await said(BAD, 'json')).not.toContain('/package/docs/rules');
    expect(await said(quiet, 'text')).not.toContain('/package/docs/rules');
  });

  test('positions in JSON are zero-based UTF-16 units that point at the text they speak of', async () => {
    const shell = fakeShell({ 'a.ddbbackup.json': BAD });
    await run(shell, 'validate', 'a.ddbbackup.json', '--format', 'json');
    const rows = JSON.parse(shell.written.out) as {
      code: string;
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
    }[];
    const { range } = rows.find(({ code }) => code === 'unknown-key') ?? rows[0]!;
    const line = BAD.split('\n')[range.start.line] ?? '';
    expect(line.slice(range.start.character, range.end.character)).toBe('"TargetTabelName"');
  });

  test('no name from a file can write a command, a colour or a new line', async () => {
    const nasty = 'x\u001b[31m\n::error ::owned\u202e';
    const report = {
      file: nasty,
      text: nasty,
      unchecked: [],
      problems: [
        {
          code: 'c',
          severity: 'error',
          because: 'refused',
          message: nasty,
          range: { start: 0, end: 3 },
          path: [],
          fixes: [{ title: nasty, edits: [] }],
        } as const,
      ].map((problem) => ({
        ...problem,
        path: [],
        fixes: problem.fixes.map((fix) => ({ ...fix, edits: [] })),
      })),
    };
    const text = problemsText([report], plainPaint);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(text).not.toMatch(/^::error/m);
  });
});

describe('texts that are no spec yet', () => {
  const whole = `${GOOD.slice(0, -2)},\n "GlobalSecondaryIndexOverride": [ { "IndexName": "byStatus", "KeySchema": [] } ], "AfterRestore": { "Tags": "FromSource" } }`;

  test('every prefix of a spec is answered with 0 or 1 and valid JSON', async () => {
    for (let length = 0; length <= whole.length; length += 3) {
      const shell = fakeShell({ f: whole.slice(0, length) });
      const code = await run(shell, 'validate', 'f', '--format', 'json');
      const problems = JSON.parse(shell.written.out) as { severity: string }[];
      expect(code).toBe(problems.some(({ severity }) => severity === 'error') ? 1 : 0);
      if (length < GOOD.length - 2) expect(code).toBe(1);
    }
  });

  test.each([
    ['nothing', ''],
    ['a comment', '// soon'],
    ['another JSON', '[1, 2]'],
    ['null', 'null'],
    ['no JSON', 'hello: world'],
    ['binary', '\u0000\u0001\ufffd'],
    ['deep nesting', '['.repeat(5000)],
  ])('%s is an error, and no fix writes it', async (_name, text) => {
    const shell = fakeShell({ f: text });
    expect(await run(shell, 'validate', 'f', '--fix')).toBe(1);
    expect(shell.disk.get('f')).toBe(text);
  });
});

describe('--fix', () => {
  test('mends what needs no choice, keeps comments, tells what it did', async () => {
    const shell = fakeShell({
      f: `{\n  // why\n  "BackupArn": "${ARN}",\n  "TargetTabelName": "Orders-restored" // here\n}\n`,
    });
    expect(await run(shell, 'validate', 'f', '--fix')).toBe(0);
    expect(shell.disk.get('f')).toBe(
      `{\n  // why\n  "BackupArn": "${ARN}",\n  "TargetTableName": "Orders-restored" // here\n}\n`,
    );
    expect(shell.written.err).toContain('f: Rename to TargetTableName');
  });

  test('a second run changes nothing', async () => {
    const shell = fakeShell({ f: BAD });
    await run(shell, 'validate', 'f', '--fix');
    const once = shell.disk.get('f');
    await run(shell, 'validate', 'f', '--fix');
    expect(shell.disk.get('f')).toBe(once);
  });

  test('a good file is not written', async () => {
    const shell = fakeShell({ f: GOOD });
    shell.files.write = async () => {
      throw new Error('written');
    };
    expect(await run(shell, 'validate', 'f', '--fix')).toBe(0);
  });
});

describe('places', () => {
  test.each([['nowhere'], ['empty']])('%s is wrong usage', async (place) => {
    const shell = fakeShell();
    expect(await run(shell, 'validate', place)).toBe(2);
    expect(shell.written.err).toContain(place);
  });

  test('offline, the Region of the option or the environment counts', async () => {
    const spec =
      '{ "SourceTableName": "Orders", "UseLatestRestorableTime": true, "TargetTableName": "Orders-restored" }';
    const shell = fakeShell({ f: spec });
    shell.env = { AWS_REGION: 'eu-west-1' };
    expect(await run(shell, 'validate', 'f')).toBe(0);
    expect(shell.written.err).toContain('Not checked against AWS');
  });
});
