import type { PracticeAnswer } from '../practice-part';
import { concluded, everywhere, type Fault, reply, warnsAtClock, webPage } from './fault';

/* Answers any request may get: from a server in trouble, its gateway, its firewall, a filter, or another address. */

const slash = (address: string): string => (address.endsWith('/') ? address.slice(0, -1) : `${address}/`);

const page = (status: number, body: string, headers: PracticeAnswer['headers'] = {}) =>
  reply(status, `<!doctype html><html><body>${body}</body></html>`, {
    'content-type': 'text/html; charset=utf-8',
    ...headers,
  });

/** Pages that reveal whose they are (electron/answers/page-kinds.ts). */
const pages = {
  'page-sign-in': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => page(200, '<form><input type="text"><input type="password"></form>'),
  },
  'page-maintenance': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => page(200, '<h1>We will be back soon</h1><p>The site is down for maintenance.</p>'),
  },
  'page-client-certificate': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => webPage(400, '400 No required SSL certificate was sent', { server: 'nginx' }),
  },
  'page-of-server': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => page(403, '<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>'),
  },
  'page-of-website': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => page(200, '<div id="root"></div><script type="module" src="/main.js"></script>'),
  },
  'program-messages': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () =>
      reply(200, '<br />\n<b>Warning</b>: Undefined variable in <b>/srv/app.php</b>\n{"orgs":[]}', {
        'content-type': 'text/html',
      }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const guards = {
  'guard-cloudflare': {
    basis: 'sourced',
    leads: everywhere('guard-answered'),
    answer: () => webPage(403, 'Just a moment...', { server: 'cloudflare', 'cf-mitigated': 'challenge' }),
  },
  'guard-by-server': {
    basis: 'sourced',
    leads: everywhere('guard-answered'),
    answer: () => webPage(403, 'Access Denied', { server: 'AkamaiGHost' }),
  },
  'guard-aws': {
    basis: 'sourced',
    leads: everywhere('guard-answered'),
    answer: () => webPage(202, 'Human verification', { 'x-amzn-waf-action': 'challenge' }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const limits = {
  'rate-429': {
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => reply(429, { message: 'Too Many Requests' }, { 'retry-after': '30' }),
  },
  'rate-429-no-time': {
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => reply(429, {}),
  },
  'rate-403': {
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => reply(403, { message: 'Forbidden' }, { 'x-ratelimit-remaining': '0' }),
  },
  'rate-503': {
    basis: 'sourced',
    leads: everywhere('rate-limited'),
    answer: () => webPage(503, 'Service Temporarily Unavailable', { 'retry-after': '60' }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const trouble = {
  'error-500': {
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () => reply(500, { message: 'Internal Server Error' }),
  },
  'error-502': {
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () => webPage(502, '502 Bad Gateway', { server: 'nginx' }),
  },
  'error-503': {
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () => webPage(503, 'Down for maintenance'),
  },
  'block-page-503': {
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () => page(503, '<h1>Web Page Blocked</h1><p>Access has been blocked by a policy.</p>'),
  },
  'proxy-page-503': {
    basis: 'sourced',
    leads: everywhere('server-error'),
    answer: () =>
      page(503, '<h1>ERROR</h1><p>The requested URL could not be retrieved</p>', {
        'x-squid-error': 'ERR_DNS_FAIL 0',
      }),
  },
  'header-too-large': {
    basis: 'sourced',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(431, {}),
  },
  'header-too-large-400': {
    basis: 'sourced',
    leads: everywhere('unexpected-answer'),
    answer: () => webPage(400, '400 Request Header Or Cookie Too Large', { server: 'nginx' }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const elsewhere = {
  'web-page-200': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => webPage(200, 'Sign in'),
  },
  'web-page-403': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => webPage(403, 'This page is blocked'),
  },
  'web-page-511': {
    basis: 'sourced',
    leads: everywhere('web-page-answered'),
    answer: () => webPage(511, 'Network Authentication Required'),
  },
  'windows-sign-in': {
    basis: 'sourced',
    leads: everywhere('windows-authentication'),
    answer: () => webPage(401, '401 - Unauthorized', { 'www-authenticate': ['Negotiate', 'NTLM'] }),
  },
  'redirect-by-slash': {
    basis: 'sourced',
    leads: everywhere('redirected'),
    answer: ({ address }) => reply(301, '', { location: slash(address) }),
  },
  'redirect-elsewhere': {
    basis: 'sourced',
    leads: everywhere('redirected'),
    answer: () => reply(302, '', { location: 'https://elsewhere.example/login' }),
  },
  'redirect-to-filter': {
    basis: 'sourced',
    leads: everywhere('redirected'),
    answer: () => reply(302, '', { location: 'https://gateway.zscaler.net/blocked' }),
  },
  'redirect-to-sign-in': {
    basis: 'sourced',
    leads: everywhere('redirected'),
    answer: () => reply(302, '', { location: '/login' }),
  },
  'gateway-unknown-path': {
    basis: 'sourced',
    leads: everywhere('wrong-address'),
    answer: () =>
      reply(
        403,
        { message: 'Missing Authentication Token' },
        { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
      ),
  },
  'nothing-there': {
    basis: 'sourced',
    leads: {
      probe: ({ reach }) =>
        reach?.notFound === undefined ? 'wrong-address' : concluded('reach', reach.notFound),
      token: ({ signIn }) =>
        'notFound' in signIn && signIn.notFound !== undefined
          ? concluded('sign-in', signIn.notFound)
          : 'wrong-address',
      code: 'wrong-address',
      signed: 'wrong-address',
      bearer: 'wrong-address',
      lists: 'wrong-address',
    },
    answer: () => reply(404, { message: 'Not Found' }),
  },
  'another-product': {
    basis: 'inferred',
    leads: { probe: 'wrong-product' },
    answer: () => reply(200, { name: 'another product' }),
  },
  'clock-ahead': {
    basis: 'sourced',
    leads: { probe: warnsAtClock('clock-skew') },
    answer: (request, normal) => {
      const answer = normal(request);
      const date = new Date(request.at + 600_000).toUTCString();
      return { ...answer, headers: { ...answer.headers, date } };
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;

const spoilt = {
  'plain-text': {
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, 'Service is running.', { 'content-type': 'text/plain' }),
  },
  'half-an-answer': {
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, '{"orgs":[{"sourcedId":'),
  },
  'empty-answer': {
    basis: 'sourced',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, ''),
  },
  'not-decodable': {
    basis: 'sourced',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, '{"orgs":[]}', { 'content-encoding': 'gzip' }),
  },
  'too-deep': {
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => reply(200, '['.repeat(500) + ']'.repeat(500)),
  },
  'unknown-letters': {
    basis: 'inferred',
    leads: everywhere('unexpected-answer'),
    answer: () => ({ ...reply(200, ''), body: Buffer.from('{"name":"\xc9cole"}', 'latin1') }),
  },
  'too-large': {
    basis: 'inferred',
    leads: everywhere('answer-too-large'),
    answer: () => reply(200, { padding: 'x'.repeat(1_200_000) }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

export const serverTrouble = { ...trouble, ...limits, ...guards };
export const otherAnswerer = { ...pages, ...elsewhere, ...spoilt };
