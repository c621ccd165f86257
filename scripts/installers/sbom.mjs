import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from '../lib/project.mjs';
import { APP_ID, TITLE } from './names.mjs';

/*
 * The software bill of materials (CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/): what the build really bundled,
 * by the build's own list, and the Electron, Chromium and Node that it runs on. A list made from package.json would
 * name packages of which no line ships, and miss those three.
 */

/** @typedef {{ name: string, version: string, licence: string, text: string }} BundledPackage */

/**
 * @param {import('../lib/electron-runtime.mjs').ElectronRuntime} runtime the Electron that was packed
 * @returns {string} JSON, the same in two builds
 */
export function billOfMaterials(runtime) {
  /** @type {BundledPackage[]} */
  const bundled = JSON.parse(readFileSync(join(out, 'licences.json'), 'utf8'));
  /** @type {Record<string, { version?: string, integrity?: string }>} */
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { electron, chrome, node } = versionsOf(runtime);
  const main = { type: 'application', 'bom-ref': APP_ID, name: TITLE, version };
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { ...main, licenses: [{ license: { id: 'MIT' } }] },
    },
    components: [
      framework('Electron', electron, `pkg:npm/electron@${electron}`),
      framework('Chromium', chrome, `pkg:generic/chromium@${chrome}`),
      framework('Node.js', node, `pkg:generic/nodejs@${node}`),
      ...bundled.map((one) => library(one, locked)),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** @param {string} name @param {string} version @param {string} purl */
const framework = (name, version, purl) => ({ type: 'framework', 'bom-ref': purl, name, version, purl });

/**
 * @param {BundledPackage} one
 * @param {Record<string, { version?: string, integrity?: string }>} locked
 */
function library({ name, version, licence }, locked) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const entry = Object.entries(locked).find(
    ([path, { version: its }]) => path.endsWith(`node_modules/${name}`) && its === version,
  );
  const [algorithm, digest] = entry?.[1].integrity?.split('-') ?? [];
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    // Before SPDX expressions, packages wrote what they liked: "MIT OR Apache2".
    licenses: [/^[\w.-]+$/.test(licence) ? { license: { id: licence } } : { license: { name: licence } }],
    ...(algorithm === 'sha512' &&
      digest !== undefined && {
        hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
      }),
  };
}

/**
 * @param {import('../lib/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {{ electron: string, chrome: string, node: string }}
 */
function versionsOf({ executable }) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return JSON.parse(
    execFileSync(executable, ['-p', 'JSON.stringify(process.versions)'], { env, encoding: 'utf8' }),
  );
}
