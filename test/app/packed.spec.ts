import { linkSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../support/desktop';
import { launchApp } from '../support/launch-app';
import { stagePackedApp, stagePackedAppWithInspectFuse } from '../support/packed-app';
import { commandLine, descendantsOf, processStatus } from '../support/processes';
import { runAppToEnd, startApp } from '../support/run-app';
import { waitFor } from '../support/wait-for';

/* What ships: the packed app, unmodified wherever a test works without a driver. */

test.skip(process.platform !== 'linux', 'not for this OS');

let desktop: Desktop;
test.beforeEach(async () => {
  desktop = await startDesktop();
});
test.afterEach(() => desktop.stop());

test('starts untouched, its window sandboxed', async () => {
  const child = startApp(desktop, stagePackedApp(desktop.user), []);
  const renderer = await waitFor('the window’s process', () =>
    descendantsOf(child.pid ?? 0).find((pid) => commandLine(pid).includes('--type=renderer')),
  );
  await waitFor('the sandbox', () => (processStatus(renderer).get('Seccomp') === '2' ? true : undefined));
  expect(child.exitCode).toBeNull();
});

const filterOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim();
  } catch {
    return '';
  }
};

test('no process of it would leave its memory in a core dump', async () => {
  const child = startApp(desktop, stagePackedApp(desktop.user), []);
  const all = () => [child.pid ?? 0, ...descendantsOf(child.pid ?? 0)];
  const running = await waitFor('every kind of process', () => {
    const now = all();
    const hasWindow = now.some((pid) => commandLine(pid).includes('--type=renderer'));
    return hasWindow && now.length > 4 ? now : undefined;
  });
  const filters = running.map((pid) => ({
    of: commandLine(pid)
      .split('\0')
      .find((word) => word.startsWith('--type=')),
    filter: filterOf(pid),
  }));
  // A process that has ended has no memory and no filter.
  expect(filters.filter(({ filter }) => filter !== '00000000' && filter !== '')).toEqual([]);
});

for (const opener of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '--inspect=0',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--disable-web-security',
]) {
  test(`does not start with ${opener}`, async () => {
    const { status, said } = await runAppToEnd(desktop, stagePackedApp(desktop.user), [opener]);
    expect(said).toEqual([`This program does not run with ${opener.split('=')[0]}.`]);
    expect(status).toBe(1);
  });
}

test('does not start with a variable that would print what it sends', async () => {
  for (const name of ['NODE_DEBUG', 'NODE_DEBUG_NATIVE']) {
    const place = { ...desktop, env: { ...desktop.env, [name]: 'http,https,tls,net' } };
    const { status, said } = await runAppToEnd(place, stagePackedApp(desktop.user), []);
    expect(said).toEqual([`This program does not run with ${name}.`]);
    expect(status).toBe(1);
  }
});

test('refuses the same under another name', async () => {
  const shipped = stagePackedApp(desktop.user).executable;
  // Electron takes a program by this name for one that is not packed.
  const renamed = join(dirname(shipped), 'electron');
  linkSync(shipped, renamed);
  const { status, said } = await runAppToEnd(
    desktop,
    { ...stagePackedApp(desktop.user), executable: renamed },
    ['--remote-debugging-port=0'],
  );
  rmSync(renamed);
  expect(said).toEqual(['This program does not run with --remote-debugging-port.']);
  expect(status).toBe(1);
});

test('is not turned into a bare Node, nor given code, by the environment', async () => {
  const program = stagePackedApp(desktop.user);
  const outside = desktop.writeFile(
    'outside.cjs',
    'process.stdout.write("code from outside"); process.exit(7);',
  );
  for (const variables of [{ ELECTRON_RUN_AS_NODE: '1' }, { NODE_OPTIONS: `--require=${outside}` }]) {
    const place = { ...desktop, env: { ...desktop.env, ...variables } };
    // As plain Node it would run the file; as the app it refuses the switch.
    const { status, said } = await runAppToEnd(place, program, [outside, '--no-sandbox']);
    expect(said).toEqual(['This program does not run with --no-sandbox.']);
    expect(status).toBe(1);
  }
});

test('the copy that tests drive differs from what ships in one byte', () => {
  const shipped = stagePackedApp(desktop.user).executable;
  const driven = stagePackedAppWithInspectFuse(desktop.user).executable;
  expect(differentBytes(readFileSync(shipped), readFileSync(driven))).toBe(1);
  const archive = (program: string): Buffer => readFileSync(join(dirname(program), 'resources/app.asar'));
  expect(archive(driven).equals(archive(shipped))).toBe(true);
});

test('shows its window', async () => {
  const { page, close } = await launchApp(desktop, { program: stagePackedAppWithInspectFuse(desktop.user) });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await close();
});

function differentBytes(a: Buffer, b: Buffer): number {
  const BLOCK = 1 << 16;
  let different = Math.abs(a.length - b.length);
  for (let start = 0; start < Math.min(a.length, b.length); start += BLOCK) {
    const [left, right] = [a.subarray(start, start + BLOCK), b.subarray(start, start + BLOCK)];
    if (!left.equals(right)) different += left.filter((byte, index) => byte !== right[index]).length;
  }
  return different;
}
