import { describe, expect, test } from 'vitest';
import { next } from '../../server/core/restore-protocol';
import {
  type Case,
  type Reconciling,
  active,
  blind,
  busy,
  creating,
  denied,
  end,
  essence,
  inPhase,
  lookAgain,
  lost,
  minute,
  moment,
  nowMs,
  own,
  reconciling,
  saw,
  second,
  seenAsOurs,
  sendLater,
  signIn,
  somebodys,
  timeIsUp,
} from './turn';

const cases: Case[] = [
  ['a table that matches is ours', reconciling(), saw(creating), seenAsOurs(reconciling())],
  [
    'a table that does not match is not touched',
    reconciling(),
    saw(somebodys),
    end(
      reconciling(),
      'foreign',
      own(
        'ForeignTable',
        'A table named Orders-restored exists, but it was created before this restore was asked for.',
      ),
    ),
  ],
  [
    'a table that another request can have made is not ours: the clocks are compared',
    { ...reconciling(), offsetMs: -6 * minute },
    saw({ ...active, createdMs: nowMs }),
    seenAsOurs({ ...reconciling(), offsetMs: -6 * minute }),
  ],
  [
    'a backup that was busy with another restore lets the request go again',
    reconciling({ otherwise: 'send-later', failure: busy }),
    saw('missing'),
    sendLater(reconciling(), busy, 1, 1_500),
  ],
  [
    '"not found" proves nothing while the time runs',
    reconciling(),
    saw('missing'),
    lookAgain(reconciling(), 5 * second),
  ],
  [
    'the pauses between looks grow',
    reconciling({ looks: 3 }),
    saw('missing'),
    lookAgain(reconciling({ looks: 3 }), 16_875),
  ],
  [
    'the last look falls on the end of the time',
    reconciling({ looks: 9, untilMs: nowMs + 12 * second }),
    saw('missing'),
    lookAgain(reconciling({ looks: 9, untilMs: nowMs + 12 * second }), 12 * second),
  ],
  [
    'the last look is no sooner than the first was',
    reconciling({ looks: 9, untilMs: nowMs + second }),
    saw('missing'),
    lookAgain(reconciling({ looks: 9, untilMs: nowMs + second }), 5 * second),
  ],
  [
    'one "not found" is no evidence when the time is up',
    reconciling(timeIsUp),
    saw('missing'),
    lookAgain(reconciling(timeIsUp), 5 * second, 1),
  ],
  [
    'the third "not found" after the time is the end, and unknown it stays',
    reconciling({ ...timeIsUp, misses: 2 }),
    saw('missing'),
    end(reconciling(), 'unknown', lost),
  ],
  [
    'what was refused and left no table was refused',
    reconciling({ ...timeIsUp, misses: 2, otherwise: 'rejected', failure: denied }),
    saw('missing'),
    end(reconciling(), 'rejected', denied),
  ],
  [
    'no look for half an hour after the time leaves it unknown, for the first reason',
    reconciling({ untilMs: nowMs - 30 * minute }),
    blind(signIn),
    end(reconciling(), 'unknown', lost),
  ],
  [
    'a failed look is told and repeated until then',
    reconciling({ untilMs: nowMs - 30 * minute + 1 }),
    blind(signIn),
    {
      ...lookAgain(reconciling({ untilMs: nowMs - 30 * minute + 1 }), 5 * second),
      tell: [{ kind: 'waiting', failure: signIn }],
    },
  ],
];

describe('finding out what became of a request', () => {
  test.each(cases)('%s', (_sentence, state, event, expected) => {
    const got = next(state, event, moment);
    expect(essence(got)).toStrictEqual(essence(expected));
    expect(got.state.attempt).toBe(state.attempt);
  });

  test('an outcome that was never known stays so when no table comes to light', () => {
    const { failure: _failure, ...phase } = reconciling({ ...timeIsUp, misses: 2 }).phase as Reconciling;
    const words = own('Interrupted', 'The program ended before the answer came.');
    expect(next(inPhase(phase), saw('missing'), moment)).toStrictEqual(end(inPhase(phase), 'unknown', words));
  });
});
