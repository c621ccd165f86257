import { createReadStream } from 'node:fs';

/**
 * What the caller hands in. On Windows Electron puts an empty stream in the place of `process.stdin`
 * (electron#21705), so there the descriptor itself is read; elsewhere Node knows best what kind of thing it is.
 */
export function standardInput(
  platform: NodeJS.Platform,
  own: AsyncIterable<Buffer | string> = process.stdin,
): AsyncIterable<Buffer | string> {
  return platform === 'win32' ? descriptor(0) : own;
}

/** Reads an open descriptor to its end, in small parts, so that whoever counts them can stop in time. */
export function descriptor(fd: number): AsyncIterable<Buffer> {
  return createReadStream('', { fd, autoClose: false });
}
