/// <reference types="vitest/config" />
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { channels, eventNames } from './electron/contract/channels';
import { TEST_LIMIT_MS } from './test/support/limits';

/*
 * The builds from one file, chosen by --mode: `main` (Node), `preload` (for the sandbox), `renderer`,
 * and `draw`, which the build itself runs to draw the first screen. Everything is bundled, so the packaged app holds no
 * node_modules.
 */

const root = import.meta.dirname;
const out = resolve(root, 'out/app');
const alias = {
  '@contract': resolve(root, 'electron/contract'),
  '@systems': resolve(root, 'electron/systems'),
};
/** From kdbxweb's own source, so that its unpacking can be held to a limit (see bounded-gzip.ts). */
const database = {
  kdbxweb: resolve(root, 'electron/moving/kdbxweb-source.js'),
  fflate: resolve(root, 'electron/moving/bounded-gzip.ts'),
};
/** http2: see `neverAsked`; process: see `leftOut`. */
const external = ['electron', /^node:(?!http2$|process$)/];

/**
 * What libraries of main load and this app never asks of them: conf's check by JSON schema (no store has one) and
 * its comparing of versions (no store has migrations of conf's), the reading of D-Bus introspection (the keyrings' calls
 * are known), got's cache (no answer is kept) and its HTTP/2 (the lines are opened for HTTP/1.1).
 */
const neverAsked = [
  'ajv/dist/2020.js',
  'ajv-formats',
  'semver',
  'xml2js',
  'cacheable-request',
  './utils/http2-client.js',
  'node:http2',
];
/** In place of Node's own, which would load the whole of its fetch (electron/sign-in/fetch-parts.ts). */
const fetchParts = `import { Headers, Response } from ${JSON.stringify(resolve(root, 'electron/sign-in/fetch-parts.ts'))};`;
const leftOut: Plugin = {
  name: 'left-out',
  enforce: 'pre',
  resolveId: (id) => {
    if (id === 'node:process') return '\0process';
    return neverAsked.includes(id) ? `\0left-out:${id}` : null;
  },
  load: (id) => {
    // As a module Node's `process` asks for each of its members, and loads whatever stands behind them.
    if (id === '\0process') return 'export default globalThis.process;';
    return id.startsWith('\0left-out:')
      ? `class LeftOut { constructor() { throw new Error('Left out of the bundle'); } }
         export { LeftOut as Ajv2020, LeftOut as CacheError, LeftOut as Http2ServerResponse, LeftOut as Parser };
         export { LeftOut as constants, LeftOut as default };`
      : null;
  },
  // The words for a mistake of the programmer's: what joins them costs as much as a whole request.
  transform: (code, id) => {
    if (id.includes('/oauth4webapi/')) return { code: `${fetchParts} ${code}`, map: null };
    // It does not load without the other, and as a part of its own it would be loaded first.
    if (id.includes('/@peculiar/x509/build/'))
      return { code: `import 'reflect-metadata'; ${code}`, map: null };
    if (!id.includes('/@sindresorhus/is/distribution/index.js')) return null;
    const lists = /new Intl\.ListFormat\('en', \{[^}]*\}\)/g;
    if (code.match(lists)?.length !== 2) throw new Error('@sindresorhus/is joins its words in another way');
    return { code: code.replaceAll(lists, "{ format: (words) => words.join(', ') }"), map: null };
  },
};

/**
 * What React Aria asks of ICU as soon as it is loaded, and what this app knows: any one of the three makes the page's
 * process read ICU's data.
 */
const known: readonly (readonly [file: string, asked: RegExp, known: string])[] = [
  [
    '/number/dist/private/NumberFormatter.mjs',
    /new Intl\.NumberFormat\('de-DE'[^;]*=== 'exceptZero'/,
    'true',
  ],
  // The language is always named (renderer/app.tsx).
  ['/i18n/useDefaultLocale.mjs', /Intl\.DateTimeFormat\.supportedLocalesOf\(\[\s*locale\s*\]\)/, ''],
  // Whether it is written from right to left: its name says enough where it is English or French.
  ['/react-aria/dist/private/i18n/utils.mjs', /if \(Intl\.Locale\)/, 'if (false)'],
];
const answered = new Set<string>();
const knownToAria: Plugin = {
  name: 'known-to-aria',
  enforce: 'pre',
  transform: (code, id) => {
    const found = known.find(([file]) => id.endsWith(file));
    if (found === undefined) return null;
    const [file, asked, answer] = found;
    if (!asked.test(code)) throw new Error(`${file} asks in another way`);
    answered.add(file);
    return { code: code.replace(asked, answer), map: null };
  },
  generateBundle: () => {
    for (const [file] of known)
      if (!answered.has(file)) throw new Error(`${file} is not part of the page any more`);
  },
};

/** Names in the page the type that its first screen is set in, so that it does not wait for the style sheet to ask. */
const typePreload: Plugin = {
  name: 'type-preload',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const fonts = Object.keys(bundle).filter((file) => /next-latin-wght-normal-[^/]*\.woff2$/.test(file));
      if (fonts.length !== 1) throw new Error('The first screen is set in another type');
      return fonts.map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/** What is not part of the app. */
const aside = resolve(root, 'out/draw');

const builds: Record<string, UserConfig> = {
  main: {
    plugins: [leftOut],
    // See scripts/build.mjs; what is told of a bug names the build. The development build has none.
    define: {
      BUILD_NAME: JSON.stringify(process.env.BUILD_NAME ?? 'development'),
      // No development server in what ships, and no way to name one (electron/identity.ts).
      DEV_PAGE_ORIGIN: 'undefined',
    },
    resolve: { alias: { ...alias, ...database } },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: resolve(out, 'main'),
      sourcemap: 'hidden',
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      rolldownOptions: {
        // A worker is a program of its own: it starts from a file of its own.
        input: {
          main: resolve(root, 'electron/main.ts'),
          'database-worker': resolve(root, 'electron/moving/database-worker.ts'),
        },
        external,
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    // The list comes from the contract at build time, so the preload carries no schema library.
    define: {
      CHANNEL_NAMES: JSON.stringify(Object.keys(channels)),
      EVENT_NAMES: JSON.stringify(eventNames),
    },
    build: {
      outDir: resolve(out, 'preload'),
      sourcemap: 'hidden',
      emptyOutDir: true,
      target: 'chrome130',
      lib: { entry: resolve(root, 'electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
      rolldownOptions: { external },
    },
  },
  draw: {
    resolve: { alias },
    plugins: [react()],
    ssr: { noExternal: true },
    build: {
      ssr: resolve(root, 'renderer/draw.tsx'),
      outDir: aside,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'draw.js' } },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    resolve: { alias },
    plugins: [knownToAria, react(), typePreload],
    build: {
      outDir: resolve(out, 'renderer'),
      sourcemap: 'hidden',
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // The dictionaries of the password's strength, fetched when one is asked for.
      chunkSizeWarningLimit: 1300,
      // Main holds the page's own script back by this name (electron/window/app-protocol.ts).
      rolldownOptions: { output: { entryFileNames: 'assets/begin-[hash].js' } },
    },
  },
};

const rendererFolder = resolve(root, 'renderer');

/** `npm run dev` (scripts/dev.mjs): the pages from a server of Vite's, main and preload rebuilt on a change. */
const dev: Record<string, () => UserConfig> = {
  dev: () => ({
    ...devServer,
    plugins: [react(), pretendedMain],
  }),
  'dev-app': () => ({ ...devServer, plugins: [react()] }),
  'dev-main': () => watched('main', { DEV_PAGE_ORIGIN: JSON.stringify(process.env.DEV_PAGE_ORIGIN) }),
  'dev-preload': () => watched('preload', {}),
};

const devServer: UserConfig = {
  cacheDir: resolve(root, 'out/vite'),
  root: rendererFolder,
  resolve: { alias },
  // Whoever else uses this computer may ask the server; the data of the app under development is none of theirs.
  server: {
    host: '127.0.0.1',
    strictPort: true,
    fs: { allow: [root], deny: ['**/out/**', '**/.runtime/**', '**/.git/**'] },
  },
};

/** The page calls a pretended main process, as in the ui tests. */
const pretendedMain: Plugin = {
  name: 'pretended-main',
  transformIndexHtml: () => [
    {
      tag: 'script',
      attrs: { type: 'module', src: `/@fs/${resolve(root, 'test/dev/fake-main.ts')}` },
      injectTo: 'head-prepend',
    },
  ],
};

function watched(mode: 'main' | 'preload', define: Record<string, string>): UserConfig {
  const { build = {}, ...rest } = builds[mode] ?? {};
  return {
    ...rest,
    define: { ...rest.define, ...define },
    build: { ...build, outDir: resolve(root, 'out/dev', mode), minify: false, sourcemap: true, watch: {} },
  };
}

export default defineConfig(({ mode }) => {
  const build = builds[mode] ?? dev[mode]?.();
  if (build !== undefined) return build;
  return {
    test: {
      // One more than the cores there are at least: some files wait for what never answers.
      maxWorkers: 3,
      projects: ['unit', 'contract'].map((name) => ({
        resolve: { alias: { ...alias, ...database, electron: resolve(root, 'test/fakes/electron.ts') } },
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          environment: 'node' as const,
          testTimeout: TEST_LIMIT_MS,
          hookTimeout: TEST_LIMIT_MS,
          // Its own import of `electron` is aliased only when it is transformed like the project's files.
          server: { deps: { inline: ['electron-store', 'kdbxweb'] } },
        },
      })),
    },
  };
});
