import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemById } from '@systems/catalogue';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDatabase, writeDatabase } from '../../../electron/transfer/database';
import { entryFields, standardFields, titleOf } from '../../../electron/transfer/entry';
import type { PortableConnection } from '../../../electron/transfer/portable-connection';
import { everySystem } from '../../fakes/portable-connection';
import { kdbxOf } from '../../support/kdbx-kinds';
import { keepassxc } from '../../support/keepassxc';
import { quick } from '../../support/quick-thread';

/* Export to and import from KeePassXC. The package exists only on Debian. */

const PASSWORD = 'correct horse battery ’staple’ 1';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wizard-keepassxc-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], ...input: string[]) => keepassxc(args, input, folder);
const fresh = (name: string) => join(folder, `${name}-${Math.random().toString(36).slice(2)}.kdbx`);

async function written(connections: readonly PortableConnection[], stretching = quick): Promise<string> {
  const path = fresh('ours');
  writeFileSync(path, await writeDatabase(connections, PASSWORD, stretching));
  return path;
}

async function read(path: string): Promise<readonly PortableConnection[]> {
  const opened = await readDatabase(new Uint8Array(readFileSync(path)), PASSWORD);
  if (!opened.ok) throw new Error(opened.failure.reason);
  expect(opened.value.leftOut).toEqual([]);
  return [...opened.value.connections].sort((one, other) => one.system.localeCompare(other.system));
}

const sorted = [...everySystem].sort((one, other) => one.system.localeCompare(other.system));
const pathOf = (one: PortableConnection) => `${systemById(one.system).texts.en.name}/${titleOf(one)}`;

/** Title → field → text, and whether it is protected, according to KeePassXC. */
function entriesIn(xml: string) {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const textOf = (element: { textContent: string | null } | undefined) => element?.textContent ?? '';
  return new Map(
    [...document.getElementsByTagName('Entry')].map((entry) => {
      const fields = [...entry.getElementsByTagName('String')].map((field) => {
        const value = field.getElementsByTagName('Value')[0];
        const isSecret = value?.getAttribute('ProtectInMemory') === 'True';
        return [textOf(field.getElementsByTagName('Key')[0]), { text: textOf(value), isSecret }] as const;
      });
      const map = new Map(fields);
      return [map.get('Title')?.text ?? '', map] as const;
    }),
  );
}

describe.skipIf(process.platform !== 'linux')('KeePassXC', () => {
  it('opens what we export and reads every field, secrets protected', async () => {
    const path = await written(everySystem);
    const asShipped = fresh('shipped');
    writeFileSync(asShipped, await writeDatabase(everySystem.slice(0, 1), PASSWORD));
    expect(run(['db-info', asShipped], PASSWORD)).toMatch(/KDF: Argon2id \(10 rounds, 65536 KB\)/);
    const entries = entriesIn(run(['export', path], PASSWORD));
    expect(entries.size).toBe(everySystem.length);
    for (const one of everySystem) {
      const fields = entries.get(titleOf(one));
      const standard = Object.values(standardFields(systemById(one.system)));
      for (const { name, text, isSecret } of entryFields(one)) {
        expect(fields?.get(name), `${one.system} ${name}`).toEqual({ text, isSecret });
      }
      // Nothing appears twice, and everything is where KeePass users look for it.
      const told = [...(fields?.values() ?? [])].map(({ text }) => text);
      for (const text of [...Object.values(one.values), ...one.secrets.values()].filter(
        (value) => value.length > 3,
      )) {
        expect(told.filter((other) => other === text).length, `${one.system} ${text}`).toBe(1);
      }
      expect(standard.length).toBe(3);
      const [secret = ''] = one.secrets.values();
      expect(run(['show', '-s', '-a', 'Password', path, pathOf(one)], PASSWORD)).toBe(`${secret}\n`);
    }
  });

  it('edits it, and the edited values come back: password, user name, address and title', async () => {
    const [one] = everySystem.filter(({ system }) => system === 'powerschool');
    if (one === undefined) throw new Error('PowerSchool is gone');
    const path = await written([one]);
    run(
      [
        'edit',
        '-p',
        '-u',
        'new-id',
        '--url',
        'https://new.example',
        '-t',
        'Renamed Board',
        path,
        pathOf(one),
      ],
      PASSWORD,
      'N3w~s3cret é<&>',
    );
    expect(await read(path)).toEqual([
      {
        ...one,
        name: 'Renamed Board',
        values: { ...one.values, clientId: 'new-id', serverUrl: 'https://new.example' },
        secrets: new Map([['clientSecret', 'N3w~s3cret é<&>']]),
      },
    ]);
  });

  it('writes a database of its own (KDBX 3.1, AES-KDF) that we open, other entries left alone', async () => {
    const ours = await written(everySystem);
    const xml = join(folder, 'export.xml');
    writeFileSync(xml, run(['export', ours], PASSWORD));
    const imported = fresh('imported');
    run(['import', '-p', '-t', '100', xml, imported], PASSWORD, PASSWORD);
    expect(readFileSync(imported).readUInt16LE(10)).toBe(3);
    expect(await read(imported)).toEqual(sorted);

    const theirs = fresh('theirs');
    run(['db-create', '-p', '-t', '100', theirs], PASSWORD, PASSWORD);
    run(['add', '-p', '-u', 'pat', theirs, 'Mail'], PASSWORD, 'private');
    run(['merge', '-s', theirs, ours], PASSWORD);
    const opened = await readDatabase(new Uint8Array(readFileSync(theirs)), PASSWORD);
    expect(opened).toMatchObject({ ok: true, value: { otherEntries: 1 } });
    expect(opened.ok && opened.value.connections).toHaveLength(everySystem.length);
    // Entries in the recycle bin stay there.
    const [first] = everySystem;
    if (first === undefined) throw new Error('There is no system');
    run(['rm', theirs, pathOf(first)], PASSWORD);
    const after = await readDatabase(new Uint8Array(readFileSync(theirs)), PASSWORD);
    expect(after.ok && after.value.connections).toHaveLength(everySystem.length - 1);
  });

  it.each([
    { version: 4, kdf: 'Argon2d', cipher: 'ChaCha20' },
    { version: 4, kdf: 'Argon2id', cipher: 'ChaCha20', lanes: 4 },
    { version: 4, kdf: 'Argon2d', cipher: 'Aes', compression: 'None' },
    { version: 4, kdf: 'Aes', cipher: 'ChaCha20', rounds: 1_000 },
    { version: 4, kdf: 'Aes', cipher: 'Aes', rounds: 25_000 },
    { version: 3, cipher: 'Aes', rounds: 25_000 },
    { version: 3, cipher: 'Aes', compression: 'None', rounds: 7 },
  ] as const)('writes %o that we open', async (kind) => {
    const path = fresh('kind');
    const entries = everySystem.map((one) => entryFields(one));
    writeFileSync(path, await kdbxOf(kind, entries, PASSWORD));
    expect(await read(path)).toEqual(sorted);
    // From here on the file is KeePassXC's: it saves in the format it found.
    run(['add', path, 'Another'], PASSWORD);
    const opened = await readDatabase(new Uint8Array(readFileSync(path)), PASSWORD);
    expect(opened).toMatchObject({ ok: true, value: { otherEntries: 1, leftOut: [] } });
    expect(
      opened.ok && [...opened.value.connections].sort((a, b) => a.system.localeCompare(b.system)),
    ).toEqual(sorted);
  });

  it('says of our file that its password is wrong when it is', async () => {
    const [first] = everySystem;
    if (first === undefined) throw new Error('There is no system');
    const path = fresh('ours');
    writeFileSync(path, await writeDatabase([first], PASSWORD, quick));
    expect(() => run(['ls', path], 'wrong')).toThrow(/Invalid credentials/);
  });
});
