import { describe, expect, test } from 'vitest';
import * as protocol from '../../server/protocol';
import { online, openSandbox, URI } from './setting';

const VERSION = { uri: URI, version: 1 };

describe.each([
  ['empty', '', 'A spec begins with {'],
  ['of blanks and a comment', ' \n// nothing yet\n', 'A spec begins with {'],
  ['an empty object', '{}', 'source'],
  ['half typed', '{ "BackupArn": "arn:aws:dyn', 'no closing double quote'],
  ['half typed behind a colon', '{ "TargetTableName": ', 'A value is expected here'],
  ['another kind of file', 'version: 1\n- x', 'JSON'],
])('a spec that is %s', (_, text, words) => {
  test('has a problem that says so, no plan and no restore; nothing is sent', async () => {
    const sandbox = await openSandbox();
    const editor = await online(sandbox);
    await editor.open(URI, text);
    const problems = await editor.pull(URI);
    expect(problems.some(({ severity }) => severity === 1)).toBe(true);
    expect(JSON.stringify(problems)).toContain(words);
    const plan = await editor.ask(protocol.plan, VERSION);
    expect(plan).toMatchObject({ ok: true, value: { kind: 'refused' } });
    const restore = await editor.ask(protocol.restore, { ...VERSION, planHash: 'x' });
    expect(restore).toMatchObject({
      ok: false,
      refusal: { code: 'Refused', message: expect.stringMatching(/^Nothing was sent\. \S/) },
    });
    expect(sandbox.requests.all.filter(({ operation }) => operation.startsWith('Restore'))).toEqual([]);
    for (const line of editor.received<{ message: string }>('window/logMessage'))
      expect(line.message).not.toMatch(/^\s+at /m);
  });
});
