import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { languages } from '@contract/languages';
import { describe, expect, it } from 'vitest';
import { APP_ID, PRODUCT_NAME } from '../../electron/identity';

const root = resolve(import.meta.dirname, '../..');
const builder = readFileSync(resolve(root, 'electron-builder.yml'), 'utf8');
const npm = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

const stated = (key: string): string | undefined => new RegExp(`^ *${key}: (.+)$`, 'm').exec(builder)?.[1];

describe('what is packed', () => {
  it('keeps the frozen identity, on which every saved secret hangs', () => {
    expect(stated('appId')).toBe(APP_ID);
    expect(stated('productName')).toBe(PRODUCT_NAME);
    expect(npm.productName).toBe(PRODUCT_NAME);
    expect(APP_ID).toBe('org.schoolapisetup.wizard');
    expect(PRODUCT_NAME).toBe('School API Setup Wizard');
  });

  it.each([
    ['runAsNode', 'false'],
    ['enableCookieEncryption', 'false'],
    ['enableNodeOptionsEnvironmentVariable', 'false'],
    ['enableNodeCliInspectArguments', 'false'],
    ['enableEmbeddedAsarIntegrityValidation', 'true'],
    ['onlyLoadAppFromAsar', 'true'],
    ['loadBrowserProcessSpecificV8Snapshot', 'false'],
    ['grantFileProtocolExtraPrivileges', 'false'],
  ])('states the fuse %s: %s', (fuse, state) => {
    expect(stated(fuse)).toBe(state);
  });

  it('keeps Electron’s own texts in every language of the program', () => {
    const kept = stated('electronLanguages')?.match(/[\w-]+/g);
    expect(kept).toEqual(expect.arrayContaining([...languages]));
  });

  it('ships an Electron that has the asynchronous safeStorage', () => {
    expect(Number.parseInt(npm.devDependencies.electron, 10)).toBeGreaterThanOrEqual(42);
  });
});
