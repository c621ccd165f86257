import { Worker } from 'node:worker_threads';

export interface Watchdog {
  /** Reports progress: the input now being processed. */
  feed(input: number): void;
  stop(): Promise<void>;
}

/**
 * Kills this process if one input takes longer than the limit: in an endless loop, no timer on the same thread fires.
 * Prints the input's number, so that it can be tried alone.
 */
export function startWatchdog(limitMs: number, what: string): Watchdog {
  const shared = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(
    `const { workerData: { shared, limitMs, what } } = require('node:worker_threads');
     let last = -1, since = Date.now();
     setInterval(() => {
       const now = Atomics.load(shared, 0);
       if (now !== last) { last = now; since = Date.now(); return; }
       if (Date.now() - since < limitMs) return;
       require('node:fs').writeSync(2, what + ': input ' + now + ' did not end within ' + limitMs + ' ms\\n');
       process.kill(process.pid, 'SIGKILL');
     }, 200);`,
    { eval: true, workerData: { shared, limitMs, what } },
  );
  return {
    feed: (input) => void Atomics.store(shared, 0, input),
    stop: async () => void (await worker.terminate()),
  };
}
