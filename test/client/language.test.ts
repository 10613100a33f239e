import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { nothingKnown } from '../../server/core/facts';
import { settingNames } from '../../server/core/spec/after-restore-shape';
import { isOwnKey, specShape } from '../../server/core/spec/shape';
import { parseSpec } from '../../server/core/spec/spec';

const read = (file: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../syntaxes', file), 'utf8');

interface Rule {
  match?: string;
  begin?: string;
  end?: string;
  include?: string;
  patterns?: Rule[];
}

const grammar = JSON.parse(read('ddbbackup.tmLanguage.json')) as {
  scopeName: string;
  patterns: Rule[];
  repository: Record<string, Rule>;
};

function everyRule(rules: readonly Rule[]): Rule[] {
  return rules.flatMap((rule) => [rule, ...everyRule(rule.patterns ?? [])]);
}

describe('the grammar', () => {
  const rules = everyRule([...grammar.patterns, ...Object.values(grammar.repository)]);

  test('has patterns that compile and includes that exist', () => {
    for (const { match, begin, end } of rules) {
      for (const pattern of [match, begin, end])
        if (pattern !== undefined) expect(() => new RegExp(pattern)).not.toThrow();
    }
    const includes = rules.flatMap(({ include }) => include?.slice(1) ?? []);
    expect(includes.filter((name) => !Object.hasOwn(grammar.repository, name))).toEqual([]);
  });

  test('tells our own keys from those that are sent to AWS as the table of keys does', () => {
    const own = new RegExp(grammar.repository['ownKey']?.match ?? '$^');
    const keys = Object.keys(specShape.members);
    expect(keys.filter((key) => own.test(`"${key}": 1`))).toEqual(keys.filter(isOwnKey));
  });

  test.each([
    [
      '"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/0179-2779fadd"',
      'eu-west-1',
      '123456789012',
    ],
    ['"arn:aws-cn:kms:cn-north-1:123456789012:key/abc"', 'cn-north-1', '123456789012'],
  ])('finds Region and account in %s', (arn, region, account) => {
    const found = new RegExp(grammar.repository['arn']?.match ?? '$^').exec(arn);
    expect([found?.[5], found?.[6]]).toEqual([region, account]);
  });
});

describe('snippets', () => {
  const snippets = JSON.parse(read('ddbbackup.snippets.json')) as Record<
    string,
    { prefix?: string; isFileTemplate?: boolean; description: string; body: string[] }
  >;

  /** What stands there when the user accepts everything: defaults, and the first of every choice. */
  function accepted(body: readonly string[]): string {
    let text = body.join('\n');
    const variables: Record<string, string> = {
      CURRENT_YEAR: '2026',
      CURRENT_MONTH: '11',
      CURRENT_DATE: '19',
    };
    text = text.replaceAll(/\$\{(CURRENT_[A-Z]+)\}/g, (_all, name: string) => variables[name] ?? '');
    text = text.replaceAll(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1').replaceAll(/\$\{\d+:([^}]*)\}/g, '$1');
    return text.replaceAll(/\$\d+/g, '');
  }

  const facts = nothingKnown(Date.parse('2026-11-20T12:00:00Z'));
  const errors = (text: string) =>
    check(parseSpec(text), facts).problems.filter(({ severity }) => severity === 'error');

  const whole = Object.entries(snippets).filter(([, { body }]) => body[0] === '{');
  const parts = Object.entries(snippets).filter(([, { body }]) => body[0] !== '{');

  test.each(whole)('"%s" is a spec without errors as it stands', (_name, { body }) => {
    expect(errors(accepted(body))).toEqual([]);
  });

  test.each(parts)('"%s" fits into a spec', (_name, { body }) => {
    const [, { body: around }] = whole[0] ?? ['', { body: [] }];
    const text = accepted(around).replace('{\n', `{\n${accepted(body)}\n`);
    expect(errors(text)).toEqual([]);
  });

  test('each says what it does, and none has a prefix: by that VS Code offers it wherever a value is written', () => {
    const all = Object.values(snippets);
    expect(all).toHaveLength(5);
    expect(all.filter(({ prefix }) => prefix !== undefined)).toEqual([]);
    expect(all.filter(({ description }) => description.length < 20)).toEqual([]);
  });

  test('whole specs fill a file', () => {
    expect(whole.filter(([, { isFileTemplate }]) => isFileTemplate !== true)).toEqual([]);
    expect(parts.filter(([, { isFileTemplate }]) => isFileTemplate !== undefined)).toEqual([]);
  });

  test('the words for a setting that the grammar marks are those of the language', () => {
    const marked = grammar.repository['setting']?.match ?? '';
    for (const word of ['FromSource', 'FromBackup', 'FromSnapshot', 'Skip']) expect(marked).toContain(word);
    expect(settingNames.length).toBeGreaterThan(0);
  });
});
