import { coreScope, rosteringPath } from '@systems/one-roster-service';
import { letter } from './practice-letter';
import {
  json,
  type PracticeAnswer,
  type PracticePart,
  type PracticeRequest,
  type PracticeSystem,
} from './practice-part';
import { refusal, rosterAnswer, rosterRequestKinds, rosterSwitches } from './practice-roster';
import { bearerToken, clientIn, formDecoded, IssuedTokens, isSame, type Pair } from './practice-tokens';
import { SignedRoster, type SignedSwitches, signedSwitches } from './signed-roster';
import { answerTokenRequest, NEVER_STORED } from './token-endpoint';

/* A practice OneRoster server for both versions, with OAuth 2.0 and OAuth 1.0a (docs/vendors/oneroster.md). */

export interface OnerosterSwitches extends SignedSwitches {
  /** Servers differ (docs/vendors/oneroster.md#scope-demanded-or-refused). */
  scope: 'required' | 'optional' | 'refused';
  /** Whether HTTP Basic is read raw or form-decoded (docs/vendors/standards.md#http-basic). */
  basic: 'raw' | 'form-encoded' | 'either';
  /** If set, every client is refused with this status and `invalid_client`. */
  invalidClient: 400 | 401 | null;
  /** The client is known but must not use this grant. */
  grantRefused: boolean;
  tokenExpired: boolean;
  expiresIn: number;
}

const PAIR: Pair = { id: 'practice-roster-0000', secret: 'Practice-Only_Not-A-Real-Secret.1lI0O' };
const NEW_PAIR: Pair = { id: 'practice-roster-0001', secret: 'Practice-Only_A-Newer-Secret.1lI0O' };
const ROOT = '/oneroster';

export const practiceOneroster: PracticeSystem = {
  credentials: (origin, renewed = false) => ({
    values: {
      serverUrl: `${origin}${ROOT}`,
      version: '1.1',
      signIn: 'oauth2',
      tokenUrl: `${origin}${ROOT}/oauth/token`,
      clientId: (renewed ? NEW_PAIR : PAIR).id,
      scopes: coreScope['1.1'],
    },
    secrets: { clientSecret: (renewed ? NEW_PAIR : PAIR).secret },
  }),
  reply: (language, credentials) => letter(language, 'oneroster', credentials, { signIn: 'OAuth 2.0' }),
};

export function onerosterPart(now: () => number): PracticePart<OnerosterSwitches> {
  const switches: OnerosterSwitches = {
    ...rosterSwitches(),
    ...signedSwitches(),
    scope: 'optional',
    basic: 'either',
    invalidClient: null,
    grantRefused: false,
    tokenExpired: false,
    expiresIn: 3600,
  };
  const tokens = new IssuedTokens(now);
  let client = PAIR;
  const signed = new SignedRoster(now, () => client);

  const isKnown = (request: PracticeRequest): boolean => {
    const pair = clientIn(request);
    if (pair?.by !== 'header') return false;
    const raw = switches.basic !== 'form-encoded' && isSame(pair, client);
    return raw || (switches.basic !== 'raw' && isSame(formDecoded(pair), client));
  };

  const token = (request: PracticeRequest): PracticeAnswer =>
    answerTokenRequest(request, {
      grant: 'client_credentials',
      basis: 'sourced',
      headers: NEVER_STORED,
      refuseClient: (_form, refuse) => {
        if (switches.invalidClient === null && isKnown(request)) return null;
        const status = switches.invalidClient ?? 401;
        return refuse(
          'invalid_client',
          status,
          status === 401 ? { 'www-authenticate': 'Basic realm="practice"' } : {},
        );
      },
      issue: (form, refuse) => {
        if (switches.grantRefused) return refuse('unauthorized_client');
        const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
        const known = scopes.every((scope) => scope.startsWith('https://purl.imsglobal.org/spec/or/'));
        if (!known || (switches.scope === 'required' && scopes.length === 0)) return refuse('invalid_scope');
        if (switches.scope === 'refused' && scopes.length > 0) return refuse('invalid_scope');
        const issued = {
          access_token: tokens.issue(20),
          token_type: 'Bearer',
          expires_in: switches.expiresIn,
        };
        return json(200, { ...issued, scope: scopes.join(' ') }, 'sourced', NEVER_STORED);
      },
    });

  const withToken = (request: PracticeRequest, service: string): PracticeAnswer => {
    const age = tokens.age(bearerToken(request.headers.authorization));
    const challenge = (words: string) => ({ 'www-authenticate': `Bearer error="invalid_token"${words}` });
    if (age === null) return refusal(401, 'unauthorisedrequest', switches.errorShape, challenge(''));
    if (switches.tokenExpired || age >= switches.expiresIn) {
      const expired = challenge(', error_description="The access token expired"');
      return refusal(401, 'unauthorisedrequest', switches.errorShape, expired);
    }
    const address = `${request.origin}${ROOT}${request.path}`;
    return rosterAnswer(request, request.path.slice(service.length), address, switches);
  };

  const isBearer = ({ headers }: PracticeRequest) => /^bearer\b/i.test(headers.authorization ?? '');
  const serviceOf = ({ path }: PracticeRequest) =>
    Object.values(rosteringPath).find((service) => path.startsWith(`${service}/`));

  return {
    system: 'oneroster',
    switches,
    renew: () => {
      client = client === PAIR ? NEW_PAIR : PAIR;
    },
    browserPaths: [],
    requestKinds: (request) => {
      if (request.path === '/oauth/token') return ['token'];
      if (serviceOf(request) === undefined) return [];
      // A signed request is both the sign-in and the data request.
      return rosterRequestKinds(request, isBearer(request) ? 'lists' : 'signed');
    },
    answer: (request) => {
      if (request.path === '/oauth/token') return token(request);
      const service = serviceOf(request);
      if (service === undefined) return json(404, {}, 'inferred');
      return isBearer(request)
        ? withToken(request, service)
        : signed.answer(request, ROOT, service, switches);
    },
  };
}
