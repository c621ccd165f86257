import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../electron/contract/languages';
import { buildCopy, copyProgram } from './program-copy';

/** The id of a system that behaves like OnSIS but shares none of its texts. */
export const SECOND = 'second';

/** OnSIS's own terms, each with a replacement that appears nowhere else. */
const ownWords: readonly (readonly [RegExp, string])[] = [
  [/ONSIS_SISON@ontario\.ca/g, 'register@second.example'],
  [/ministry’s/g, 'registry’s'],
  [/[Mm]inistry/g, 'registry'],
  [/ministère/g, 'greffe'],
  [/SISOn|OnSIS/g, 'Second'],
  [/\bSMS\b/g, 'Ledger'],
  [/PowerSchool/g, 'Ledgerworks'],
  [/Ontario/g, 'Nowhere'],
  [/BSID/g, 'Roll'],
  [/\bPAE\b/g, 'Roll'],
  [/Pending Area Extract/g, 'Roll Extract'],
];

/** If one appears on another system's screen, it is in the code or in the shared texts. */
export const saysOnsis = (text: string): boolean =>
  /onsis|sison\b|ministry|ministère|\bSMS\b|PowerSchool|ontario|BSID|\bPAE\b|Pending Area/i.test(text);

const inItsWords = (text: string): string =>
  ownWords.reduce((said, [word, other]) => said.replaceAll(word, other), text);

/** Builds a copy of the program with one more system, its parts where a developer would put them. */
export async function withSecondMinistry(name: string): Promise<{ sources: string; built: string }> {
  const copy = copyProgram(name);
  const change = (file: string, edit: (text: string) => string) => {
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${file} is not what it was`);
    writeFileSync(path, after);
  };
  change('electron/contract/connection-kinds.ts', (text) =>
    text.replace("  'onsis',\n", `  'onsis',\n  '${SECOND}',\n`),
  );
  change('electron/systems/catalogue.ts', (text) =>
    text
      .replace("import { onsis } from './onsis';", "$&\nimport { second } from './second';")
      .replace('  onsis,\n', '  onsis,\n  second,\n'),
  );
  const ownMail = readFileSync(join(copy, 'electron/systems/onsis-mail.ts'), 'utf8');
  writeFileSync(
    join(copy, 'electron/systems/second-mail.ts'),
    inItsWords(ownMail).replaceAll('onsis-mail', 'second-mail'),
  );
  const own = readFileSync(join(copy, 'electron/systems/onsis.ts'), 'utf8');
  writeFileSync(
    join(copy, 'electron/systems/second.ts'),
    own
      .replace('export const onsis:', 'export const second:')
      .replace("id: 'onsis'", `id: '${SECOND}'`)
      .replaceAll('systems/onsis', 'systems/second')
      .replace('./onsis-mail', './second-mail'),
  );
  for (const language of languages) {
    const folder = join(copy, 'assets/locales', language);
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, 'systems/second.json'), inItsWords(read('systems/onsis.json')));
    writeFileSync(join(folder, 'second-mail.json'), inItsWords(read('onsis-mail.json')));
    const names = JSON.parse(read('names.json'));
    names.systems[SECOND] = inItsWords(names.systems.onsis);
    names.waiting[SECOND] = inItsWords(names.waiting.onsis);
    writeFileSync(join(folder, 'names.json'), JSON.stringify(names));
  }
  return { sources: copy, built: await buildCopy(copy) };
}
