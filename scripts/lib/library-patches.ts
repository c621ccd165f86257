import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/*
 * Every place where the build changes a library: what is changed, why, what it gains, and how the build fails when a
 * new version of the library no longer fits. Figures: docs/performance.md.
 */

const root = resolve(import.meta.dirname, '../..');

/**
 * kdbxweb from its own source, so that unpacking a database can be limited.
 *
 * Gain: its built file holds an unpacker that allocates as much as a file claims, up to 4 GiB.
 * Fails: a source file that moved stops the build; without the limit, test/unit/transfer/hostile.test.ts fails.
 */
export const databaseAliases = {
  kdbxweb: resolve(root, 'electron/transfer/kdbxweb-source.js'),
  fflate: resolve(root, 'electron/transfer/bounded-gzip.ts'),
};

/**
 * Modules that libraries of main import and that this program never uses.
 *
 * conf checks a store by JSON schema where it is given one; no store gives one. @homebridge/dbus-native parses
 * introspection, but the keyrings' calls are known.
 * Gain: 0.24 MB of app.asar, and the memory of ajv in every window.
 * Fails: a module that nothing imports any more stops the build; so does an import of a name that the stub lacks. What
 * is used all the same throws.
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
 * reflect-metadata imported by @peculiar/x509 itself.
 *
 * The library throws on load unless the other was loaded before. Our files import it first, but the bundler puts the
 * library into a chunk of its own, which loads before the file that imports both.
 * Fails: the build stops when the library's file has moved. When the import is no longer needed nothing tells so, and
 * it does no harm.
 */
export function loadMetadataFirst(): Plugin {
  let isDone = false;
  return {
    name: 'load-metadata-first',
    enforce: 'pre',
    transform: (code, id) => {
      if (!id.includes(X509)) return null;
      isDone = true;
      // On the line of the first statement, so that traces keep their lines.
      return { code: `import 'reflect-metadata'; ${code}`, map: null };
    },
    generateBundle: () => {
      if (!isDone) throw new Error(`@peculiar/x509 is no longer at ${X509}`);
    },
  };
}
