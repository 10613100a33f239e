import { describe, expect, test } from 'vitest';
import type { TableDescription } from '../../server/core/facts';
import { settingsWeCanApply } from '../../server/core/steps';
import { AwsFailure, type Clock } from '../../server/run/ports';
import { putBack, type Place, type StepResult } from '../../server/run/step';
import { steps } from '../../server/run/steps';

test('the steps are the settings that a plan may promise, in the same order', () => {
  expect(steps.map(({ setting }) => setting)).toEqual(settingsWeCanApply);
});

test('time to live comes last: it can delete items and cannot be taken back for half an hour', () => {
  expect(settingsWeCanApply.at(-1)).toBe('TimeToLiveSpecification');
});

test.each([
  ['TableClass', 1],
  ['StreamSpecification', 'FromSource'],
  ['PointInTimeRecoverySpecification', true],
  ['Tags', [{ Key: 'a' }]],
  ['DeletionProtectionEnabled', 'yes'],
  ['TimeToLiveSpecification', { Enabled: true }],
])('%s takes no value of another shape: %j', (setting, value) => {
  expect(steps.find((step) => step.setting === setting)?.to(value)).toBeUndefined();
});

type No = { code: string; message?: string; httpStatus?: number; mayHaveArrived?: boolean };
type Answer = No | Record<string, unknown>;

const table: TableDescription = {
  TableName: 'T',
  TableId: 'ours',
  TableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/T',
  TableStatus: 'ACTIVE',
  KeySchema: [],
};
const plain = { Table: table };
const protectedTable = { Table: { ...table, DeletionProtectionEnabled: true } };

/** Puts one setting back against answers written as data, in the order in which they are asked for. */
async function putBackWith(
  setting: string,
  value: unknown,
  script: readonly (readonly [operation: string, answer: Answer])[],
): Promise<{ result: StepResult; waits: string[]; unused: number; tookMs: number }> {
  const left = [...script];
  let nowMs = 0;
  const answer = async (_region: string, operation: string): Promise<never> => {
    const [expected, said] = left.shift() ?? ['nothing more', {}];
    expect(operation).toBe(expected);
    if (typeof said['code'] !== 'string') return said as never;
    const { code, message = '', httpStatus = 400, mayHaveArrived = true } = said as No;
    throw new AwsFailure({ code, message, httpStatus, operation, region: 'eu-west-1', mayHaveArrived });
  };
  const clock: Clock = { now: () => nowMs, sleep: async (ms) => void (nowMs += ms) };
  const place: Place = {
    account: { read: answer, write: answer },
    region: 'eu-west-1',
    tableName: 'T',
    tableArn: table.TableArn,
    tableId: 'ours',
  };
  const task = steps.find((step) => step.setting === setting)?.to(value);
  if (task === undefined) throw new Error(`${setting} does not take ${JSON.stringify(value)}`);
  const doing = putBack(task, place, clock);
  const waits: string[] = [];
  for (;;) {
    const { done, value: said } = await doing.next();
    if (done === true) return { result: said, waits, unused: left.length, tookMs: nowMs };
    waits.push(said.code);
  }
}

const gone = { code: 'ResourceNotFoundException' };
const isOff = { TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } };
const isOn = { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' } };
const ttl = { Enabled: true, AttributeName: 'ttl' };
const locked = {
  code: 'ValidationException',
  message: 'Time to live has been modified multiple times within a fixed interval',
};
const throttled = { code: 'ThrottlingException', message: 'Rate exceeded' };
const serverFault = { code: 'InternalServerError', httpStatus: 500 };
const stream = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' };
const hasTag = { Tags: [{ Key: 'a', Value: '1' }] };

describe('a setting is read, compared, written and read again', () => {
  test.each<[string, string, unknown, [string, Answer][], StepResult['kind'], string[]]>([
    ['already as wanted', 'DeletionProtectionEnabled', true, [['DescribeTable', protectedTable]], 'done', []],
    [
      'written',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', plain],
        ['UpdateTable', {}],
        ['DescribeTable', protectedTable],
      ],
      'done',
      [],
    ],
    [
      'busy with the change before',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', { Table: { ...table, TableStatus: 'UPDATING' } }],
        ['DescribeTable', plain],
        ['UpdateTable', {}],
        ['DescribeTable', protectedTable],
      ],
      'done',
      [],
    ],
    [
      'throttled',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', plain],
        ['UpdateTable', throttled],
        ['DescribeTable', plain],
        ['UpdateTable', {}],
        ['DescribeTable', protectedTable],
      ],
      'done',
      ['ThrottlingException'],
    ],
    [
      'written, its answer lost',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', plain],
        ['UpdateTable', serverFault],
        ['DescribeTable', protectedTable],
      ],
      'done',
      ['InternalServerError'],
    ],
    [
      'refused',
      'TableClass',
      'STANDARD_INFREQUENT_ACCESS',
      [
        ['DescribeTable', plain],
        [
          'UpdateTable',
          {
            code: 'LimitExceededException',
            message: 'Subscriber limit exceeded: Updates to TableClass are limited',
          },
        ],
      ],
      'failed',
      [],
    ],
    [
      'forbidden',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', plain],
        ['UpdateTable', { code: 'AccessDeniedException' }],
      ],
      'failed',
      [],
    ],
    [
      'signed out meanwhile',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', { code: 'ExpiredTokenException' }],
        ['DescribeTable', protectedTable],
      ],
      'done',
      ['ExpiredTokenException'],
    ],
    [
      'on already, says the service',
      'TimeToLiveSpecification',
      ttl,
      [
        ['DescribeTable', plain],
        ['DescribeTimeToLive', isOff],
        ['UpdateTimeToLive', { code: 'ValidationException', message: 'TimeToLive is already enabled' }],
      ],
      'done',
      [],
    ],
    [
      'locked for half an hour',
      'TimeToLiveSpecification',
      ttl,
      [
        ['DescribeTable', plain],
        ['DescribeTimeToLive', isOff],
        ['UpdateTimeToLive', locked],
        ['DescribeTable', plain],
        ['DescribeTimeToLive', isOn],
      ],
      'done',
      ['ValidationException'],
    ],
    [
      'on another attribute',
      'TimeToLiveSpecification',
      ttl,
      [
        ['DescribeTable', plain],
        [
          'DescribeTimeToLive',
          { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'other' } },
        ],
        [
          'UpdateTimeToLive',
          { code: 'ValidationException', message: 'TimeToLive is active on a different AttributeName' },
        ],
      ],
      'failed',
      [],
    ],
    [
      'not known to the side service yet',
      'Tags',
      hasTag.Tags,
      [
        ['DescribeTable', plain],
        ['ListTagsOfResource', gone],
        ['DescribeTable', plain],
        ['ListTagsOfResource', { Tags: [] }],
        ['TagResource', {}],
        ['DescribeTable', plain],
        ['ListTagsOfResource', hasTag],
      ],
      'done',
      ['ResourceNotFoundException'],
    ],
    ['tags of AWS alone', 'Tags', [{ Key: 'AWS:x', Value: '1' }], [['DescribeTable', plain]], 'done', []],
    [
      'backups not ready yet',
      'PointInTimeRecoverySpecification',
      { PointInTimeRecoveryEnabled: true },
      [
        ['DescribeTable', plain],
        ['DescribeContinuousBackups', { ContinuousBackupsDescription: {} }],
        ['UpdateContinuousBackups', { code: 'ContinuousBackupsUnavailableException' }],
        ['DescribeTable', plain],
        [
          'DescribeContinuousBackups',
          {
            ContinuousBackupsDescription: {
              PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' },
            },
          },
        ],
      ],
      'done',
      ['ContinuousBackupsUnavailableException'],
    ],
    [
      'a stream of another view',
      'StreamSpecification',
      stream,
      [
        [
          'DescribeTable',
          { Table: { ...table, StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' } } },
        ],
        [
          'UpdateTable',
          { code: 'ValidationException', message: 'Table already has an enabled stream: TableName: T' },
        ],
      ],
      'failed',
      [],
    ],
    [
      'the table gone',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', gone],
        ['DescribeTable', gone],
        ['DescribeTable', gone],
      ],
      'gone',
      [],
    ],
    [
      'another table of the name',
      'DeletionProtectionEnabled',
      true,
      Array.from({ length: 3 }, (): [string, Answer] => [
        'DescribeTable',
        { Table: { ...table, TableId: 'other' } },
      ]),
      'gone',
      [],
    ],
    [
      'the table out of sight for a moment',
      'DeletionProtectionEnabled',
      true,
      [
        ['DescribeTable', gone],
        ['DescribeTable', protectedTable],
      ],
      'done',
      [],
    ],
  ])('%s: %s', async (_, setting, value, script, ends, waits) => {
    const told = await putBackWith(setting, value, script);
    expect(told.result.kind).toBe(ends);
    expect(told.waits).toEqual(waits);
    expect(told.unused).toBe(0);
  });

  test('a network that is away for hours is no fault of the setting', async () => {
    const outage = { code: 'ConnectionError', message: 'no connection', mayHaveArrived: false };
    const away = Array.from({ length: 500 }, (): [string, Answer] => ['DescribeTable', outage]);
    const back: [string, Answer] = ['DescribeTable', protectedTable];
    const { result, tookMs } = await putBackWith('DeletionProtectionEnabled', true, [...away, back]);
    expect(result.kind).toBe('done');
    expect(tookMs).toBeGreaterThan(600_000);
  });

  test('a request that is held back here is not tried again', async () => {
    const { result, waits } = await putBackWith('DeletionProtectionEnabled', true, [
      ['DescribeTable', plain],
      ['UpdateTable', { code: 'NotAsWritten', message: 'not as written', mayHaveArrived: false }],
    ]);
    expect(result).toMatchObject({ kind: 'failed', note: 'not as written' });
    expect(waits).toEqual([]);
  });

  test('what never comes true is given up, with the last word of the service', async () => {
    const again = Array.from({ length: 500 }, (): [string, Answer][] => [
      ['DescribeTable', plain],
      ['UpdateTable', throttled],
    ]).flat();
    const { result, tookMs } = await putBackWith('DeletionProtectionEnabled', true, again);
    expect(result).toMatchObject({ kind: 'failed', note: 'Rate exceeded' });
    expect(tookMs).toBe(600_000);
  });
});
