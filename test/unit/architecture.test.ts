import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/* The arrows of the house: who may import whom. A new folder has to take its place in this table. */

const root = join(import.meta.dirname, '../..');

/** Folder → what its files may import: packages by name, own folders by path, `node:` for Node's modules. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'electron/contract': ['electron/contract', 'assets/locales', 'zod'],
  'electron/systems': ['electron/contract', 'electron/systems', 'assets/locales'],
  'electron/secrets': [
    'electron/contract',
    'electron/secrets',
    'electron/identity',
    'node:',
    'zod',
    'electron',
    '@homebridge/dbus-native',
  ],
  'electron/connections': [
    'electron/contract',
    'electron/connections',
    'electron/secrets',
    'node:',
    'zod',
    'electron-store',
  ],
  'electron/rotation': [
    'electron/contract',
    'electron/systems',
    'electron/secrets',
    'electron/rotation',
    'node:',
  ],
  'electron/http': [
    'electron/contract',
    'electron/http',
    'node:',
    'got',
    '@peculiar/x509',
    'reflect-metadata',
  ],
  'electron/answers': ['electron/contract', 'electron/systems', 'electron/http', 'electron/answers'],
  'electron/sign-in': [
    'electron/contract',
    'electron/systems',
    'electron/http',
    'electron/answers',
    'electron/sign-in',
    'assets/locales',
    'node:',
    'oauth4webapi',
    'oauth-1.0a',
  ],
  'electron/check': [
    'electron/contract',
    'electron/systems',
    'electron/http',
    'electron/answers',
    'electron/sign-in',
    'electron/secrets',
    'electron/check',
    'node:',
  ],
  'electron/practice': [
    'electron/contract',
    'electron/systems',
    'electron/practice',
    'assets/locales',
    'node:',
    '@peculiar/x509',
    'reflect-metadata',
  ],
  'electron/moving': [
    'electron/contract',
    'electron/systems',
    'electron/connections',
    'electron/secrets',
    'electron/moving',
    'node:',
    'zod',
    'kdbxweb',
    'hash-wasm',
    '@xmldom/xmldom',
  ],
  'electron/report': ['electron/contract', 'electron/systems', 'electron/report', 'assets/locales'],
  'electron/log': ['electron/contract', 'electron/log', 'assets/locales', 'node:'],
  'electron/security': [
    'electron/contract',
    'electron/systems',
    'electron/security',
    'electron/identity',
    'node:',
    'electron',
  ],
  'electron/window': [
    'electron/contract',
    'electron/window',
    'electron/identity',
    'assets/locales',
    'node:',
    'electron',
  ],
  'electron/ipc': [
    'electron/contract',
    'electron/systems',
    'electron/check',
    'electron/rotation',
    'electron/security',
    'electron/log',
    'electron/report',
    'electron/ipc',
    'node:',
    'electron',
  ],
  renderer: [
    'electron/contract',
    'electron/systems',
    'renderer',
    'assets/locales',
    'react',
    'react-dom',
    'react-aria-components',
    'i18next',
    'react-i18next',
    'lucide-react',
    '@fontsource-variable',
    '@zxcvbn-ts',
  ],
};

/** Outside the table: the entry, the two programs' composition roots, and what both share. */
const roots = [
  'electron/main.ts',
  'electron/open-window.ts',
  'electron/window-program.ts',
  'electron/window-trouble.ts',
  'electron/preload.ts',
  'electron/identity.ts',
  'electron/language.ts',
  'electron/diary.ts',
  'electron/end-on-bug.ts',
  'electron/first-instance.ts',
];

const aliases: readonly (readonly [string, string])[] = [
  ['@contract/', 'electron/contract/'],
  ['@systems/', 'electron/systems/'],
];

const sources = ['electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const names = [...text.matchAll(/(?:\bfrom\s+|\bimport\(\s*|\bimport\s+)'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return names.map((name) => {
    const alias = aliases.find(([prefix]) => name.startsWith(prefix));
    if (alias !== undefined) return alias[1] + name.slice(alias[0].length);
    return name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name;
  });
}

const allows = (allowed: readonly string[], name: string): boolean =>
  allowed.some((one) => name === one || name.startsWith(one.endsWith(':') ? one : `${one}/`));

describe('the arrows', () => {
  it('have a place for every file', () => {
    const homeless = sources.filter(
      (file) =>
        !roots.includes(file) &&
        !file.startsWith('electron/cli/') &&
        !Object.keys(arrows).some((folder) => file.startsWith(`${folder}/`)),
    );
    expect(homeless).toEqual([]);
  });

  it('and each folder a line in docs/map.md', () => {
    const map = readFileSync(join(root, 'docs/map.md'), 'utf8');
    const folders = readdirSync(join(root, 'electron'), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !map.includes(`| \`${name}\` |`))).toEqual([]);
    const screens = readdirSync(join(root, 'renderer'), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(screens.map(({ name }) => name).filter((name) => !map.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(Object.entries(arrows))('%s', (folder, allowed) => {
    const files = sources.filter((file) => file.startsWith(`${folder}/`));
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !allows(allowed, name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** What only the named files may use: raw modules, which everybody else uses through a wrapper, and the ways out of the vault. */
const raw: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['ipcMain', /\bipcMain\b/, ['electron/ipc/register.ts']],
  ['ipcRenderer and contextBridge', /\b(ipcRenderer|contextBridge)\b/, ['electron/preload.ts']],
  ['shell', /\bimport\s*\{[^}]*\bshell\b[^}]*\}\s*from 'electron'/, ['electron/security/outside.ts']],
  [
    'safeStorage',
    /\bimport\s*\{[^}]*\bsafeStorage\b[^}]*\}\s*from 'electron'/,
    ['electron/secrets/safe-storage-wrapper.ts'],
  ],
  ['got', /from 'got'/, ['electron/http/client.ts']],
  ['kdbxweb', /from 'kdbxweb'/, ['electron/moving/kdbx.ts']],
  ['electron-store', /from 'electron-store'/, ['electron/connections/store-file.ts']],
  [
    'a secret for a sign-in',
    /\bvault\.open\(/,
    ['electron/check/saved-connection.ts', 'electron/secrets/proxy-sign-ins.ts'],
  ],
  [
    'a secret for the person',
    /\bvault\.reveal\(/,
    ['electron/ipc/secret-handlers.ts', 'electron/moving/exports.ts'],
  ],
];

describe('the users of', () => {
  it.each(raw)('%s', (_name, pattern, allowed) => {
    const users = sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
    expect(users.toSorted()).toEqual(allowed);
  });
});
