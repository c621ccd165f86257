import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PRODUCT_NAME } from '../../electron/identity';
import { waitFor } from '../support/wait-for';
import { expect, test } from './app-fixture';

/* `npm run dev`, and proof that nothing of it ships. */

const root = join(import.meta.dirname, '../..');

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  taken.close();
  await once(taken, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** The dev server on its own port; @returns its address, once it has printed it. */
async function startDev(): Promise<{ readonly dev: ChildProcess; readonly address: string }> {
  const port = await freePort();
  const dev = spawn(process.execPath, [join(root, 'scripts/dev.mjs'), `--port=${port}`], { cwd: root });
  let said = '';
  for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (text: Buffer) => (said += text));
  const address = await waitFor('the dev server', () => {
    if (dev.exitCode !== null) throw new Error(`The dev server ended: ${said}`);
    return /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
  });
  expect(address).toBe(`http://127.0.0.1:${port}/`);
  return { dev, address };
}

test('npm run dev serves the pages over the pretended main process', async ({ page }) => {
  const { dev, address } = await startDev();
  try {
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    await page.goto(`${address}?language=fr&screen=first-run`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', /^fr/);
    await expect(page.getByRole('combobox', { name: 'screen' })).toHaveValue('first-run');
    expect(problems).toEqual([]);
    // The sources are served; build output, and the app's development data beside it, are not.
    const served = async (path: string) => (await page.request.get(`${address}@fs${root}/${path}`)).status();
    expect(await served('electron/identity.ts')).toBe(200);
    expect(await served('out/app/main/main.js')).toBe(403);
  } finally {
    dev.kill('SIGTERM');
  }
  await once(dev, 'exit');
  await expect(page.request.get(address)).rejects.toThrow(/ECONNREFUSED/);
});

test('the program that ships knows no dev server', () => {
  const main = join(root, 'out/app/main');
  const scripts = readdirSync(main).filter((file) => /\.[cm]?js$/.test(file));
  const texts = scripts.map((file) => [file, readFileSync(join(main, file), 'utf8')] as const);
  // Make sure that this searches the real bundle.
  expect(texts.some(([, text]) => text.includes(PRODUCT_NAME))).toBe(true);
  expect(texts.filter(([, text]) => text.includes('DEV_PAGE_ORIGIN')).map(([file]) => file)).toEqual([]);
});
