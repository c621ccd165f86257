import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launcherOf, scheduleFacts } from '../../../electron/watch/schedule/this-computer';

const folder = mkdtempSync(join(tmpdir(), 'wizard-launcher-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(process.platform === 'win32')('the launcher that the schedule starts', () => {
  const name = 'school-api-setup-wizard-cli';

  it('is beside the program, and in the resources of a Mac', () => {
    expect(launcherOf('/srv/Wizard/school-api-setup-wizard', 'linux', folder)).toBe(`/srv/Wizard/${name}`);
    expect(launcherOf('/Applications/W.app/Contents/MacOS/W', 'darwin')).toBe(
      `/Applications/W.app/Contents/Resources/${name}`,
    );
  });

  it('is the command that a package installed, if that is this program’s', () => {
    const links = join(folder, 'bin');
    const own = join(folder, 'opt');
    const other = join(folder, 'unpacked');
    for (const path of [links, own, other]) mkdirSync(path);
    for (const path of [own, other]) writeFileSync(join(path, name), '#!/bin/sh\n');
    symlinkSync(join(own, name), join(links, name));
    expect(launcherOf(join(own, 'school-api-setup-wizard'), 'linux', links)).toBe(join(links, name));
    expect(launcherOf(join(other, 'school-api-setup-wizard'), 'linux', links)).toBe(join(other, name));
    rmSync(join(own, name));
    expect(launcherOf(join(own, 'school-api-setup-wizard'), 'linux', links)).toBe(join(own, name));
  });

  it('is none in a checkout', () => {
    expect(scheduleFacts(false, '/data').launcher).toBeNull();
    const { launcher, dataFolder } = scheduleFacts(true, '/data');
    expect(launcher).toContain(name);
    expect(dataFolder).toBe('/data');
  });
});
