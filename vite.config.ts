/// <reference types="vitest/config" />
import { basename, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { type CSSOptions, defineConfig, type Plugin, runnerImport, type UserConfig } from 'vite';
import {
  bufferAlias,
  databaseAliases,
  leaveOutUnused,
  loadMetadataFirst,
} from './scripts/lib/library-patches.ts';
import { licences } from './scripts/lib/licences.ts';
import { packedWords } from './scripts/lib/packed-words.ts';
import { TEST_LIMIT_MS } from './test/support/limits.ts';

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
/** The same names in every build: `body` in home.module.css is `home-body` (test/unit/renderer/style-sheets.test.ts). */
const css: CSSOptions = {
  modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}` },
};
const external = ['electron', /^node:/];
/** What each part holds of others; scripts/build.mjs gathers the parts. */
const licencesOfPart = licences('licences.json');

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

/** Tells the preload script the names in the contract, so that it carries no schema library. */
function channelNames(): Plugin {
  return {
    name: 'channel-names',
    async config() {
      const { module } = await runnerImport<typeof import('./electron/contract/channels')>(
        resolve(root, 'electron/contract/channels.ts'),
        { configFile: false },
      );
      return {
        define: {
          CHANNEL_NAMES: JSON.stringify(Object.keys(module.channels)),
          EVENT_NAMES: JSON.stringify(module.eventNames),
        },
      };
    },
  };
}

/** What is not part of the app. */
const aside = resolve(root, 'out/draw');

const builds: Record<string, UserConfig> = {
  main: {
    plugins: [leaveOutUnused(), loadMetadataFirst(), packedWords(), licencesOfPart],
    // See scripts/build.mjs; what is told of a bug names the build. The development build has none.
    define: {
      BUILD_NAME: JSON.stringify(process.env.BUILD_NAME ?? 'development'),
      // The shipped app has no development server and no way to name one (electron/identity.ts).
      DEV_PAGE_ORIGIN: 'undefined',
    },
    resolve: { alias: { ...alias, ...databaseAliases, ...bufferAlias } },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: resolve(out, 'main'),
      sourcemap: 'hidden',
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      rolldownOptions: {
        // A worker thread starts from its own file.
        input: {
          main: resolve(root, 'electron/main.ts'),
          'database-worker': resolve(root, 'electron/transfer/database-worker.ts'),
        },
        external,
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    plugins: [channelNames(), licencesOfPart],
    build: {
      outDir: resolve(out, 'preload'),
      sourcemap: 'hidden',
      emptyOutDir: true,
      target: 'chrome130',
      lib: {
        entry: resolve(root, 'electron/preload/preload.ts'),
        formats: ['cjs'],
        fileName: () => 'preload.cjs',
      },
      rolldownOptions: { external },
    },
  },
  draw: {
    resolve: { alias },
    css,
    plugins: [react()],
    ssr: { noExternal: true },
    build: {
      ssr: resolve(root, 'renderer/first-paint/draw.tsx'),
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
    css,
    plugins: [react(), typePreload, licencesOfPart],
    build: {
      outDir: resolve(out, 'renderer'),
      sourcemap: 'hidden',
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // One style sheet, loaded with the first screen, so no later screen appears without its styles.
      cssCodeSplit: false,
      // The dictionaries of the password strength meter load on demand.
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        output: {
          // Main delays the page's script by this name (electron/shell/window/app-protocol.ts).
          entryFileNames: 'assets/begin-[hash].js',
          chunkFileNames: ({ facadeModuleId }) => `assets/${languageIn(facadeModuleId)}[name]-[hash].js`,
        },
      },
    },
  },
};

/** Tells apart the words of each language, whose files have the same names: `fr-first`. */
const languageIn = (file: string | null): string => {
  const language = /\/locales\/([^/]+)\//.exec(file ?? '')?.[1];
  return language === undefined ? '' : `${language}-`;
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
  css,
  // Other users of this computer can reach the server, but must not get the data of the app under development.
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
      // One more than the cores, because some files wait for servers that never answer.
      maxWorkers: 3,
      projects: ['unit', 'contract', 'install'].map((name) => ({
        resolve: {
          alias: { ...alias, ...databaseAliases, electron: resolve(root, 'test/fakes/electron.ts') },
        },
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
