import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type RunningServer, startTcp } from '../servers/raw-servers';
import { isRunning } from '../support/processes';
import { waitFor } from '../support/wait-for';
import { ask, beginCheck, keepPowerschool } from '../support/window';
import { test as appTest, expect } from './app-fixture';

/* A check waiting for a server is ended by something other than the answer: cleanly, and nothing of it is saved. */

appTest.skip(process.platform !== 'linux', 'not for this OS');

interface Silent extends RunningServer {
  /** How many clients have started a handshake. */
  readonly greeted: () => number;
}

const test = appTest.extend<{ readonly silent: Silent }>({
  silent: async ({ launch: _ }, use) => {
    let greeted = 0;
    const server = await startTcp((socket) => {
      socket.once('data', () => {
        greeted += 1;
      });
    });
    await use({ ...server, greeted: () => greeted });
    await server.stop();
  },
});

/** A connection to a silent server; its check waits in the handshake. */
const connectionTo = (page: Page, { port }: Silent): Promise<string> =>
  keepPowerschool(page, `https://127.0.0.1:${port}`, 'Throwaway~hanging/1');

const intervals = [20];
const waits = (silent: Silent, times = 1) => expect.poll(silent.greeted, { intervals }).toBe(times);
const isClosed = (silent: Silent) => expect.poll(silent.open, { intervals }).toBe(0);

const keptReports = (userData: string): readonly string[] => {
  const folder = join(userData, 'reports');
  return existsSync(folder) ? readdirSync(folder) : [];
};

for (const event of ['suspend', 'resume'] as const) {
  const what = event === 'suspend' ? 'goes to sleep' : 'has slept without a word';
  test(`a check ends when the computer ${what}, and says so`, async ({ launch, silent }) => {
    const { app, page, userData } = await launch();
    const id = await connectionTo(page, silent);
    const answer = beginCheck(page, id);
    await waits(silent);
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    const ended = await answer;
    if (!ended.ok) throw new Error(ended.failure.code);
    const last = ended.value.report.steps.findLast(({ code }) => code !== null);
    expect(last).toMatchObject({
      id: 'secure-connection',
      code: 'cancelled',
      facts: { reason: 'sleep' },
    });
    await isClosed(silent);
    expect(keptReports(userData)).toEqual([]);
    expect((await ask(page, 'open-connection', { id })).connection.lastCheck).toBeNull();

    // After waking up, it can be tested again at once.
    const again = beginCheck(page, id);
    await waits(silent, 2);
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await again;
  });
}

test('a test of all connections ends with the computer’s sleep', async ({ launch, silent }) => {
  const { app, page, userData } = await launch();
  await connectionTo(page, silent);
  await ask(page, 'test-all', null);
  await waits(silent);
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await expect.poll(async () => (await ask(page, 'start', null)).testAll?.ended).toBe('sleep');
  await isClosed(silent);
  expect(keptReports(userData)).toEqual([]);
});

test('a window that is closed during a check ends the program, and nothing of the check is kept', async ({
  launch,
  silent,
}) => {
  const { app, page, userData, processId, output } = await launch();
  const id = await connectionTo(page, silent);
  void beginCheck(page, id).catch(() => undefined);
  await waits(silent);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await waitFor('the end of the program', () => (isRunning(processId) ? undefined : true));
  await isClosed(silent);
  expect(keptReports(userData)).toEqual([]);
  expect(readdirSync(userData).filter((name) => name.includes('.tmp'))).toEqual([]);
  expect(output()).not.toMatch(/unhandled|exception/i);
});
