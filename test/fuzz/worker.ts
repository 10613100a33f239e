import { parentPort, workerData } from 'node:worker_threads';
import { runPart, type Part } from './run';

// One thread of `npm run fuzz`: runs the parts that it is sent, one after the other.

/** Shared with the thread that watches: the number of the document under examination; -1 between two parts. */
const current = new BigInt64Array(workerData as SharedArrayBuffer);

parentPort?.on('message', (part: Part) => {
  void runPart(part, (number) => Atomics.store(current, 0, BigInt(number))).then((report) => {
    Atomics.store(current, 0, -1n);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the thread that started this one, not to a window
    parentPort?.postMessage(report);
  });
});
