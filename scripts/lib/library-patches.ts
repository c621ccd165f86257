import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/*
 * Every patch that the build makes to a library: what, why, what it gains, and how the build fails when a new version
 * no longer fits. Figures: docs/performance.md.
 */

const root = resolve(import.meta.dirname, '../..');

/**
 * Builds kdbxweb from its own source, so that decompression can be limited.
 *
 * Why: its published bundle contains a decompressor that allocates whatever size a file claims, up to 4 GiB.
 * Fails: a moved source file stops the build; without the limit, test/unit/transfer/hostile.test.ts fails.
 */
export const databaseAliases = {
  kdbxweb: resolve(root, 'electron/transfer/kdbxweb-source.js'),
  fflate: resolve(root, 'electron/transfer/bounded-gzip.ts'),
};

/**
 * Gives @keyv/serialize (of got) the global Buffer instead of an import.
 *
 * Why: the place of that import among the others depends on the system that builds, so that app.asar was not the same.
 * Fails: npm run test:windows compares every file.
 */
export const bufferAlias = { buffer: resolve(root, 'electron/http/global-buffer.ts') };

/**
 * Modules that main's libraries import and this program never uses.
 *
 * conf validates a store against a JSON schema only if given one; none of ours has one. @homebridge/dbus-native can
 * parse introspection data, but we know the keyrings' calls.
 * Gain: 0.24 MB of app.asar, and ajv's memory in every window.
 * Fails: the build stops when nothing imports a module any more, or when something imports a name that the stub lacks.
 * Using the stub throws.
 */
const UNUSED = ['ajv/dist/2020.js', 'ajv-formats', 'xml2js'];
const STUB = '\0unused:';

export function leaveOutUnused(): Plugin {
  const seen = new Set<string>();
  return {
    name: 'leave-out-unused',
    enforce: 'pre',
    resolveId: (id) => {
      if (!UNUSED.includes(id)) return null;
      seen.add(id);
      return STUB + id;
    },
    load: (id) =>
      id.startsWith(STUB)
        ? `class Unused { constructor() { throw new Error('${id.slice(STUB.length)} is left out of the bundle'); } }
           export { Unused as Ajv2020, Unused as Parser, Unused as default };`
        : null,
    generateBundle: () => {
      const gone = UNUSED.filter((id) => !seen.has(id));
      if (gone.length > 0) throw new Error(`Nothing imports ${gone.join(', ')} any more: remove its patch`);
    },
  };
}

const X509 = '/@peculiar/x509/build/';

/**
 * Makes @peculiar/x509 import reflect-metadata itself.
 *
 * The library throws on load unless reflect-metadata is loaded first. Our files import it first, but the bundler moves
 * the library into its own chunk, which loads before the importing file.
 * Fails: the build stops when the library's file has moved. Nothing reports when the import becomes unnecessary, but
 * then it does no harm.
 */
export function loadMetadataFirst(): Plugin {
  let isDone = false;
  return {
    name: 'load-metadata-first',
    enforce: 'pre',
    transform: (code, id) => {
      if (!id.includes(X509)) return null;
      isDone = true;
      // On the same line as the first statement, so that stack traces keep their line numbers.
      return { code: `import 'reflect-metadata'; ${code}`, map: null };
    },
    generateBundle: () => {
      if (!isDone) throw new Error(`@peculiar/x509 is no longer at ${X509}`);
    },
  };
}
