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

/** Opens and seals databases away from the main process's own thread. */
export interface DatabaseThread {
  read(bytes: Uint8Array, password: string): Promise<Result<FileContents, TransferProblem>>;
  /** null when it could not be made. */
  write(connections: readonly PortableConnection[], password: string): Promise<Uint8Array | null>;
}

/**
 * @param program the worker's built file
 * @param onBug told of what broke in it; a file that takes too much memory is no bug
 */
export function databaseThread(program: URL | string, onBug: (bug: unknown) => void): DatabaseThread {
  return {
    async read(bytes, password) {
      const answer = await inThread<Result<FileContents, TransferProblem>>(
        program,
        { kind: 'read', bytes, password },
        onBug,
      );
      return typeof answer === 'string' ? refuse({ reason: answer, field: null }) : answer;
    },
    async write(connections, password) {
      const answer = await inThread<Uint8Array>(program, { kind: 'write', connections, password }, onBug);
      return typeof answer === 'string' ? null : answer;
    },
  };
}

/** One thread a job, gone with it and with all that it remembered; ended when it takes too long. */
function inThread<Answer>(
  program: URL | string,
  job: DatabaseJob,
  onBug: (bug: unknown) => void,
): Promise<Answer | 'too-costly' | 'damaged'> {
  return new Promise((done) => {
    const worker = new Worker(program, {
      workerData: job,
      // Nothing of this process's surroundings is its business.
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
    worker.once('message', (answer: Answer) => end(answer));
    worker.once('error', (bug: NodeJS.ErrnoException) => {
      if (bug.code !== 'ERR_WORKER_OUT_OF_MEMORY') onBug(bug);
      end('damaged');
    });
    worker.once('exit', () => end('damaged'));
  });
}
