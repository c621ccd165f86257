import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@contract/languages';
import { storedValue } from '../../electron/connections/connections-text';
import { aConnection } from '../fakes/connections';
import { copyOfApp, runBefore } from '../support/copied-app';
import { runAppToEnd } from '../support/run-app';
import { expect, test } from './app-fixture';

/* A package damaged after the build: no page may be left dead without a message. */

test.skip(process.platform !== 'linux', 'not for this OS');

const CANARY = 'canary-raw-text';
const sentences = {
  en: ['The program has to close', 'What was saved stays saved'],
  fr: ['Le programme doit se fermer', 'Ce qui a été enregistré le reste'],
} as const;

const fileIn = (folder: string, name: RegExp): string => {
  const found = readdirSync(folder).find((file) => name.test(file));
  if (found === undefined) throw new Error(`Nothing is called ${name}`);
  return join(folder, found);
};

/**
 * Inserted into main's entry: logs message boxes and treats them as closed, since nobody is there to press the button.
 */
function writeDownMessages(folder: string, file: string): void {
  runBefore(
    folder,
    `import electron from 'electron';
import { appendFileSync } from 'node:fs';
electron.dialog.showMessageBoxSync = (said) => (appendFileSync(${JSON.stringify(file)}, JSON.stringify(said)), 1);
`,
  );
}

const damages = {
  'main’s own program is gone': (folder: string) =>
    rmSync(fileIn(join(folder, 'main'), /^window-program-.*\.js$/)),
  'main’s own program cannot be read': (folder: string) =>
    writeFileSync(fileIn(join(folder, 'main'), /^window-program-.*\.js$/), `this is (no script; ${CANARY}`),
  'the page’s script is gone': (folder: string) =>
    rmSync(fileIn(join(folder, 'renderer/assets'), /^begin-.*\.js$/)),
  'the page is gone': (folder: string) => {
    for (const name of readdirSync(join(folder, 'renderer'))) {
      if (name.endsWith('.html')) rmSync(join(folder, 'renderer', name));
    }
  },
} as const;

for (const language of languages) {
  for (const [what, damage] of Object.entries(damages)) {
    test(`${what} (${language})`, async ({ desktop }) => {
      const { program, folder } = copyOfApp(desktop, 'damaged');
      try {
        const said = join(desktop.makeFolder('said'), 'messages');
        writeDownMessages(folder, said);
        damage(folder);
        const connections = new Map([['0', aConnection({ name: 'Maple' })]]);
        const saved = JSON.stringify(storedValue({ connections, secrets: new Map() }));
        const userData = desktop.makeFolder('user-data');
        desktop.writeFile('user-data/connections.json', saved);
        const settings = { version: 1, language, loopbackPort: null, practicePort: null };
        desktop.writeFile('user-data/settings.json', JSON.stringify(settings));

        const { status, output } = await runAppToEnd(desktop, program, []);
        const messages = existsSync(said) ? readFileSync(said, 'utf8') : '';
        for (const sentence of sentences[language]) expect(messages).toContain(sentence);
        // Only once, however much is missing.
        expect(messages.match(/"message"/g)).toHaveLength(1);
        expect(messages + output).not.toContain(CANARY);
        expect(status).toBe(70);
        expect(readFileSync(join(userData, 'connections.json'), 'utf8')).toBe(saved);
      } finally {
        rmSync(join(program.executable, '../..'), { recursive: true, force: true });
      }
    });
  }
}
