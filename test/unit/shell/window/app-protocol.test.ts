import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveApp } from '../../../../electron/shell/window/app-protocol';
import { CONTENT_SECURITY_POLICY } from '../../../../electron/shell/window/content-security-policy';

/* Electron's two APIs for serving a scheme must deliver the same content. */

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly policy: string | null;
  readonly text: string;
}
type Ask = (url: string, method?: string) => Promise<Answer>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-'));
  mkdirSync(join(folder, 'assets'));
  told = [];
  writeFileSync(join(folder, 'index.html'), 'as it was built');
  writeFileSync(join(folder, 'assets/index-1a.js'), 'script');
  writeFileSync(join(folder, 'assets/text.woff2'), 'font');
  writeFileSync(join(folder, 'assets/begin-1a.js'), 'the page’s script');
  writeFileSync(join(folder, 'assets/later-1a.js.br'), brotliCompressSync('script for later'));
  writeFileSync(join(folder, 'secret.txt'), 'not to be handed out');
});
afterEach(() => rmSync(folder, { recursive: true }));

let loads = 0;
let letGo: () => void = () => undefined;
let giveUp: (problem: Error) => void = () => undefined;
let told: unknown[] = [];
const behind = {
  page: (): Buffer => {
    loads += 1;
    return Buffer.from(`page ${loads}`);
  },
  beforeScript: () =>
    new Promise<void>((done, fail) => {
      letGo = done;
      giveUp = fail;
    }),
  onBroken: (problem: unknown) => void told.push(problem),
};
const unwanted = (): never => {
  throw new Error('The other way was taken');
};

function byBuffer(): Ask {
  let handler: ((request: ProtocolRequest, answer: (response: ProtocolResponse) => void) => void) | undefined;
  const registerBufferProtocol = (_scheme: string, given: NonNullable<typeof handler>): boolean => {
    handler = given;
    return true;
  };
  serveApp({ protocol: { registerBufferProtocol, handle: unwanted } } as unknown as Session, folder, behind);
  return (url, method = 'GET') =>
    new Promise((done) =>
      handler?.({ url, method, headers: {}, referrer: '' }, (response) =>
        done({
          status: response.statusCode ?? 200,
          type:
            response.mimeType === undefined
              ? null
              : `${response.mimeType}; charset=${response.charset ?? ''}`,
          policy: String(response.headers?.['content-security-policy'] ?? '') || null,
          text: String(response.data),
        }),
      ),
    );
}

function byResponse(): Ask {
  let handler: ((request: Request) => Promise<Response>) | undefined;
  const handle = (_scheme: string, given: NonNullable<typeof handler>): void => {
    handler = given;
  };
  serveApp({ protocol: { handle } } as unknown as Session, folder, behind);
  return async (url, method = 'GET') => {
    const response = await handler?.({ url, method } as Request);
    if (response === undefined) throw new Error('Nothing answers');
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      policy: response.headers.get('content-security-policy'),
      text: await response.text(),
    };
  };
}

it('a file that is damaged also gets an answer', async () => {
  writeFileSync(join(folder, 'assets/later-1a.js.br'), 'torn');
  expect(await byBuffer()('app://wizard/assets/later-1a.js')).toMatchObject({ status: 500, text: '' });
});

describe.each([
  ['by registerBufferProtocol', byBuffer],
  ['by protocol.handle, where the other is gone', byResponse],
])('app:// %s', (_name, make) => {
  it('hands out the files of the build under the policy, and makes the page anew each time', async () => {
    const ask = make();
    loads = 0;
    const first = await ask('app://wizard/index.html');
    expect(first).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      policy: CONTENT_SECURITY_POLICY,
      text: 'page 1',
    });
    expect((await ask('app://wizard/index.html')).text).toBe('page 2');
    const script = await ask('app://wizard/assets/index-1a.js');
    expect(script).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8', text: 'script' });
    expect(script.policy).toBe(CONTENT_SECURITY_POLICY);
    expect((await ask('app://wizard/assets/text.woff2')).type).toMatch(/^font\/woff2/);
  });

  it('makes whole again what lies there small', async () => {
    const ask = make();
    expect(await ask('app://wizard/assets/later-1a.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      text: 'script for later',
    });
    expect((await ask('app://wizard/assets/later-1a.js.br')).status).toBe(404);
  });

  it('hands out the page’s script only when all that it may call is there', async () => {
    const ask = make();
    let isThere = false;
    const script = ask('app://wizard/assets/begin-1a.js').then((answer) => {
      expect(isThere).toBe(true);
      return answer;
    });
    // Nothing else waits for main.
    expect((await ask('app://wizard/assets/index-1a.js')).text).toBe('script');
    isThere = true;
    letGo();
    expect((await script).text).toBe('the page’s script');
  });

  it('tells when the page’s script cannot be handed out, whatever is the reason', async () => {
    const ask = make();
    const problem = new Error('What it may call is gone');
    const waiting = ask('app://wizard/assets/begin-1a.js').catch(() => null);
    giveUp(problem);
    await waiting;
    expect(told).toEqual([problem]);
    expect((await ask('app://wizard/assets/begin-2b.js').catch(() => null))?.status).not.toBe(200);
    expect(told).toHaveLength(2);
    // For files requested later, the page itself reports the failure.
    await ask('app://wizard/assets/gone-1a.js');
    writeFileSync(join(folder, 'assets/later-1a.js.br'), 'torn');
    await ask('app://wizard/assets/later-1a.js').catch(() => null);
    expect(told).toHaveLength(2);
  });

  it.each([
    ['app://wizard/secret.txt', 'GET'],
    ['app://wizard/assets/../secret.txt', 'GET'],
    ['app://wizard/assets/%2e%2e/secret.txt', 'GET'],
    ['app://wizard/assets/..%2fsecret.txt', 'GET'],
    ['app://wizard/', 'GET'],
    ['app://elsewhere/index.html', 'GET'],
    ['app://wizard/index.html', 'POST'],
    ['app://wizard/assets/index-1a.js', 'HEAD'],
  ])('%s by %s is not there', async (url, method) => {
    expect(await make()(url, method)).toMatchObject({ status: 404, text: '' });
  });
});
