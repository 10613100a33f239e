import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Asks again until the answer is neither undefined, false nor ''; a user, too, looks again.
 * @param what completes the sentence "Waited N s in vain for ..."
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | false | ''>,
  timeoutMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false && answer !== '') return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}.`);
    await wait(POLL_MS);
  }
}
