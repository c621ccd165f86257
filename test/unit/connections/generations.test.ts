import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Generations } from '../../../electron/connections/generations';
import { temporaryFolder } from '../../support/temporary-folder';

const withoutSecret = (text: string) => (text.includes('secret') ? null : text);

it('a rewriting that is still owed is owed for the file it failed on, not for later ones', () => {
  const folder = temporaryFolder();
  const kept = new Generations(folder, 'connections', 1);
  kept.add('a secret');
  const [first = ''] = readdirSync(join(folder, 'generations'));
  const path = join(folder, 'generations', first);
  // A folder in its place can neither be read nor taken away as a file can.
  rmSync(path);
  mkdirSync(path);
  kept.rewrite(withoutSecret);
  const again = 'the secret, brought in again';
  kept.add(again);
  kept.add('and what came after');
  expect(kept.newestGood((text) => (text === again ? text : null))).toBe(again);
});
