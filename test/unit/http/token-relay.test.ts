import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { isOf, readToken } from '../../../electron/http/token-maker';
import { RelayedTokens } from '../../../electron/http/token-relay';
import { FakeBrowsers, tokens } from '../../fakes/token-browser';

const waiting = (waitMs = 2000, signal = new AbortController().signal) => ({ waitMs, signal });

/** Sends this to a port of this computer; returns the answer, `''` if there is none, null if nobody listens. */
async function say(port: number, request: string): Promise<string | null> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
  } catch {
    return null;
  }
  let answer = '';
  socket.on('data', (bytes) => {
    answer += bytes.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.write(request);
  await once(socket, 'close');
  return answer;
}

/** Another program wants this port; returns the error, or null if it got it. */
async function take(port: number): Promise<string | null> {
  const server = createServer();
  try {
    server.listen({ host: '127.0.0.1', port });
    await once(server, 'listening');
    return null;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code ?? '';
  } finally {
    server.close();
  }
}

/** A browser that comes only when told, so that a stranger can be first. */
function lateBrowser() {
  const browsers = new FakeBrowsers({ ticket: 'ticket' });
  const open = browsers.open.bind(browsers);
  let come: () => void = () => undefined;
  browsers.open = () => {
    const browser = open();
    return {
      sendAllTo: (port) => browser.sendAllTo(port),
      forget: () => browser.forget(),
      request: (url, account, onEnd) => {
        browsers.urls.push(url);
        let stop = onEnd;
        come = () => {
          stop = browser.request(url, account, onEnd);
        };
        return () => stop();
      },
    };
  };
  return { browsers, come: () => come() };
}

describe('the relay between a browser and a proxy', () => {
  it.each([
    ['another path', (host: string) => `GET http://${host}/guess HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['no path', (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Negotiate x\r\n\r\n`],
    ['a tunnel', (host: string) => `CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['no HTTP', () => 'hello\r\n\r\n'],
  ])('tells a stranger who asks for %s nothing, and goes on', async (_what, request) => {
    const { browsers, come } = lateBrowser();
    const source = new RelayedTokens(browsers).begin('proxy.test', 'negotiate', null);
    const first = source.next(null, waiting());
    await vi.waitFor(() => expect(browsers.urls).toHaveLength(1));
    const answer = await say(browsers.ports[0] ?? 0, request('proxy.test'));
    expect(answer).toMatch(/^(?:HTTP\/1\.1 403 Forbidden\r\n|$)/);
    expect(answer).not.toMatch(/authenticate|Negotiate/i);
    come();
    expect(await first).toBe(tokens.ticket('proxy.test'));
    source.end();
  });

  it('listens on a new port each time, and holds it until the browser has certainly ended', async () => {
    const browsers = new FakeBrowsers({ ticket: 'ticket' });
    const maker = new RelayedTokens(browsers);
    for (const _ of [1, 2]) {
      const source = maker.begin('proxy.test', 'negotiate', null);
      expect(await source.next(null, waiting())).toBe(tokens.ticket('proxy.test'));
      // The handshake is not over yet.
      const url = browsers.urls.at(-1)?.href ?? '';
      const port = browsers.ports.at(-1) ?? 0;
      const asked = () => say(port, `GET ${url} HTTP/1.1\r\nHost: x\r\n\r\n`);
      expect(await asked()).toBe('');
      expect(await take(port)).toBe('EADDRINUSE');
      source.end();
      // The browser may connect once more before it has ended.
      expect(await asked()).toBe('');
      expect(await take(port)).toBe('EADDRINUSE');
      await vi.waitFor(async () => expect(await asked()).toBeNull(), { timeout: 5_000 });
    }
    expect(new Set(browsers.ports).size).toBe(2);
    expect(new Set(browsers.urls.map(({ pathname }) => pathname)).size).toBe(2);
    expect(browsers.running).toBe(0);
  });

  it('names the proxy’s host without its port, as tickets do', async () => {
    const browsers = new FakeBrowsers({ ticket: 'ticket' });
    for (const host of ['proxy.test', '10.0.0.1', '2001:db8::1']) {
      const source = new RelayedTokens(browsers).begin(host, 'negotiate', null);
      await source.next(null, waiting());
      source.end();
    }
    expect(browsers.urls.map(({ host }) => host)).toEqual(['proxy.test', '10.0.0.1', '[2001:db8::1]']);
  });

  it('is gone after a cancelled wait, and the browser with it', async () => {
    const browsers = new FakeBrowsers({ isSilent: true });
    const cancelled = new AbortController();
    const source = new RelayedTokens(browsers).begin('proxy.test', 'ntlm', null);
    const next = source.next(null, waiting(2000, cancelled.signal));
    await vi.waitFor(() => expect(browsers.running).toBe(1));
    cancelled.abort();
    expect(await next).toBeNull();
    source.end();
    expect(browsers.running).toBe(0);
    expect(await say(browsers.ports[0] ?? 0, 'x')).toBe('');
  });

  it('uses no browser again that could not forget', async () => {
    const browsers = new FakeBrowsers({ ticket: 'ticket' });
    const open = browsers.open.bind(browsers);
    browsers.open = () => Object.assign(open(), { forget: () => Promise.reject(new Error('no')) });
    const maker = new RelayedTokens(browsers);
    for (const _ of [1, 2]) {
      const source = maker.begin('proxy.test', 'negotiate', null);
      await source.next(null, waiting());
      source.end();
    }
    expect(browsers.opened).toBe(2);
  });
});

describe('what a token gives away', () => {
  it.each([
    [tokens.ticket('proxy.test'), { kind: 'ticket' }],
    [tokens.negoex, { kind: 'opening' }],
    [tokens.goOn, { kind: 'other' }],
    [tokens.opening(), { kind: 'opening' }],
    [tokens.opening('Negotiate'), { kind: 'opening' }],
    [tokens.response('own'), { kind: 'ntlm', user: 'self' }],
    [
      tokens.response({ user: 'SCHOOL\\reader', password: 'x' }, 'Negotiate'),
      { kind: 'ntlm', user: 'reader' },
    ],
    [`NTLM ${Buffer.from('NTLMSSP\0').toString('base64')}`, { kind: 'ntlm', user: null }],
    [`NTLM ${Buffer.from('NTLMSSP\0\x03\0\0\0').toString('base64')}`, { kind: 'ntlm', user: null }],
  ])('%s', (token, given) => {
    expect(readToken(token)).toEqual(given);
  });

  it.each([
    ['jdoe', 'SCHOOL\\jdoe', true],
    ['JDoe', 'jdoe', true],
    ['jdoe@school.test', 'jdoe@school.test', true],
    ['jdoe', 'jdoe@school.test', true],
    ['self', 'SCHOOL\\jdoe', false],
    ['SCHOOL', 'SCHOOL\\jdoe', false],
    ['', 'SCHOOL\\jdoe', false],
    [null, 'jdoe', false],
  ])('the response of %j for the account %j: %s', (user, account, is) => {
    expect(isOf(user, { user: account, password: '' })).toBe(is);
  });
});
