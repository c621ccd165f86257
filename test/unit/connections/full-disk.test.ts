import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { SettingsStore } from '../../../electron/connections/settings-store';
import { aConnection } from '../../fakes/connections';
import { temporaryFolder } from '../../support/temporary-folder';

/*
 * A real 128 KiB file system that fills up. Only root may mount one; otherwise the test says so, and `faults.test.ts`
 * injects the same failure call by call for everybody.
 */

const now = () => new Date('2026-01-05T08:00:00.000Z');
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount();
if (!mayMount) process.stdout.write('  No file system may be mounted here: see faults.test.ts.\n');

it.runIf(mayMount)(
  'a disk that fills up: told as not saved, nothing lost, and it goes on when there is room',
  async () => {
    const disk = smallDisk();
    const folder = join(disk, 'data');
    fill(disk, 8);
    const store = new ConnectionStore({ folder, now });
    const kept: string[] = [];
    let refusals = 0;
    for (let round = 0; refusals < 20; round += 1) {
      const connection = aConnection({ name: `Board ${round}`, values: { clientId: 'x'.repeat(1_000) } });
      const made = store.create(connection);
      if (made.ok) kept.push(connection.name);
      else {
        expect(made.failure).toBe('not-saved');
        refusals += 1;
      }
      // What another program finds at this moment.
      const again = new ConnectionStore({ folder, now, readOnly: true });
      expect([names(again), again.notices, names(store)]).toEqual([kept, [], kept]);
      expect(round).toBeLessThan(1_000);
    }
    expect(kept.length).toBeGreaterThan(5);

    // Not a byte is left, not even for a file name.
    fill(disk);
    const [first] = store.list();
    if (first === undefined) throw new Error('Nothing was kept');
    expect(store.replace({ ...first, name: 'renamed', boardNumber: 'B'.repeat(40) })).toEqual({
      ok: false,
      failure: 'not-saved',
    });
    const settings = new SettingsStore({ folder, now });
    expect(settings.update({ language: 'fr' })).toEqual({ ok: false, failure: 'not-saved' });
    const started = new ConnectionStore({ folder, now });
    expect([names(started), started.notices]).toEqual([kept, []]);

    rmSync(join(disk, 'other program’s files'), { recursive: true });
    expect(store.delete(first.id).ok).toBe(true);
    expect(names(new ConnectionStore({ folder, now }))).toEqual(kept.slice(1));
    // electron-store's atomic write removes its partial file a moment later.
    await expect
      .poll(() => readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.tmp-')))
      .toEqual([]);
  },
);

const names = (store: ConnectionStore): string[] => store.list().map(({ name }) => name);

/** Creates one-block files until the limit or until the disk is full. */
function fill(disk: string, most = 10_000): void {
  const folder = join(disk, 'other program’s files');
  mkdirSync(folder, { recursive: true });
  const first = readdirSync(folder).length;
  try {
    for (let count = 0; count < most; count += 1) {
      writeFileSync(join(folder, String(first + count)), 'x'.repeat(4_096));
    }
  } catch {
    // Full.
  }
}

function smallDisk(): string {
  const disk = temporaryFolder();
  mount(disk);
  onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
  return disk;
}

function mount(folder: string): void {
  const options = 'size=128k,mode=700';
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'wizard-test', folder], { stdio: 'ignore' });
}

/** Root in a container often cannot. */
function canMount(): boolean {
  const folder = `/tmp/wizard-mount-${process.pid}`;
  mkdirSync(folder);
  try {
    mount(folder);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
