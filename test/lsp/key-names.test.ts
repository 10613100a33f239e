import { expect, test } from 'vitest';
import type { Listed } from '../../server/lsp/catalogue';
import { keyNames } from '../../server/lsp/key-names';

const ID = '00000002-aaaa-4bbb-8ccc-dddddddddddd';
const ARN = `arn:aws:kms:eu-west-1:123456789012:key/${ID}`;
const FOREIGN = `arn:aws:kms:eu-west-1:999988887777:key/${ID.replace('2', '9')}`;

/** One alias is listed; what is asked for is written down. */
function listing(): { listed: Listed; asked: unknown[] } {
  const asked: unknown[] = [];
  const listed: Listed = {
    tables: () => [],
    hasAllTables: () => false,
    backups: () => [],
    backup: () => undefined,
    aliases: () => [
      { AliasName: 'alias/good', AliasArn: 'arn:aws:kms:eu-west-1:123456789012:alias/good', TargetKeyId: ID },
    ],
    key: () => undefined,
    caller: () => undefined,
    settled(question) {
      if (question.list === 'key') asked.push(question.key);
      return true;
    },
  };
  return { listed, asked };
}

test.each([
  ['an alias', 'alias/good', ['alias/good'], [ID]],
  ['the ARN of an alias', 'arn:aws:kms:eu-west-1:123456789012:alias/good', ['alias/good'], [ID]],
  ['an id', ID, ['alias/good'], [ID]],
  ['an ARN', ARN, ['alias/good'], [ARN]],
  ['the key of another account, by its ARN', FOREIGN, [], [FOREIGN]],
  ['an alias that is being typed, for which nothing is asked', 'alias/go', [], []],
  ['half an id', ID.slice(0, 20), [], []],
])('a key written as %s', (_, key, aliases, expected) => {
  const { listed, asked } = listing();
  expect(keyNames('eu-west-1', key, listed).aliases).toEqual(aliases);
  expect(asked).toEqual(expected);
});
