import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policiesInRegistry, REGISTRY_KEY } from '../../electron/policies/registry';
import { hasWine, startWine, type Wine } from '../support/wine';

/* The reader of the registry, under Wine, where Group Policy would have written. */

const root = join(import.meta.dirname, '../..');
const NAME = 'school-api-setup-wizard-policies.exe';
const reader = `C:\\Program Files\\School API Setup Wizard\\${NAME}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policies-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compile = (name: string): string => {
  const file = join(folder, name);
  execFileSync(process.execPath, [join(root, 'scripts/lib/windows-programs.mjs'), file], { stdio: 'pipe' });
  return file;
};

describe.runIf(hasWine)('policies in the registry of Windows', () => {
  let wine: Wine;
  beforeAll(async () => {
    wine = await startWine();
    mkdirSync(join(wine.place(reader), '..'), { recursive: true });
    copyFileSync(compile(NAME), wine.place(reader));
  });
  afterAll(() => wine.stop());

  const read = async () => {
    const { status, output } = await wine.run(reader, []);
    expect(status, output).toBe(0);
    return policiesInRegistry(output);
  };
  const add = async (...value: readonly string[]) => {
    const { status, output } = await wine.run('reg', ['add', REGISTRY_KEY, ...value, '/f']);
    expect(status, output).toBe(0);
  };

  it('has a reader that is the same in two builds', () => {
    expect(readFileSync(compile('policies-1.exe'))).toEqual(readFileSync(compile('policies-2.exe')));
  });

  it('are none without the key, and what it holds with it', async () => {
    expect(await read()).toEqual({});
    await add('/v', 'forbidExport', '/t', 'REG_DWORD', '/d', '1');
    await add('/v', 'ForbidReveal', '/t', 'REG_DWORD', '/d', '0');
    await add('/v', 'forbidPractice', '/t', 'REG_SZ', '/d', 'yes');
    await add('/v', 'supportContact', '/t', 'REG_SZ', '/d', 'Aidé à l’école');
    await add('/v', 'allowedSystems', '/t', 'REG_MULTI_SZ', '/d', String.raw`onsis\0powerschool`);
    const presets = [{ id: 'maple', system: 'onsis', name: 'Érable', environment: 'test', values: {} }];
    await add('/v', 'presets', '/t', 'REG_MULTI_SZ', '/d', JSON.stringify(presets));
    await add('/v', 'certificateAuthorities', '/t', 'REG_SZ', '/d', 'M'.repeat(20_000));
    await add('/v', 'autre é', '/t', 'REG_BINARY', '/d', '00ff');
    expect(await read()).toEqual({
      forbidExport: true,
      forbidReveal: false,
      forbidPractice: 'yes',
      supportContact: 'Aidé à l’école',
      allowedSystems: ['onsis', 'powerschool'],
      presets,
      certificateAuthorities: ['M'.repeat(20_000)],
      'autre é': null,
    });
  });

  it('are an administrator’s alone: nothing is read of the user’s own part', async () => {
    const own = REGISTRY_KEY.replace('HKLM', 'HKCU');
    await wine.run('reg', ['add', own, '/v', 'forbidProxySignIn', '/t', 'REG_DWORD', '/d', '0', '/f']);
    expect(await read()).not.toHaveProperty('forbidProxySignIn');
  });
});
