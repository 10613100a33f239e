import { describe, expect, test } from 'vitest';
import type { IntentRow, Operation } from '../../server/core/journal';
import { goOn } from '../../server/core/restore-protocol';
import type { Turn } from '../../server/core/restore-state';
import {
  type Reconciling,
  attempt,
  end,
  fresh,
  inPhase,
  minute,
  moment,
  nowMs,
  own,
  second,
  tableClass,
} from './turn';

describe('going on after a restart', () => {
  const intent: IntentRow = {
    state: 'intent',
    op: 'op',
    at: '',
    kind: attempt.kind,
    key: { partition: 'aws', accountId: '123456789012', region: 'eu-west-1', target: attempt.target },
    input: attempt.input,
    steps: attempt.steps,
    sourceTableName: 'Orders',
    planHash: '',
    profile: 'default',
  };
  function operation(state: Operation['state'], more: Partial<Operation> = {}): Operation {
    const lists = { stepsDone: [], stepsFailed: [] };
    return {
      op: 'op',
      intent,
      state,
      startedAt: '',
      changedAt: '',
      adopted: false,
      unresolved: false,
      ...lists,
      ...more,
    };
  }
  const look = (state: Partial<Reconciling>, afterMs: number, sentMs?: number): Turn => ({
    state: inPhase(
      {
        name: 'reconciling',
        refusals: 0,
        otherwise: 'unknown',
        untilMs: nowMs + 30 * second,
        looks: 0,
        misses: 0,
        ...state,
      },
      sentMs === undefined ? {} : { sentMs },
    ),
    rows: [],
    tell: [{ kind: 'unsure' }],
    action: { do: 'look', afterMs },
  });
  const longAgo = nowMs - 60 * minute;
  const justNow = nowMs - 2 * second;

  const restarts: [string, Operation, { sentMs?: number; acceptedMs?: number }, Turn | undefined][] = [
    [
      'what was never sent ends as such',
      operation('intent'),
      {},
      end(fresh, 'rejected', own('NotSent', 'It was stopped before the request was accepted.')),
    ],
    [
      'what was sent long ago is looked for at once',
      operation('sent'),
      { sentMs: longAgo },
      look({}, 0, longAgo),
    ],
    [
      'what was sent just now is looked for when it can be seen',
      operation('sent'),
      { sentMs: justNow },
      look({ untilMs: justNow + 4 * minute }, 3 * second, justNow),
    ],
    [
      'what a clock says is sent in the future is looked for after the usual time',
      operation('sent'),
      { sentMs: nowMs + minute },
      look({ untilMs: nowMs + 5 * minute }, 5 * second, nowMs + minute),
    ],
    [
      'what was told to wait was refused, if no table comes to light',
      operation('sent', { code: 'ThrottlingException', note: 'Rate exceeded' }),
      { sentMs: longAgo },
      look({ otherwise: 'rejected', failure: own('ThrottlingException', 'Rate exceeded') }, 0, longAgo),
    ],
    [
      'what was told to wait without a word is refused without a word',
      operation('sent', { code: 'ThrottlingException' }),
      { sentMs: longAgo },
      look({ otherwise: 'rejected', failure: own('ThrottlingException', '') }, 0, longAgo),
    ],
    [
      'what stayed unknown is looked for anew, whatever was said of it',
      operation('unknown', { code: 'TimeoutError', note: 'no answer' }),
      { sentMs: longAgo },
      look({}, 0, longAgo),
    ],
    [
      'what is being restored is watched at once, from when it was accepted',
      operation('restoring', { tableId: 'ours', offsetMs: 30 }),
      { sentMs: longAgo, acceptedMs: longAgo + 1 },
      {
        state: inPhase(
          { name: 'watching', sinceMs: longAgo + 1, seen: false, ready: 0 },
          { sentMs: longAgo, tableId: 'ours', offsetMs: 30 },
        ),
        rows: [],
        tell: [],
        action: { do: 'look', afterMs: 0 },
      },
    ],
    [
      'settings that are left are put back',
      operation('settings', { stepsDone: ['Tags'], tableId: 'ours' }),
      {},
      {
        state: inPhase({ name: 'settling', left: [tableClass] }, { tableId: 'ours' }),
        rows: [],
        tell: [],
        action: { do: 'step', setting: 'TableClass', value: 'STANDARD' },
      },
    ],
    ...(['done', 'rejected', 'foreign', 'vanished', 'closed'] as const).map(
      (state): [string, Operation, object, undefined] => [
        `${state} is the end`,
        operation(state),
        {},
        undefined,
      ],
    ),
  ];

  test.each(restarts)('%s', (_sentence, was, marks, expected) => {
    expect(goOn(was, attempt, marks, moment)).toStrictEqual(expected);
  });
});
