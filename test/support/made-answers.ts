import type { ServerResponse } from 'node:http';
import { allMet } from '../unit/answers/met/all';
import type { Answer } from './hostile-answers';
import type { Seeded } from './seeded';

/*
 * Random answers derived from observed ones: with another status, other headers, another body, wrapped, echoed,
 * truncated, or in another character set. Every text in them that is not a standard's term carries the canary.
 */

export interface MadeAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** In every header and body. A report that contains it contains a server's free text. */
export const SERVER_CANARY = 'c4n4ry-8f3a1c';

const statuses = [
  200, 200, 200, 200, 201, 202, 203, 204, 206, 300, 301, 302, 303, 304, 307, 308, 400, 400, 400, 401, 401,
  401, 402, 403, 403, 403, 404, 405, 406, 408, 409, 410, 412, 415, 418, 421, 422, 429, 431, 451, 494, 500,
  501, 502, 503, 504, 511, 520, 522, 530,
];

const types = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=ISO-8859-1',
  'application/json; charset=utf-16le',
  'text/html',
  'text/html; charset=windows-1252',
  'text/plain',
  'application/xml',
  'application/problem+json',
  `application/${SERVER_CANARY}`,
  `application/json; charset=${SERVER_CANARY}`,
  '',
];

const challenges: readonly (string | readonly string[])[] = [
  `Basic realm="${SERVER_CANARY}"`,
  'basic realm="a, Bearer b"',
  'Bearer',
  `Bearer realm="${SERVER_CANARY}", error="invalid_token", error_description="The access token expired ${SERVER_CANARY}"`,
  'Bearer error="insufficient_scope"',
  'Bearer, error="invalid_token"',
  `bearer error="${SERVER_CANARY}"`,
  'OAuth realm="x", oauth_problem="signature_invalid"',
  'OAUTH oauth_problem=timestamp_refused',
  `OAuth oauth_problem="${SERVER_CANARY}"`,
  'Negotiate',
  ['Negotiate', 'NTLM'],
  ['Negotiate', 'NTLM', 'Basic realm="x"'],
  'NTLM, Bearer realm="Basic"',
  `Digest realm="${SERVER_CANARY}", nonce="1"`,
  `${SERVER_CANARY}`,
  '',
];

type Change = readonly [string, readonly (string | readonly string[])[]];
const headers: readonly Change[] = [
  ['www-authenticate', challenges],
  ['server', ['cloudflare', 'AkamaiGHost', 'nginx', 'awselb/2.0', 'Zscaler/6.2', `${SERVER_CANARY}/1.0`]],
  ['cf-mitigated', ['challenge']],
  ['x-amzn-waf-action', ['captcha', 'challenge']],
  ['x-amzn-errortype', ['MissingAuthenticationTokenException', 'ForbiddenException', SERVER_CANARY]],
  [
    'retry-after',
    ['7', '0', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT', `${SERVER_CANARY}`, '-1', '99999999999'],
  ],
  ['x-ratelimit-remaining', ['0', '0.0', '12', '-1', SERVER_CANARY]],
  [
    'location',
    [
      `/login?next=${SERVER_CANARY}`,
      `https://other.test/${SERVER_CANARY}#${SERVER_CANARY}`,
      `http://u-${SERVER_CANARY}:p@other.test/`,
      `javascript:alert("${SERVER_CANARY}")`,
      '',
    ],
  ],
  ['date', ['Wed, 21 Oct 2020 07:28:00 GMT', 'never', '']],
  ['x-error', [SERVER_CANARY, 'invalid_client']],
  ['allow', ['GET']],
  ['set-cookie', [[`session=${SERVER_CANARY}`]]],
];

/** In addition to the table's bodies: what hides in data, in prose and in the wrong place. */
const bodies: readonly string[] = [
  '',
  'null',
  '[]',
  '{}',
  'true',
  '"invalid_client"',
  JSON.stringify(SERVER_CANARY),
  JSON.stringify({
    orgs: [{ sourcedId: SERVER_CANARY, name: 'error', metadata: { error: 'invalid_token' } }],
  }),
  JSON.stringify({ orgs: [], classes: [], error: null, errors: [] }),
  JSON.stringify({ orgs: [{ sourcedId: '1' }], classes: [{ sourcedId: '1' }], imsx_codeMajor: 'failure' }),
  JSON.stringify({ district: { name: SERVER_CANARY } }),
  JSON.stringify({ district: { name: SERVER_CANARY }, error: SERVER_CANARY }),
  JSON.stringify({ access_token: 'made-up', token_type: SERVER_CANARY, scope: [SERVER_CANARY] }),
  JSON.stringify({ access_token: SERVER_CANARY, token_type: 'bearer', error: 'invalid_client' }),
  JSON.stringify({ metadata: { powerschool_version: '21.4.1', x: SERVER_CANARY } }),
  JSON.stringify({ AeriesVersion: SERVER_CANARY }),
  JSON.stringify({ message: `This is an invalid request, ${SERVER_CANARY}; the token is not expired` }),
  JSON.stringify({
    error: SERVER_CANARY,
    error_description: `expired ${SERVER_CANARY}`,
    code: SERVER_CANARY,
  }),
  JSON.stringify({ imsx_codeMajor: 'failure', imsx_codeMinor: SERVER_CANARY }),
  `<html><body>${SERVER_CANARY} invalid request, access denied</body></html>`,
  `<html><body>{"error":"invalid_client"} ${SERVER_CANARY}</body></html>`,
  `<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>${SERVER_CANARY}</Message></Error>`,
  `<soap:Envelope><soap:Fault>${SERVER_CANARY}</soap:Fault></soap:Envelope>`,
  `error=invalid_grant&error_description=${SERVER_CANARY}`,
  `oauth_problem=nonce_used&x=${SERVER_CANARY}`,
  `${SERVER_CANARY} Request Header Or Cookie Too Large`,
  `)]}',\n{"access_token":"${SERVER_CANARY}"}`,
  '\u0000\u0001\u0002',
];

/** What the table's rows actually send, recorded. */
const met: readonly MadeAnswer[] = allMet.flatMap(({ rows }) => rows.map(({ answer }) => takenDown(answer)));

function takenDown(answer: Answer): MadeAnswer {
  let said: MadeAnswer = { status: 200, headers: {}, body: Buffer.alloc(0) };
  const response = {
    writeHead(status: number, fields: Readonly<Record<string, string | readonly string[]>> = {}) {
      const lower = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value] as const);
      said = { ...said, status, headers: Object.fromEntries(lower) };
      return response;
    },
    end(body: string | Buffer = '') {
      said = { ...said, body: Buffer.from(body) };
      return response;
    },
  };
  answer(response as unknown as ServerResponse);
  return said;
}

/** The next answer: an observed one with up to four changes. */
export function madeAnswer(random: Seeded): MadeAnswer {
  let answer = random.pick(met);
  for (let left = random.whole(0, 4); left > 0; left -= 1) answer = changed(answer, random);
  return answer;
}

function changed(answer: MadeAnswer, random: Seeded): MadeAnswer {
  const { headers: fields, body } = answer;
  const text = body.toString('utf8');
  switch (random.whole(0, 9)) {
    case 0:
    case 1:
      return { ...answer, status: random.pick(statuses) };
    case 2:
    case 3: {
      const [name, values] = random.pick(headers);
      return { ...answer, headers: { ...fields, [name]: random.pick(values) } };
    }
    case 4:
      return { ...answer, headers: { ...fields, 'content-type': random.pick(types) } };
    case 5: {
      const kept = Object.entries(fields).filter(() => random.chance(0.5));
      return { ...answer, headers: Object.fromEntries(kept) };
    }
    case 6:
      return {
        ...answer,
        body: random.chance(0.5) ? Buffer.from(random.pick(bodies)) : random.pick(met).body,
      };
    case 7:
      return { ...answer, body: wrapped(text, random) };
    case 8:
      return { ...answer, body: recoded(text, random) };
    default:
      return { ...answer, body: Buffer.from(withCanary(text)) };
  }
}

/** The text inside something else. */
function wrapped(text: string, random: Seeded): Buffer {
  const inside = random.pick([
    () => `{"data":${text}}`,
    () => `{"error":${text}}`,
    () => `[${text}]`,
    () => JSON.stringify({ message: text }),
    () => `${text}<!DOCTYPE html>`,
    () => `<!-- ${text} --><html></html>`,
    () => `  \r\n${text}`,
    () => text.slice(0, Math.floor(text.length / 2)),
    () => text.toUpperCase(),
    () => text.replaceAll('_', ' '),
  ]);
  return Buffer.from(inside());
}

function recoded(text: string, random: Seeded): Buffer {
  return random.pick([
    () => Buffer.from(`\uFEFF${text}`),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    () => Buffer.from(`é${text}`, 'latin1'),
  ])();
}

/** In each JSON string that contains a space, and after each title: sentences and pages, not words. */
const withCanary = (text: string): string =>
  text
    .replace(/"([^"\\]* [^"\\]*)"/g, `"$1 ${SERVER_CANARY}"`)
    .replace(/<\/title>/gi, ` ${SERVER_CANARY}</title>`);
