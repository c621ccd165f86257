import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peekKeyrings, peekLanguage } from '../../../electron/connections/peek';
import { SettingsStore } from '../../../electron/connections/settings-store';
import { temporaryFolder } from '../../support/temporary-folder';

const now = () => new Date('2026-01-05T08:00:00.000Z');

describe('a glance at the settings', () => {
  it('sees the language that the store has written', () => {
    const folder = temporaryFolder();
    expect(peekLanguage(folder)).toBeNull();
    const settings = new SettingsStore({ folder, now });
    expect(peekLanguage(folder)).toBeNull();
    settings.update({ language: 'fr' });
    expect(peekLanguage(folder)).toBe('fr');
  });

  it.each([
    '',
    'null',
    '[]',
    '{"language":"fr"}',
    '{"version":1,"language":"tlh"}',
    '{"version":1,"language":{}}',
    '{',
    '\u{FEFF}{}',
  ])('makes nothing of settings that are %s', (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'settings.json'), text);
    expect(peekLanguage(folder)).toBeNull();
  });

  it('does not mind a folder that is not there', () => {
    expect(peekLanguage('/nowhere/at/all')).toBeNull();
  });
});

describe('a glance at who encrypted what is saved', () => {
  const folderWith = (connections: unknown, settings: object = {}): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'connections.json'), JSON.stringify(connections));
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, ...settings }));
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
    expect(peekKeyrings(folderWith({ version: 1, connections: [], secrets: {} }, settings), null)).toEqual([
      'kwallet6',
    ]);
    expect(peekKeyrings(folderWith(two, settings), null)).not.toContain('kwallet6');
  });

  it.each([
    null,
    [],
    7,
    { version: 1, secrets: 7 },
    { version: 2, secrets: 7 },
    { version: 1, secrets: { one: null, other: [record(7), 'x'] }, connections: [null, 'x', { id: 7 }] },
  ])('makes nothing of %j', (content) => {
    expect(peekKeyrings(folderWith(content), ['x'])).toEqual([]);
  });

  it('sees those of a newer version as well', () => {
    expect(peekKeyrings(folderWith({ ...two, version: 2 }), ['Oak'])).toEqual(['gnome_libsecret']);
  });

  it('makes nothing of files that are not there', () => {
    expect(peekKeyrings(temporaryFolder(), null)).toEqual([]);
  });
});
