import { expect, test } from 'vitest';
import { behindWords, stepWords } from '../../server/core/step-words';

test.each<[setting: string, value: unknown, words: string]>([
  ['TableClass', 'STANDARD', 'change the table class to STANDARD'],
  [
    'StreamSpecification',
    { StreamEnabled: true },
    'turn the stream on (?); it gets a new ARN, which its readers must be given',
  ],
  [
    'StreamSpecification',
    { StreamEnabled: true, StreamViewType: {} },
    'turn the stream on (?); it gets a new ARN, which its readers must be given',
  ],
  ['PointInTimeRecoverySpecification', {}, 'turn point-in-time recovery on (35 days)'],
  ['Tags', [], 'set 0 tags: '],
  ['Tags', [{ Key: 'a' }], 'set 1 tag: a'],
  ['Tags', [{ Key: 'a' }, { Key: 'b' }], 'set 2 tags: a, b'],
  ['NewSetting', {}, 'set NewSetting'],
])('to put %s = %j back is told as: %s', (setting, value, words) =>
  expect(stepWords(setting, value)).toBe(words),
);

test('what stays behind and has no words of its own is named', () =>
  expect(behindWords('NewSetting')).toBe('NewSetting does not come back'));
