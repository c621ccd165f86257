import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { peek, peekConnections, peekKeyrings } from '../../../electron/connections/peek';
import { SettingsStore } from '../../../electron/connections/settings-store';
import { aConnection } from '../../fakes/connections';
import { temporaryFolder } from '../../support/temporary-folder';

const now = () => new Date('2026-01-05T08:00:00.000Z');

describe('a glance at the files', () => {
  it('sees what the stores have written', () => {
    const folder = temporaryFolder();
    expect(peek(folder)).toEqual({ isEmpty: true, language: null });
    const settings = new SettingsStore({ folder, now });
    const connections = new ConnectionStore({ folder, now });
    expect(peek(folder)).toEqual({ isEmpty: true, language: null });
    settings.update({ language: 'fr' });
    connections.create(aConnection());
    expect(peek(folder)).toEqual({ isEmpty: false, language: 'fr' });
  });

  it('takes a folder for used that has lost its file but not the copies', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'generations'));
    expect(peek(folder).isEmpty).toBe(false);
  });

  it.each(['', 'null', '[]', '{"language":"de"}', '{"language":{}}', '{', '\u{FEFF}{}'])(
    'makes nothing of settings that are %s',
    (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'settings.json'), text);
      expect(peek(folder).language).toBeNull();
    },
  );

  it('does not mind a folder that is not there', () => {
    expect(peek('/nowhere/at/all')).toEqual({ isEmpty: true, language: null });
  });
});

describe('a glance at the saved connections', () => {
  const storedIn = (...connections: readonly unknown[]): string => {
    const folder = temporaryFolder();
    const value = { version: 1, connections, secrets: {} };
    writeFileSync(join(folder, 'connections.json'), JSON.stringify(value));
    return folder;
  };

  it('sees the first of them, how many there are, and the age of the oldest secret in use', () => {
    const folder = temporaryFolder();
    const connections = new ConnectionStore({ folder, now });
    const [one, other, third] = [aConnection(), aConnection(), aConnection()];
    for (const each of [one, other, third]) connections.create(each);
    const ref = (field: string) => ({ connection: other.id, field });
    const keptAt = (savedAt: string) => ({ format: 1, backend: 'gnome_libsecret', savedAt, cipher: 'AAAA' });
    connections.writeSecret(ref('apiKey'), keptAt('2025-03-01T00:00:00.000Z'));
    connections.writeSecret(ref('clientSecret'), keptAt('2025-02-01T00:00:00.000Z'));
    connections.writeSecret({ ...ref('clientSecret'), slot: 'previous' }, keptAt('2024-02-01T00:00:00.000Z'));
    expect(peekConnections(folder, 2)).toEqual({
      count: 3,
      first: [
        { connection: one, savedAt: null },
        { connection: other, savedAt: '2025-02-01T00:00:00.000Z' },
      ],
    });
  });

  it('sees an emptied list', () => {
    expect(peekConnections(storedIn(), 2)).toEqual({ count: 0, first: [] });
  });

  it.each([
    { name: 7 },
    { name: 'x'.repeat(10_000) },
    { system: 'of-a-newer-version' },
    { environment: 'staging' },
    { practice: 'yes' },
  ])('makes nothing of a connection like %j', (change) => {
    expect(peekConnections(storedIn({ ...aConnection(), ...change }), 2)).toBeNull();
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"version":2,"connections":[],"secrets":{}}',
    '{"version":1,"connections":7}',
  ])('makes nothing of a file that holds %j', (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'connections.json'), text);
    expect(peekConnections(folder, 2)).toBeNull();
  });

  it('makes nothing of a file that is not there', () => {
    expect(peekConnections(temporaryFolder(), 2)).toBeNull();
  });
});

describe('a glance at who encrypted what is saved', () => {
  const folderWith = (connections: unknown, settings: unknown = {}): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'connections.json'), JSON.stringify(connections));
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
    return folder;
  };
  const record = (backend: unknown) => ({
    format: 1,
    backend,
    savedAt: '2026-01-05T08:00:00.000Z',
    cipher: '',
  });
  const two = {
    version: 1,
    connections: [
      { id: 'one', name: 'Maple' },
      { id: 'other', name: 'Oak' },
      { id: 'bare', name: 'Pine' },
    ],
    secrets: {
      one: { clientSecret: record('kwallet5'), 'clientSecret@next': record('kwallet5') },
      other: { clientSecret: record('gnome_libsecret') },
    },
  };

  it('names the keyring of each secret, and of those asked for by name or id where they have any', () => {
    const folder = folderWith(two);
    expect(peekKeyrings(folder, null)).toEqual(['kwallet5', 'kwallet5', 'gnome_libsecret']);
    expect(peekKeyrings(folder, ['Oak'])).toEqual(['gnome_libsecret']);
    expect(peekKeyrings(folder, ['one'])).toEqual(['kwallet5', 'kwallet5']);
    for (const names of [[], ['Pine'], ['nobody', 'undefined']]) {
      expect(peekKeyrings(folder, names)).toEqual(peekKeyrings(folder, null));
    }
  });

  it('sees the sign-ins of proxies where no secret is saved', () => {
    const settings = { proxySignIns: { 'http://proxy.test:3128': record('kwallet6') } };
    expect(peekKeyrings(folderWith({ secrets: {} }, settings), null)).toEqual(['kwallet6']);
    expect(peekKeyrings(folderWith(two, settings), null)).not.toContain('kwallet6');
  });

  it.each([
    null,
    [],
    7,
    { secrets: 7 },
    { secrets: { one: null, other: [record(7), 'x'] }, connections: [null, 'x', { id: 7 }] },
  ])('makes nothing of %j', (content) => {
    expect(peekKeyrings(folderWith(content), ['x'])).toEqual([]);
  });

  it('makes nothing of files that are not there', () => {
    expect(peekKeyrings(temporaryFolder(), null)).toEqual([]);
  });
});
