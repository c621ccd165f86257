import { appendFileSync, mkdirSync } from 'node:fs';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trace } from '@contract/trace';

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
  | {
      readonly event: 'bug';
      readonly version: string;
      readonly build: string;
      readonly where: string;
      readonly trace: Trace;
      readonly components?: readonly string[];
      readonly exitCode?: number;
      /** How often it has come by now, where that is more than once. */
      readonly times?: number;
    };

interface Log {
  write(event: LogEvent): void;
}

const LARGEST_FILE_BYTES = 256 * 1024;

/** Appends JSON lines to `logs/wizard.log` in `folder`; one older file is kept. Never throws, never waits. */
export class FileLog implements Log {
  #queue: Promise<void> = Promise.resolve();
  readonly file: string;
  readonly #folder: string;

  constructor(userData: string) {
    this.#folder = join(userData, 'logs');
    this.file = join(this.#folder, 'wizard.log');
  }

  write(event: LogEvent): void {
    const line = lineOf(event);
    this.#queue = this.#queue.then(() => this.#append(line)).catch(() => undefined);
  }

  /** For the last words of a program that ends now. @returns false when the disk did not take them */
  writeAtOnce(event: LogEvent): boolean {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      appendFileSync(this.file, lineOf(event), { mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  }

  async #append(line: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const size = await stat(this.file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > LARGEST_FILE_BYTES) await rename(this.file, `${this.file}.old`);
    await appendFile(this.file, line, { mode: 0o600 });
  }
}

const lineOf = (event: LogEvent): string => `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`;
