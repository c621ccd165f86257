import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '@contract/result';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ProxyRecords } from '../../../electron/connections/proxy-records';
import { RejectedSignIns } from '../../../electron/connections/rejected-sign-ins';
import { SettingsStore } from '../../../electron/connections/settings-store';
import { Exchange } from '../../../electron/http/exchange';
import { Network, targetOf } from '../../../electron/http/network';
import { proxyOrigin, readRoutes } from '../../../electron/http/proxy';
import { ProxyDesk } from '../../../electron/http/proxy-desk';
import type { ProxyLogin } from '../../../electron/http/proxy-ways';
import { Trust } from '../../../electron/http/trust';
import { proxyHandlers } from '../../../electron/ipc/proxy-handlers';
import { ProxySignIns } from '../../../electron/secrets/proxy-sign-ins';
import { FakeCipher } from '../../fakes/secret-cipher';
import { type RunningProxy, startConnectProxy } from '../../servers/connect-proxy';
import { startHttps } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { CANARY, testNames } from '../../support/checked';
import { findSecret, temporaryFolder } from '../../support/temporary-folder';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
});
const started: { stop: () => Promise<void> }[] = [];
const running = <Server extends { stop: () => Promise<void> }>(server: Server): Server => {
  started.push(server);
  return server;
};
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

const login = (password: string, entry = password): ProxyLogin => ({ user: 'reader', password, entry });
const sent = (password: string) => `Basic ${Buffer.from(`reader:${password}`).toString('base64')}`;

async function lab(wanted: { password: string }, offers?: string) {
  const options = { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` };
  const origin = running(await startHttps(options, (_request, response) => void response.end('{}')));
  const proxy = running(
    await startConnectProxy(
      offers === undefined
        ? { basic: () => `reader:${wanted.password}` }
        : { answer: `HTTP/1.1 407 No\r\nProxy-Authenticate: ${offers}\r\n\r\n` },
    ),
  );
  return { origin, proxy, place: `http://proxy.test:${proxy.port}` };
}

/** One check's path to the origin: its result, and whether anything reached the origin. */
async function goBy(
  { origin, proxy }: { origin: { port: number }; proxy: RunningProxy },
  proxyDesk: ProxyDesk | undefined,
  { signal = new AbortController().signal, waitMs = 2000 } = {},
) {
  const network = new Network(
    {
      resolveProxy: async () => `PROXY proxy.test:${proxy.port}`,
      lookUp: testNames,
      trust: new Trust([]),
      now: Date.now,
      ...(proxyDesk && { proxyDesk }),
    },
    [authority.root.pem],
  );
  const target = targetOf(new URL(`https://sis.test:${origin.port}/`));
  const opened = await network.open(target, { waitMs, signal }, new Exchange());
  if (opened.ok) network.release(opened.value);
  return opened.ok ? 'ok' : opened.failure;
}

describe('a proxy that wants a sign-in by Basic', () => {
  it('is asked without one first, then gets the one kept for it, and from then on at once', async () => {
    const l = await lab({ password: CANARY });
    const kept = vi.fn(async (_proxy: string) => login(CANARY));
    const desk = new ProxyDesk(kept);
    expect(await goBy(l, desk)).toBe('ok');
    expect(await goBy(l, desk)).toBe('ok');
    expect(l.proxy.signIns).toEqual([null, sent(CANARY), sent(CANARY)]);
    // Requested for this proxy's origin, and no other.
    expect(new Set(kept.mock.calls.flat())).toEqual(new Set([l.place]));
  });

  it('without one kept is the end of the way, and told with the proxy’s own address', async () => {
    const l = await lab({ password: 'x' });
    for (const desk of [undefined, new ProxyDesk(async () => null)])
      expect(await goBy(l, desk)).toMatchObject({
        code: 'proxy-sign-in-required',
        facts: { problem: 'basic', proxy: l.place, host: 'sis.test' },
      });
    expect(l.proxy.signIns).toEqual([null, null]);
    expect(l.origin.connections()).toBe(0);
  });

  it('that took it long ago is tried by one check alone: eight at once with an old password would lock the account', async () => {
    const wanted = { password: 'old' };
    const l = await lab(wanted);
    let now = 0;
    const desk = new ProxyDesk(async () => login('old'), { now: () => now });
    expect(await goBy(l, desk)).toBe('ok');
    now = 60_000;
    wanted.password = 'new';
    const eight = await Promise.all(Array.from({ length: 8 }, () => goBy(l, desk)));
    for (const one of eight) expect(one).toMatchObject({ code: 'proxy-sign-in-rejected' });
    // The accepted one and the rejected one.
    expect(l.proxy.signIns.filter((one) => one !== null)).toHaveLength(2);
  });

  it('turns a wrong one away once; it is not sent again until it was entered anew', async () => {
    const wanted = { password: 'right' };
    const l = await lab(wanted);
    let entered = login('wrong', 'first');
    const desk = new ProxyDesk(async () => entered);
    const turnedAway = { code: 'proxy-sign-in-rejected', facts: { proxy: l.place } };
    expect(await goBy(l, desk)).toMatchObject(turnedAway);
    expect(await goBy(l, desk)).toMatchObject(turnedAway);
    expect(l.proxy.signIns.filter((one) => one !== null)).toEqual([sent('wrong')]);
    // The same again, but at the user's request.
    entered = login('wrong', 'second');
    await goBy(l, desk);
    entered = login('right', 'third');
    expect(await goBy(l, desk)).toBe('ok');
    expect(l.proxy.signIns.filter((one) => one !== null)).toEqual([
      sent('wrong'),
      sent('wrong'),
      sent('right'),
    ]);
    // Changed at the proxy meanwhile: known as accepted, so sent at once, rejected, and withheld again.
    wanted.password = 'newer';
    expect(await goBy(l, desk)).toMatchObject(turnedAway);
    expect(await goBy(l, desk)).toMatchObject(turnedAway);
    expect(l.proxy.signIns.filter((one) => one === sent('right'))).toHaveLength(2);
  });

  it('is not sent again by the next run, of a script or of the window, until it was entered anew', async () => {
    const l = await lab({ password: 'right' });
    const folder = temporaryFolder();
    let entered = login(CANARY, 'first');
    const run = () =>
      goBy(l, new ProxyDesk(async () => entered, { rejections: new RejectedSignIns(folder) }));
    for (const _ of [1, 2, 3]) expect(await run()).toMatchObject({ code: 'proxy-sign-in-rejected' });
    expect(l.proxy.signIns.filter((one) => one !== null)).toEqual([sent(CANARY)]);
    expect(findSecret(folder, CANARY)).toEqual([]);
    entered = login('right', 'second');
    for (const _ of [1, 2]) expect(await run()).toBe('ok');
    expect(JSON.parse(readFileSync(join(folder, 'rejected-sign-ins.json'), 'utf8')).rejected).toEqual({});
  });

  it('is sent once by eight programs at once, and not by one that was stopped meanwhile', async () => {
    const l = await lab({ password: 'right' });
    const folder = temporaryFolder();
    const program = (signal?: AbortSignal) =>
      goBy(l, new ProxyDesk(async () => login('wrong'), { rejections: new RejectedSignIns(folder) }), {
        ...(signal && { signal }),
      });
    const eight = await Promise.all(Array.from({ length: 8 }, () => program()));
    for (const one of eight) expect(one).toMatchObject({ code: 'proxy-sign-in-rejected' });
    expect(l.proxy.signIns.filter((one) => one !== null)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['rejected-sign-ins.json']);

    rmSync(join(folder, 'rejected-sign-ins.json'));
    // A program that is alive holds it.
    writeFileSync(join(folder, 'sign-in.lock'), String(process.pid));
    const stopped = new AbortController();
    const waits = program(stopped.signal);
    await vi.waitFor(() => expect(l.proxy.signIns).toHaveLength(10));
    stopped.abort();
    expect(await waits).toMatchObject({ code: 'cancelled' });
    expect(l.proxy.signIns.filter((one) => one !== null)).toHaveLength(1);
    // One that has ended does not.
    const { pid = 0 } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(folder, 'sign-in.lock'), String(pid));
    expect(await program()).toMatchObject({ code: 'proxy-sign-in-rejected' });
    expect(l.proxy.signIns.filter((one) => one !== null)).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(['rejected-sign-ins.json']);
  });

  it.each([
    ['is damaged', 'no JSON'],
    ['holds nothing', '{"version":1,"rejected":null}'],
    ['is of a newer version', '{"version":2,"rejected":[]}'],
    ['names a proxy like a part of every object', '{"version":1,"rejected":{}}'],
  ])('is sent, and rejected once in this run, where the list %s', async (_what, text) => {
    const folder = temporaryFolder();
    const path = join(folder, 'rejected-sign-ins.json');
    writeFileSync(path, text);
    const rejections = new RejectedSignIns(folder);
    expect(rejections.has('toString', 'x')).toBe(false);
    rmSync(path);
    mkdirSync(path);
    const l = await lab({ password: 'right' });
    const desk = new ProxyDesk(async () => login('wrong'), { rejections });
    for (const _ of [1, 2]) expect(await goBy(l, desk)).toMatchObject({ code: 'proxy-sign-in-rejected' });
    expect(l.proxy.signIns.filter((one) => one !== null)).toHaveLength(1);
  });

  it('is not tried by eight checks at once with the same wrong one', async () => {
    const l = await lab({ password: 'right' });
    const desk = new ProxyDesk(async () => login('wrong'));
    const ends = await Promise.all(Array.from({ length: 8 }, () => goBy(l, desk)));
    expect(ends.map((end) => (end === 'ok' ? end : end.code))).toEqual(
      Array.from({ length: 8 }, () => 'proxy-sign-in-rejected'),
    );
    expect(l.proxy.signIns.filter((one) => one !== null)).toHaveLength(1);
  });

  it('lets a cancelled check go at once while another one’s turn is under way', async () => {
    const l = await lab({ password: 'right' });
    let answer: (one: ProxyLogin) => void = () => undefined;
    const desk = new ProxyDesk(() => new Promise((resolve) => (answer = resolve)));
    const first = goBy(l, desk);
    const cancelled = new AbortController();
    const second = goBy(l, desk, { signal: cancelled.signal });
    await vi.waitFor(() => expect(l.proxy.signIns).toHaveLength(2));
    cancelled.abort();
    expect(await second).toMatchObject({
      code: expect.stringMatching(/^(?:cancelled|proxy-sign-in-required)$/),
    });
    answer(login('right'));
    expect(await first).toBe('ok');
  });

  it('waits for a silent keyring no longer than for anything else', async () => {
    const l = await lab({ password: 'right' });
    const desk = new ProxyDesk(() => new Promise(() => undefined));
    expect(await goBy(l, desk, { waitMs: 1000 })).toMatchObject({ code: 'proxy-sign-in-required' });
  });

  it.each(['NTLM', 'Negotiate', 'Digest realm="x"'])(
    'but gets nothing where it offers only %s',
    async (offers) => {
      const l = await lab({ password: '' }, offers);
      const kept = vi.fn(async () => login('right'));
      expect(await goBy(l, new ProxyDesk(kept))).toMatchObject({ code: 'proxy-sign-in-required' });
      expect(kept).not.toHaveBeenCalled();
      expect(l.proxy.signIns).toEqual([null]);
    },
  );
});

describe('the sign-in to a proxy', () => {
  const PROXY = 'http://proxy.school.test:3128';

  it('is asked for by one origin, however a script writes the proxy’s name', () => {
    const originOf = (list: string) =>
      readRoutes(list).map((route) => route.kind === 'proxy' && proxyOrigin(route));
    expect(originOf('PROXY proxy.school.test:3128; proxy PROXY.School.TEST:3128')).toEqual([PROXY, PROXY]);
    expect(
      originOf('PROXY proxy.school.test.:3128; HTTPS proxy.school.test:3128; PROXY proxy.school.test'),
    ).toEqual([
      'http://proxy.school.test.:3128',
      'https://proxy.school.test:3128',
      'http://proxy.school.test',
    ]);
  });

  function keeping(cipher = new FakeCipher(), folder = temporaryFolder()) {
    const now = () => new Date('2026-02-01T08:00:00.000Z');
    const settings = new SettingsStore({ folder, now });
    const rejections = new RejectedSignIns(folder);
    const signIns = new ProxySignIns({ cipher, records: new ProxyRecords(settings), rejections, now });
    return { folder, cipher, settings, signIns, call: proxyHandlers(signIns) };
  }

  it('is kept encrypted, for that proxy alone, and by no connection', async () => {
    const k = keeping();
    const request = { proxy: PROXY, user: 'reader', password: CANARY, unencrypted: true };
    expect(await k.call['save-proxy-sign-in'](request)).toEqual(ok({ state: 'saved' }));
    expect(findSecret(k.folder, CANARY)).toEqual([]);
    const again = keeping(k.cipher, k.folder);
    expect(await again.signIns.open(PROXY)).toMatchObject({
      user: 'reader',
      password: CANARY,
      unencrypted: true,
    });
    expect(await again.signIns.list()).toEqual([{ proxy: PROXY, state: 'saved' }]);
    for (const other of [
      'https://proxy.school.test:3128',
      'http://proxy.school.test',
      'http://other.test:3128',
    ])
      expect(await again.signIns.open(other)).toBeNull();
    // Moved to another proxy by hand: it decrypts, but belongs elsewhere.
    const { proxySignIns = {} } = again.settings.get();
    again.settings.update({ proxySignIns: { 'http://evil.test:3128': proxySignIns[PROXY] } });
    expect(await again.signIns.open('http://evil.test:3128')).toBeNull();
  });

  it('is kept for this run only where nothing protects it', async () => {
    const k = keeping(
      new FakeCipher({ verdict: 'unavailable', reason: 'no-keyring', backend: 'basic_text' }),
    );
    const request = { proxy: PROXY, user: 'reader', password: CANARY, unencrypted: true };
    expect(await k.call['save-proxy-sign-in'](request)).toEqual(ok({ state: 'session-only' }));
    expect(await k.signIns.list()).toEqual([{ proxy: PROXY, state: 'session-only' }]);
    expect(await k.signIns.open(PROXY)).toMatchObject({ password: CANARY });
    expect(k.settings.get().proxySignIns).toBeUndefined();
    expect(findSecret(k.folder, CANARY)).toEqual([]);
    k.call['forget-proxy-sign-in']({ proxy: PROXY });
    expect(await k.signIns.open(PROXY)).toBeNull();
  });

  it('is forgotten without a trace, and leaves the other settings alone', async () => {
    const k = keeping();
    k.settings.update({ language: 'fr' });
    await k.signIns.save(PROXY, { user: 'reader', password: CANARY });
    await k.signIns.save('http://other.test:8080', { user: 'reader', password: 'other' });
    expect(await k.call['forget-proxy-sign-in']({ proxy: PROXY })).toEqual(ok(null));
    expect(await k.signIns.open(PROXY)).toBeNull();
    expect((await k.signIns.list()).map(({ proxy }) => proxy)).toEqual(['http://other.test:8080']);
    expect(new SettingsStore({ folder: k.folder, now: () => new Date() }).get().language).toBe('fr');
  });

  it('is another one each time it is entered', async () => {
    const { signIns } = keeping();
    const entries = new Set<string | undefined>();
    for (const _ of [1, 2]) {
      await signIns.save(PROXY, { user: 'reader', password: 'same' });
      entries.add((await signIns.open(PROXY))?.entry);
    }
    expect(entries.size).toBe(2);
  });

  it('of Windows is agreed to for one proxy, takes the place of an account, and can be taken back', async () => {
    const k = keeping();
    await k.signIns.save(PROXY, { user: 'reader', password: CANARY });
    expect(await k.call['use-own-sign-in']({ proxy: PROXY })).toEqual(ok(null));
    const again = keeping(k.cipher, k.folder);
    expect(await again.signIns.open(PROXY)).toMatchObject({ own: true });
    for (const other of [
      'http://other.test:3128',
      'http://proxy.school.test:3129',
      'http://proxy.school.test.:3128',
      'https://proxy.school.test:3128',
      'http://xn--prxy-jua.school.test:3128',
    ])
      expect(await again.signIns.open(other), other).toBeNull();
    expect(await again.signIns.list()).toEqual([{ proxy: PROXY, state: 'own' }]);
    expect(again.settings.get().proxySignIns).toEqual({});
    await again.signIns.save(PROXY, { user: 'reader', password: CANARY });
    expect(await again.signIns.list()).toEqual([{ proxy: PROXY, state: 'saved' }]);
    expect(await again.signIns.open(PROXY)).toMatchObject({ user: 'reader' });
    await again.call['use-own-sign-in']({ proxy: PROXY });
    await again.call['forget-proxy-sign-in']({ proxy: PROXY });
    expect(await again.signIns.open(PROXY)).toBeNull();
    expect(await again.signIns.list()).toEqual([]);
    // Agreed to anew, so that it may be tried again after a rejection.
    await again.call['use-own-sign-in']({ proxy: PROXY });
    const { entry = '' } = (await again.signIns.open(PROXY)) ?? {};
    again.signIns.rejections.add(PROXY, entry);
    await again.call['use-own-sign-in']({ proxy: PROXY });
    expect(again.signIns.rejections.has(PROXY, entry)).toBe(false);
    expect(await again.call['use-own-sign-in']({ proxy: `${PROXY}/x` })).toMatchObject({ ok: false });
  });

  it.each(['http://proxy.test:3128/path', 'http://PROXY.test:3128', 'http://proxy.test:80', ''])(
    'is not bound to %j, which is no origin',
    async (proxy) => {
      const k = keeping();
      const answer = await k.call['save-proxy-sign-in']({
        proxy,
        user: 'reader',
        password: CANARY,
        unencrypted: true,
      });
      expect(answer).toEqual({ ok: false, failure: { code: 'bad-request' } });
      expect(await k.signIns.list()).toEqual([]);
    },
  );
});
