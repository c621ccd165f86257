import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ranOnOwnNode } from './lib/own-node.mjs';
import {
  asCommand,
  out,
  projectEnvironment,
  root,
  SetUpProblem,
  sayOnOutput as say,
} from './lib/project.mjs';

/*
 * `npm run dev`: the window's pages in a browser, against the fake main process of the ui tests.
 * `npm run dev -- --app [--inspect]`: the app itself in Electron, with pages from the same dev server. A change to main
 * or preload rebuilds them and restarts the app.
 * `--port=N` serves the pages on a port other than 5173.
 */

const configFile = join(root, 'vite.config.ts');
const devApp = join(out, 'dev');

await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const isApp = process.argv.includes('--app');
  if (isApp && process.getuid?.() === 0)
    throw new SetUpProblem('The window does not open for root: run this as an ordinary user.');
  const port = process.argv.find((word) => word.startsWith('--port='))?.slice('--port='.length);
  const vite = await import('vite');
  const server = await vite.createServer({
    configFile,
    configLoader: 'runner',
    mode: isApp ? 'dev-app' : 'dev',
    ...(port !== undefined && { server: { port: Number(port) } }),
  });
  await server.listen();
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new SetUpProblem('The dev server found no port to listen on.');
  if (isApp) await runApp(vite, new URL(address).origin);
  else say(`The window’s pages: ${address} (stop with Ctrl+C)`);
  const stopped = new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  });
  await stopped;
  await server.close();
  process.exit(0);
});

/**
 * Builds main and preload and starts Electron, again whenever one of their files changes.
 * @param {typeof import('vite')} vite
 * @param {string} pageOrigin
 */
async function runApp(vite, pageOrigin) {
  const { setUp } = await import('./setup.mjs');
  const runtime = await setUp('window', say, devApp);
  mkdirSync(devApp, { recursive: true });
  writeFileSync(
    join(devApp, 'package.json'),
    JSON.stringify({ name: 'school-api-setup-wizard', main: 'main/main.js' }),
  );
  process.env.DEV_PAGE_ORIGIN = pageOrigin;
  /** @type {import('node:child_process').ChildProcess | null} */
  let electron = null;
  const restart = () => {
    electron?.kill();
    const { ELECTRON_RUN_AS_NODE: _, ...env } = projectEnvironment();
    const started = spawn(
      runtime.executable,
      [
        '--enable-source-maps',
        ...(process.argv.includes('--inspect') ? ['--inspect=127.0.0.1:0'] : []),
        ...runtime.appArguments,
        `--user-data-dir=${join(devApp, 'user-data')}`,
      ],
      { cwd: root, stdio: 'inherit', env },
    );
    electron = started;
    // When the developer closes the window, end everything; when `restart` closed it, go on.
    started.once('close', () => electron === started && process.kill(process.pid, 'SIGTERM'));
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => electron?.kill());
  let built = 0;
  for (const mode of ['dev-preload', 'dev-main']) {
    const watcher = await vite.build({ configFile, configLoader: 'runner', mode, logLevel: 'warn' });
    if (!('on' in watcher)) throw new SetUpProblem(`${mode} does not watch its files; see vite.config.ts.`);
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(`Not built: ${event.error.message}`);
      if (event.code !== 'END') return;
      built += 1;
      if (built >= 2) restart();
    });
  }
}
