import { readFileSync, statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Of a language's file, in bytes. Smaller ones are needed early and would gain little. */
const LONG = 12_000;
const WORDS = /\/assets\/locales\/.*\.json$/;
const PACKED = '\0packed-words:';

/**
 * Puts long texts into main's build compressed, which makes them a quarter as large. The window's files are compressed as
 * they are (scripts/build.mjs); main's are scripts that Electron reads by itself.
 */
export function packedWords(): Plugin {
  return {
    name: 'packed-words',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.json')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (found === null || !WORDS.test(found.id) || statSync(found.id).size < LONG) return found;
      // Not `.json`, or Vite would read it as JSON.
      return `${PACKED}${found.id}.js`;
    },
    load(id) {
      if (!id.startsWith(PACKED)) return null;
      const file = id.slice(PACKED.length, -'.js'.length);
      this.addWatchFile(file);
      const words = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
      const packed = brotliCompressSync(words).toString('base64');
      return `import { brotliDecompressSync } from 'node:zlib';
        export default JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString());`;
    },
  };
}
