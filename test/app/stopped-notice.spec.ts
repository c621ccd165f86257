import { join } from 'node:path';
import { todayHere } from '@contract/formats';
import { expect, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../support/desktop';
import { runAs, spawnAs } from '../support/desktop-user';
import { launchApp } from '../support/launch-app';
import { startNotifications } from '../support/notifications';
import { stageApp } from '../support/staged-app';
import { waitFor } from '../support/wait-for';
import { entryOf, resultsOf } from '../support/watch-results';
import { keepPowerschool } from '../support/window';

/*
 * The nightly run on a desktop whose notification service is a stand-in on the real session bus: what it shows, and
 * what a click does.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

let desktop: Desktop;
test.beforeEach(async () => {
  desktop = await startDesktop();
});
test.afterEach(() => desktop.stop());

/**
 * A connection that worked two nights ago, and whose server has been turned off since. Not last night: the desktop's
 * time zone is not that of these tests, and its today may be their yesterday.
 */
async function oneThatStopped(): Promise<void> {
  const { page, close } = await launchApp(desktop);
  const id = await keepPowerschool(page, 'https://127.0.0.1:9', 'throwaway-secret-0001');
  await close();
  const before = new Date(Date.now() - 2 * 86_400_000);
  const at = before.toISOString();
  const connection = { ...entryOf('Maple').connection, id, environment: 'test' as const };
  const entry = entryOf('Maple', { connection, at, since: at, nights: 'p' });
  const run = { startedAt: at, endedAt: at };
  desktop.makeFolder('user-data/watch');
  desktop.writeFile(
    'user-data/watch/results.json',
    JSON.stringify(resultsOf([entry], { run, nights: [todayHere(before)] })),
  );
}

function night(env: NodeJS.ProcessEnv = desktop.env) {
  const program = stageApp(desktop.user);
  const switches = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu'];
  const folder = `--user-data-dir=${join(desktop.folder, 'user-data')}`;
  const words = ['check', '--all', '--resume', '--notify'];
  const args = [...switches, folder, ...program.appArguments, '--', ...words];
  const child = spawnAs(desktop.user, program.executable, args, { env, cwd: desktop.home, stdio: 'pipe' });
  let complaint = '';
  child.stderr?.on('data', (part) => {
    complaint += part;
  });
  let hasEnded = false;
  const ended = new Promise<{ readonly status: number | null; readonly complaint: string }>((done, fail) => {
    child.once('error', fail);
    child.once('close', (status) => {
      hasEnded = true;
      done({ status, complaint });
    });
  });
  return { ended, hasEnded: () => hasEnded, stop: () => child.kill('SIGTERM') };
}

const windows = async (): Promise<string> => {
  const search = ['search', '--onlyvisible', '--name', 'School API Setup Wizard'];
  return runAs(desktop.user, 'xdotool', search, { env: desktop.env, cwd: desktop.home }).catch(() => '');
};

test('what worked and has stopped is named once a night, and a click opens the window', async () => {
  await oneThatStopped();
  const shown = await startNotifications(desktop, 'click');
  expect(await night().ended).toEqual({ status: 1, complaint: '' });
  expect(shown()).toEqual([
    {
      app: 'School API Setup Wizard',
      title: 'A connection no longer works',
      body: 'Maple (test)',
      entry: 'school-api-setup-wizard',
      lasts: 0,
    },
  ]);
  await waitFor('the window', async () => ((await windows()) === '' ? undefined : true));
  expect(await night().ended).toEqual({ status: 1, complaint: '' });
  expect(shown()).toHaveLength(1);
});

test('it stays until it is dismissed, or the run is ended, and opens nothing then', async () => {
  await oneThatStopped();
  const shown = await startNotifications(desktop, 'ignore');
  const { ended, hasEnded, stop } = night();
  await waitFor('the notification', () => shown()[0]);
  expect(hasEnded()).toBe(false);
  stop();
  expect((await ended).complaint).toBe('');
  expect(await windows()).toBe('');
});

test('dismissed, it ends with the status of the checks', async () => {
  await oneThatStopped();
  const shown = await startNotifications(desktop, 'dismiss');
  expect(await night().ended).toEqual({ status: 1, complaint: '' });
  expect(shown()).toHaveLength(1);
  expect(await windows()).toBe('');
});

test('without a screen nothing is shown, and nothing complains', async () => {
  await oneThatStopped();
  const shown = await startNotifications(desktop, 'click');
  const { DISPLAY: _, XAUTHORITY: __, ...env } = desktop.env;
  expect(await night(env).ended).toEqual({ status: 1, complaint: '' });
  expect(shown()).toEqual([]);
});

test('without a notification service the run ends as ever', async () => {
  await oneThatStopped();
  expect((await night().ended).status).toBe(1);
});
