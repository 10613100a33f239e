// A thread that examines documents, and the watch over it: who hangs cannot say so himself.
import { Worker } from 'node:worker_threads';

/** In place of a document's number: the thread is still starting, or waits for work. */
const idle = -1n;

/**
 * `code` is the bundle of test/fuzz/worker.ts. A document takes less than a millisecond: a thread that is at the same one for `hangMs` hangs.
 */
export function startThread(code, hangMs = 60_000) {
  const current = new BigInt64Array(new SharedArrayBuffer(8));
  let settle;
  let worker = begin();

  function begin() {
    Atomics.store(current, 0, idle);
    const begun = new Worker(code, { eval: true, workerData: current.buffer });
    begun.on('message', (report) => settle({ report }));
    begun.on('error', (error) => stopped(`The thread died: ${error.stack}`));
    return begun;
  }

  function stopped(fault) {
    settle({ number: Number(Atomics.load(current, 0)), fault });
  }

  /** Resolves to `{ report }`, or to `{ number, fault }` of the document at which the thread hung or died. */
  function watched(part) {
    let last = idle;
    const watch = setInterval(() => {
      const now = Atomics.load(current, 0);
      if (now === last && now !== idle) stopped(`It hangs: no answer within ${hangMs / 1000} seconds.`);
      last = now;
    }, hangMs);
    const outcome = new Promise((resolve) => {
      settle = resolve;
    });
    worker.postMessage(part);
    return outcome.finally(() => clearInterval(watch));
  }

  /** The documents from one number up to another: `{ held, findings }`. */
  async function examine(seed, from, to) {
    if (from >= to) return { held: {}, findings: [] };
    const { report, number, fault } = await watched({ seed, start: from, count: to - from });
    if (report !== undefined) return report;
    await worker.terminate();
    worker = begin();
    const before = await examine(seed, from, number);
    const after = await examine(seed, number + 1, to);
    const finding = { property: 'nothing hangs', fault, seed, number, text: '', facts: {} };
    const held = Object.fromEntries(
      Object.keys({ ...before.held, ...after.held }).map((says) => [
        says,
        (before.held[says] ?? 0) + (after.held[says] ?? 0),
      ]),
    );
    return { held, findings: [...before.findings, finding, ...after.findings] };
  }

  return { examine, stop: () => worker.terminate() };
}
