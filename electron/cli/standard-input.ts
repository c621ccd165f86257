import { createReadStream } from 'node:fs';

/**
 * The caller's standard input. On Windows, Electron replaces `process.stdin` with an empty stream (electron#21705),
 * so we read the descriptor there. Elsewhere Node detects what kind of stream it is.
 */
export function standardInput(
  platform: NodeJS.Platform,
  own: AsyncIterable<Buffer | string> = process.stdin,
): AsyncIterable<Buffer | string> {
  return platform === 'win32' ? descriptor(0) : own;
}

/** Input that is not waited for any more once `signal` says so: `end`, which is called then, ends the program. */
export async function* whileWanted(
  input: AsyncIterable<Buffer | string>,
  signal: AbortSignal,
  end: () => void,
): AsyncIterable<Buffer | string> {
  signal.addEventListener('abort', end);
  try {
    yield* input;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Reads a descriptor to its end in small chunks, so that the consumer can stop at its size limit. */
export function descriptor(fd: number): AsyncIterable<Buffer> {
  return createReadStream('', { fd, autoClose: false });
}
