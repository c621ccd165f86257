import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../../electron/policies/read-file';
import { temporaryFolder } from '../../support/temporary-folder';

/** A folder that stands for /etc, with the policies of whoever runs the test as its administrator. */
function place(text: string | Uint8Array = '{"forbidExport":true}') {
  const from = temporaryFolder();
  chmodSync(from, 0o755);
  const folder = join(from, 'school-api-setup-wizard');
  mkdirSync(folder, { mode: 0o755 });
  const file = join(folder, 'policies.json');
  writeFileSync(file, text, { mode: 0o644 });
  return { from, folder, file, read: (who = user) => readPolicyFile(file, ownerOf(who, from)) };
}

const user = process.getuid?.() ?? 0;
/** Windows' files have no such owner. */
const ownerOf = (who: number, from: string) => (isPosix ? { user: who, from } : null);

const isPosix = process.platform !== 'win32';

describe('the file of policies', () => {
  it('is read, with or without a byte order mark', async () => {
    const good = ok({ forbidExport: true });
    expect(await place().read()).toEqual(good);
    expect(await place('\uFEFF{"forbidExport":true}').read()).toEqual(good);
  });

  it('need not be there, nor its folder', async () => {
    const { from } = place();
    const owner = ownerOf(user, from);
    expect(await readPolicyFile(join(from, 'school-api-setup-wizard/other.json'), owner)).toEqual(ok(null));
    expect(await readPolicyFile(join(from, 'nowhere/policies.json'), owner)).toEqual(ok(null));
  });

  it.each([
    ['', 'not-json'],
    ['{"forbidExport":true', 'not-json'],
    ['{"forbidExport":true,}', 'not-json'],
    ['[]', 'not-an-object'],
    ['null', 'not-an-object'],
    ['{"forbidExport":true,"forbidExport":false}', 'duplicate-key'],
    ['{"presets":[{"id":"a","id":"b"}]}', 'duplicate-key'],
    [`{"x":"${'x'.repeat(1024 * 1024)}"}`, 'too-large'],
    [Uint8Array.of(0x7b, 0xff, 0xff, 0x7d), 'not-utf8'],
  ])('is refused as a whole: %# %s', async (text, reason) => {
    expect(await place(text).read()).toEqual(refuse(reason));
  });

  it('costs little, however deep it is', async () => {
    const deep = `{"presets":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await place(deep).read()).ok).toBe(true);
  });

  it.runIf(isPosix)('is refused if others may write it or any folder above it', async () => {
    for (const mode of [0o664, 0o646, 0o666]) {
      const { file, read } = place();
      chmodSync(file, mode);
      expect(await read(), mode.toString(8)).toEqual(refuse('writable'));
    }
    for (const mode of [0o775, 0o757, 0o1777]) {
      const inner = place();
      chmodSync(inner.folder, mode);
      expect(await inner.read(), mode.toString(8)).toEqual(refuse('writable'));
      const outer = place();
      chmodSync(outer.from, mode);
      expect(await outer.read(), mode.toString(8)).toEqual(refuse('writable'));
    }
  });

  it.runIf(isPosix)('need not be there, whoever owns the folders, as in a container', async () => {
    const { file, read } = place();
    rmSync(file);
    expect(await read((process.getuid?.() ?? 0) + 1)).toEqual(ok(null));
  });

  it.runIf(isPosix)('is refused if it belongs to anybody else', async () => {
    const { read } = place();
    expect(await read((process.getuid?.() ?? 0) + 1)).toEqual(refuse('not-owned'));
  });

  it.runIf(isPosix)('is refused behind a link, whoever made it', async () => {
    const aside = place();
    renameSync(aside.file, `${aside.file}.real`);
    symlinkSync(`${aside.file}.real`, aside.file);
    expect(await aside.read()).toEqual(refuse('link'));
    const moved = place();
    renameSync(moved.folder, `${moved.folder}.real`);
    symlinkSync(`${moved.folder}.real`, moved.folder);
    expect(await moved.read()).toEqual(refuse('link'));
    const dangling = place();
    renameSync(dangling.file, `${dangling.file}.gone`);
    symlinkSync(`${dangling.file}.nowhere`, dangling.file);
    expect(await dangling.read()).toEqual(refuse('link'));
  });

  it.runIf(process.platform === 'linux')('is no folder, and no pipe that is waited for', async () => {
    const folder = place();
    renameSync(folder.file, `${folder.file}.old`);
    mkdirSync(folder.file, { mode: 0o755 });
    expect(await folder.read()).toEqual(refuse('not-a-file'));
    const pipe = place();
    renameSync(pipe.file, `${pipe.file}.old`);
    execFileSync('mkfifo', ['-m', '644', pipe.file]);
    expect(await pipe.read()).toEqual(refuse('not-a-file'));
  });
});
