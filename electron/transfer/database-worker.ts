import { parentPort, workerData } from 'node:worker_threads';
import { readDatabase, writeDatabase } from './database';
import type { DatabaseJob } from './database-thread';

/*
 * The program of the thread in which a database is opened or sealed. Stretching a password takes a second and up to
 * a gigabyte, and a hostile file may take more: here none of it holds the window, and all of it can be ended.
 */

const job = workerData as DatabaseJob;
const answer =
  job.kind === 'read' ? readDatabase(job.bytes, job.password) : writeDatabase(job.connections, job.password);
answer.then(
  (done) => parentPort?.postMessage(done),
  // Out of the promise, so that the main thread hears of it.
  (bug: unknown) =>
    setImmediate(() => {
      throw bug;
    }),
);
