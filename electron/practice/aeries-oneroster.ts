import { coreScope } from '@systems/one-roster-service';
import { letter } from './practice-letter';
import {
  json,
  type PracticeAnswer,
  type PracticePart,
  type PracticeRequest,
  type PracticeSystem,
} from './practice-part';
import {
  type RosterSwitches,
  refusal,
  rosterAnswer,
  rosterRequestKinds,
  rosterSwitches,
} from './practice-roster';
import { bearerToken, clientIn, IssuedTokens, isSame, type Pair } from './practice-tokens';
import { answerTokenRequest } from './token-endpoint';

/*
 * A practice Aeries site at `/aeries-oneroster` (docs/vendors/aeries-oneroster.md). Aeries does not publish the
 * wording of its refusals; likely forms are used and marked as such.
 */

export interface AeriesSwitches extends RosterSwitches {
  /** The status of `invalid_client` for a wrong pair. */
  wrongPair: 400 | 401;
  /** Simulates that no record has this pair. */
  wrongRecord: boolean;
  /** API calls without the cookies of the token answer are refused, as behind a load balancer. */
  cookiesNeeded: boolean;
  /** OneRoster was enabled, but IIS not restarted: `/token` does not exist. */
  notRestarted: boolean;
  /** The portal requires Windows authentication. */
  windowsSignIn: boolean;
  tokenExpired: boolean;
  /** The token endpoint is `/v2/oauth/token`, as in older versions. */
  olderTokenPath: boolean;
  version: string;
}

const PAIR: Pair = { id: '0123456789abcdef'.repeat(4), secret: 'fedcba9876543210'.repeat(4) };
/** The pair of the record that replaced the deleted one. */
const NEW_PAIR: Pair = { id: '02468ace13579bdf'.repeat(4), secret: 'fdb97531eca86420'.repeat(4) };
const LIFETIME_SECONDS = 21_600;
const ROOT = '/aeries-oneroster';
const SERVICE = '/ims/oneroster/v1p1';
/** The answer lists all seven scopes, whatever was requested (docs/vendors/aeries-oneroster.md#token). */
const SCOPES = [
  'roster-core.readonly',
  'roster.readonly',
  'roster-demographics.readonly',
  'resource.readonly',
  'gradebook.readonly',
  'gradebook.createput',
  'gradebook.delete',
]
  .map((scope) => coreScope['1.1'].replace('roster-core.readonly', scope))
  .join(' ');

export const practiceAeries: PracticeSystem = {
  credentials: (origin, renewed = false) => {
    const { id, secret } = renewed ? NEW_PAIR : PAIR;
    return { values: { aeriesUrl: `${origin}${ROOT}`, consumerId: id }, secrets: { consumerSecret: secret } };
  },
  reply: (language, credentials) => letter(language, 'aeries-oneroster', credentials),
};

export function aeriesPart(now: () => number): PracticePart<AeriesSwitches> {
  const switches: AeriesSwitches = {
    ...rosterSwitches(),
    wrongPair: 400,
    wrongRecord: false,
    cookiesNeeded: true,
    notRestarted: false,
    windowsSignIn: false,
    tokenExpired: false,
    olderTokenPath: false,
    version: '9.25.12.1',
  };
  const tokens = new IssuedTokens(now);
  const sessions = new IssuedTokens(now);

  const systemInfo = (): PracticeAnswer =>
    json(
      200,
      {
        AeriesVersion: switches.version,
        DatabaseYear: '2026',
        LocalTimeZoneName: 'Pacific Standard Time',
        CurrentDateTime: new Date(now()).toISOString().slice(0, 19),
      },
      'sourced',
    );

  const token = (request: PracticeRequest): PracticeAnswer =>
    answerTokenRequest(request, {
      grant: 'client_credentials',
      basis: 'inferred',
      refuseClient: (_form, refuse) => {
        const client = clientIn(request);
        const known =
          client !== null && isSame(client, switches.renewed ? NEW_PAIR : PAIR) && !switches.wrongRecord;
        return known ? null : refuse('invalid_client', switches.wrongPair);
      },
      issue: (form) => {
        const known = SCOPES.split(' ');
        const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
        // It is published that a scope is required, but not how a request without one is answered.
        if (scopes.length === 0 || !scopes.some((scope) => known.includes(scope)))
          return json(400, { error: 'invalid_scope' }, 'invented');
        return json(
          200,
          {
            access_token: tokens.issue(16),
            token_type: 'bearer',
            expires_in: LIFETIME_SECONDS,
            scope: SCOPES,
          },
          'sourced',
          {
            'set-cookie': [
              `ASP.NET_SessionId=${sessions.issue(12)}; path=/; HttpOnly`,
              'ARRAffinity=practice; Path=/; HttpOnly',
            ],
          },
        );
      },
    });

  const api = (request: PracticeRequest): PracticeAnswer => {
    const age = tokens.age(bearerToken(request.headers.authorization));
    const session = /(?:^|;\s*)ASP\.NET_SessionId=([\da-f]+)/.exec(request.headers.cookie ?? '')?.[1];
    const known = age !== null && (!switches.cookiesNeeded || sessions.age(session ?? null) !== null);
    if (!known) return refusal(401, 'unauthorisedrequest', switches.errorShape);
    if (switches.tokenExpired || age >= LIFETIME_SECONDS)
      return json(401, {}, 'inferred', {
        'www-authenticate': 'Bearer error="invalid_token", error_description="The token has expired"',
      });
    const address = `${request.origin}${ROOT}${request.path}`;
    return rosterAnswer(request, request.path.slice(SERVICE.length), address, switches);
  };

  const windows: PracticeAnswer = {
    status: 401,
    headers: { 'content-type': 'text/html', 'www-authenticate': ['Negotiate', 'NTLM'] },
    body: '<!doctype html><title>401</title>',
    basis: 'sourced',
  };
  const tokenPath = () => (switches.olderTokenPath ? '/v2/oauth/token' : '/token');

  return {
    system: 'aeries-oneroster',
    switches,
    requestKinds: (request) => {
      if (request.path === '/api/v5/systeminfo') return ['probe'];
      if (request.path === tokenPath()) return ['token'];
      return request.path.startsWith(`${SERVICE}/`) ? rosterRequestKinds(request, 'lists') : [];
    },
    answer: (request) => {
      if (switches.windowsSignIn) return windows;
      if (request.path === '/api/v5/systeminfo')
        return request.method === 'GET' ? systemInfo() : json(405, {}, 'inferred');
      if (request.path === tokenPath() && !switches.notRestarted) return token(request);
      if (request.path.startsWith(`${SERVICE}/`)) return api(request);
      return json(404, { Message: 'No HTTP resource was found.' }, 'inferred');
    },
  };
}
