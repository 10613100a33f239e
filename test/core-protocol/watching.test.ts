import { describe, expect, test } from 'vitest';
import { next } from '../../server/core/restore-protocol';
import {
  type Case,
  active,
  attempt,
  blind,
  creating,
  denied,
  end,
  essence,
  inPhase,
  left,
  lookOn,
  lost,
  minute,
  moment,
  nowMs,
  own,
  saw,
  second,
  signIn,
  stillFilling,
  tableClass,
  tags,
  throttled,
  turn,
  updating,
  watching,
} from './turn';

const cases: Case[] = [
  [
    'a table that is being made is told',
    watching({ seen: false }),
    saw(creating),
    {
      ...lookOn(watching(), 15 * second, { seen: true }),
      tell: [{ kind: 'creating', status: 'CREATING' }],
    },
  ],
  [
    'a table once seen again is no longer missing',
    watching({ missing: { count: 2, sinceMs: nowMs - minute } }),
    saw(creating),
    { ...lookOn(watching(), 15 * second), tell: [{ kind: 'creating', status: 'CREATING' }] },
  ],
  [
    'one ACTIVE is looked at again soon',
    watching(),
    saw(active),
    { ...lookOn(watching(), 5 * second, { ready: 1 }), tell: [{ kind: 'creating', status: 'ACTIVE' }] },
  ],
  [
    'ACTIVE while still being filled is not ready',
    watching({ ready: 1 }),
    saw(stillFilling),
    { ...lookOn(watching(), 15 * second), tell: [{ kind: 'creating', status: 'ACTIVE' }] },
  ],
  [
    'another status than ACTIVE is not ready',
    watching({ ready: 1 }),
    saw(updating),
    { ...lookOn(watching(), 15 * second), tell: [{ kind: 'creating', status: 'UPDATING' }] },
  ],
  [
    'the second ACTIVE in a row lets the settings be put back',
    watching({ ready: 1 }),
    saw(active),
    turn(
      watching(),
      { name: 'settling', left: attempt.steps },
      { do: 'step', setting: 'Tags', value: tags.value },
      { rows: [{ state: 'active' }], tell: [{ kind: 'active' }] },
    ),
  ],
  [
    'a table just accepted may not be seen yet',
    watching({ seen: false, ready: 1, sinceMs: nowMs - 4 * minute + 1 }),
    saw('missing'),
    lookOn(watching({ seen: false, sinceMs: nowMs - 4 * minute + 1 }), 15 * second),
  ],
  [
    'a table not seen for four minutes is missing',
    watching({ seen: false, sinceMs: nowMs - 4 * minute }),
    saw('missing'),
    lookOn(watching({ seen: false, sinceMs: nowMs - 4 * minute }), 15 * second, {
      missing: { count: 1, sinceMs: nowMs },
    }),
  ],
  [
    'a table seen before and not now is missing at once',
    watching({ ready: 1 }),
    saw('missing'),
    lookOn(watching(), 15 * second, { missing: { count: 1, sinceMs: nowMs } }),
  ],
  [
    'another table under the name means that ours is missing',
    watching(),
    saw({ ...active, table: { ...active.table, TableId: 'another' } }),
    lookOn(watching(), 15 * second, { missing: { count: 1, sinceMs: nowMs } }),
  ],
  [
    'three readings within a minute do not prove that it is gone',
    watching({ missing: { count: 2, sinceMs: nowMs - minute + 1 } }),
    saw('missing'),
    lookOn(watching(), 15 * second, { missing: { count: 3, sinceMs: nowMs - minute + 1 } }),
  ],
  [
    'two readings over a minute do not prove that it is gone',
    watching({ missing: { count: 1, sinceMs: nowMs - minute } }),
    saw('missing'),
    lookOn(watching(), 15 * second, { missing: { count: 2, sinceMs: nowMs - minute } }),
  ],
  [
    'three readings over a minute prove that it is gone',
    watching({ missing: { count: 2, sinceMs: nowMs - minute } }),
    saw('missing'),
    end(watching(), 'vanished', own('TableGone', 'The table was being restored and is gone now.')),
  ],
  ...(
    [
      ['after ten minutes every half minute', 10 * minute, 30 * second],
      ['just before, every quarter', 10 * minute - 1, 15 * second],
      ['after an hour every minute', 60 * minute, 60 * second],
      ['just before, every half', 60 * minute - 1, 30 * second],
    ] as const
  ).map(([sentence, elapsedMs, afterMs]): Case => {
    const state = watching({ sinceMs: nowMs - elapsedMs });
    return [
      `it is watched ${sentence}`,
      state,
      saw(creating),
      { ...lookOn(state, afterMs), tell: [{ kind: 'creating', status: 'CREATING' }] },
    ];
  }),
  ...(
    [
      ['an expired session is waited for', signIn, minute],
      ['a missing permission is waited for', denied, minute],
      ['a throttled look is repeated', throttled, 15 * second],
      ['a lost look is repeated', lost, 15 * second],
    ] as const
  ).map(([sentence, why, afterMs]): Case => [
    `${sentence} while watching, and never called a failure of the restore`,
    watching({ ready: 1 }),
    blind(why),
    {
      state: watching({ ready: 1 }),
      rows: [],
      tell: [{ kind: 'waiting', failure: why }],
      action: { do: 'look', afterMs },
    },
  ]),

  [
    'a setting put back makes room for the next',
    left,
    { kind: 'stepped', setting: 'Tags', outcome: 'done', note: 'already so' },
    turn(
      left,
      { name: 'settling', left: [tableClass] },
      { do: 'step', setting: 'TableClass', value: 'STANDARD' },
      { rows: [{ state: 'step-done', setting: 'Tags', note: 'already so' }] },
    ),
  ],
  [
    'a setting that cannot be put back is written down and does not stop the others',
    left,
    { kind: 'stepped', setting: 'Tags', outcome: 'failed', note: 'not allowed' },
    turn(
      left,
      { name: 'settling', left: [tableClass] },
      { do: 'step', setting: 'TableClass', value: 'STANDARD' },
      { rows: [{ state: 'step-failed', setting: 'Tags', note: 'not allowed' }] },
    ),
  ],
  [
    'the last setting ends it',
    inPhase({ name: 'settling', left: [tableClass] }, { tableId: 'ours' }),
    { kind: 'stepped', setting: 'TableClass', outcome: 'done' },
    turn(
      left,
      { name: 'ended', outcome: 'done' },
      { do: 'stop', outcome: 'done', words: 'Orders-restored is restored.' },
      { rows: [{ state: 'step-done', setting: 'TableClass' }, { state: 'done' }] },
    ),
  ],
  [
    'a failure without words is written down without words',
    inPhase({ name: 'settling', left: [tableClass] }, { tableId: 'ours' }),
    { kind: 'stepped', setting: 'TableClass', outcome: 'failed' },
    turn(
      left,
      { name: 'ended', outcome: 'done' },
      { do: 'stop', outcome: 'done', words: 'Orders-restored is restored.' },
      { rows: [{ state: 'step-failed', setting: 'TableClass', note: '' }, { state: 'done' }] },
    ),
  ],
  [
    'a table that goes while settings are put back has vanished',
    left,
    { kind: 'gone' },
    end(left, 'vanished', own('TableGone', 'The table is gone.')),
  ],
];

describe('watching a restore and putting settings back', () => {
  test.each(cases)('%s', (_sentence, state, event, expected) => {
    const got = next(state, event, moment);
    expect(essence(got)).toStrictEqual(essence(expected));
    expect(got.state.attempt).toBe(state.attempt);
  });
});
