import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * A small diary for support. Its events and the kinds of their facts are closed, so that no free text, and with
 * it no secret, can get in: never a message of an exception, an address's query, or anything a server wrote.
 */

export type LogEvent =
  | {
      readonly event: 'started';
      readonly version: string;
      readonly electron: string;
      readonly platform: string;
    }
  | {
      readonly event: 'check-finished';
      readonly system: string;
      readonly outcome: string;
      readonly code: string | null;
    }
  | { readonly event: 'store-set-aside'; readonly file: string; readonly kind: string }
  | { readonly event: 'bug'; readonly where: string; readonly type: string }
  | { readonly event: 'renderer-gone'; readonly reason: string; readonly exitCode: number };

interface Log {
  write(event: LogEvent): void;
}

const LARGEST_FILE_BYTES = 256 * 1024;

/** Appends JSON lines to `logs/wizard.log` in `folder`; one older file is kept. Never throws, never waits. */
export class FileLog implements Log {
  #queue: Promise<void> = Promise.resolve();
  readonly #file: string;
  readonly #folder: string;

  constructor(userData: string) {
    this.#folder = join(userData, 'logs');
    this.#file = join(this.#folder, 'wizard.log');
  }

  write(event: LogEvent): void {
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`;
    this.#queue = this.#queue.then(() => this.#append(line)).catch(() => undefined);
  }

  async #append(line: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const size = await stat(this.#file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > LARGEST_FILE_BYTES) await rename(this.#file, `${this.#file}.old`);
    await appendFile(this.#file, line, { mode: 0o600 });
  }
}
