import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trace } from '@contract/trace';

/*
 * A small log for support. The events and the types of their facts are fixed, so that no free text, and thus no
 * secret, can get in: no exception messages, no query strings, nothing a server wrote.
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
      /** How often the bug has occurred so far, if more than once. */
      readonly times?: number;
    };

interface Log {
  write(event: LogEvent): void;
}

const LARGEST_FILE_BYTES = 256 * 1024;

/**
 * Appends JSON lines to `logs/wizard.log` in the data folder and keeps one older file. Never throws or blocks, except
 * that `writeAtOnce` waits for the disk.
 */
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

  /** For a program that is about to exit. @returns false if writing failed */
  writeAtOnce(event: LogEvent): boolean {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > LARGEST_FILE_BYTES) renameSync(this.file, `${this.file}.old`);
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
