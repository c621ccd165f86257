import { languages } from '@contract/languages';
import type { Facts, Report, Step } from '@contract/report';
import { systems } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { explainDifference, type Reason, reasons } from '../../../electron/carried/differences';
import { renderDifference } from '../../../electron/carried/render-difference';
import { HOST, passedSteps, reportWith } from '../../fakes/reports';

/* "It works here and fails there": what two reports have in common, and what explains that they part. */

const now = new Date('2026-03-03T00:00:00.000Z');
const FINGERPRINT = Array.from({ length: 32 }, () => 'AB').join(':');

/** What the network of a computer may do to a check that otherwise passes. */
interface World {
  readonly facts?: Partial<Record<Step['id'], Facts>>;
  /** The step that ends otherwise, and how. */
  readonly at?: Step['id'];
  readonly code?: Step['code'];
  readonly outcome?: Step['outcome'];
  readonly startedAt?: string;
}

function made({ facts = {}, at, code = 'ok', outcome = 'failed', startedAt }: World = {}): Report {
  let isOver = false;
  const steps = passedSteps.map((step): Step => {
    if (isOver) return { ...step, outcome: 'not-tried', code: null, facts: {}, durationMs: 0 };
    const certificate =
      step.id === 'secure-connection' ? { cipher: 'TLS_AES_256_GCM_SHA384', fingerprint: FINGERPRINT } : {};
    const all = { ...step.facts, ...certificate, ...facts[step.id] };
    if (step.id !== at) return { ...step, facts: all };
    isOver = outcome === 'failed';
    return { ...step, code, outcome, facts: all };
  });
  return reportWith(steps, startedAt);
}

const inner = { 'name-lookup': { addresses: ['10.20.30.40'] } } satisfies World['facts'];
const throughProxy = {
  'name-lookup': { via: 'proxy.maple.example:3128', addresses: [] },
  connect: { via: 'proxy.maple.example:3128' },
  'secure-connection': { via: 'proxy.maple.example:3128' },
} satisfies World['facts'];
const filtered = { issuer: 'Maple Filter Root', fingerprint: FINGERPRINT.replaceAll('A', 'C') };

const cases: readonly (readonly [what: string, there: World, reason: Reason, here?: World])[] = [
  [
    'split DNS, and nothing answers there',
    { facts: inner, at: 'connect', code: 'connection-timeout' },
    'other-addresses',
  ],
  [
    'split DNS, and another product answers',
    { facts: inner, at: 'reach', code: 'wrong-product' },
    'other-addresses',
  ],
  [
    'split DNS, and a private certificate',
    {
      facts: { ...inner, 'secure-connection': filtered },
      at: 'secure-connection',
      code: 'tls-untrusted-root',
    },
    'other-addresses',
  ],
  ['split DNS, and it works all the same', { facts: inner }, 'other-addresses'],
  ['a name that only one DNS knows', { at: 'name-lookup', code: 'name-not-found' }, 'other-name'],
  ['a proxy that refuses', { facts: throughProxy, at: 'connect', code: 'proxy-refused' }, 'proxy'],
  ['a proxy script that does not work', { at: 'name-lookup', code: 'proxy-script-failed' }, 'proxy'],
  [
    'a proxy that wants a sign-in',
    { facts: throughProxy, at: 'connect', code: 'proxy-sign-in-required' },
    'proxy',
  ],
  [
    'a proxy that answers for the service',
    { facts: throughProxy, at: 'reach', code: 'web-page-answered' },
    'proxy',
  ],
  [
    'a proxy that inspects',
    {
      facts: { ...throughProxy, 'secure-connection': { ...throughProxy['secure-connection'], ...filtered } },
      at: 'secure-connection',
      code: 'tls-untrusted-root',
    },
    'inspected',
  ],
  [
    'a filter that is known by name',
    { facts: { 'secure-connection': filtered }, at: 'secure-connection', code: 'tls-intercepted' },
    'inspected',
  ],
  [
    'a filter that the computer trusts',
    {
      facts: { 'secure-connection': filtered },
      at: 'secure-connection',
      code: 'information-inspected',
      outcome: 'passed',
    },
    'inspected',
  ],
  [
    'a trusted filter whose answer differs',
    { facts: { 'secure-connection': filtered }, at: 'reach', code: 'web-page-answered' },
    'inspected',
  ],
  ['another issuer, and it works', { facts: { 'secure-connection': filtered } }, 'other-certificate'],
  ['TLS that ends otherwise', { at: 'secure-connection', code: 'tls-old-protocol' }, 'other-tls'],
  ['a connection that is cut', { at: 'secure-connection', code: 'connection-reset' }, 'blocked'],
  ['a firewall that drops', { at: 'connect', code: 'connection-timeout' }, 'blocked'],
  ['a firewall that refuses', { at: 'connect', code: 'connection-refused' }, 'blocked'],
  [
    'a clock that is off',
    { at: 'clock', code: 'clock-skew', outcome: 'warning', facts: { clock: { seconds: 900, ahead: true } } },
    'clock',
  ],
  [
    'a clock before the certificate',
    { at: 'secure-connection', code: 'tls-not-yet-valid', startedAt: '2020-03-02T14:05:06.000Z' },
    'clock',
  ],
  [
    'a clock after the certificate',
    { at: 'secure-connection', code: 'tls-expired', startedAt: '2031-03-02T14:05:06.000Z' },
    'clock',
  ],
  [
    'a list of allowed addresses',
    { at: 'reach', code: 'refused', facts: { reach: { status: 403 } } },
    'refused-there',
  ],
  ['a guard', { at: 'reach', code: 'guard-answered', facts: { reach: { status: 403 } } }, 'refused-there'],
  [
    'a service in trouble',
    { at: 'reach', code: 'server-error', facts: { reach: { status: 503 } } },
    'other-answer',
  ],
  [
    'other servers of a large service',
    { facts: { 'name-lookup': { addresses: ['203.0.113.99'] } } },
    'only-facts',
  ],
  ['nothing', {}, 'none'],
  [
    'the same trouble on both sides',
    { at: 'connect', code: 'connection-refused' },
    'none',
    { at: 'connect', code: 'connection-refused' },
  ],
  [
    'the same certificate, and no trust in its issuer there',
    { at: 'secure-connection', code: 'tls-untrusted-root' },
    'other-trust',
  ],
  [
    'the same certificate by an inner address, and no trust in it there',
    { facts: inner, at: 'secure-connection', code: 'tls-incomplete-chain' },
    'other-trust',
  ],
  ['something in the way here, and not there', {}, 'blocked', { at: 'connect', code: 'connection-timeout' }],
];

const named = cases.map(([what, there, reason, here]) => ({ what, there, reason, here }));

describe('what explains first', () => {
  it.each(named)('$what', ({ there, reason, here }) => {
    const difference = explainDifference(made(here), made(there), now);
    expect(difference.reason).toBe(reason);
    const isHere = here?.at !== undefined && there.at === undefined;
    expect(difference.side).toBe(isHere ? 'here' : 'there');
  });

  it('is tried for every reason there is but the last resort', () => {
    const tried = new Set(cases.map(([, , reason]) => reason));
    expect(reasons.filter((reason) => !tried.has(reason))).toEqual(['other-finding']);
  });

  it('a certificate that has run out in between blames no clock', () => {
    const there = made({
      at: 'secure-connection',
      code: 'tls-expired',
      startedAt: '2026-03-02T20:00:00.000Z',
    });
    expect(explainDifference(made(), there, now).reason).not.toBe('clock');
  });

  it('an inner address of which only the beginning was kept is an inner one', () => {
    const there = made({
      facts: { 'name-lookup': { addresses: ['10.x.x.x'] } },
      at: 'connect',
      code: 'connection-timeout',
    });
    expect(explainDifference(made(), there, now).reason).toBe('other-addresses');
    // One that this computer knows would have been kept whole.
    expect(explainDifference(made({ facts: inner }), there, now).reason).toBe('other-addresses');
  });
});

describe.each(languages)('told in %s', (language) => {
  const tell = (there: World, here?: World) =>
    renderDifference(
      made(here),
      { place: 'SERVER-ROOM', addedAt: now.toISOString(), report: { ...made(there), platform: 'win32' } },
      { system: systems.powerschool, language, now, timeZone: 'UTC' },
    );

  it.each(named)('$what', ({ there, reason, here }) => {
    const told = tell(there, here);
    const letter = told.send;
    expect(JSON.stringify(told)).not.toMatch(/\{\{|undefined|null, null/);
    expect(told.steps).toHaveLength(passedSteps.length);
    if (reason === 'none' || reason === 'only-facts' || reason === 'clock' || reason === 'other-finding') {
      expect(letter).toBeNull();
      return;
    }
    // Whoever gets it sees both sides.
    expect(letter).toMatch(language === 'fr' ? /^Bonjour,[\s\S]*Merci$/ : /^Hello,[\s\S]*Thank you$/);
    expect(letter).toContain('SERVER-ROOM, Windows');
    expect(letter).toContain(language === 'fr' ? 'Cet ordinateur' : 'This computer');
    expect(letter).toContain(HOST);
    expect(letter).toContain('203.0.113.7');
  });

  it('names the computer in whose way something stands', () => {
    const blocked = { at: 'connect', code: 'connection-timeout' } as const;
    expect(tell(blocked).whose).toContain('SERVER-ROOM');
    expect(tell({}, blocked).whose).not.toContain('SERVER-ROOM');
  });
});
