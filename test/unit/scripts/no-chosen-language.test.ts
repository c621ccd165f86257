import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';

/*
 * The lint rule that keeps languages out of the code: scripts/lint/no-chosen-language.grit, as biome.json applies it.
 */

const root = resolve(import.meta.dirname, '../../..');

/** The lines of a file that the rule reports. */
function found(path: string, lines: readonly string[]): readonly number[] {
  const folder = temporaryFolder();
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true });
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--max-diagnostics=200', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toContain('Checked ');
  const places = `${stdout}${stderr}`.matchAll(/^(\S+):(\d+):\d+ plugin/gm);
  return [...new Set([...places].map((place) => Number(place[2])))].toSorted((a, b) => a - b);
}

const choices = [
  "export const a = (language: string) => (language === 'fr' ? 'oui' : 'yes');",
  "export const b = (language: string) => ('en' !== language ? 'oui' : 'yes');",
  "export const c = (language: string) => (language.startsWith('fr') ? 'oui' : 'yes');",
  "export const d = { en: 'yes', nl: 'ja' };",
  'export const e = (en: string) => ({ en });',
  'export type F = { readonly fr: string };',
  "export type G = 'fr' | null;",
];
const others = ["export const locale = 'en-CA';", "export const environment = { entry: 'fresh' };"];

describe('code that chooses between languages by name', () => {
  it('is found, in whatever form', () => {
    expect(found('electron/example.ts', [...choices, ...others])).toEqual(choices.map((_, at) => at + 1));
    expect(found('renderer/example.tsx', choices.slice(0, 1))).toEqual([1]);
  });

  it('is let be where the languages are, and in tests', () => {
    expect(found('electron/contract/language-rows.ts', choices)).toEqual([]);
    expect(found('test/example.ts', choices)).toEqual([]);
  });
});
