import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCopy, copyProgram } from './program-copy';
import { LONG, long, longRow, PSEUDO, pseudo, pseudoRow } from './pseudo-language';

/**
 * Builds a copy of the program with two more languages, each added as a developer would: a folder and a row.
 *
 * @param name of the copy in `out`, from where it finds the npm packages
 */
export async function withAddedLanguages(name: string): Promise<{ sources: string; built: string }> {
  const copy = copyProgram(name);
  addFolder(copy, PSEUDO, pseudo);
  addFolder(copy, LONG, long);
  const rows = join(copy, 'electron/contract/language-rows.ts');
  const text = readFileSync(rows, 'utf8');
  const more = `${PSEUDO}: ${JSON.stringify(pseudoRow)}, ${LONG}: ${JSON.stringify(longRow)},`;
  writeFileSync(rows, text.replace('} as const satisfies', `  ${more}\n} as const satisfies`));
  return { sources: copy, built: await buildCopy(copy) };
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
  // The TypeScript files contain no text and are the same in every language but English.
  for (const file of readdirSync(join(locales, 'fr')).filter((one) => one.endsWith('.ts')))
    cpSync(join(locales, 'fr', file), join(folder, file));
}
