import { systemIds } from '@contract/connection';
import { isProved } from '@contract/verdict';
import { describe, expect, it } from 'vitest';
import { type Service, services } from '../../servers/spoilt-service';
import { ran } from '../../support/checked';
import { type Answer, html, json, send } from '../../support/hostile-answers';
import { type Place, placesOf, signsEachRequest, spoiltChecks } from '../../support/spoilt-check';

/*
 * docs/how-answers-are-read.md, row by row, for every system it applies to: the result of one answer in place of the
 * right one. The fault laboratory (test/app/faults) covers the network and certificates.
 */

const { run, listStep } = spoiltChecks();

/** A row: the answer, and `code outcome` of the step that made the request. */
type Row = readonly [what: string, answer: Answer, expected: string];

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toUTCString();

/** For any request. */
const always: readonly Row[] = [
  ['301', send(301, '', { location: 'https://other.test/x' }), 'redirected failed'],
  ['302 to a sign-in page', send(302, '', { location: '/login' }), 'redirected failed'],
  ['307', send(307, '', { location: '/elsewhere' }), 'redirected failed'],
  ['308 without a place', send(308), 'redirected failed'],
  [
    '401 Negotiate',
    send(401, '', { 'www-authenticate': ['Negotiate', 'NTLM'] }),
    'windows-authentication failed',
  ],
  [
    '401 NTLM, a web page',
    send(401, '<p>', { 'www-authenticate': 'NTLM', 'content-type': 'text/html' }),
    'windows-authentication failed',
  ],
  ['429', send(429, '', { 'retry-after': '17' }), 'rate-limited failed'],
  ['429, nothing said', json(429, { error: 'slow_down' }), 'rate-limited failed'],
  ['429, a web page', html(429), 'rate-limited failed'],
  ['500', json(500, {}), 'server-error failed'],
  ['502', send(502), 'server-error failed'],
  ['503, a web page', html(503), 'server-error failed'],
  ...[200, 400, 401, 403, 511].map(
    (status): Row => [`${status}, a web page`, html(status), 'web-page-answered failed'],
  ),
];

/** A token endpoint. */
const token: readonly Row[] = [
  ['401 invalid_client', json(401, { error: 'invalid_client' }), 'credentials-rejected failed'],
  ['400 invalid_client', json(400, { error: 'invalid_client' }), 'credentials-rejected failed'],
  ['401, nothing said', send(401), 'credentials-rejected failed'],
  ['400 unauthorized_client', json(400, { error: 'unauthorized_client' }), 'client-not-allowed failed'],
  ['400 unsupported_grant_type', json(400, { error: 'unsupported_grant_type' }), 'client-not-allowed failed'],
  ['403', json(403, {}), 'refused failed'],
  ['no access_token', json(200, { token_type: 'bearer' }), 'token-malformed failed'],
  ['an empty access_token', json(200, { access_token: '', token_type: 'bearer' }), 'token-malformed failed'],
  ['no token_type', json(200, { access_token: 'a' }), 'token-malformed warning'],
  ['another token_type', json(200, { access_token: 'a', token_type: 'mac' }), 'token-malformed warning'],
  ['200, not JSON', send(200, 'hello', { 'content-type': 'application/json' }), 'unexpected-answer failed'],
  ['400 of an unknown kind', json(400, { error: 'made_up' }), 'unexpected-answer failed'],
];

/** The API, with a fetched token. */
const withToken: readonly Row[] = [
  ['401', json(401, {}), 'token-rejected failed'],
  [
    '401, expired',
    json(401, { error: 'invalid_token', error_description: 'expired' }),
    'token-expired failed',
  ],
  [
    '401, expired by its challenge',
    json(
      401,
      {},
      { 'www-authenticate': 'Bearer error="invalid_token",error_description="token has expired"' },
    ),
    'token-expired failed',
  ],
];

/** The API, with any kind of authentication. */
const anyList: readonly Row[] = [['403', json(403, {}), 'permission-missing failed']];

/** The first request with its own signature. */
const oauth1: readonly Row[] = [
  ['401', json(401, {}), 'credentials-rejected failed'],
  [
    '401, signature',
    json(401, {}, { 'www-authenticate': 'OAuth oauth_problem=signature_invalid' }),
    'signature-rejected failed',
  ],
  [
    '401, method',
    json(401, {}, { 'www-authenticate': 'OAuth oauth_problem=signature_method_rejected' }),
    'signature-rejected failed',
  ],
  [
    '401, nonce',
    send(401, 'oauth_problem=nonce_used', { 'content-type': 'text/plain' }),
    'nonce-rejected failed',
  ],
  [
    '401, signature, and the clocks two minutes apart',
    json(401, {}, { 'www-authenticate': 'OAuth oauth_problem=signature_invalid', date: minutesAgo(2) }),
    'clock-skew failed',
  ],
];
const bearer: readonly Row[] = [
  ['401', json(401, {}), 'token-rejected failed'],
  [
    '401, expired, which no such token can be',
    json(401, { error_description: 'expired' }),
    'token-rejected failed',
  ],
];

/** Rows where one service differs. */
const own: Partial<Record<Service, Partial<Record<Place, readonly Row[]>>>> = {
  powerschool: {
    // Servers before 7.8 lack this page; the sign-in will tell.
    probe: [['404', json(404, {}), 'wrong-address warning']],
    'sign-in': [
      ['400 invalid_scope, none sent', json(400, { error: 'invalid_scope' }), 'scope-missing failed'],
    ],
    'last list': [
      [
        '400, no access to the field',
        json(400, { message: 'Validation Failed', errors: [{ code: 'No access to the field' }] }),
        'permission-missing failed',
      ],
    ],
  },
  'aeries-oneroster': {
    probe: [['404', json(404, {}), 'wrong-address failed']],
    'sign-in': [
      ['404', json(404, {}), 'not-restarted failed'],
      ['404, a web page', html(404), 'not-restarted failed'],
      ['400 invalid_scope', json(400, { error: 'invalid_scope' }), 'scope-rejected failed'],
    ],
  },
  oneroster: {
    'sign-in': [['400 invalid_scope', json(400, { error: 'invalid_scope' }), 'scope-rejected failed']],
  },
};

function rowsOf(service: Service, place: Place): readonly Row[] {
  const said = own[service]?.[place] ?? [];
  const kind = {
    probe: [['another product', json(200, { hello: 1 }), 'wrong-product failed'] satisfies Row],
    'sign-in': !signsEachRequest(service) ? token : service === 'classlink-proxy' ? bearer : oauth1,
    'last list': signsEachRequest(service) ? anyList : [...withToken, ...anyList],
  }[place];
  const absent = absentRows(service, place);
  return [...always, ...kind, ...said, ...absent.filter(([what]) => !said.some(([own]) => own === what))];
}

/** A missing list says nothing about the others, if there are others. */
function absentRows(service: Service, place: Place): readonly Row[] {
  const hasSiblings = place === 'last list' && service !== 'powerschool';
  // The next list is then requested and doubles as the sign-in.
  const signsInElsewhere = place === 'sign-in' && signsEachRequest(service);
  const expected = hasSiblings
    ? 'not-offered warning'
    : signsInElsewhere
      ? 'ok passed'
      : 'wrong-address failed';
  return [
    ['404', json(404, {}), expected],
    ['405', json(405, {}), expected],
    ...(hasSiblings || signsInElsewhere ? [['501', json(501, {}), expected] satisfies Row] : []),
  ];
}

it('covers every system; OnSIS, whose sign-in needs a browser, has its rows in onsis-check.test.ts', () => {
  const covered = services.map((service) => service.split(' ')[0]);
  expect([...new Set(['onsis', ...covered])].sort()).toEqual([...systemIds].sort());
});

describe.each(services)('%s', (service) => {
  describe.each(placesOf(service))('%s', (place) => {
    it.each(rowsOf(service, place))('%s', async (_, answer, expected) => {
      const { report } = await run(service, { place, answer });
      const where = { probe: 'reach', 'sign-in': 'sign-in', 'last list': listStep(service, 'last') }[place];
      expect(ran(report).find((line) => line.startsWith(`${where} `))).toBe(`${where} ${expected}`);
      const at = report.steps.findIndex(({ id, subject }) => `${id}/${subject}` === where || id === where);
      const later = report.steps.slice(at + 1).filter(({ id }) => id !== report.steps[at]?.id);
      // The proof is judged regardless of the other lists.
      const isProof = listStep(service, 'first') === where;
      const stops = expected.endsWith('failed') && (place !== 'last list' || isProof);
      for (const step of stops ? later : [])
        expect([step.outcome, step.code], step.id).toEqual(['not-tried', null]);
      // This service did not issue the made-up tokens.
      if (!expected.endsWith('failed') && place !== 'sign-in') expect(isProved(report.steps)).toBe(true);
    });
  });

  it('403 without a word to the first list proves nothing, and blames nobody', async () => {
    if (!signsEachRequest(service)) {
      // With a separate token the sign-in was already over; the last list is like any other.
      const { report } = await run(service, { place: 'last list', answer: json(403, {}) });
      expect(ran(report)).toContain('sign-in ok passed');
      return;
    }
    const { report } = await run(service, { place: 'sign-in', answer: json(403, {}) });
    expect(ran(report)).toContain('sign-in not-proved warning');
    // The other list answered, so the server knows the caller.
    expect(ran(report)).toContain(`${listStep(service, 'first')} permission-missing failed`);
    expect(isProved(report.steps)).toBe(false);
  });

  it('403 to the first list that names the missing right is a permission', async () => {
    if (!signsEachRequest(service)) return;
    const answer = json(403, { imsx_codeMajor: 'failure', imsx_codeMinor: 'forbidden' });
    const { report } = await run(service, { place: 'sign-in', answer });
    expect(ran(report)).toContain('sign-in ok passed');
    expect(ran(report)).toContain(`${listStep(service, 'first')} permission-missing failed`);
  });
});
