import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NightlyWatch } from '../../../electron/services/nightly-watch';
import type { RunCommand } from '../../../electron/watch/kept-schedule';
import type { ScheduleFacts } from '../../../electron/watch/schedule/this-computer';
import { entryOf, resultsOf } from '../../support/watch-results';

const folder = mkdtempSync(join(tmpdir(), 'wizard-nightly-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A computer whose commands succeed, except those with one of these words. */
function computer(more: Partial<ScheduleFacts> = {}, refuses: readonly string[] = []) {
  const home = mkdtempSync(join(folder, 'home-'));
  const ran: string[] = [];
  const refused = new Set(refuses);
  const run: RunCommand = async (line) => {
    ran.push(line.join(' '));
    return !line.some((word) => refused.has(word));
  };
  const facts: ScheduleFacts = {
    platform: 'linux',
    launcher: '/usr/bin/school-api-setup-wizard-cli',
    home,
    dataFolder: join(home, 'data'),
    configHome: null,
    userId: 501,
    seed: 'computer anna',
    ...more,
  };
  const resultsFile = join(home, 'results.json');
  const watch = new NightlyWatch({
    scheduleFacts: async () => facts,
    run,
    resultsFile,
    now: () => new Date('2026-11-30T12:00:00.000Z'),
  });
  return { watch, home, ran, refused, facts, resultsFile };
}

const timer = (home: string) => join(home, '.config/systemd/user/school-api-setup-wizard-watch.timer');
const serviceOf = (home: string) => join(home, '.config/systemd/user/school-api-setup-wizard-watch.service');

describe('the switch for the nightly test', () => {
  it('is off, sets up the schedule, says since when and at what time, and removes it', async () => {
    const { watch, home, ran } = computer();
    expect(await watch.read()).toEqual({ state: 'off' });
    expect(await watch.set(true)).toMatchObject({
      nightly: { state: 'on', platform: 'linux', from: '01:00', to: '03:00', always: null },
      failure: null,
    });
    expect(ran).toContain('systemctl --user enable --now school-api-setup-wizard-watch.timer');
    expect(readFileSync(serviceOf(home), 'utf8')).toContain(
      'ExecStart="/usr/bin/school-api-setup-wizard-cli" "check" "--all" "--resume" "--notify"',
    );
    const since = new Date('2026-11-12T08:00:00.000Z');
    utimesSync(serviceOf(home), since, since);
    expect(await watch.read()).toMatchObject({ state: 'on', since: since.toISOString() });
    expect(await watch.set(false)).toEqual({ nightly: { state: 'off' }, failure: null });
    expect(() => readFileSync(timer(home))).toThrow();
  });

  it.each([
    ['darwin', /^0[12]:\d\d$/, null, null],
    ['win32', /^01:00$/, '03:00', expect.stringContaining('/RP *')],
  ] as const)('reads its own time back on %s', async (platform, from, to, always) => {
    const { watch } = computer({ platform });
    const { nightly } = await watch.set(true);
    expect(nightly).toMatchObject({ state: 'on', platform, to, always, from: expect.stringMatching(from) });
  });

  it('changes nothing and names the command that the system refused', async () => {
    const { watch } = computer({}, ['enable']);
    expect(await watch.set(true)).toEqual({
      nightly: { state: 'off' },
      failure: {
        why: 'failed',
        command: 'systemctl --user enable --now school-api-setup-wizard-watch.timer',
      },
    });
  });

  it('names the file that cannot be written', async () => {
    const { watch, home } = computer();
    writeFileSync(join(home, '.config'), 'a file where a folder has to be');
    expect(await watch.set(true)).toMatchObject({
      nightly: { state: 'off' },
      failure: { why: 'not-written', file: serviceOf(home) },
    });
  });

  it('tells a schedule that the system forgot, or of a program elsewhere, and renews it at its own time', async () => {
    const { watch, home, refused } = computer();
    await watch.set(true);
    writeFileSync(timer(home), readFileSync(timer(home), 'utf8').replace('01:00', '04:30'));
    expect(await watch.read()).toMatchObject({ state: 'on', from: '04:30', to: '06:30' });
    refused.add('is-active');
    expect(await watch.read()).toEqual({ state: 'broken' });
    refused.clear();
    writeFileSync(serviceOf(home), readFileSync(serviceOf(home), 'utf8').replace('/usr/bin/', '/old/'));
    expect(await watch.read()).toEqual({ state: 'broken' });
    expect(await watch.set(true)).toMatchObject({ nightly: { state: 'on', from: '04:30' } });
  });

  it.each([
    ['checkout', { launcher: null }, []],
    ['system', { platform: 'freebsd' }, []],
    ['no-systemd', {}, ['show-environment']],
  ] as const)('says that it cannot be: %s', async (why, more, refuses) => {
    const { watch, ran } = computer(more, refuses);
    const unavailable = { state: 'unavailable', why };
    expect(await watch.read()).toEqual(unavailable);
    expect(await watch.set(true)).toEqual({ nightly: unavailable, failure: null });
    expect(ran.filter((line) => !line.includes('show-environment'))).toEqual([]);
  });
});

describe('the nights in the window', () => {
  it('are those of the results file; none, if it is absent or damaged', () => {
    const { watch, resultsFile } = computer();
    expect(watch.watched()).toEqual([]);
    writeFileSync(resultsFile, JSON.stringify(resultsOf([entryOf('a')])));
    expect(watch.watched()).toMatchObject([{ id: 'id-a', kind: 'well' }]);
    expect(watch.nights('id-a')?.nights).toHaveLength(2);
    writeFileSync(resultsFile, '{"format":');
    expect(watch.watched()).toEqual([]);
    expect(watch.nights('id-a')).toBeNull();
    rmSync(resultsFile);
    mkdirSync(resultsFile);
    expect(watch.watched()).toEqual([]);
  });
});
