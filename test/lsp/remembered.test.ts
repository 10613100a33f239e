import { expect, test } from 'vitest';
import { remembering } from '../../server/lsp/remembered';
import type { Account } from '../../server/run/ports';

const REGION = 'eu-west-1';

/** An account whose answers come when the test says so; each is the number of its question. */
function slow(): { account: Account; asked: (() => void)[] } {
  const asked: (() => void)[] = [];
  const read: Account['read'] = () =>
    new Promise((resolve) => {
      const number = asked.length + 1;
      asked.push(() => resolve({ TableNames: [String(number)] } as never));
    });
  return { account: { read, write: () => Promise.resolve<never>({} as never) }, asked };
}

test.each([
  ['kept', 'nothing happens meanwhile', () => undefined, ['1']],
  ['not kept', 'everything is forgotten meanwhile', (forget: () => void) => forget(), ['2']],
])('an answer is %s when %s', async (_, __, meanwhile, second) => {
  const { account, asked } = slow();
  const memory = remembering(account, { now: () => 0, sleep: () => Promise.resolve() }, 30_000);
  const first = memory.read(REGION, 'ListTables', {});
  meanwhile(() => memory.forget());
  asked[0]?.();
  expect((await first).TableNames).toEqual(['1']);
  const again = memory.read(REGION, 'ListTables', {});
  asked[1]?.();
  expect((await again).TableNames).toEqual(second);
});
