import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConnectionFile } from '../../../electron/cli/input';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { ensureFolder, flushFolder, writeWhole } from '../../../electron/connections/durable';
import { HistoryStore } from '../../../electron/connections/history-store';
import { SettingsStore } from '../../../electron/connections/settings-store';
import { Vault } from '../../../electron/secrets/vault';
import { readChosenFile } from '../../../electron/transfer/read-file';
import { writeNew } from '../../../electron/transfer/write-new';
import { aConnection } from '../../fakes/connections';
import { FakeCipher } from '../../fakes/secret-cipher';

/*
 * What the program does with files, under Windows' own Node. It is bundled into one file and prints one line of JSON
 * for each part (test/install/windows-node.test.ts).
 */

const now = () => new Date('2026-01-05T08:00:00.000Z');
const ID = '0b6f2f0e-5f0f-4d55-9a4e-000000000001';
/** As long, and of such letters, as a profile's may be. */
const home = mkdtempSync(join(tmpdir(), 'École & (profil) '));

/** Another program that opens the file and keeps it open for so long. */
async function holding(path: string, ms: number): Promise<void> {
  const script = `const fs = require('fs'); const held = fs.openSync(process.argv[1], 'r'); console.log('held'); setTimeout(() => fs.closeSync(held), ${ms});`;
  const child = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
}

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  'is Windows, whose rename fails over a file that is open': async () => {
    assert.equal(process.platform, 'win32');
    const [from, to] = [join(home, 'from'), join(home, 'to')];
    for (const path of [from, to]) writeFileSync(path, path);
    await holding(to, 3_000);
    assert.throws(() => renameSync(from, to), { code: 'EPERM' });
  },
  'a file that another program holds for a moment is written whole all the same': async () => {
    const path = join(home, 'held.json');
    writeWhole(path, 'before');
    await holding(path, 200);
    writeWhole(path, 'after');
    assert.equal(readFileSync(path, 'utf8'), 'after');
  },
  'a file that is never let go stays whole, and nothing lies about': async () => {
    const path = join(home, 'kept.json');
    writeWhole(path, 'before');
    await holding(path, 5_000);
    assert.throws(() => writeWhole(path, 'after'), { code: 'EPERM' });
    assert.equal(readFileSync(path, 'utf8'), 'before');
    assert.deepEqual(
      readdirSync(home).filter((name) => name.includes('.tmp-')),
      [],
    );
  },
  'new folders are made, and flushing one is no failure': () => {
    const folder = join(home, 'one', 'two', 'three');
    ensureFolder(folder);
    flushFolder(folder);
    assert.ok(existsSync(folder));
  },
  'connections, secrets, settings and the history are there at the next start': async () => {
    const folder = join(home, 'School API Setup Wizard');
    const cipher = new FakeCipher();
    const open = () => {
      const connections = new ConnectionStore({ folder, now });
      return { connections, vault: new Vault({ cipher, records: connections, now }) };
    };
    const first = open();
    assert.ok(first.connections.create(aConnection({ id: ID, name: 'École' })).ok);
    const ref = { connection: ID, field: 'clientSecret' };
    assert.ok((await first.vault.save(ref, 'a secret', ['https://api.example'])).ok);
    const settings = new SettingsStore({ folder, now });
    assert.ok(settings.update({ language: 'fr' }).ok);
    new HistoryStore({ folder, now }).record(
      aConnection({ id: ID, name: 'École' }),
      'clientSecret',
      'copied',
    );
    const next = open();
    assert.equal(next.connections.get(ID)?.name, 'École');
    assert.deepEqual(await next.vault.open(ref, 'https://api.example'), { ok: true, value: 'a secret' });
    assert.equal(new SettingsStore({ folder, now }).get().language, 'fr');
    assert.equal(new HistoryStore({ folder, now }).list(ID).length, 1);
    assert.ok(readdirSync(join(folder, 'generations')).length > 0);
  },
  'a connection file as Notepad writes it is read, by any spelling of its path': async () => {
    const folder = join(home, 'Réglages');
    mkdirSync(folder);
    const path = join(folder, 'école.json');
    const lines = [
      '{',
      '"system": "powerschool", "name": "École",',
      '"environment": "test", "values": {}',
      '}',
    ];
    writeFileSync(path, `\ufeff${lines.join('\r\n')}\r\n`);
    for (const spelling of [
      path,
      path.replaceAll('\\', '/'),
      path.toUpperCase(),
      `${folder}\\..\\Réglages\\école.json`,
    ]) {
      const read = readConnectionFile(spelling);
      assert.ok(read.ok, spelling);
      assert.equal(read.value.name, 'École');
    }
    const chosen = await readChosenFile(path.replaceAll('\\', '/'));
    assert.equal(chosen.kind === 'cancelled' ? '' : chosen.name, 'école.json');
  },
  'an export takes no other file’s place': () => {
    const path = join(home, 'export.kdbx');
    assert.deepEqual(writeNew(path, Buffer.from('one')), { ok: true, value: null });
    assert.equal(writeNew(path.toUpperCase(), Buffer.from('two')).ok, false);
    assert.equal(readFileSync(path, 'utf8'), 'one');
  },
};

for (const [part, run] of Object.entries(parts)) {
  let told = 'ok';
  try {
    await run();
  } catch (problem) {
    told = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  }
  process.stdout.write(`${JSON.stringify([part, told])}\n`);
}
process.exit(0);
