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

/** `app://` must be announced before `ready`; `codeCache` lets V8 keep compiled code for it. */
export const schemePrivileges = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const PAGE = '/index.html';
/** What the build put away small (scripts/build.mjs): made whole again when it is asked for. */
const SMALL = '.br';

/** Request path → file on disk, for exactly the files the build made; nothing is ever joined from a request. */
export function listServedFiles(folder: string): ReadonlyMap<string, string> {
  const served = new Map<string, string>([[PAGE, join(folder, 'index.html')]]);
  const assets = join(folder, 'assets');
  for (const name of readdirSync(assets)) {
    // By hand: `join` would look at every letter of a hundred long paths, before the window is there.
    const file = `${assets}${sep}${name}`;
    served.set(`/assets/${name.endsWith(SMALL) ? name.slice(0, -SMALL.length) : name}`, file);
  }
  return served;
}

/** Read at once: the files are small and lie in one archive, and a thread's answer comes later than the bytes. */
async function bytesOf(file: string): Promise<Buffer> {
  const bytes = readFileSync(file);
  if (!file.endsWith(SMALL)) return bytes;
  const { brotliDecompress } = await import('node:zlib');
  return promisify(brotliDecompress)(bytes);
}

/** What is behind the files. */
export interface Behind {
  /** The one page, made anew for each load. */
  page(): Buffer;
  /** The page's script waits for this, and so does all that it imports. */
  beforeScript(): Promise<void>;
  /** The page will not come to life: it, its script, or what that waits for is damaged or gone. */
  onBroken(problem: unknown): void;
}

/** Named so by the build (vite.config.ts). */
const isPageScript = (path: string): boolean => /^\/assets\/begin-[^/]+\.js$/.test(path);

interface Served {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Serves the window's own files to this session, and nothing else. */
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
      // Nobody else is there yet who could say so; of what is asked for later, the page's script says it.
      if (pathname === PAGE || isPageScript(pathname)) behind.onBroken(problem);
      throw problem;
    }
  };
  /*
   * Electron prefers `handle`, which makes web streams of every answer and loads Node's whole fetch to do so: some
   * 90 ms of a start (docs/performance.md). The older call takes the bytes as they are; should it go, there is the other.
   */
  if (typeof session.protocol.registerBufferProtocol === 'function') {
    session.protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, answer) => {
      const none = (statusCode: number) => answer({ statusCode, data: Buffer.alloc(0) });
      void find(url, method).then(
        (found) =>
          found === null
            ? none(404)
            : answer({ mimeType: found.type, charset: 'utf-8', headers, data: found.bytes }),
        // A file that is damaged or gone: the page says that it could not be loaded.
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
