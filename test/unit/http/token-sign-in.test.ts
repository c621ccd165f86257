import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Exchange } from '../../../electron/http/exchange';
import { Network, targetOf } from '../../../electron/http/network';
import { ProxyDesk } from '../../../electron/http/proxy-desk';
import type { KeptSignIn } from '../../../electron/http/proxy-ways';
import { RelayedTokens } from '../../../electron/http/token-relay';
import { Trust } from '../../../electron/http/trust';
import { type BrowserWishes, FakeBrowsers, tokens } from '../../fakes/token-browser';
import { startHttps } from '../../servers/raw-servers';
import { startTokenProxy, type TokenProxyWishes } from '../../servers/token-proxy';
import { type Issued, makeAuthority } from '../../support/certificates';
import { testNames } from '../../support/checked';

/* Proxies that want a Windows sign-in, with a browser whose tokens can be read. */

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf({ names: ['sis.test', 'proxy.test'] });
});
const started: { stop: () => Promise<void> }[] = [];
const running = <Server extends { stop: () => Promise<void> }>(server: Server): Server => {
  started.push(server);
  return server;
};
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

const teacher = { user: 'SCHOOL\\reader', password: 'right', entry: 'first' };
const own: KeptSignIn = { own: true, entry: 'yes' };
const basic = ({ user, password }: typeof teacher) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Takes tickets, NTLM responses of that password, and the user's own sign-in; asks for what it needs in between. */
const takesAll: TokenProxyWishes['judge'] = (authorization, last) => {
  const [scheme = ''] = authorization.split(' ');
  if (authorization === tokens.opening(scheme)) return { challenge: tokens.challenge(scheme) };
  const isAnswer = last === tokens.opening(scheme);
  const known = [tokens.response(teacher, scheme), tokens.response('own', scheme)];
  if (isAnswer && known.includes(authorization)) return 'let in';
  return authorization === tokens.ticket('proxy.test') || authorization === basic(teacher)
    ? 'let in'
    : 'turn away';
};

async function lab(
  proxyWishes: Partial<TokenProxyWishes>,
  browserWishes: BrowserWishes = {},
  kept: KeptSignIn | null = null,
) {
  const papers = { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` };
  const origin = running(await startHttps(papers, (_request, response) => void response.end('{}')));
  const proxy = running(
    await startTokenProxy({
      offers: ['Negotiate', 'NTLM'],
      judge: takesAll,
      ...proxyWishes,
      ...(proxyWishes.tls && { tls: papers }),
    }),
  );
  const browsers = new FakeBrowsers(browserWishes);
  const load = vi.fn(async () => new RelayedTokens(browsers));
  const box = { kept, now: 0 };
  const desk = new ProxyDesk(async () => box.kept, { tokens: load, now: () => box.now });
  const kind = proxyWishes.tls ? 'HTTPS' : 'PROXY';
  const go = async ({ signal = new AbortController().signal, waitMs = 2000, proxyDesk = desk } = {}) => {
    const network = new Network(
      {
        resolveProxy: async () => `${kind} proxy.test:${proxy.port}`,
        lookUp: testNames,
        trust: new Trust([]),
        now: Date.now,
        proxyDesk,
      },
      [authority.root.pem],
    );
    const target = targetOf(new URL(`https://sis.test:${origin.port}/`));
    const opened = await network.open(target, { waitMs, signal }, new Exchange());
    if (opened.ok) network.release(opened.value);
    return opened.ok ? 'ok' : opened.failure;
  };
  return { origin, proxy, browsers, load, box, desk, go };
}

describe('a proxy that wants a Windows sign-in', () => {
  it('gets the user’s ticket, unasked, and from then on at once', async () => {
    const l = await lab({}, { ticket: 'ticket' });
    expect(await l.go()).toBe('ok');
    expect(await l.go()).toBe('ok');
    const ticket = tokens.ticket('proxy.test');
    expect(l.proxy.signIns).toEqual([null, ticket, ticket]);
    expect(l.browsers.begun).toEqual([
      { host: 'proxy.test', account: 'own' },
      { host: 'proxy.test', account: 'own' },
    ]);
    expect(l.browsers.opened).toBe(1);
    expect(l.browsers.forgotten).toBe(2);
  });

  it('gets a ticket, and nothing that was saved, where a check is made without secrets', async () => {
    const l = await lab({}, { ticket: 'ticket' }, teacher);
    for (const _ of [1, 2]) expect(await l.go({ proxyDesk: l.desk.withoutKept() })).toBe('ok');
    expect(l.load).toHaveBeenCalledTimes(1);
    expect(l.browsers.opened).toBe(1);
    const without = await lab({}, {}, teacher);
    expect(await without.go({ proxyDesk: without.desk.withoutKept() })).toMatchObject({
      code: 'proxy-sign-in-required',
      facts: { why: 'account-wanted' },
    });
    expect(without.proxy.signIns).toEqual([null]);
  });

  it('gets nothing where the organization forbids it, which is told as that', async () => {
    const l = await lab({ offers: ['Negotiate', 'Basic realm="x"'] }, { ticket: 'ticket' }, teacher);
    const proxyDesk = new ProxyDesk(async () => teacher, { tokens: l.load, isForbidden: true });
    for (const desk of [proxyDesk, proxyDesk.withoutKept()])
      expect(await l.go({ proxyDesk: desk })).toMatchObject({
        code: 'proxy-sign-in-required',
        facts: { why: 'forbidden-here' },
      });
    expect(l.proxy.signIns).toEqual([null, null]);
    expect(l.load).not.toHaveBeenCalled();
  });

  it('makes no token and loads nothing while no proxy asks', async () => {
    const l = await lab({ offers: ['Digest realm="x"'] }, { ticket: 'ticket' });
    expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-required', facts: { problem: 'digest' } });
    expect(l.load).not.toHaveBeenCalled();
  });

  it('asks for another leg with a ticket, as servers behind Windows may', async () => {
    const judge: TokenProxyWishes['judge'] = (authorization, last) => {
      if (authorization === tokens.ticket('proxy.test')) return { challenge: tokens.goOn };
      return last !== null && authorization === tokens.secondLeg(tokens.goOn) ? 'let in' : 'turn away';
    };
    const l = await lab({ judge }, { ticket: 'ticket' });
    expect(await l.go()).toBe('ok');
    expect(l.proxy.connections()).toBe(2);
  });

  it.each([
    ['with a length', undefined],
    ['in chunks', undefined],
    ['none', undefined],
    ['with a length', 'after the first'],
    ['in chunks', 'after the first'],
  ] as const)('is understood with its page %s, closing %s', async (page, closes) => {
    const l = await lab({ page, ...(closes && { closes }) }, {}, teacher);
    expect(await l.go()).toBe('ok');
    expect(l.proxy.signIns).toEqual([null, tokens.opening(), tokens.response(teacher)]);
    // One to be asked, one for both legs.
    expect(l.proxy.connections()).toBe(2);
  });

  it('cannot be signed in to if it closes its connection in between, which is no rejection', async () => {
    const l = await lab({ closes: 'after every one' }, { why: 'no-ticket' }, teacher);
    for (const _ of [1, 2]) expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-required' });
    expect(l.proxy.signIns).not.toContain(tokens.response(teacher));
  });

  it('is spoken to over TLS just as well', async () => {
    const l = await lab({ tls: {} }, {}, teacher);
    expect(await l.go()).toBe('ok');
  });

  it('may offer everything in one line', async () => {
    const l = await lab({ offers: ['Basic realm="a, NTLM b", Negotiate, NTLM'] }, {}, teacher);
    expect(await l.go()).toBe('ok');
    expect(l.proxy.signIns.at(-1)).toBe(tokens.response(teacher));
  });

  it('gets Basic only if it offers nothing better, or nothing better can be had', async () => {
    const all = ['Basic realm="x"', 'NTLM', 'Negotiate'];
    const better = await lab({ offers: all }, {}, teacher);
    expect(await better.go()).toBe('ok');
    expect(better.proxy.signIns).not.toContain(basic(teacher));
    const ticket = await lab({ offers: all }, { ticket: 'ticket' }, teacher);
    expect(await ticket.go()).toBe('ok');
    expect(ticket.proxy.signIns.at(-1)).toBe(tokens.ticket('proxy.test'));
    const none = await lab({ offers: all }, { cannotAnswer: true }, teacher);
    expect(await none.go()).toBe('ok');
    expect(none.proxy.signIns.at(-1)).toBe(basic(teacher));
  });

  it('never gets a password as it is, if the user was not warned of that', async () => {
    const unwarned = { ...teacher, unencrypted: false };
    const l = await lab({ offers: ['Basic realm="x"'] }, {}, unwarned);
    expect(await l.go()).toMatchObject({
      code: 'proxy-sign-in-required',
      facts: { why: 'account-wanted', problem: 'basic' },
    });
    expect(l.proxy.signIns).toEqual([null]);
    const secure = await lab({ offers: ['Basic realm="x"'], tls: {} }, {}, unwarned);
    expect(await secure.go()).toBe('ok');
  });

  it('gets a wrong account once, by one scheme, until it is entered anew', async () => {
    const wrong = { ...teacher, password: 'wrong' };
    const l = await lab({ offers: ['Negotiate', 'NTLM', 'Basic realm="x"'] }, {}, wrong);
    const eight = await Promise.all(Array.from({ length: 8 }, () => l.go()));
    for (const one of [...eight, await l.go()])
      expect(one).toMatchObject({ code: 'proxy-sign-in-rejected', facts: { identity: 'account' } });
    expect(l.proxy.signIns.filter((one) => one === tokens.response(wrong))).toHaveLength(1);
    expect(l.proxy.signIns).not.toContain(basic(wrong));
    l.box.kept = { ...teacher, entry: 'second' };
    expect(await l.go()).toBe('ok');
  });

  it('that turns a ticket away is asked again later, and gets the account that was entered for it', async () => {
    const judge: TokenProxyWishes['judge'] = (authorization, last) =>
      authorization.startsWith('Negotiate') ? 'turn away' : takesAll(authorization, last);
    const l = await lab({ judge }, { ticket: 'ticket' });
    const ticket = tokens.ticket('proxy.test');
    for (const _ of [1, 2])
      expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-rejected', facts: { identity: 'ticket' } });
    expect(l.proxy.signIns.filter((one) => one === ticket)).toHaveLength(1);
    l.box.now = 60_000;
    expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-rejected' });
    expect(l.proxy.signIns.filter((one) => one === ticket)).toHaveLength(2);
    l.box.kept = teacher;
    expect(await l.go()).toBe('ok');
  });

  it('that refuses the host has accepted the sign-in', async () => {
    const l = await lab({ instead: 'HTTP/1.1 403 No\r\n\r\n' }, {}, teacher);
    for (const _ of [1, 2]) expect(await l.go()).toMatchObject({ code: 'proxy-refused' });
    // The second time at once, without asking what it wants.
    expect(l.proxy.signIns.filter((one) => one === null)).toHaveLength(1);
  });
});

describe('the user’s own sign-in to Windows', () => {
  const windows: BrowserWishes = { ticket: 'ntlm', answersNtlmByItself: true };

  it.each([['Negotiate'], ['NTLM']])(
    'is not given to a proxy unasked by %s, not even its first word',
    async (scheme) => {
      const l = await lab({ offers: [scheme] }, windows);
      expect(await l.go()).toMatchObject({
        code: 'proxy-sign-in-required',
        facts: { why: 'account-wanted', ownSignIn: true },
      });
      expect(l.proxy.signIns).toEqual([null]);
    },
  );

  it.each([['Negotiate'], ['NTLM']])('is used by %s once the user has agreed', async (scheme) => {
    const l = await lab({ offers: [scheme] }, windows, own);
    expect(await l.go()).toBe('ok');
    expect(l.proxy.signIns.at(-1)).toBe(tokens.response('own', scheme));
  });

  it('is not replaced by what Windows says first on a computer that belongs to Entra', async () => {
    const entra: BrowserWishes = { ticket: 'negoex', answersNtlmByItself: true };
    const l = await lab({ offers: ['Negotiate', 'NTLM'] }, entra);
    expect(await l.go()).toMatchObject({
      code: 'proxy-sign-in-required',
      facts: { why: 'account-wanted', ownSignIn: true },
    });
    expect(l.proxy.signIns).toEqual([null]);
    // Agreed to: a proxy that cannot do that gets what it can do.
    l.box.kept = own;
    expect(await l.go()).toBe('ok');
    expect(l.proxy.signIns.slice(2)).toEqual([tokens.negoex, tokens.opening(), tokens.response('own')]);
  });

  it('is not tried again by itself after a rejection', async () => {
    const judge: TokenProxyWishes['judge'] = (authorization) =>
      authorization === tokens.opening() ? { challenge: tokens.challenge() } : 'turn away';
    const l = await lab({ offers: ['NTLM'], judge }, windows, own);
    for (const _ of [1, 2])
      expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-rejected', facts: { identity: 'own' } });
    expect(l.proxy.signIns.filter((one) => one === tokens.response('own'))).toHaveLength(1);
  });

  it('is never given in place of the account that was entered', async () => {
    const l = await lab({ offers: ['NTLM'] }, { ...windows, isOverbearing: true }, teacher);
    expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-required', facts: { why: 'unknown' } });
    expect(l.proxy.signIns).toEqual([null, tokens.opening()]);
  });

  it('stops before a response if a proxy takes a ticket and then asks for NTLM', async () => {
    const judge: TokenProxyWishes['judge'] = () => ({ challenge: tokens.challenge('Negotiate') });
    const l = await lab({ offers: ['Negotiate'], judge }, { ...windows, ticket: 'ticket' });
    expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-rejected' });
    expect(l.proxy.signIns).toEqual([null, tokens.ticket('proxy.test')]);
  });
});

describe('cancelled', () => {
  it('between a ticket and the next leg, which is no rejection', async () => {
    const judge: TokenProxyWishes['judge'] = (authorization, last) => {
      if (authorization === tokens.ticket('proxy.test')) return { challenge: tokens.goOn };
      return last !== null && authorization === tokens.secondLeg(tokens.goOn) ? 'let in' : 'turn away';
    };
    const l = await lab({ judge }, { ticket: 'ticket', isSilentAfter: 1 });
    const cancelled = new AbortController();
    const first = l.go({ signal: cancelled.signal });
    await vi.waitFor(() => expect(l.browsers.challenged).toBe(1));
    cancelled.abort();
    expect(await first).toMatchObject({ code: 'cancelled' });
  });
});

describe('why nothing could be sent', () => {
  it.each([
    [['Negotiate'], 'no-ticket'],
    [['Negotiate'], 'ticket-expired'],
    [['Negotiate'], 'clock'],
  ] as const)('%s: %s', async (offers, why) => {
    const l = await lab({ offers }, { why });
    expect(await l.go()).toMatchObject({ code: 'proxy-sign-in-required', facts: { why } });
    expect(l.origin.connections()).toBe(0);
  });

  it.each([[['NTLM']], [['Negotiate', 'NTLM']], [['Basic realm="x"', 'Negotiate']]])(
    '%s: an account would do',
    async (offers) => {
      const l = await lab({ offers });
      const { code, facts } = (await l.go()) as Exclude<Awaited<ReturnType<typeof l.go>>, 'ok'>;
      expect({ code, why: facts.why }).toEqual({ code: 'proxy-sign-in-required', why: 'account-wanted' });
      expect(facts.ownSignIn).toBeUndefined();
    },
  );

  it('a domain that does not answer is not asked a second time', async () => {
    const l = await lab({ offers: ['Negotiate'] }, { isSilent: true });
    expect(await l.go({ waitMs: 1000 })).toMatchObject({ facts: { why: 'unknown' } });
    expect(l.browsers.asked).toBe(0);
  });

  it('a browser that hangs holds nobody up', async () => {
    const l = await lab({ offers: ['NTLM'] }, { hangs: true }, teacher);
    expect(await l.go()).toBe('ok');
    const why = await lab({ offers: ['Negotiate'] }, { hangs: true });
    expect(await why.go({ waitMs: 1000 })).toMatchObject({ facts: { why: 'unknown' } });
  });

  it('a browser that never answers', async () => {
    const l = await lab({ offers: ['NTLM'] }, { isSilent: true }, teacher);
    expect(await l.go({ waitMs: 1000 })).toMatchObject({ facts: { why: 'unknown' } });
    expect(l.browsers.running).toBe(0);
  });
});

describe('many at once', () => {
  it('eight checks with one ticket, and browsers are used again', async () => {
    const l = await lab({}, { ticket: 'ticket' });
    for (const _ of [1, 2]) {
      const eight = await Promise.all(Array.from({ length: 8 }, () => l.go()));
      expect(eight).toEqual(Array.from({ length: 8 }, () => 'ok'));
    }
    expect(l.browsers.opened).toBeLessThanOrEqual(8);
    expect(l.browsers.running).toBe(0);
  });

  it('nobody waits for a server that the proxy takes long to reach, once the sign-in was accepted', async () => {
    let hold: Promise<unknown> = Promise.resolve();
    let letGo: (value: unknown) => void = () => undefined;
    const judge: TokenProxyWishes['judge'] = async (authorization, last) => {
      await hold;
      return takesAll(authorization, last);
    };
    const l = await lab({ judge }, { ticket: 'ticket' });
    expect(await l.go()).toBe('ok');
    hold = new Promise((resolve) => (letGo = resolve));
    const slow = l.go();
    await vi.waitFor(() => expect(l.proxy.signIns).toHaveLength(3));
    hold = Promise.resolve();
    expect(await l.go()).toBe('ok');
    letGo(null);
    expect(await slow).toBe('ok');
  });

  it('seven checks get through although the first one’s server never answers the proxy', async () => {
    let isFirst = true;
    const judge: TokenProxyWishes['judge'] = (authorization, last) => {
      if (authorization !== tokens.response(teacher) || !isFirst) return takesAll(authorization, last);
      isFirst = false;
      return new Promise(() => undefined);
    };
    const l = await lab({ judge }, {}, teacher);
    const eight = await Promise.all(Array.from({ length: 8 }, () => l.go({ waitMs: 1000 })));
    expect(eight.filter((one) => one === 'ok')).toHaveLength(7);
    expect(eight.filter((one) => one !== 'ok')).toMatchObject([{ code: 'timed-out' }]);
  });

  it('a check cancelled in the middle of a handshake ends at once, and the next one works', async () => {
    let isSilent = true;
    const judge: TokenProxyWishes['judge'] = (authorization, last) =>
      isSilent ? new Promise(() => undefined) : takesAll(authorization, last);
    const l = await lab({ judge }, {}, teacher);
    const cancelled = new AbortController();
    const first = l.go({ signal: cancelled.signal });
    await vi.waitFor(() => expect(l.proxy.signIns).toHaveLength(2));
    cancelled.abort();
    expect(await first).toMatchObject({ code: 'cancelled' });
    expect(l.browsers.running).toBe(0);
    isSilent = false;
    expect(await l.go()).toBe('ok');
  });

  it('a proxy that falls silent in the middle is told as a silence', async () => {
    const l = await lab({ judge: () => new Promise(() => undefined) }, {}, teacher);
    expect(await l.go({ waitMs: 1000 })).toMatchObject({ code: 'timed-out' });
  });
});
