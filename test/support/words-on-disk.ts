import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../electron/contract/languages';

/*
 * Replaces electron/contract/by-language.ts in Playwright's tests (test/playwright.tsconfig.json), which Vite does not
 * build, so there is no `import.meta.glob`.
 */

const folder = join(import.meta.dirname, '../../assets/locales');

export const byLanguage = (area: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      JSON.parse(readFileSync(join(folder, language, `${area}.json`), 'utf8')),
    ]),
  );
