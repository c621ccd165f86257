import type { CheckPlan } from '@systems/system';
import type { PracticeAnswer, PracticeRequest } from '../practice-part';
import { clientIn } from '../practice-tokens';
import { atToken, type Fault, type Leads, passes, reply, warnsAtSignIn, webPage } from './fault';

/* Answers of a token endpoint (RFC 6749 §5), in the forms servers have used. */

const NEVER_STORED = { 'cache-control': 'no-store', pragma: 'no-cache' } as const;
const CHALLENGE = { 'www-authenticate': 'Basic realm="practice"' } as const;

const refused = (basis: Fault['basis'], leads: Leads, ...answer: Parameters<typeof reply>): Fault => ({
  basis,
  leads,
  answer: () => reply(...answer),
});

const rejected = atToken('credentials-rejected');
const word = (error: string) => ({ error });

/** `invalid_client`, in all the ways servers say it. */
const invalidClient = {
  'invalid-client': refused('sourced', rejected, 401, word('invalid_client'), {
    ...NEVER_STORED,
    ...CHALLENGE,
  }),
  'invalid-client-400': refused('sourced', rejected, 400, word('invalid_client')),
  'invalid-client-in-challenge': {
    basis: 'inferred',
    leads: rejected,
    answer: () =>
      webPage(401, 'Unauthorized', {
        'www-authenticate': 'Basic realm="practice", error="invalid_client"',
      }),
  },
  'invalid-client-as-query': refused(
    'inferred',
    rejected,
    400,
    'error=invalid_client&error_description=no+such+client',
    { 'content-type': 'text/plain' },
  ),
  'invalid-client-nested': refused('inferred', rejected, 400, {
    error: { code: 'invalid_client', message: 'no such client' },
  }),
  'invalid-client-other-case': refused('inferred', rejected, 400, { Error: 'INVALID_CLIENT' }),
  'invalid-client-200': refused('inferred', rejected, 200, word('invalid_client')),
  'invalid-client-500': refused('inferred', rejected, 500, word('invalid_client')),
  'secret-expired': refused('sourced', rejected, 401, {
    error: 'invalid_client',
    error_description: 'The provided client secret keys are expired.',
  }),
  'other-challenge': refused(
    'sourced',
    rejected,
    401,
    { message: 'Access denied due to missing subscription key.' },
    { 'www-authenticate': 'GatewayKey realm="practice"' },
  ),
  'unauthorized-word': refused('inferred', rejected, 401, word('unauthorized')),
  'unauthorized-bare': refused('inferred', rejected, 401, {}),
} as const satisfies Readonly<Record<string, Fault>>;

const scopeOf = ({ signIn }: CheckPlan): string =>
  'scopes' in signIn && signIn.scopes !== null ? signIn.scopes : '';

/** The other error codes of RFC 6749 §5.2, and one of §4.1.2.1 that some token endpoints use. */
const otherWords = {
  'invalid-grant': refused(
    'sourced',
    { token: 'credentials-rejected', code: 'sign-in-incomplete' },
    400,
    word('invalid_grant'),
  ),
  'invalid-request': refused('sourced', atToken('request-rejected'), 400, word('invalid_request')),
  'unauthorized-client': refused('sourced', atToken('client-not-allowed'), 400, word('unauthorized_client')),
  'unsupported-grant': refused('sourced', atToken('client-not-allowed'), 400, word('unsupported_grant_type')),
  'access-denied': refused('inferred', atToken('client-not-allowed'), 403, word('access_denied')),
  'invalid-scope': refused(
    'sourced',
    atToken((plan) => (scopeOf(plan) === '' ? 'scope-missing' : 'scope-rejected')),
    400,
    word('invalid_scope'),
  ),
} as const satisfies Readonly<Record<string, Fault>>;

/** Changes the members of a token answer; other answers stay as they are. */
function changed(
  answer: PracticeAnswer,
  change: (members: Readonly<Record<string, unknown>>) => unknown,
): PracticeAnswer {
  if (answer.status !== 200) return answer;
  return { ...answer, body: JSON.stringify(change(JSON.parse(String(answer.body)))) };
}

const tokenWith = (leads: Leads, change: (members: Readonly<Record<string, unknown>>) => unknown): Fault => ({
  basis: 'inferred',
  leads,
  answer: (request, normal) => changed(normal(request), change),
});

const oddTokens = {
  'token-without-type': tokenWith(
    atToken(warnsAtSignIn('token-malformed')),
    ({ token_type: _, ...others }) => others,
  ),
  'token-of-odd-type': tokenWith(atToken(warnsAtSignIn('token-malformed')), (members) => ({
    ...members,
    token_type: 'practice',
  })),
  'token-with-odd-members': tokenWith(atToken(passes('sign-in')), (members) => ({
    ...members,
    expires_in: 'soon',
    scope: [null],
    refresh_token: 17,
    id_token: false,
  })),
  'no-token': tokenWith(atToken('token-malformed'), ({ access_token: _, ...others }) => others),
  'token-is-a-number': tokenWith(atToken('token-malformed'), (members) => ({
    ...members,
    access_token: 12345,
  })),
} as const satisfies Readonly<Record<string, Fault>>;

/** Behaves like a server that reads only the body: the practice system behind it reads the header. */
function movedToHeader(request: PracticeRequest): PracticeRequest {
  const { id, secret } = clientIn(request) ?? { id: '', secret: '' };
  const form = new URLSearchParams(request.body);
  form.delete('client_id');
  form.delete('client_secret');
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`, 'utf8').toString('base64')}`;
  return { ...request, headers: { ...request.headers, authorization }, body: form.toString() };
}

const ways = {
  'only-in-body': {
    basis: 'sourced',
    leads: rejected,
    answer: (request, normal) =>
      request.headers.authorization === undefined && clientIn(request)?.by === 'body'
        ? normal(movedToHeader(request))
        : reply(401, word('invalid_client'), NEVER_STORED),
  },
  'only-in-body-400': {
    basis: 'inferred',
    leads: atToken('unexpected-answer'),
    answer: (request, normal) =>
      request.headers.authorization === undefined && clientIn(request)?.by === 'body'
        ? normal(movedToHeader(request))
        : reply(400, {}),
  },
  'only-in-header': {
    basis: 'sourced',
    leads: atToken(passes('sign-in')),
    answer: (request, normal) =>
      new URLSearchParams(request.body).has('client_secret')
        ? reply(401, word('invalid_client'), { ...NEVER_STORED, ...CHALLENGE })
        : normal(request),
  },
} as const satisfies Readonly<Record<string, Fault>>;

export const tokenFaults = { ...invalidClient, ...otherWords, ...oddTokens, ...ways };
