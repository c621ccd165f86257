import { parentPort, workerData } from 'node:worker_threads';
import { readDatabase, writeDatabase } from './database';
import type { DatabaseJob } from './database-thread';

/*
 * The worker thread that opens or creates a database. Deriving the key takes a second and up to a gigabyte, and a
 * malicious file may take more. Here it does not block the window and can be terminated.
 */

const job = workerData as DatabaseJob;
const answer =
  job.kind === 'read' ? readDatabase(job.bytes, job.password) : writeDatabase(job.connections, job.password);
answer.then(
  (done) => parentPort?.postMessage(done),
  // Throw outside the promise, so that the main thread gets an error event.
  (bug: unknown) =>
    setImmediate(() => {
      throw bug;
    }),
);
