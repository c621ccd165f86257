import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { peek } from '../../../electron/connections/peek';
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
