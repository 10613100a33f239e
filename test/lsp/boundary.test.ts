import { expect, test } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { boundaryOf } from '../../server/lsp/boundary';

/** The part of a connection that background work touches; resolves with the first line of the log. */
function logging(): { connection: Connection; logged: Promise<string> } {
  let error: (line: string) => void = () => undefined;
  const logged = new Promise<string>((resolve) => (error = resolve));
  return { connection: { console: { error } } as unknown as Connection, logged };
}

test.each([
  [
    'at once',
    (): Promise<void> => {
      throw new TypeError('not foreseen');
    },
  ],
  ['later', () => Promise.reject(new TypeError('not foreseen'))],
])('work in the background that fails %s ends in the log, not in whoever began it', async (_, work) => {
  const { connection, logged } = logging();
  expect(() => boundaryOf(connection).background('learn', work)).not.toThrow();
  expect(await logged).toMatch(/^learn: TypeError: not foreseen/);
});
