import { describe, expect, test } from 'vitest';
import { begin, next, nothingRuns } from '../../server/core/restore-protocol';
import {
  type Case,
  active,
  attempt,
  blind,
  busy,
  creating,
  denied,
  end,
  essence,
  exists,
  failed,
  fresh,
  goesOn,
  inPhase,
  left,
  lookFor,
  lost,
  moment,
  noPreflight,
  nowMs,
  offline,
  own,
  preflight,
  saw,
  seenAsOurs,
  sendLater,
  sending,
  signIn,
  somebodys,
  throttled,
  turn,
  waiting,
  watching,
} from './turn';

const cases: Case[] = [
  [
    'a free name lets the request go, written down first',
    fresh,
    preflight('missing', 250),
    turn(
      fresh,
      { name: 'sending', refusals: 0 },
      { do: 'send' },
      { sentMs: nowMs, offsetMs: 250, rows: [{ state: 'sent', offsetMs: 250 }] },
    ),
  ],
  [
    'a clock that was not learnt anew stays as it was',
    { ...waiting, offsetMs: 70 },
    preflight('missing'),
    turn(
      waiting,
      { name: 'sending', refusals: 2 },
      { do: 'send' },
      { sentMs: nowMs, offsetMs: 70, rows: [{ state: 'sent', offsetMs: 70 }] },
    ),
  ],
  [
    'a name that is taken before anything was sent is refused',
    fresh,
    preflight(active, 250),
    end(fresh, 'rejected', own('TargetExists', 'A table named Orders-restored exists already.')),
  ],
  [
    'a name that is taken after a "not now" may be ours, and is when it matches',
    waiting,
    preflight(creating, 250),
    { ...seenAsOurs(waiting), state: { ...seenAsOurs(waiting).state, offsetMs: 250 } },
  ],
  [
    'a name that is taken after an earlier attempt of unknown outcome is ours when it matches',
    goesOn,
    preflight(creating),
    seenAsOurs(goesOn),
  ],
  [
    'a name that is taken after a "not now" is somebody else’s when it does not match',
    waiting,
    preflight(somebodys),
    end(
      waiting,
      'foreign',
      own(
        'ForeignTable',
        'A table named Orders-restored exists, but it was created before this restore was asked for.',
      ),
    ),
  ],
  [
    'nothing is sent when the first look fails',
    fresh,
    noPreflight(throttled),
    end(fresh, 'rejected', throttled),
  ],
  [
    'a look that fails in passing is waited out while waiting for a slot',
    waiting,
    noPreflight(throttled),
    sendLater(waiting, throttled, 3, 4_500),
  ],
  [
    'a look without an answer is waited out while waiting for a slot',
    waiting,
    noPreflight(lost),
    sendLater(waiting, lost, 3, 4_500),
  ],
  [
    'a look that is refused after a "not now" leaves to be seen what that was',
    waiting,
    noPreflight(denied),
    lookFor(waiting, denied, 'rejected', 2),
  ],
  [
    'a look that cannot leave the machine is not waited out',
    waiting,
    noPreflight(offline),
    lookFor(waiting, offline, 'rejected', 2),
  ],
  [
    'an accepted request is watched after five seconds',
    sending,
    { kind: 'accepted', tableId: 'ours' },
    {
      ...seenAsOurs(sending),
      rows: [{ state: 'accepted', tableId: 'ours', adopted: false }],
      tell: [{ kind: 'requested' }],
    },
  ],
  ['a definite no ends it', sending, failed(denied), end(sending, 'rejected', denied)],
  ['an expired session ends it', sending, failed(signIn), end(sending, 'rejected', signIn)],
  [
    'a definite no after a "not now" is looked into first',
    inPhase({ name: 'sending', refusals: 1 }, { sentMs: nowMs }),
    failed(denied),
    lookFor(inPhase({ name: 'sending', refusals: 1 }, { sentMs: nowMs }), denied, 'rejected', 1),
  ],
  ['a "not now" is sent again later', sending, failed(throttled), sendLater(sending, throttled, 1, 1_500)],
  ['a lost answer is looked for', sending, failed(lost), lookFor(sending, lost, 'unknown')],
  ['"exists already" may be our own doing', sending, failed(exists), lookFor(sending, exists, 'unknown')],
  [
    'a busy backup is waited for when it is not ours',
    sending,
    failed(busy),
    lookFor(sending, busy, 'send-later'),
  ],
  [
    'a busy backup after an attempt of unknown outcome may be busy with that',
    { ...goesOn, phase: sending.phase, sentMs: nowMs },
    failed(busy),
    lookFor({ ...goesOn, phase: sending.phase, sentMs: nowMs }, busy, 'unknown'),
  ],
];

describe('sending a restore', () => {
  test.each(cases)('%s', (_sentence, state, event, expected) => {
    const got = next(state, event, moment);
    expect(essence(got)).toStrictEqual(essence(expected));
    expect(got.state.attempt).toBe(state.attempt);
  });

  test('an event that cannot be in a phase is a fault of ours, said with both names', () => {
    for (const [state, event, words] of [
      [
        watching(),
        { kind: 'stepped', setting: 'Tags', outcome: 'done' },
        'stepped has no meaning while watching',
      ],
      [fresh, saw('missing'), 'saw has no meaning while before'],
      [left, blind(lost), 'blind has no meaning while settling'],
    ] as const) {
      expect(() => next(state, event, moment)).toThrow(words);
    }
  });

  test('begins with a look at the target', () => {
    expect(begin(attempt)).toStrictEqual({
      state: fresh,
      rows: [],
      tell: [],
      action: { do: 'preflight', afterMs: 0 },
    });
  });
});

describe('that nothing runs', () => {
  test.each([
    ['before anything was sent', fresh, true],
    ['after something was sent', waiting, false],
    ['after an earlier attempt of unknown outcome', goesOn, false],
    ['while sending', inPhase({ name: 'sending', refusals: 0 }), false],
  ] as const)('is certain or not: %s', (_when, state, certain) => expect(nothingRuns(state)).toBe(certain));
});
