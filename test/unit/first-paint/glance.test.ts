import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { SettingsStore } from '../../../electron/connections/settings-store';
import { glanceAtConnections } from '../../../electron/first-paint/glance';
import { aConnection } from '../../fakes/connections';
import { temporaryFolder } from '../../support/temporary-folder';

const now = () => new Date('2026-01-05T08:00:00.000Z');

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
    expect(glanceAtConnections(folder, 2)).toEqual({
      count: 3,
      first: [
        { connection: one, savedAt: null },
        { connection: other, savedAt: '2025-02-01T00:00:00.000Z' },
      ],
    });
  });

  it('knows a folder in which nobody has ever saved one', () => {
    const folder = temporaryFolder();
    const nothing = { count: 0, first: [] };
    expect(glanceAtConnections(folder, 2)).toEqual(nothing);
    expect(glanceAtConnections('/nowhere/at/all', 2)).toEqual(nothing);
    new SettingsStore({ folder, now }).update({ language: 'fr' });
    expect(glanceAtConnections(folder, 2)).toEqual(nothing);
  });

  it('takes a folder for used that has lost its file but not the copies', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'generations'));
    expect(glanceAtConnections(folder, 2)).toBeNull();
  });

  it('sees an emptied list', () => {
    expect(glanceAtConnections(storedIn(), 2)).toEqual({ count: 0, first: [] });
  });

  it.each([
    { name: 7 },
    { name: 'x'.repeat(10_000) },
    { system: 'of-a-newer-version' },
    { environment: 'staging' },
    { practice: 'yes' },
  ])('makes nothing of a connection like %j', (change) => {
    expect(glanceAtConnections(storedIn({ ...aConnection(), ...change }), 2)).toBeNull();
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
    expect(glanceAtConnections(folder, 2)).toBeNull();
  });
});
