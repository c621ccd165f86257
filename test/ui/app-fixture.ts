import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { build } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../electron/shell/window/content-security-policy';
import type { Scenario } from '../fakes/bridge';
import { watchRequests } from './settled';

/*
 * The window's pages as shipped, with the shipped Content-Security-Policy, against a fake main process. A console
 * message or an uncaught exception fails the test.
 */

const root = join(import.meta.dirname, '../..');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

interface Fixtures {
  /** Opens the window on a scenario. */
  readonly open: (scenario?: Scenario, size?: { width: number; height: number }) => Promise<Page>;
}
interface WorkerFixtures {
  /** The program under test: its sources and its build. */
  readonly program: { readonly sources: string; readonly built: string };
  readonly site: string;
  readonly fakeMain: string;
}

/** Like main, reads the files that the build compressed (electron/shell/window/app-protocol.ts). */
const readBuilt = (file: string): Promise<Buffer> =>
  readFile(file).catch(async () => promisify(brotliDecompress)(await readFile(`${file}.br`)));

export const test = base.extend<Fixtures, WorkerFixtures>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({
        ...launchOptions,
        ...(process.platform === 'linux' ? { executablePath: '/usr/bin/chromium-headless-shell' } : {}),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
    },
    { scope: 'worker' },
  ],
  program: [
    { sources: root, built: process.env.UI_BUILD ?? join(root, 'out/app/renderer') },
    { option: true, scope: 'worker' },
  ],
  site: [
    async ({ program: { built } }, use) => {
      const contents = new Map<string, Promise<Buffer>>();
      const read = (file: string): Promise<Buffer> => {
        const content = contents.get(file) ?? readBuilt(file);
        contents.set(file, content);
        return content;
      };
      if (!existsSync(join(built, 'index.html'))) throw new Error(`Nothing is built in ${built}.`);
      const server = createServer((request, response) => {
        const path = posix.normalize(new URL(request.url ?? '/', 'http://here').pathname);
        // Chromium requests it by itself; Electron does not.
        if (path === '/favicon.ico') {
          response.writeHead(204).end();
          return;
        }
        const file = join(built, path === '/' ? 'index.html' : path);
        read(file).then(
          (content) => {
            response.writeHead(200, {
              'content-type': types[extname(file)] ?? 'application/octet-stream',
              'content-security-policy': CONTENT_SECURITY_POLICY,
              // Assets are named by their content.
              ...(path.startsWith('/assets/') && { 'cache-control': 'max-age=3600, immutable' }),
            });
            response.end(content);
          },
          () => response.writeHead(404).end(),
        );
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const closed = new Promise((ended) => server.close(ended));
      // The browser opens spare connections, which would hold the server until they time out.
      server.closeAllConnections();
      await closed;
    },
    { scope: 'worker' },
  ],
  fakeMain: [
    async ({ program: { sources } }, use) => {
      const result = await build({
        configFile: false,
        logLevel: 'silent',
        resolve: {
          alias: {
            '@contract': join(sources, 'electron/contract'),
            '@systems': join(sources, 'electron/systems'),
          },
        },
        build: {
          write: false,
          lib: {
            entry: join(sources, 'test/ui/fake-main.ts'),
            formats: ['iife'],
            name: 'fakeMain',
          },
        },
      });
      const output = Array.isArray(result) ? result[0]?.output : 'output' in result ? result.output : [];
      await use(output?.[0]?.code ?? '');
    },
    { scope: 'worker' },
  ],
  open: async ({ page, site, fakeMain }, use) => {
    const complaints: string[] = [];
    const onConsole = (message: ConsoleMessage) => void complaints.push(message.text());
    const onProblem = (problem: Error) => void complaints.push(problem.message);
    page.on('console', onConsole);
    page.on('pageerror', onProblem);
    const scripts: { readonly dispose: () => Promise<void> }[] = [];
    const forgetScripts = async (): Promise<void> => {
      for (const script of scripts.splice(0)) await script.dispose();
    };
    await use(async (scenario = {}, size = { width: 1240, height: 800 }) => {
      watchRequests(page);
      await page.setViewportSize(size);
      await forgetScripts();
      const content = `window.scenario = ${JSON.stringify(scenario)};\n${fakeMain}`;
      scripts.push(await page.addInitScript({ content }));
      await page.goto(site);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    });
    await forgetScripts();
    page.off('console', onConsole);
    page.off('pageerror', onProblem);
    expect(complaints, 'nothing is said on the console').toEqual([]);
  },
});

/**
 * Shares one page among a worker's tests, for those that check the window in many scenarios. Each test is a new
 * document, but Chromium need not load the scripts again.
 */
export const testOnKeptPage = test.extend<object, { readonly keptPage: Page }>({
  keptPage: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ keptPage }, use) => {
    // Move the pointer away, so that nothing is hovered by accident.
    await keptPage.mouse.move(0, 0);
    await use(keptPage);
  },
});

export { expect };
