import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storedValue } from '../../electron/connections/connections-text';
import { aConnection } from '../fakes/connections';
import type { Desktop } from '../support/desktop';
import { runAppToEnd } from '../support/run-app';
import { type StagedApp, stageApp, stageFolder } from '../support/staged-app';
import { expect, test } from './app-fixture';

/* A package that was damaged after it was built: no page may stand there dead, without a word. */

test.skip(process.platform !== 'linux', 'not for this OS');

const CANARY = 'canary-raw-text';
const sentences = {
  en: ['The wizard has to close', 'What was saved stays saved'],
  fr: ['L’assistant doit se fermer', 'Ce qui a été enregistré le reste'],
} as const;

/** The freshly built app in a folder of its own, and where its files lie there. */
function copyOf(desktop: Desktop, name: string): { readonly program: StagedApp; readonly folder: string } {
  const { executable, appArguments } = stageApp(desktop.user);
  const stage = join(executable, '../..');
  const copy = stageFolder(desktop.user, `${name}-${process.pid}-${Date.now()}`, (work) =>
    execFileSync('cp', ['-a', `${stage}/.`, work]),
  );
  const inCopy = (path: string): string => path.replace(stage, copy);
  const [named] = appArguments;
  return {
    program: { executable: inCopy(executable), appArguments: appArguments.map(inCopy) },
    folder: named === undefined ? join(copy, 'electron/resources/app') : inCopy(named),
  };
}

const fileIn = (folder: string, name: RegExp): string => {
  const found = readdirSync(folder).find((file) => name.test(file));
  if (found === undefined) throw new Error(`Nothing is called ${name}`);
  return join(folder, found);
};

/** In main's entry: the message is written down, since nobody is there to press its button, and counts as closed. */
function writeDownMessages(folder: string, file: string): void {
  const entry = join(folder, 'main/entry.mjs');
  const before = readFileSync(entry, 'utf8');
  writeFileSync(
    entry,
    `import electron from 'electron';
import { appendFileSync } from 'node:fs';
electron.dialog.showMessageBoxSync = (said) => (appendFileSync(${JSON.stringify(file)}, JSON.stringify(said)), 1);
${before}`,
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

for (const language of ['en', 'fr'] as const) {
  for (const [what, damage] of Object.entries(damages)) {
    test(`${what} (${language})`, async ({ desktop }) => {
      const { program, folder } = copyOf(desktop, 'damaged');
      try {
        const said = join(desktop.makeFolder('said'), 'messages');
        writeDownMessages(folder, said);
        damage(folder);
        const connections = new Map([['0', aConnection({ name: 'Maple' })]]);
        const saved = JSON.stringify(storedValue({ connections, secrets: new Map() }));
        const userData = desktop.makeFolder('user-data');
        desktop.writeFile('user-data/connections.json', saved);
        desktop.writeFile('user-data/settings.json', JSON.stringify({ language }));

        const { status, output } = await runAppToEnd(desktop, program, []);
        const messages = existsSync(said) ? readFileSync(said, 'utf8') : '';
        for (const sentence of sentences[language]) expect(messages).toContain(sentence);
        // Once, however much of it is missing.
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
