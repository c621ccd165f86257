import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { readStandardInput } from '../../../electron/cli/input';
import { descriptor, standardInput, whileWanted } from '../../../electron/cli/standard-input';

const folder = mkdtempSync(join(tmpdir(), 'wizard-stdin-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function readAll(content: string) {
  const path = join(folder, 'input');
  writeFileSync(path, content);
  const fd = openSync(path, 'r');
  try {
    return await readStandardInput(descriptor(fd));
  } finally {
    closeSync(fd);
  }
}

describe('standard input', () => {
  it('is Node’s own where Electron leaves it alone', () => {
    const own = Readable.from([]);
    expect(standardInput('linux', own)).toBe(own);
    expect(standardInput('darwin', own)).toBe(own);
    expect(standardInput('win32', own)).not.toBe(own);
  });

  it('is not waited for once the program is to stop', async () => {
    const stop = new AbortController();
    const endless = new Readable({ read: () => undefined });
    const stopped = new Promise<void>((done) => {
      void readStandardInput(whileWanted(endless, stop.signal, done));
    });
    endless.push('{"clientSecret":"half');
    stop.abort();
    await stopped;
    const whole = Readable.from(['{}']);
    const late = new AbortController();
    const read = await readStandardInput(
      whileWanted(whole, late.signal, () => {
        throw new Error('It has been read.');
      }),
    );
    late.abort();
    expect(read).toEqual({ ok: true, value: '{}' });
  });

  it('is read from its descriptor to the end', async () => {
    const secrets = JSON.stringify({ clientSecret: 'ü'.repeat(100_000) });
    expect(await readAll(secrets)).toEqual({ ok: true, value: secrets });
    expect(await readAll('')).toMatchObject({ ok: false, failure: { reason: 'no-input' } });
    expect(await readAll(' '.repeat(2_000_000))).toMatchObject({
      ok: false,
      failure: { reason: 'too-large' },
    });
  });
});
