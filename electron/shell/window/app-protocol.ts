import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Session } from 'electron';
import { APP_HOST, APP_SCHEME } from '../../identity';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** `app://` must be registered before `ready`; `codeCache` lets V8 cache compiled code for it. */
export const schemePrivileges = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const PAGE = '/index.html';
/** Compressed by the build (scripts/build.mjs), decompressed on request. */
const SMALL = '.br';

/** Request path → file on disk, only for the build's own files. A request never becomes part of a path. */
export function listServedFiles(folder: string): ReadonlyMap<string, string> {
  const served = new Map<string, string>([[PAGE, join(folder, 'index.html')]]);
  const assets = join(folder, 'assets');
  for (const name of readdirSync(assets)) {
    // Not with `join`, which would scan a hundred long paths before the window is there.
    const file = `${assets}${sep}${name}`;
    served.set(`/assets/${name.endsWith(SMALL) ? name.slice(0, -SMALL.length) : name}`, file);
  }
  return served;
}

/** Synchronously: the files are small and in one archive, so handing the read to a thread would take longer. */
async function bytesOf(file: string): Promise<Buffer> {
  const bytes = readFileSync(file);
  if (!file.endsWith(SMALL)) return bytes;
  const { brotliDecompress } = await import('node:zlib');
  return promisify(brotliDecompress)(bytes);
}

/** What the served files depend on. */
export interface Behind {
  /** The page, generated anew for each load. */
  page(): Buffer;
  /** Delays the page's script and everything it imports. */
  beforeScript(): Promise<void>;
  /** The page cannot start: the page, its script, or what it waits for is damaged or missing. */
  onBroken(problem: unknown): void;
}

/** The build gives it this name (vite.config.ts). */
const isPageScript = (path: string): boolean => /^\/assets\/begin-[^/]+\.js$/.test(path);

interface Served {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Serves the window's own files, and nothing else, to this session. */
export function serveApp(session: Session, folder: string, behind: Behind): void {
  const served = listServedFiles(folder);
  const find = async (address: string, method: string): Promise<Served | null> => {
    const { host, pathname } = new URL(address);
    if (host !== APP_HOST || method !== 'GET') return null;
    const file = served.get(pathname);
    try {
      if (isPageScript(pathname)) {
        if (file === undefined) throw new Error('The page’s script is gone');
        await behind.beforeScript();
      }
      if (file === undefined) return null;
      const bytes = pathname === PAGE ? behind.page() : await bytesOf(file);
      return { type: contentTypes[extname(pathname)] ?? 'application/octet-stream', bytes };
    } catch (problem) {
      // Nobody else can report this yet. Later failures are reported by the page's script.
      if (pathname === PAGE || isPageScript(pathname)) behind.onBroken(problem);
      throw problem;
    }
  };
  /*
   * Electron recommends `handle`, but it creates a web stream for every answer and loads all of Node's fetch, which
   * adds some 90 ms to the start (docs/performance.md). The older call takes the bytes directly; if it is ever
   * removed, we use `handle`.
   */
  if (typeof session.protocol.registerBufferProtocol === 'function') {
    session.protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, answer) => {
      const none = (statusCode: number) => answer({ statusCode, data: Buffer.alloc(0) });
      void find(url, method).then(
        (found) =>
          found === null
            ? none(404)
            : answer({ mimeType: found.type, charset: 'utf-8', headers, data: found.bytes }),
        // A damaged or missing file: the page reports that it could not be loaded.
        () => none(500),
      );
    });
    return;
  }
  session.protocol.handle(APP_SCHEME, async ({ url, method }) => {
    const found = await find(url, method);
    if (found === null) return new Response(null, { status: 404 });
    const type = found.type.startsWith('text/') ? `${found.type}; charset=utf-8` : found.type;
    return new Response(new Uint8Array(found.bytes), { headers: { ...headers, 'content-type': type } });
  });
}
