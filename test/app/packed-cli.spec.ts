import { spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../support/desktop';
import { type DesktopUser, spawnAs } from '../support/desktop-user';
import { stagePackedApp } from '../support/packed-app';

/*
 * The check without a window in exactly what ships, through its launcher: no display, no desktop, no session bus, as
 * over ssh or from cron, in a folder full of unrelated files.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

let desktop: Desktop;
let program: string;
test.beforeEach(async () => {
  desktop = await startDesktop({ keyring: 'no-bus' });
  program = stagePackedApp(desktop.user).executable;
});
test.afterEach(() => desktop.stop());

interface Started {
  readonly output: () => string;
  readonly complaint: () => string;
  readonly ended: Promise<number | null>;
  readonly type: (keys: string) => void;
  readonly end: (input: string) => void;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** Only what sshd and cron provide. */
const bareEnvironment = (place: Desktop): NodeJS.ProcessEnv => {
  const mark = Object.entries(place.env).filter(([name]) => name.startsWith('WIZARD_TEST'));
  return { ...Object.fromEntries(mark), HOME: place.home, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
};

function start(
  command: string,
  words: readonly string[],
  { user = desktop.user as DesktopUser | null, cwd = hostileFolder() } = {},
): Started {
  const options = { env: bareEnvironment(desktop), cwd, stdio: 'pipe' as const };
  const child = user === null ? spawn(command, words, options) : spawnAs(user, command, words, options);
  let output = '';
  let complaint = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  child.stderr?.on('data', (part) => {
    complaint += part;
  });
  return {
    output: () => output,
    complaint: () => complaint,
    ended: new Promise((done, fail) => {
      child.once('error', fail);
      child.once('close', done);
    }),
    type: (keys) => child.stdin?.write(keys),
    end: (input) => child.stdin?.end(input),
    kill: (signal) => child.kill(signal),
  };
}

async function runLauncher(
  words: readonly string[],
  input = '',
  options: Parameters<typeof start>[2] & { readonly command?: string } = {},
) {
  const started = start(options.command ?? `${program}-cli`, words, options);
  started.end(input);
  const status = await started.ended;
  return { status, output: started.output(), complaint: started.complaint() };
}

/** A folder with file names that would mislead a program looking for its own files here. */
function hostileFolder(): string {
  const name = 'home/ “$(id)” --no-sandbox';
  desktop.makeFolder(name);
  desktop.makeFolder(`${name}/resources`);
  for (const file of ['resources/app.asar', 'package.json', 'connections.json', 'index.js', 'main.js'])
    desktop.writeFile(`${name}/${file}`, 'throw new Error("not ours")', 0o644);
  for (const file of ['school-api-setup-wizard', 'electron', 'readlink', 'dirname', 'id'])
    desktop.writeFile(`${name}/${file}`, '#!/bin/sh\necho not ours; exit 99\n', 0o755);
  return join(desktop.folder, name);
}

/** Writes a connection file among the unrelated files; its name is relative to the caller's folder. */
function connectionFile(content: unknown): string {
  desktop.writeFile(
    join('home/ “$(id)” --no-sandbox', 'sis.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
    0o644,
  );
  return 'sis.json';
}

const closed = {
  system: 'powerschool',
  name: 'École',
  environment: 'test',
  values: { serverUrl: 'https://127.0.0.1:9', clientId: '00000000-0000-4000-8000-000000000000' },
};

for (const who of ['an ordinary user', 'root'] as const) {
  test(`as ${who}: rehearses with the practice server, and every exit status comes through`, async () => {
    test.skip(who === 'root' && process.getuid?.() !== 0, 'these tests are not root’s');
    const options = who === 'root' ? { user: null } : {};
    hostileFolder();
    const practice = start(`${program}-cli`, ['practice'], options);
    await expect.poll(() => practice.output()).toContain('\n');
    const { ca, systems } = JSON.parse(practice.output()) as {
      readonly ca: string;
      readonly systems: Record<string, { values: Record<string, string>; secrets: Record<string, string> }>;
    };
    const { powerschool } = systems;
    const file = connectionFile({ ...closed, values: powerschool?.values });
    const check = ['check', '--connection', file, '--ca', ca, '--json', '--secrets-stdin'];

    const passed = await runLauncher(check, JSON.stringify(powerschool?.secrets), options);
    expect(passed.complaint).toBe('');
    expect(JSON.parse(passed.output)).toMatchObject({ outcome: 'passed', connection: { name: 'École' } });
    expect(passed.status).toBe(0);

    const failed = await runLauncher(check, '{"clientSecret":"another-throwaway-secret"}', options);
    expect(JSON.parse(failed.output)).toMatchObject({ outcome: 'failed' });
    expect({ status: failed.status, complaint: failed.complaint }).toEqual({ status: 1, complaint: '' });

    const missing = await runLauncher(check, '{}', options);
    expect(missing.output).toContain('"secret-missing"');
    expect({ status: missing.status, complaint: missing.complaint }).toEqual({ status: 3, complaint: '' });

    const wayOnly = [...check.slice(0, -1), '--without-secrets'];
    const way = await runLauncher(wayOnly, '', options);
    expect({ status: way.status, complaint: way.complaint }).toEqual({ status: 0, complaint: '' });
    const report = JSON.parse(way.output) as { outcome: string; steps: { id: string; outcome: string }[] };
    expect(report.outcome).toBe('passed');
    expect(report.steps.filter(({ outcome }) => outcome === 'not-tried').map(({ id }) => id)).toEqual([
      'sign-in',
      'permission',
      'data',
    ]);

    const nothing = await runLauncher(check, '', options);
    expect(nothing).toEqual({
      status: 2,
      output: '',
      complaint: 'standard input: nothing came on standard input\n',
    });

    practice.kill('SIGTERM');
    expect(await practice.ended).toBe(0);
    expect(practice.complaint()).toBe('');
    expect(existsSync(dirname(ca))).toBe(false);
  });
}

test('Ctrl+C ends a check that waits for secrets, and the terminal shows again what is typed', async () => {
  const values = { serverUrl: 'https://sis.example', clientId: 'maple' };
  const connection = { system: 'powerschool', name: 'Maple', environment: 'test', values };
  const file = desktop.writeFile('home/sis.json', JSON.stringify(connection));
  const typed = `"${program}-cli" check --connection "${file}" --secrets-stdin`;
  const shell = `trap : INT; ${typed}; status=$?; stty -a; exit $status`;
  const terminal = start('script', ['--quiet', '--return', '--command', shell, '/dev/null']);
  await expect.poll(terminal.output).toContain('They are not shown.');
  terminal.type('\x03');
  expect(await terminal.ended).toBe(130);
  expect(terminal.output()).toMatch(/ echo /);
});

test('a link to the launcher leads to the program, from any folder', async () => {
  hostileFolder();
  const link = join(desktop.makeFolder('home/bin'), 'wizard');
  symlinkSync(`${program}-cli`, link);
  const french = await runLauncher(['help', '--lang', 'fr'], '', { command: link });
  expect(french.output).toContain('School API Setup Wizard, sans fenêtre');
  expect({ status: french.status, complaint: french.complaint }).toEqual({ status: 0, complaint: '' });
});

test('words that mean something to Chromium do not', async () => {
  hostileFolder();
  const file = connectionFile(closed);
  for (const word of ['--no-sandbox', '--remote-debugging-port=0', '--js-flags=--expose-gc', 'chekc', '--']) {
    const { status, output, complaint } = await runLauncher([word]);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(complaint).toBe(`Not understood, or not complete: ${JSON.stringify(word)}. See: help\n`);
  }
  const { status, output } = await runLauncher(['check', '--connection', file, '--lang', 'fr'], '{}');
  expect(output).toContain('Que faire :');
  expect(status).toBe(3);
});

test('a refused switch before the words ends it with 2, as for anything else that was not checked', async () => {
  hostileFolder();
  const words = ['--remote-debugging-port=0', '--ozone-platform=headless', '--log-level=3', '--', 'help'];
  const { status, output, complaint } = await runLauncher(words, '', { command: program });
  expect({ status, output }).toEqual({ status: 2, output: '' });
  expect(complaint).toBe('This program does not run with --remote-debugging-port.\n');
});

test('the program’s own name also takes the words', async () => {
  hostileFolder();
  const words = ['check', '--connection', connectionFile(closed), '--secrets-stdin', '--json'];
  const { status, output } = await runLauncher(words, '{"clientSecret":"throwaway-secret-0001"}', {
    command: program,
  });
  expect(JSON.parse(output)).toMatchObject({ version: 1, outcome: 'failed' });
  expect(status).toBe(1);
});

test('what is typed in a terminal is not shown', async () => {
  hostileFolder();
  const script = join(import.meta.dirname, '../support/in-terminal.py');
  const check = ['check', '--connection', connectionFile(closed), '--secrets-stdin', '--json'];
  const { status, output } = await runLauncher(
    [script, '{"clientSecret":"throwaway-typed-0001"}', `${program}-cli`, ...check],
    '',
    { command: '/usr/bin/python3' },
  );
  expect(output).toContain('They are not shown.');
  expect(output).toContain('"outcome":"failed"');
  expect(output).not.toContain('throwaway-typed-0001');
  expect(status).toBe(1);
});

test('nobody reads on: it ends, and says nothing', async () => {
  hostileFolder();
  const words = ['-o', 'pipefail', '-c', '"$0" help | head -c 1', `${program}-cli`];
  const { status, output, complaint } = await runLauncher(words, '', { command: '/bin/bash' });
  expect({ output, complaint }).toEqual({ output: 'S', complaint: '' });
  // Either it wrote everything before the reader left, or it hit the closed pipe.
  expect([0, 141]).toContain(status);
});
