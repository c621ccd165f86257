import { describe, expect, it } from 'vitest';
import { launcherBeside, scheduleFacts } from '../../../electron/cli/schedule-facts';

describe('the launcher that the schedule starts', () => {
  it.skipIf(process.platform === 'win32')('is beside the program, and in the resources of a Mac', () => {
    expect(launcherBeside('/opt/Wizard/school-api-setup-wizard', 'linux')).toBe(
      '/opt/Wizard/school-api-setup-wizard-cli',
    );
    expect(launcherBeside('/Applications/W.app/Contents/MacOS/W', 'darwin')).toBe(
      '/Applications/W.app/Contents/Resources/school-api-setup-wizard-cli',
    );
  });

  it('is none in a checkout', () => {
    expect(scheduleFacts(false, '/data').launcher).toBeNull();
    const { launcher, dataFolder } = scheduleFacts(true, '/data');
    expect(launcher).toContain('school-api-setup-wizard-cli');
    expect(dataFolder).toBe('/data');
  });
});
