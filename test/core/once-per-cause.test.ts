import { expect, test } from 'vitest';
import type { Failure } from '../../server/core/answer';
import { oncePerCause } from '../../server/core/once-per-cause';

const failure = (code: string, operation = 'DescribeTable', region = 'eu-west-1'): Failure => ({
  code,
  message: '',
  operation,
  region,
  httpStatus: 400,
  mayHaveArrived: true,
});

test.each<[string, Failure[], told: number[]]>([
  [
    'one network that is down',
    [failure('ConnectionError'), failure('ConnectionError', 'ListTagsOfResource', 'eu-west-2')],
    [0],
  ],
  [
    'one session that has expired',
    [failure('ExpiredTokenException'), failure('ExpiredTokenException', 'ListBackups')],
    [0],
  ],
  [
    'two refused operations',
    [failure('AccessDeniedException'), failure('AccessDeniedException', 'ListBackups')],
    [0, 1],
  ],
  ['the same refusal twice', [failure('AccessDeniedException'), failure('AccessDeniedException')], [0]],
  [
    'a refusal in two Regions',
    [failure('AccessDeniedException'), failure('AccessDeniedException', 'DescribeTable', 'eu-west-2')],
    [0, 1],
  ],
  [
    'different causes, in the order in which they were met',
    [
      failure('TimeoutError'),
      failure('AccessDeniedException'),
      failure('TimeoutError', 'ListBackups'),
      failure('ConnectionError'),
    ],
    [0, 1, 3],
  ],
  ['nothing', [], []],
])('of %s each cause is told once', (_, failures, told) =>
  expect(oncePerCause(failures)).toEqual(told.map((at) => failures[at])),
);
