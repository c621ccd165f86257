import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Session } from 'electron';
import { APP_HOST, APP_SCHEME } from '../identity';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** `app://` must be announced before `ready`; `codeCache` lets V8 keep compiled code for it. */
export const schemePrivileges = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Request path → file on disk, for exactly the files the build made; nothing is ever joined from a request. */
export function listServedFiles(folder: string): ReadonlyMap<string, string> {
  const served = new Map<string, string>([['/index.html', join(folder, 'index.html')]]);
  for (const name of readdirSync(join(folder, 'assets'))) {
    served.set(`/assets/${name}`, join(folder, 'assets', name));
  }
  return served;
}

/** Serves the window's own files to this session, and nothing else. */
export function serveApp(session: Session, folder: string): void {
  const served = listServedFiles(folder);
  session.protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = url.host === APP_HOST && request.method === 'GET' ? served.get(url.pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      },
    });
  });
}
