import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SettingsStore } from '../../../electron/connections/settings-store';
import { allFiles, temporaryFolder } from '../../support/temporary-folder';

const now = () => new Date('2026-01-05T08:00:00.000Z');
const defaults = { language: null, loopbackPort: null, practicePort: null };
const fileOf = (folder: string) => join(folder, 'settings.json');

describe('settings', () => {
  it('begin as defaults without a file, and survive a restart', () => {
    const folder = temporaryFolder();
    const store = new SettingsStore({ folder, now });
    expect([store.get(), [...allFiles(folder).keys()]]).toEqual([defaults, []]);
    expect(store.update({ language: 'fr' })).toEqual({ ok: true, value: null });
    expect(store.update({ loopbackPort: 49_500 }).ok).toBe(true);
    expect(new SettingsStore({ folder, now }).get()).toEqual({
      ...defaults,
      language: 'fr',
      loopbackPort: 49_500,
    });
    if (process.platform !== 'win32') expect(statSync(fileOf(folder)).mode & 0o777).toBe(0o600);
  });

  it.each([
    { loopbackPort: 0 },
    { loopbackPort: 65_536 },
    { practicePort: 1.5 },
    { practicePort: Number.NaN },
  ])('refuse %j and keep what they were', (change) => {
    const folder = temporaryFolder();
    const store = new SettingsStore({ folder, now });
    store.update({ language: 'en' });
    const before = allFiles(folder);
    expect(store.update(change)).toEqual({ ok: false, failure: 'invalid' });
    expect([store.get().language, allFiles(folder)]).toEqual(['en', before]);
  });

  it.each([
    ['', 'damaged'],
    ['{"version":1,"lang', 'damaged'],
    ['{"version":1,"language":"tlh","loopbackPort":null,"practicePort":null}', 'damaged'],
    ['{"version":1,"__proto__":{"polluted":1}}', 'damaged'],
    ['[]', 'damaged'],
    ['{"version":2,"language":"en"}', 'newer-version'],
  ] as const)('a file with %j is set aside as %s; defaults serve and can be saved', (text, kind) => {
    const folder = temporaryFolder();
    writeFileSync(fileOf(folder), text);
    const store = new SettingsStore({ folder, now });
    const copiedTo = join(folder, `settings.${kind}-2026-01-05T08-00-00-000Z.json`);
    expect([store.get(), store.notices]).toEqual([defaults, [{ kind, file: 'settings', copiedTo }]]);
    expect(readFileSync(copiedTo, 'utf8')).toBe(text);
    expect(store.update({ language: 'fr' }).ok).toBe(true);
    const again = new SettingsStore({ folder, now });
    expect([again.get().language, again.notices]).toEqual(['fr', []]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('not saved: memory and file are as before', () => {
    const folder = temporaryFolder();
    new SettingsStore({ folder, now }).update({ language: 'fr' });
    const before = allFiles(folder);
    const openWriter = (place: string, name: string) => (value: object) => {
      writeFileSync(join(place, `${name}.json`), '{');
      return JSON.stringify(value);
    };
    const store = new SettingsStore({ folder, now, openWriter });
    expect(store.update({ language: 'en' })).toEqual({ ok: false, failure: 'not-saved' });
    expect([store.get().language, allFiles(folder)]).toEqual(['fr', before]);
  });

  it('a folder in the file’s place is not overwritten', () => {
    const folder = temporaryFolder();
    mkdirSync(fileOf(folder));
    const store = new SettingsStore({ folder, now });
    expect(store.update({ language: 'en' })).toEqual({ ok: false, failure: 'not-saved' });
    expect(statSync(fileOf(folder)).isDirectory()).toBe(true);
  });

  it('for looking only, nothing on the disk changes', () => {
    const folder = temporaryFolder();
    writeFileSync(fileOf(folder), 'junk');
    const before = allFiles(folder);
    const store = new SettingsStore({ folder, now, readOnly: true });
    expect(store.update({ language: 'en' })).toEqual({ ok: false, failure: 'not-saved' });
    expect([store.get(), allFiles(folder)]).toEqual([defaults, before]);
  });
});
