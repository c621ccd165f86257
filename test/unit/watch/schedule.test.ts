import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@contract/languages';
import { DOMParser, MIME_TYPE } from '@xmldom/xmldom';
import { afterAll, describe, expect, it } from 'vitest';
import { runWatch, type WatchPorts } from '../../../electron/cli/run-watch';
import type { WatchCommand } from '../../../electron/cli/watch-arguments';
import { type ScheduleWishes, spreadOf } from '../../../electron/watch/schedule/plan';
import { schedulePlan } from '../../../electron/watch/schedule/schedule-plan';

const folder = mkdtempSync(join(tmpdir(), 'wizard-schedule-'));
afterAll(() => rmSync(folder, { recursive: true }));

const wishes: ScheduleWishes = {
  platform: 'linux',
  launcher: '/opt/School API/school-api-setup-wizard-cli',
  resultsFile: '/srv/100% "safe" $HOME/results.json',
  at: '01:30',
  home: '/home/anna',
  dataFolder: '/home/anna/.config/School API Setup Wizard',
  configHome: null,
  userId: 501,
  seed: 'computer anna',
};
const planOf = (more: Partial<ScheduleWishes>) => {
  const plan = schedulePlan({ ...wishes, ...more });
  if (plan === null) throw new Error('no schedule');
  return plan;
};

describe('the schedule', () => {
  it('of systemd is valid, escapes paths, makes up missed nights, and spreads the starts', () => {
    const { files } = planOf({});
    expect(files.map(({ path }) => path)).toEqual([
      '/home/anna/.config/systemd/user/school-api-setup-wizard-watch.service',
      '/home/anna/.config/systemd/user/school-api-setup-wizard-watch.timer',
    ]);
    expect(files[0]?.text).toContain(
      String.raw`ExecStart="/opt/School API/school-api-setup-wizard-cli" "check" "--all" "--resume" "--notify" "--results" "/srv/100%% \"safe\" $$HOME/results.json"`,
    );
    expect(files[1]?.text).toMatch(
      /OnCalendar=\*-\*-\* 01:30:00\n.*RandomizedDelaySec=120m\n.*Persistent=true/s,
    );
  });

  const analyze = '/usr/bin/systemd-analyze';
  it.skipIf(!existsSync(analyze)).each(['wizard cli', 'wizard $HOME 5% cli', `Marie's "wizard" $HOME`])(
    'of systemd is accepted by systemd itself, for %s',
    (name) => {
      const launcher = join(folder, name);
      writeFileSync(launcher, '#!/bin/sh\n', { mode: 0o755 });
      const paths = planOf({ configHome: folder, launcher }).files.map(({ path, text }) => {
        const copy = join(folder, path.slice(path.lastIndexOf('/') + 1));
        writeFileSync(copy, text);
        return copy;
      });
      const { status, stderr } = spawnSync(analyze, ['--user', '--man=no', 'verify', ...paths], {
        encoding: 'utf8',
        env: { ...process.env, XDG_RUNTIME_DIR: folder },
      });
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: '',
      });
    },
  );

  it('of systemd starts a program with quotes in its path through a shell', () => {
    const launcher = join(folder, `Marie's "wizard" $HOME`);
    writeFileSync(launcher, '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 });
    const text = planOf({ launcher }).files[0]?.text ?? '';
    // As systemd reads a line: words in quotes, `\` before a quote, `$$` and `%%` for one.
    const [, line = ''] = /^ExecStart=(.*)$/m.exec(text) ?? [];
    const [shell = '', ...words] = [...line.matchAll(/"((?:\\.|[^"])*)"|(\S+)/g)].map(([, quoted, plain]) =>
      (quoted ?? plain ?? '').replaceAll(/\\(.)/g, '$1').replaceAll('$$', '$').replaceAll('%%', '%'),
    );
    const { stdout } = spawnSync(shell, words, { encoding: 'utf8' });
    expect(stdout.split('\n').slice(0, 4)).toEqual(['check', '--all', '--resume', '--notify']);
    expect(stdout).toContain('/srv/100% "safe" $HOME/results.json');
  });

  it('of launchd has its own minute on each computer, within two hours', () => {
    const { files } = planOf({ platform: 'darwin', at: '23:30' });
    const text = files[0]?.text ?? '';
    expect(files[0]?.path).toBe('/home/anna/Library/LaunchAgents/org.schoolapisetup.wizard.watch.plist');
    expect(text).toContain('<string>/srv/100% &quot;safe&quot; $HOME/results.json</string>');
    const [hour = -1, minute = -1] = [...text.matchAll(/<integer>(\d+)<\/integer>/g)].map(([, one]) =>
      Number(one),
    );
    expect((hour * 60 + minute - (23 * 60 + 30) + 1440) % 1440).toBe(spreadOf(wishes.seed));
    const spread = new Set(Array.from({ length: 200 }, (_, at) => spreadOf(`computer ${at}`)));
    expect(spread.size).toBeGreaterThan(60);
    expect(Math.max(...spread)).toBeLessThan(120);
  });

  it('of Windows starts when available, with a random delay, as the signed-in user', () => {
    const { files, always } = planOf({
      platform: 'win32',
      launcher: 'C:\\Program Files\\R & D\\school-api-setup-wizard-cli.exe',
      resultsFile: 'C:\\watch folder\\results.json',
      dataFolder: 'C:\\Users\\anna\\AppData\\Local\\School API Setup Wizard',
    });
    const text = files[0]?.text ?? '';
    expect(text).toContain(
      '<Command>C:\\Program Files\\R &amp; D\\school-api-setup-wizard-cli.exe</Command>',
    );
    expect(text).toContain('--results &quot;C:\\watch folder\\results.json&quot;</Arguments>');
    for (const setting of ['StartWhenAvailable>true', 'RandomDelay>PT120M', 'LogonType>InteractiveToken']) {
      expect(text).toContain(setting);
    }
    expect(always).toContain('/RP *');
  });

  it.each(['darwin', 'win32'] as const)(
    'of %s is well-formed XML, whatever the paths contain',
    (platform) => {
      const launcher = `/R & D/<"it's">/cli`;
      const text = planOf({ platform, launcher }).files[0]?.text ?? '';
      const document = new DOMParser({
        onError: (_level, message) => {
          throw new Error(message);
        },
      }).parseFromString(text, MIME_TYPE.XML_TEXT);
      const tag = platform === 'darwin' ? 'string' : 'Command';
      expect([...document.getElementsByTagName(tag)].map(({ textContent }) => textContent)).toContain(
        launcher,
      );
    },
  );

  it('of another system is not known', () => {
    expect(schedulePlan({ ...wishes, platform: 'freebsd' })).toBeNull();
  });
});

describe('watch', () => {
  const command = (does: WatchCommand['does'], more: Partial<WatchCommand> = {}): WatchCommand => ({
    kind: 'watch',
    does,
    at: null,
    resultsFile: null,
    language: null,
    ...more,
  });
  const systemd = (home: string) => join(home, '.config/systemd/user');
  async function watch(home: string, asked: WatchCommand, more: Partial<WatchPorts> = {}) {
    let printed = '';
    const complaints: string[] = [];
    const ran: string[] = [];
    const status = await runWatch(asked, {
      ...wishes,
      home,
      path: (file) => file,
      print: (text) => {
        printed += text;
      },
      complain: (line) => complaints.push(line),
      language: 'en',
      run: async (line) => ran.push(line.join(' ')) > 0,
      ...more,
    });
    return { status, printed, complaints, ran };
  }
  const fresh = () => mkdtempSync(join(folder, 'home-'));

  it('shows before anything is there, and writes nothing', async () => {
    const home = fresh();
    for (const language of languages) {
      const { status, printed, ran } = await watch(home, command('show', { language }));
      const asked = ['systemctl --user show-environment'];
      expect({ status, ran, left: readdirSync(home) }).toEqual({ status: 0, ran: asked, left: [] });
      expect(printed).toContain('OnCalendar');
      expect(printed).not.toMatch(/\{\{|undefined/);
    }
  });

  it('installs what it shows, knows it again, replaces it, and removes all of it', async () => {
    const home = fresh();
    const { status, printed, ran } = await watch(home, command('install'));
    expect(status).toBe(0);
    const unit = readFileSync(join(systemd(home), 'school-api-setup-wizard-watch.timer'), 'utf8');
    expect(printed).toContain(unit);
    expect(ran).toEqual([
      'systemctl --user show-environment',
      'systemctl --user daemon-reload',
      'systemctl --user enable --now school-api-setup-wizard-watch.timer',
    ]);
    expect((await watch(home, command('show'))).printed).toContain('is set up, since');
    expect((await watch(home, command('show', { at: '03:00' }))).printed).toContain('otherwise');
    expect((await watch(home, command('install', { at: '03:00' }))).status).toBe(0);
    expect((await watch(home, command('show', { at: '03:00' }))).printed).toContain('is set up, since');
    // What is there, not what could be.
    const there = await watch(home, command('show'));
    expect(there.printed).toMatch(/OnCalendar=\*-\*-\* 03:00.*is set up, since/s);
    for (const more of [{ run: async () => false }, { launcher: '/elsewhere/cli' }]) {
      expect((await watch(home, command('show', { at: '03:00' }), more)).printed).toContain(
        'does not run it',
      );
    }
    expect((await watch(home, command('remove'))).status).toBe(0);
    expect(readdirSync(systemd(home))).toEqual([]);
    expect((await watch(home, command('remove'))).printed).toContain('nothing to remove');
  });

  it('puts everything back if the system refuses', async () => {
    const home = fresh();
    const refusing = { run: async (line: readonly string[]) => line.includes('show-environment') };
    expect(await watch(home, command('install'), refusing)).toMatchObject({
      status: 2,
      complaints: [expect.stringContaining('daemon-reload')],
    });
    expect(readdirSync(systemd(home))).toEqual([]);
    await watch(home, command('install'));
    const before = readFileSync(join(systemd(home), 'school-api-setup-wizard-watch.timer'));
    await watch(home, command('install', { at: '04:00' }), {
      run: async (line) => !line.includes('enable'),
    });
    expect(readFileSync(join(systemd(home), 'school-api-setup-wizard-watch.timer'))).toEqual(before);
  });

  it('writes nothing where it would do nothing, and says why', async () => {
    const home = fresh();
    const none = { run: async () => false };
    expect(await watch(home, command('install'), none)).toMatchObject({
      status: 2,
      printed: '',
      complaints: [expect.stringContaining('no systemd')],
    });
    const shown = await watch(home, command('show'), none);
    expect(shown).toMatchObject({ status: 0, printed: expect.stringContaining('no systemd') });
    const resultsFile = join(home, 'nowhere', 'results.json');
    expect(await watch(home, command('install', { resultsFile }))).toMatchObject({
      status: 2,
      complaints: [expect.stringContaining(join(home, 'nowhere'))],
    });
    expect(readdirSync(home)).toEqual([]);
  });

  it('writes the task of Windows in UTF-16', async () => {
    const home = fresh();
    const dataFolder = join(home, 'data');
    const ports = { platform: 'win32', dataFolder } as const;
    const { status, printed } = await watch(home, command('install'), ports);
    expect(status).toBe(0);
    expect(printed).toContain('schtasks /Change');
    const written = readFileSync(join(dataFolder, 'watch', 'nightly-task.xml'));
    expect([...written.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x3c, 0]);
  });

  it('refuses in a checkout, and on an unknown system', async () => {
    expect(await watch(fresh(), command('install'), { launcher: null })).toMatchObject({
      status: 2,
      printed: '',
    });
    expect(await watch(fresh(), command('install'), { platform: 'aix' })).toMatchObject({
      status: 2,
      printed: '',
    });
  });
});
