import { Worker } from 'node:worker_threads';
import { type Result, refuse } from '@contract/result';
import { MOVING_LIMITS, type TransferProblem } from '@contract/transfer';
import type { FileContents, PortableConnection } from './portable-connection';

export type DatabaseJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly password: string }
  | {
      readonly kind: 'write';
      readonly connections: readonly PortableConnection[];
      readonly password: string;
    };

/** Opens and creates databases in a worker thread. */
export interface DatabaseThread {
  /** @param stop ends the thread; the answer is then worthless */
  read(
    bytes: Uint8Array,
    password: string,
    stop?: AbortSignal,
  ): Promise<Result<FileContents, TransferProblem>>;
  /** null if it could not be created. */
  write(connections: readonly PortableConnection[], password: string): Promise<Uint8Array | null>;
}

/**
 * @param program the worker's built file
 * @param onBug called with errors in the worker; a file that needs too much memory is not a bug
 */
export function databaseThread(program: URL | string, onBug: (bug: unknown) => void): DatabaseThread {
  return {
    async read(bytes, password, stop) {
      const answer = await inThread<Result<FileContents, TransferProblem>>(
        program,
        { kind: 'read', bytes, password },
        onBug,
        stop,
      );
      return typeof answer === 'string' ? refuse({ reason: answer, field: null }) : answer;
    },
    async write(connections, password) {
      const answer = await inThread<Uint8Array>(program, { kind: 'write', connections, password }, onBug);
      return typeof answer === 'string' ? null : answer;
    },
  };
}

/**
 * Uses one thread per job, which ends together with everything it had in memory. Terminates it if it takes too long.
 */
function inThread<Answer>(
  program: URL | string,
  job: DatabaseJob,
  onBug: (bug: unknown) => void,
  stop?: AbortSignal,
): Promise<Answer | 'too-costly' | 'damaged'> {
  return new Promise((done) => {
    const worker = new Worker(program, {
      workerData: job,
      // The worker needs nothing from this process's environment.
      env: {},
      argv: [],
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const end = (answer: Answer | 'too-costly' | 'damaged'): void => {
      clearTimeout(limit);
      done(answer);
      void worker.terminate();
    };
    const limit = setTimeout(() => end('too-costly'), MOVING_LIMITS.seconds * 1000);
    stop?.addEventListener('abort', () => end('damaged'), { once: true });
    worker.once('message', (answer: Answer) => end(answer));
    worker.once('error', (bug: NodeJS.ErrnoException) => {
      if (bug.code !== 'ERR_WORKER_OUT_OF_MEMORY') onBug(bug);
      end('damaged');
    });
    worker.once('exit', () => end('damaged'));
  });
}
