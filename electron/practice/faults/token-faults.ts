import type { CheckPlan } from '@systems/system';
import type { PracticeAnswer, PracticeRequest } from '../practice-part';
import { clientIn } from '../practice-tokens';
import { atToken, type Fault, type Leads, passes, reply, warnsAtSignIn, webPage } from './fault';

/* What a token address can answer (RFC 6749 §5), in the forms that servers have given it. */

const NEVER_STORED = { 'cache-control': 'no-store', pragma: 'no-cache' } as const;
const CHALLENGE = { 'www-authenticate': 'Basic realm="practice"' } as const;

const refused = (
  en: string,
  fr: string,
  basis: Fault['basis'],
  leads: Leads,
  ...answer: Parameters<typeof reply>
): Fault => ({ en, fr, basis, leads, answer: () => reply(...answer) });

const rejected = atToken('credentials-rejected');
const word = (error: string) => ({ error });

/** `invalid_client`, wherever and however servers say it. */
const invalidClient = {
  'invalid-client': refused(
    'Client ID or secret refused, as the standard has it (401)',
    'Identifiant client ou secret refusé, selon la norme (401)',
    'sourced',
    rejected,
    401,
    word('invalid_client'),
    { ...NEVER_STORED, ...CHALLENGE },
  ),
  'invalid-client-400': refused(
    'Client ID or secret refused (400)',
    'Identifiant client ou secret refusé (400)',
    'sourced',
    rejected,
    400,
    word('invalid_client'),
  ),
  'invalid-client-in-challenge': {
    en: 'Client ID or secret refused in the challenge, beside a web page (401)',
    fr: 'Identifiant client ou secret refusé dans l’en-tête, à côté d’une page Web (401)',
    basis: 'inferred',
    leads: rejected,
    answer: () =>
      webPage(401, 'Unauthorized', {
        'www-authenticate': 'Basic realm="practice", error="invalid_client"',
      }),
  },
  'invalid-client-as-query': refused(
    'Client ID or secret refused, in name=value form (400)',
    'Identifiant client ou secret refusé, sous la forme nom=valeur (400)',
    'inferred',
    rejected,
    400,
    'error=invalid_client&error_description=no+such+client',
    { 'content-type': 'text/plain' },
  ),
  'invalid-client-nested': refused(
    'Client ID or secret refused, deeper inside the answer (400)',
    'Identifiant client ou secret refusé, plus loin dans la réponse (400)',
    'inferred',
    rejected,
    400,
    { error: { code: 'invalid_client', message: 'no such client' } },
  ),
  'invalid-client-other-case': refused(
    'Client ID or secret refused in capitals (400)',
    'Identifiant client ou secret refusé en majuscules (400)',
    'inferred',
    rejected,
    400,
    { Error: 'INVALID_CLIENT' },
  ),
  'invalid-client-200': refused(
    'Client ID or secret refused, with the status of success (200)',
    'Identifiant client ou secret refusé, avec le code de la réussite (200)',
    'inferred',
    rejected,
    200,
    word('invalid_client'),
  ),
  'invalid-client-500': refused(
    'Client ID or secret refused, with the status of a server in trouble (500)',
    'Identifiant client ou secret refusé, avec le code d’un serveur en difficulté (500)',
    'inferred',
    rejected,
    500,
    word('invalid_client'),
  ),
  'unauthorized-word': refused(
    'Client ID or secret refused by the word “unauthorized” (401)',
    'Identifiant client ou secret refusé par le mot « unauthorized » (401)',
    'inferred',
    rejected,
    401,
    word('unauthorized'),
  ),
  'unauthorized-bare': refused(
    'Refused without a reason (401)',
    'Refus sans raison (401)',
    'inferred',
    rejected,
    401,
    {},
  ),
} as const satisfies Readonly<Record<string, Fault>>;

const scopeOf = ({ signIn }: CheckPlan): string =>
  'scopes' in signIn && signIn.scopes !== null ? signIn.scopes : '';

/** The other words of RFC 6749 §5.2, and one of §4.1.2.1 that some token addresses use. */
const otherWords = {
  'invalid-grant': refused(
    'The grant is refused (invalid_grant)',
    'L’autorisation est refusée (invalid_grant)',
    'sourced',
    { token: 'credentials-rejected', code: 'sign-in-incomplete' },
    400,
    word('invalid_grant'),
  ),
  'invalid-request': refused(
    'The form of the request is not accepted (invalid_request)',
    'La forme de la requête n’est pas acceptée (invalid_request)',
    'sourced',
    atToken('request-rejected'),
    400,
    word('invalid_request'),
  ),
  'unauthorized-client': refused(
    'The client may not sign in this way (unauthorized_client)',
    'Le client ne peut pas s’authentifier ainsi (unauthorized_client)',
    'sourced',
    atToken('client-not-allowed'),
    400,
    word('unauthorized_client'),
  ),
  'unsupported-grant': refused(
    'The server does not offer this sign-in (unsupported_grant_type)',
    'Le serveur n’offre pas cette authentification (unsupported_grant_type)',
    'sourced',
    atToken('client-not-allowed'),
    400,
    word('unsupported_grant_type'),
  ),
  'access-denied': refused(
    'Access denied (403, access_denied)',
    'Accès refusé (403, access_denied)',
    'inferred',
    atToken('client-not-allowed'),
    403,
    word('access_denied'),
  ),
  'invalid-scope': refused(
    'The scope is not accepted (invalid_scope)',
    'La portée n’est pas acceptée (invalid_scope)',
    'sourced',
    atToken((plan) => (scopeOf(plan) === '' ? 'scope-missing' : 'scope-rejected')),
    400,
    word('invalid_scope'),
  ),
} as const satisfies Readonly<Record<string, Fault>>;

/** Changes the token answer's members; what is no token answer stays as it is. */
function changed(
  answer: PracticeAnswer,
  change: (members: Readonly<Record<string, unknown>>) => unknown,
): PracticeAnswer {
  if (answer.status !== 200) return answer;
  return { ...answer, body: JSON.stringify(change(JSON.parse(String(answer.body)))) };
}

const tokenWith = (
  en: string,
  fr: string,
  leads: Leads,
  change: (members: Readonly<Record<string, unknown>>) => unknown,
): Fault => ({
  en,
  fr,
  basis: 'inferred',
  leads,
  answer: (request, normal) => changed(normal(request), change),
});

const oddTokens = {
  'token-without-type': tokenWith(
    'A token that does not say its type',
    'Un jeton qui ne dit pas son type',
    atToken(warnsAtSignIn('token-malformed')),
    ({ token_type: _, ...others }) => others,
  ),
  'token-of-odd-type': tokenWith(
    'A token of an unknown type',
    'Un jeton d’un type inconnu',
    atToken(warnsAtSignIn('token-malformed')),
    (members) => ({ ...members, token_type: 'practice' }),
  ),
  'token-with-odd-members': tokenWith(
    'A good token among odd values (nothing is wrong)',
    'Un bon jeton parmi des valeurs étranges (rien à redire)',
    atToken(passes('sign-in')),
    (members) => ({ ...members, expires_in: 'soon', scope: [null], refresh_token: 17, id_token: false }),
  ),
  'no-token': tokenWith(
    'An answer without a token (200)',
    'Une réponse sans jeton (200)',
    atToken('token-malformed'),
    ({ access_token: _, ...others }) => others,
  ),
  'token-is-a-number': tokenWith(
    'A token that is a number',
    'Un jeton qui est un nombre',
    atToken('token-malformed'),
    (members) => ({ ...members, access_token: 12345 }),
  ),
} as const satisfies Readonly<Record<string, Fault>>;

/** What a server that reads the body alone would do with it; the practice system behind reads the header. */
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
    en: 'Wants Client ID and secret in the body',
    fr: 'Veut l’identifiant client et le secret dans le corps',
    basis: 'sourced',
    leads: rejected,
    answer: (request, normal) =>
      request.headers.authorization === undefined && clientIn(request)?.by === 'body'
        ? normal(movedToHeader(request))
        : reply(401, word('invalid_client'), NEVER_STORED),
  },
  'only-in-body-400': {
    en: 'Wants Client ID and secret in the body, and does not say so (400)',
    fr: 'Veut l’identifiant client et le secret dans le corps, sans le dire (400)',
    basis: 'inferred',
    leads: atToken('unexpected-answer'),
    answer: (request, normal) =>
      request.headers.authorization === undefined && clientIn(request)?.by === 'body'
        ? normal(movedToHeader(request))
        : reply(400, {}),
  },
  'only-in-header': {
    en: 'Wants Client ID and secret in the header (nothing is wrong, unless they go in the body)',
    fr: 'Veut l’identifiant client et le secret dans l’en-tête (rien à redire, sauf s’ils vont dans le corps)',
    basis: 'sourced',
    leads: atToken(passes('sign-in')),
    answer: (request, normal) =>
      new URLSearchParams(request.body).has('client_secret')
        ? reply(401, word('invalid_client'), { ...NEVER_STORED, ...CHALLENGE })
        : normal(request),
  },
} as const satisfies Readonly<Record<string, Fault>>;

export const tokenFaults = { ...invalidClient, ...otherWords, ...oddTokens, ...ways };
