import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcesses } from '../support/processes';
import { runAppToEnd, startApp } from '../support/run-app';
import { stageApp } from '../support/staged-app';
import { ask, call, keepConnection } from '../support/window';
import { expect, test } from './app-fixture';

/* Several programs on one data folder, and a read-only folder. */

test.skip(process.platform !== 'linux', 'not for this OS');

test('of two starts at the same moment one goes on, again and again; one that was killed while asking holds up nobody', async ({
  desktop,
  launch,
}) => {
  const program = stageApp(desktop.user);
  // A leftover lock of a start that was killed.
  writeFileSync(join(desktop.makeFolder('user-data'), 'starting'), '');
  for (let pair = 0; pair < 8; pair += 1) {
    const both = [startApp(desktop, program, []), startApp(desktop, program, [])];
    const ends = both.map((start) => new Promise<number | null>((done) => start.once('close', done)));
    // The second one has handed over and exited.
    expect(await Promise.race(ends)).toBe(0);
    const stillThere = both.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    expect(stillThere).toHaveLength(1);
    await endProcesses(stillThere.flatMap(({ pid }) => pid ?? []));
    await Promise.all(ends);
  }
  const { page } = await launch();
  const id = await keepConnection(page, { name: 'Maple DSB', secret: 'Throwaway~two/1' });
  expect(await ask(page, 'reveal-secret', { id, field: 'clientSecret' })).toMatchObject({
    secret: 'Throwaway~two/1',
  });
});

test('the check without a window reads a whole store, however fast the window writes', async ({
  desktop,
  launch,
}) => {
  const { page, userData } = await launch();
  const id = await keepConnection(page, { name: 'Maple DSB', values: { clientId: 'onsis-1' } });
  const writing = page.evaluate(async (connection) => {
    Reflect.set(window, 'writes', 0);
    for (let count = 1; Reflect.get(window, 'enough') !== true; count += 1) {
      const saved = await window.wizard.call('save-connection', {
        id: connection,
        name: 'Maple DSB',
        environment: 'test',
        boardNumber: String(count),
        redirect: 'sis-server',
        values: { clientId: `onsis-${count}` },
        step: 'finish',
        registrationSentOn: null,
        finished: true,
      });
      if (!saved.ok) throw new Error(saved.failure.code);
      Reflect.set(window, 'writes', count);
    }
  }, id);
  const program = stageApp(desktop.user);
  for (let count = 0; count < 5; count += 1) {
    const ended = await runAppToEnd(desktop, program, [
      '--ozone-platform=headless',
      '--log-level=3',
      'check',
      '--saved',
      'Maple DSB',
      '--json',
    ]);
    // Values and the secret are missing; what matters is that the connection was found, whole.
    expect(ended.status, ended.output).toBe(3);
    expect(ended.output).toContain('"name":"Maple DSB"');
  }
  expect(await page.evaluate(() => Reflect.get(window, 'writes') as number)).toBeGreaterThan(5);
  await page.evaluate(() => Reflect.set(window, 'enough', true));
  await writing;
  expect(readdirSync(userData).filter((name) => name.startsWith('connections.'))).toEqual([
    'connections.json',
  ]);
});

test('a folder that takes nothing, and a file that another program put something else in the place of: told, nothing lost', async ({
  launch,
}) => {
  const first = await launch();
  const { page, userData } = first;
  const id = await keepConnection(page, { name: 'Maple DSB', secret: 'Throwaway~kept/1' });
  const before = readFileSync(join(userData, 'connections.json'), 'utf8');
  const folders = [userData, join(userData, 'generations')];
  for (const folder of folders) chmodSync(folder, 0o500);
  const refused = { ok: false, failure: { code: 'not-saved' } };
  const secret = { id, field: 'clientSecret', secret: 'Throwaway~not/2' };
  expect(await call(page, 'save-secret', secret)).toEqual(refused);
  expect(await call(page, 'delete-connection', { id })).toEqual(refused);
  for (const folder of folders) chmodSync(folder, 0o700);
  expect(readFileSync(join(userData, 'connections.json'), 'utf8')).toBe(before);
  expect(await ask(page, 'reveal-secret', { id, field: 'clientSecret' })).toMatchObject({
    secret: 'Throwaway~kept/1',
  });

  // Deleted while it runs: the next change writes everything again.
  rmSync(join(userData, 'connections.json'));
  expect(await call(page, 'save-secret', { ...secret, secret: 'Throwaway~new/3' })).toMatchObject({
    ok: true,
  });
  await first.close();
  const second = await launch();
  expect(await ask(second.page, 'reveal-secret', { id, field: 'clientSecret' })).toMatchObject({
    secret: 'Throwaway~new/3',
  });
});
