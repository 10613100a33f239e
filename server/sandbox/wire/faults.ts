/** Faults that a test, or a person who wants to see what happens, scripts for coming calls. */

/** Every kind of fault and what it does. `docs/sandbox.md` has the same table. */
export const faultKinds = {
  throttle: 'ThrottlingException, HTTP 400',
  'internal-error': 'InternalServerError, HTTP 500',
  'internal-error-after-commit': 'the call takes effect and is answered with InternalServerError, HTTP 500',
  unavailable: 'HTTP 503 with an empty body',
  'expired-token': 'ExpiredTokenException, HTTP 400',
  'reset-before-commit': 'the connection is cut and nothing has happened',
  'reset-after-commit': 'the call takes effect, then the connection is cut',
  'no-answer': 'nothing happens and no answer ever comes',
  'no-answer-after-commit': 'the call takes effect and no answer ever comes',
  'stalled-body': 'the call takes effect; the answer stops in the middle and the connection stays open',
  'truncated-body': 'the call takes effect; the answer stops in the middle and the connection is cut',
  'empty-200': 'the call takes effect and is answered with HTTP 200 and no body',
  'html-page': 'HTTP 200 with a web page, as a sign-in page in between would answer',
  redirect: 'HTTP 307 to another address',
  'wrong-date': 'the answer is right, its `Date` header is `ms` (an hour) ahead',
  'foreign-arn': 'the call takes effect; every ARN in the answer is of another account, 999988887777',
  'repeated-page-token': 'a page of a list names the token it was asked with as the token of the next page',
  'not-found-after-create':
    'for `ms` (5 seconds) of the clock after a table or backup was made, it is answered to be not there',
  slow: 'the call takes effect at once; the answer comes `ms` (2 seconds) later by the wall clock',
  replayed: 'the call is carried out twice; the answer is the second one',
} as const;

export type FaultKind = keyof typeof faultKinds;

/** A refusal in words of one's own, for example `AccessDeniedException`. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** HTTP status, 400 by default. */
  readonly status?: 400 | 500 | 503;
}

export interface FaultScript {
  /** The operation it waits for, or `*` for any. */
  readonly operation: string;
  readonly fault: FaultKind | Refusal;
  /** The first call that is hit, counted from now on; 1 (the next) by default. */
  readonly call?: number;
  /** How many calls are hit; 1 by default. */
  readonly times?: number;
  /** Only calls to this Region. */
  readonly region?: string;
  /** The milliseconds that the fault is about, where it is about any. */
  readonly ms?: number;
}

/** The fault that one call meets. */
export type Fault = Pick<FaultScript, 'fault' | 'ms'>;

export interface Faults {
  add(script: FaultScript): void;
  /** Forgets all that has not happened. */
  clear(): void;
  /** The fault for a call that has come in, if one was scripted; counts the call. */
  take(operation: string, region: string): Fault | undefined;
}

export function openFaults(): Faults {
  let waiting: { script: FaultScript; skip: number; left: number }[] = [];
  return {
    add(script) {
      waiting.push({ script, skip: (script.call ?? 1) - 1, left: script.times ?? 1 });
    },
    clear() {
      waiting = [];
    },
    take(operation, region) {
      let taken: Fault | undefined;
      for (const entry of waiting) {
        const { script } = entry;
        const isMeant = script.operation === '*' || script.operation === operation;
        if (!isMeant || (script.region !== undefined && script.region !== region)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        if (taken !== undefined) continue;
        entry.left -= 1;
        taken = script;
      }
      waiting = waiting.filter((entry) => entry.left > 0);
      return taken;
    },
  };
}
