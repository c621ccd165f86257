import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileLog, type LogEvent } from '../../../electron/log/log';
import { temporaryFolder } from '../../support/temporary-folder';

const bug: LogEvent = {
  event: 'bug',
  version: '0.1.0',
  build: '0123456789ab',
  where: 'main',
  trace: [{ type: 'TypeError', frames: ['main/main.js:1:2'] }],
};

describe('the last words of a program', () => {
  it('stand in the file before the call returns, for this user alone', () => {
    const folder = temporaryFolder();
    const log = new FileLog(folder);
    expect(log.writeAtOnce(bug)).toBe(true);
    expect(log.file).toBe(join(folder, 'logs/wizard.log'));
    expect(JSON.parse(readFileSync(log.file, 'utf8'))).toMatchObject(bug);
    if (process.platform !== 'win32') expect(statSync(log.file).mode & 0o077).toBe(0);
  });

  it('are not said to stand where the disk does not take them', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'logs'), 'no folder');
    expect(new FileLog(folder).writeAtOnce(bug)).toBe(false);
  });
});
