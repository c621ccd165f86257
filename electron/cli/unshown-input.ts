import { spawnSync } from 'node:child_process';

/**
 * From now on, the terminal does not show what is typed, until the input has been read, or
 * `signal` ends the wait: it is a secret. Not on
 * Windows, whose terminals only the program that owns the console can silence.
 */
export function unshown(
  input: AsyncIterable<Buffer | string>,
  signal: AbortSignal,
): AsyncIterable<Buffer | string> {
  const say = (word: 'echo' | '-echo') =>
    spawnSync('stty', [word], { stdio: ['inherit', 'ignore', 'ignore'] });
  say('-echo');
  signal.addEventListener('abort', () => say('echo'));
  return (async function* () {
    try {
      yield* input;
    } finally {
      say('echo');
    }
  })();
}
