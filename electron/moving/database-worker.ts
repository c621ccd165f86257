import { parentPort, workerData } from 'node:worker_threads';
import { readDatabase, writeDatabase } from './database';
import type { MovedConnection } from './moved';

/*
 * The program of the thread in which a database is opened or sealed. Stretching a password takes a second and up to
 * a gigabyte, and a hostile file may take more: here none of it holds the window, and all of it can be ended.
 */

type DatabaseJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly password: string }
  | { readonly kind: 'write'; readonly connections: readonly MovedConnection[]; readonly password: string };

const job = workerData as DatabaseJob;
const answer =
  job.kind === 'read'
    ? await readDatabase(job.bytes, job.password)
    : await writeDatabase(job.connections, job.password);
parentPort?.postMessage(answer);
