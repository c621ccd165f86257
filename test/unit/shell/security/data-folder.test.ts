import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeToOthers } from '../../../../electron/shell/security/data-folder';
import { temporaryFolder } from '../../../support/temporary-folder';

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  // Root's own folder stands for anyone's: root itself is let in everywhere.
  const me = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? 0);
  const make = (mode: number): string => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    chmodSync(folder, mode);
    if (process.getuid?.() === 0) chownSync(folder, me, me);
    return folder;
  };

  it.each([0o777, 0o775, 0o770, 0o755, 0o702])('is closed to others where it was %o', (mode) => {
    const folder = make(mode);
    expect(closeToOthers(folder, me)).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is left as it is where it is closed, or not there yet', () => {
    const folder = make(0o700);
    expect(closeToOthers(folder, me)).toBe(true);
    expect(closeToOthers(join(folder, 'none'), me)).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is refused where it is another user’s', () => {
    const folder = make(0o777);
    expect(closeToOthers(folder, me + 1)).toBe(false);
    expect(closeToOthers(folder, 0)).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o777);
  });
});
