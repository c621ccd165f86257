import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { languages } from '@contract/languages';
import type { ElectronApplication, Page } from '@playwright/test';
import { filesHolding } from '../support/canary';
import { copyOfApp, runBefore } from '../support/copied-app';
import type { Desktop } from '../support/desktop';
import type { LaunchedApp } from '../support/launch-app';
import { stagePackedAppWithEntry, stagePackedAppWithInspectFuse } from '../support/packed-app';
import { runAppToEnd } from '../support/run-app';
import { stageApp } from '../support/staged-app';
import { button, call, keepConnection, press } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, words } from './walkthrough/words';

/*
 * Traces a bug from the crash to its source line. The shipped program has no way to cause bugs, so each is caused from
 * outside: a platform function that the program calls is made to throw, with a secret in its message. The stack then
 * contains the program's own bundle, where it made the call.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

const root = resolve(import.meta.dirname, '../..');
const SECRET = 'canary~5ecret/0O1lI+%20';
/** For places with little room. */
const SHORT_SECRET = 'can~5ecr3t';
const { common, connections, secrets } = words;
const { fatal } = common;

const programs = {
  built: (desktop: Desktop) => stageApp(desktop.user),
  packed: (desktop: Desktop) => stagePackedAppWithInspectFuse(desktop.user),
} as const;

/** Runs `npm run where` with a text on its standard input. */
function where(copied: string): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/where.mjs')], { cwd: root });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  child.stdin.end(copied);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (status) => done({ status, output }));
  });
}

/** The only line of a source file that contains this code, as `npm run where` prints it. */
function placeOf(file: string, code: string): string {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const found = lines.flatMap((line, at) => (line.includes(code) ? [at + 1] : []));
  expect(found, `${code} stands once in ${file}`).toHaveLength(1);
  return `${file}:${found[0]}:`;
}

async function expectLeadsTo(copied: string, file: string, code: string): Promise<void> {
  const { status, output } = await where(copied);
  expect(output).toContain(placeOf(file, code));
  expect(status).toBe(0);
}

const logOf = (userData: string): string => {
  const file = join(userData, 'logs/wizard.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** The secret in the bug's message appears nowhere: not in what was copied or printed, nor in any file. */
function expectNothingTold(
  copied: string,
  { userData, output }: Pick<LaunchedApp, 'userData' | 'output'>,
): void {
  expect(copied + output()).not.toContain(SECRET);
  expect(filesHolding(userData, SECRET)).toEqual([]);
}

const copiedText = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

const emptyClipboard = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ clipboard }) => clipboard.clear());

async function copyDetails(app: ElectronApplication, page: Page): Promise<string> {
  await emptyClipboard(app);
  await press(page, fatal.copy);
  await expect(button(page, fatal.copied)).toBeVisible();
  return copiedText(app);
}

const openRow = (page: Page, action: string) =>
  press(page, filled(connections.action.named.replace('{{action}}', action)));

for (const [name, program] of Object.entries(programs)) {
  test.describe(`the ${name} app`, () => {
    test('main: an uncaught bug ends it, and "Copy details" leads to the line', async ({
      desktop,
      launch,
    }) => {
      const launched = await launch({ program: program(desktop) });
      const { app, page, userData } = launched;
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const copy = join(desktop.makeFolder('copied'), 'details');
      const ended = new Promise((done) => app.process().once('exit', done));
      await app.evaluate(
        ({ app: main, dialog, clipboard, BrowserWindow }, { file, secret }) => {
          // On Linux a program's clipboard disappears with it.
          const { writeFileSync } = process.getBuiltinModule('node:fs');
          clipboard.writeText = async (text: string) => writeFileSync(file, text);
          dialog.showMessageBoxSync = () => 0;
          const [window] = BrowserWindow.getAllWindows();
          if (window === undefined) throw new Error('There is no window');
          window.isMinimized = () => {
            throw new TypeError(`Not told: ${secret}`);
          };
          setTimeout(() => main.emit('second-instance', {}, [], ''));
        },
        { file: copy, secret: SECRET },
      );
      expect(await ended).toBe(70);
      const copied = readFileSync(copy, 'utf8');
      expect(JSON.parse(copied)).toMatchObject({ where: 'main', trace: [{ type: 'TypeError' }] });
      await expectLeadsTo(copied, 'electron/shell/window-program.ts', 'window?.isMinimized()');
      await expectLeadsTo(logOf(userData), 'electron/shell/window-program.ts', 'window?.isMinimized()');
      expectNothingTold(copied, launched);
    });

    test('window: a bug in a field’s handler is said, and the work goes on', async ({ desktop, launch }) => {
      const launched = await launch({ program: program(desktop) });
      const { app, page, userData } = launched;
      await keepConnection(page, { name: 'Maple DSB', step: 'enter' });
      await openRow(page, connections.action.goOn);
      await page.evaluate(() => {
        const { getData } = DataTransfer.prototype;
        DataTransfer.prototype.getData = function (format: string): string {
          throw new RangeError(`Not taken: ${getData.call(this, format)}`);
        };
      });
      await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), SECRET);
      const field = page.locator('input[name="clientSecret"]');
      await field.focus();
      await page.keyboard.press('ControlOrMeta+v');
      const said = page.getByRole('dialog', { name: fatal.stumbled.title });
      await expect(said).toBeVisible();
      expect(await said.innerText()).not.toContain(SECRET);
      const copied = await copyDetails(app, page);
      expect(JSON.parse(copied)).toMatchObject({ where: 'window-error', trace: [{ type: 'RangeError' }] });
      await expectLeadsTo(copied, 'renderer/components/raw-paste.ts', "getData('text/plain')");
      await press(page, fatal.stumbled.goOn);
      await expect(said).toHaveCount(0);
      await page.evaluate(() => window.wizard.call('start', null));
      await expect.poll(() => logOf(userData)).toContain('"where":"window-error"');
      expectNothingTold(copied, launched);
    });

    test('window: a screen that breaks down while it is drawn', async ({ desktop, launch }) => {
      const launched = await launch({ program: program(desktop) });
      const { app, page } = launched;
      await keepConnection(page, { name: 'Maple DSB', secret: 'throwaway-0001' });
      await openRow(page, connections.action.open);
      await button(page, secrets.history.link).waitFor();
      await page.evaluate((secret) => {
        Intl.DateTimeFormat = class {
          constructor() {
            throw new TypeError(`Not shown: ${secret}`);
          }
        } as never;
      }, SECRET);
      await press(page, secrets.history.link);
      await expect(page.getByRole('heading', { level: 1, name: fatal.title })).toBeVisible();
      const copied = await copyDetails(app, page);
      expect(JSON.parse(copied)).toMatchObject({ where: 'window-caught', trace: [{ type: 'TypeError' }] });
      await expectLeadsTo(copied, 'electron/contract/formats.ts', 'made.get(key) ?? new Intl.DateTimeFormat');
      // Only React says which screen it was.
      const { output } = await where(copied);
      expect(output).toContain('renderer/history/');
      expectNothingTold(copied, launched);
      await press(page, fatal.action);
      await expect(page.getByRole('heading', { level: 1, name: connections.title })).toBeVisible();
    });
  });
}

test('the packed app: command line', async ({ desktop }) => {
  const program = stagePackedAppWithEntry(
    desktop.user,
    `import m from './main.js';process.stdout.write=()=>{throw Error('${SHORT_SECRET}')};await m.held`,
  );
  const userData = desktop.makeFolder('user-data');
  const { status, said, output } = await runAppToEnd(
    desktop,
    program,
    ['--ozone-platform=headless', '--', 'help'],
    { limitMs: 30_000 },
  );
  expect(said).toHaveLength(1);
  expect(status).toBe(70);
  await expectLeadsTo(logOf(userData), 'electron/shell/start-cli.ts', 'process.stdout.write(text)');
  expect(output).not.toContain(SHORT_SECRET);
  expect(filesHolding(userData, SHORT_SECRET)).toEqual([]);
});

test('a bug in a handler of main: the window gets its details, and no message', async ({ launch }) => {
  const launched = await launch();
  const { app, page, userData } = launched;
  await app.evaluate(({ Menu }, secret) => {
    Menu.setApplicationMenu = () => {
      throw new TypeError(`Not told: ${secret}`);
    };
  }, SECRET);
  const answer = await call(page, 'set-language', { language: 'fr' });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  const copied = (!answer.ok && answer.failure.details) || '';
  await expectLeadsTo(copied, 'electron/shell/window/menu.ts', 'Menu.setApplicationMenu(');
  await expect.poll(() => logOf(userData)).toContain('"where":"set-language"');
  expectNothingTold(copied, launched);
});

test('a bug in the preload is in the log, and the page says that it cannot go on', async ({
  desktop,
  launch,
}) => {
  const { program, folder } = copyOfApp(desktop, 'preload');
  try {
    const file = join(folder, 'preload/preload.cjs');
    // As if Electron lacked this function; same length, so nothing else moves.
    writeFileSync(file, readFileSync(file, 'utf8').replace('exposeInMainWorld', 'exposeInOuterSpce'));
    const { page, userData } = await launch({ program });
    await expect.poll(() => logOf(userData)).toContain('"where":"preload"');
    await expectLeadsTo(logOf(userData), 'electron/preload/preload.ts', 'contextBridge.exposeInMainWorld(');
    await expect(page.getByRole('heading', { level: 1, name: fatal.title })).toBeVisible();
  } finally {
    rmSync(join(program.executable, '../..'), { recursive: true, force: true });
  }
});

test('a bug in the worker is in the log', async ({ desktop, launch }) => {
  const launched = await launch();
  const { app, page, userData } = launched;
  const id = await keepConnection(page, { name: 'Maple DSB' });
  const filePath = join(desktop.makeFolder('exported'), 'wizard.kdbx');
  await app.evaluate(({ dialog }, path) => {
    const threads = process.getBuiltinModule('node:worker_threads');
    threads.Worker = class extends threads.Worker {
      constructor(file: string | URL, options: object) {
        super(file, { ...options, workerData: undefined });
      }
    };
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  await call(page, 'export-database', { connections: [id], secrets: [], password: SECRET });
  await expect.poll(() => logOf(userData)).toContain('"where":"database-worker"');
  await expectLeadsTo(logOf(userData), 'electron/transfer/database-worker.ts', "job.kind === 'read'");
  expectNothingTold('', launched);
});

for (const language of languages) {
  test(`command line: one line, status 70, details in the log (${language})`, async ({ desktop }) => {
    const { program, folder } = copyOfApp(desktop, 'buggy');
    try {
      runBefore(
        folder,
        `process.stdout.write = () => { throw new TypeError(${JSON.stringify(`Not written: ${SECRET}`)}); };\n`,
      );
      const userData = desktop.makeFolder('user-data');
      const run = () =>
        runAppToEnd(desktop, program, ['--ozone-platform=headless', '--', 'help', '--lang', language], {
          limitMs: 30_000,
        });
      const { status, said, output } = await run();
      expect(said).toHaveLength(1);
      expect(said[0]).toContain({ en: 'stopped because of a bug', fr: 'erreur interne' }[language]);
      expect(said[0]).toContain('wizard.log');
      expect(status).toBe(70);
      await expectLeadsTo(logOf(userData), 'electron/shell/start-cli.ts', 'process.stdout.write(text)');
      expectNothingTold('', { userData, output: () => output });

      // If the log cannot be written, the details are on the line itself.
      rmSync(join(userData, 'logs'), { recursive: true });
      desktop.writeFile('user-data/logs', 'no folder');
      const other = await run();
      expect(other.said).toHaveLength(1);
      expect(other.status).toBe(70);
      expect(other.output).not.toContain(SECRET);
      await expectLeadsTo(other.output, 'electron/shell/start-cli.ts', 'process.stdout.write(text)');
    } finally {
      rmSync(join(program.executable, '../..'), { recursive: true, force: true });
    }
  });
}

/** The renderer's PID from Electron; the driver does not follow a crashed page. */
const processOfPage = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    return contents === undefined || contents.isCrashed() ? 0 : contents.getOSProcessId();
  });

/** The page is in a different process from before. */
async function expectOpenedAgain(app: ElectronApplication, before: number): Promise<void> {
  await expect.poll(async () => [0, before].includes(await processOfPage(app))).toBe(false);
  const isThere = () =>
    app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.isLoading() === false);
  await expect.poll(isThere).toBe(true);
  const title = app.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]?.executeJavaScript('document.querySelector("h1")?.textContent'),
  );
  expect(await title).toBeTruthy();
}

test('a crashed page is said, and opened again', async ({ launch }) => {
  const { app, page, userData } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await emptyClipboard(app);
  const before = await processOfPage(app);
  await app.evaluate(({ dialog, webContents }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    webContents.getAllWebContents()[0]?.forcefullyCrashRenderer();
  });
  await expectOpenedAgain(app, before);
  const details = JSON.parse(await copiedText(app));
  expect(details).toMatchObject({ where: 'window', trace: [{ frames: [] }] });
  expect(details.trace[0].type).toMatch(/^window-(crashed|killed)$/);
  await expect.poll(() => logOf(userData)).toContain('"where":"window"');
});

test('a page that does not answer is ended and opened again only when asked', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const hang = (response: number) =>
    app.evaluate(({ dialog, BrowserWindow }, chosen) => {
      dialog.showMessageBox = async () => ({ response: chosen, checkboxChecked: false });
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
    }, response);
  const before = await processOfPage(app);
  await hang(2);
  expect(await processOfPage(app)).toBe(before);
  await hang(0);
  await expectOpenedAgain(app, before);
});

test('nothing that ships holds a source map or names one', () => {
  const app = join(root, 'out/app');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(app, file)).isFile(),
  );
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const textOf = (file: string): string => {
    const bytes = readFileSync(join(app, file));
    return (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('latin1');
  };
  expect(files.filter((file) => /# sourceMappingURL=(?!data:)/.test(textOf(file)))).toEqual([]);
  const archive = readFileSync(join(root, 'out/pack/linux-unpacked/resources/app.asar'));
  expect(archive.includes('.js.map')).toBe(false);
  // And each script has its own map, from this build.
  const { inputs } = JSON.parse(readFileSync(join(root, 'out/build.json'), 'utf8'));
  const maps = join(root, 'out/maps', inputs.slice(0, 12));
  const scripts = files
    .filter((file) => /\.c?js(\.br)?$/.test(file))
    .map((file) => file.replace(/\.br$/, ''))
    // The bundler's runtime, which has no source.
    .filter((file) => !/rolldown-runtime-/.test(file));
  expect(scripts.length).toBeGreaterThan(50);
  expect(scripts.filter((file) => !existsSync(join(maps, `${file}.map`)))).toEqual([]);
});

test('another build is told apart, in plain words', async () => {
  const { status, output } = await where('{"build": "0123456789ab", "frames": ["main/main.js:1:5"]}');
  expect(output).toContain('0123456789ab');
  expect(output).toContain('not here');
  expect(status).toBe(1);
});
