import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Everything the window and the tests' fake main consist of. */
const parts = [
  'assets/locales',
  'assets/tsconfig.json',
  'electron',
  'renderer',
  'scripts/lib',
  'scripts/tsconfig.json',
  'test/fakes',
  'test/support',
  'test/tsconfig.json',
  'test/ui/fake-main.ts',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
];

/** @param name of the copy in `out`, from where it finds the npm packages */
export function copyProgram(name: string): string {
  const copy = join(root, 'out/test', name);
  rmSync(copy, { recursive: true, force: true });
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  return copy;
}

/** Builds a copy's window and returns where it is. */
export async function buildCopy(copy: string): Promise<string> {
  await build({
    configFile: join(copy, 'vite.config.ts'),
    configLoader: 'runner',
    mode: 'renderer',
    logLevel: 'warn',
  });
  return join(copy, 'out/app/renderer');
}
