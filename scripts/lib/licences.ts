import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/*
 * What others wrote of the program, with its licences, which ask us to pass their text on. Vite's own list
 * (`build.license`) stops at a package.json with the licence in the form of before 2015, `{ "type": "MIT" }`.
 */

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Its SPDX expression. */
  readonly licence: string;
  /** The licence's whole text. */
  readonly text: string;
}

const PACKAGE_FOLDER = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?!.*\.(?:js|ts)$)/i;

/** Writes the list of the packages in one part of the build as `fileName`: {@link BundledPackage}[]. */
export function licences(fileName: string): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
      // Style sheets are in no chunk: of the fonts, only the graph knows.
      const sheets = [...this.getModuleIds()].filter((id) => id.includes('/@fontsource'));
      const folders = new Set(
        [...modules, ...sheets].flatMap((id) => PACKAGE_FOLDER.exec(id.replace(/^\0/, ''))?.[1] ?? []),
      );
      const packages = [...folders].map(bundledPackage);
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(packages) });
    },
  };
}

function bundledPackage(folder: string): BundledPackage {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const stated = license ?? licenses;
  const licence = [stated]
    .flat()
    .map((one) => (typeof one === 'string' ? one : one?.type))
    .join(' OR ');
  const file = readdirSync(folder).find((one) => LICENCE_FILE.test(one));
  if (file === undefined)
    throw new Error(`${name} is bundled, but has no licence text to pass on: ${folder}`);
  return { name, version, licence, text: readFileSync(join(folder, file), 'utf8').trim() };
}
