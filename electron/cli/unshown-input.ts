import { spawnSync } from 'node:child_process';

/**
 * From now on, the terminal does not show what is typed, until the input has been read: it is a secret. Not on
 * Windows, whose terminals only the program that owns the console can silence.
 */
export function unshown(input: AsyncIterable<Buffer | string>): AsyncIterable<Buffer | string> {
  const say = (word: 'echo' | '-echo') =>
    spawnSync('stty', [word], { stdio: ['inherit', 'ignore', 'ignore'] });
  say('-echo');
  return (async function* () {
    try {
      yield* input;
    } finally {
      say('echo');
    }
  })();
}
