import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { LONG, long, longRow, PSEUDO, pseudo, pseudoRow } from './pseudo-language';

const root = join(import.meta.dirname, '../..');

/** All that the window and the tests' pretended main are made of. */
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

/**
 * A copy of the program that speaks two more languages, built. Each is a folder and a row, as a developer would add it.
 *
 * @param name of the copy, in `out`, where the packages are found
 */
export async function withAddedLanguages(name: string): Promise<{ sources: string; built: string }> {
  const copy = join(root, 'out/test', name);
  rmSync(copy, { recursive: true, force: true });
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  addFolder(copy, PSEUDO, pseudo);
  addFolder(copy, LONG, long);
  const rows = join(copy, 'electron/contract/language-rows.ts');
  const text = readFileSync(rows, 'utf8');
  const more = `${PSEUDO}: ${JSON.stringify(pseudoRow)}, ${LONG}: ${JSON.stringify(longRow)},`;
  writeFileSync(rows, text.replace('} as const satisfies', `  ${more}\n} as const satisfies`));
  await build({
    configFile: join(copy, 'vite.config.ts'),
    configLoader: 'runner',
    mode: 'renderer',
    logLevel: 'warn',
  });
  return { sources: copy, built: join(copy, 'out/app/renderer') };
}

function addFolder(copy: string, language: string, speak: (words: unknown) => unknown): void {
  const locales = join(copy, 'assets/locales');
  const folder = join(locales, language);
  mkdirSync(folder);
  for (const file of readdirSync(join(locales, 'en'), { recursive: true, encoding: 'utf8' })) {
    const from = join(locales, 'en', file);
    if (statSync(from).isDirectory()) mkdirSync(join(folder, file));
    else if (file.endsWith('.json'))
      writeFileSync(join(folder, file), JSON.stringify(speak(JSON.parse(readFileSync(from, 'utf8')))));
  }
  // What holds them together for the compiler says nothing, and is the same in every language but English.
  for (const file of readdirSync(join(locales, 'fr')).filter((one) => one.endsWith('.ts')))
    cpSync(join(locales, 'fr', file), join(folder, file));
}
