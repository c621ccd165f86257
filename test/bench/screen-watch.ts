import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from '../support/desktop';

/*
 * What a user would see, and when: reads the screen's picture from outside. Nothing runs inside the measured program,
 * so exactly what ships can be measured, and a bare Electron in the same way.
 */

/** Sample every eighth row; every line of text is taller. */
const STRIDE = 8;
const LOOK_EVERY_MS = 2;
const LOOK_CLOSELY_EVERY_MS = 0.2;

/** The sampled rows of the screen. */
export type Picture = Buffer;

export class ScreenWatch {
  readonly #file: number;
  readonly #start: number;
  readonly #bytesPerRow: number;
  readonly #rows: number;

  /** @param desktop started with `picture: true` */
  constructor(desktop: Desktop) {
    this.#file = openSync(join(desktop.folder, 'screen/Xvfb_screen0'), 'r');
    // The X window dump format (X11/XWDFile.h): 32-bit big-endian integers, starting with the header's own length.
    const header = Buffer.alloc(100);
    readSync(this.#file, header, 0, header.length, 0);
    const number = (index: number): number => header.readUInt32BE(index * 4);
    this.#start = number(0) + number(19) * 12;
    this.#bytesPerRow = number(12);
    this.#rows = number(5);
  }

  /** A copy of every eighth row, about 700 KB. */
  look(into: Picture = this.blank()): Picture {
    for (let row = STRIDE / 2, at = 0; row < this.#rows; row += STRIDE, at += this.#bytesPerRow) {
      readSync(this.#file, into, at, this.#bytesPerRow, this.#start + row * this.#bytesPerRow);
    }
    return into;
  }

  blank(): Picture {
    return Buffer.alloc(Math.ceil((this.#rows - STRIDE / 2) / STRIDE) * this.#bytesPerRow);
  }

  /**
   * Waits until the picture satisfies the condition.
   * @returns when it was first seen, as in `performance.now()`
   */
  async waitFor(what: string, isThere: (picture: Picture) => boolean, limitMs = 15_000): Promise<number> {
    const end = performance.now() + limitMs;
    const picture = this.blank();
    for (;;) {
      if (isThere(this.look(picture))) return performance.now();
      if (performance.now() > end) throw new Error(`Waited ${limitMs} ms in vain for the screen: ${what}`);
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    }
  }

  /** The sampled rows that differ. */
  rowsThatDiffer(one: Picture, other: Picture): readonly number[] {
    const count = one.length / this.#bytesPerRow;
    return Array.from({ length: count }, (_, row) => row).filter((row) => {
      const [from, to] = [row * this.#bytesPerRow, (row + 1) * this.#bytesPerRow];
      return one.compare(other, from, to, from, to) !== 0;
    });
  }

  /**
   * Busy-waits until one of a few rows differs from the picture. Reading a whole picture takes 1 ms of processor time
   * that the measured program needs, too coarse for something that takes 4 ms; a row takes microseconds. Nothing else
   * in this process runs meanwhile.
   * @returns when it was first seen, as in `performance.now()`
   */
  watchClosely(what: string, rows: readonly number[], before: Picture, limitMs = 5_000): number {
    const end = performance.now() + limitMs;
    const row = Buffer.alloc(this.#bytesPerRow);
    const still = new Int32Array(new SharedArrayBuffer(4));
    for (;;) {
      for (const each of rows) {
        const position = this.#start + (STRIDE / 2 + each * STRIDE) * this.#bytesPerRow;
        readSync(this.#file, row, 0, row.length, position);
        const at = each * this.#bytesPerRow;
        if (row.compare(before, at, at + row.length) !== 0) return performance.now();
      }
      if (performance.now() > end) throw new Error(`Waited ${limitMs} ms in vain for the screen: ${what}`);
      Atomics.wait(still, 0, 0, LOOK_CLOSELY_EVERY_MS);
    }
  }

  /** Waits until nothing has changed for `quietMs` and returns the picture. */
  async settled(quietMs: number): Promise<Picture> {
    let last = this.look();
    let since = performance.now();
    await this.waitFor('nothing changes any more', (picture) => {
      if (!picture.equals(last)) {
        last = Buffer.from(picture);
        since = performance.now();
      }
      return performance.now() - since >= quietMs;
    });
    return last;
  }

  close(): void {
    closeSync(this.#file);
  }
}
