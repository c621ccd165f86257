import { letter } from './practice-letter';
import { page } from './practice-page';
import {
  json,
  type PracticeAnswer,
  type PracticePart,
  type PracticeRequest,
  type PracticeSystem,
  type Renewal,
} from './practice-part';
import { bearerToken, clientIn, IssuedTokens, isSame, type Pair } from './practice-tokens';
import { answerTokenRequest, NEVER_STORED } from './token-endpoint';
import { said } from './words';

/* A practice PowerSchool server with one plugin, at the server's root (docs/vendors/powerschool.md). */

export interface PowerschoolSwitches extends Renewal {
  /** The plugin is disabled: even the right pair is refused. */
  disabledPlugin: boolean;
  /** The age of the token that is handed out again. */
  tokenAgeDays: number;
  /** The API rejects every token as expired. */
  tokenExpired: boolean;
  /** 403 for the district. */
  districtForbidden: boolean;
  /** The status of "No access to the field" for the district; null: access is granted. */
  noAccessToField: 400 | 403 | null;
  /** The public page does not exist, as before version 7.8. */
  metadataHidden: boolean;
  expiresInAs: 'string' | 'number';
  /** The token path without a trailing slash redirects to the one with it. */
  slashRedirect: 301 | 308 | null;
  /** Every path answers with a sign-in page. */
  htmlSignIn: boolean;
  version: string;
}

const PAIR: Pair = {
  id: '00000000-1111-4222-8333-444444444444',
  secret: '55555555-6666-4777-8888-999999999999',
};
const NEW_PAIR: Pair = {
  id: '0a0a0a0a-1111-4222-8333-444444444444',
  secret: '5b5b5b5b-6666-4777-8888-999999999999',
};
const LIFETIME_SECONDS = 30 * 24 * 60 * 60;
const DAY_SECONDS = 24 * 60 * 60;

export const practicePowerschool: PracticeSystem = {
  credentials: (origin, renewed = false) => {
    const { id, secret } = renewed ? NEW_PAIR : PAIR;
    return { values: { serverUrl: origin, clientId: id }, secrets: { clientSecret: secret } };
  },
  reply: (language, credentials) => letter(language, 'powerschool', credentials),
};

export function powerschoolPart(now: () => number): PracticePart<PowerschoolSwitches> {
  const switches: PowerschoolSwitches = {
    disabledPlugin: false,
    renewed: false,
    tokenAgeDays: 0,
    tokenExpired: false,
    districtForbidden: false,
    noAccessToField: null,
    metadataHidden: false,
    expiresInAs: 'string',
    slashRedirect: null,
    htmlSignIn: false,
    version: '25.9.0.0',
  };
  const tokens = { old: new IssuedTokens(now), current: new IssuedTokens(now) };
  /**
   * A repeated request returns the same token with less time left (docs/vendors/powerschool.md#the-same-token-again).
   */
  let handedOut: string | null = null;

  const token = (request: PracticeRequest): PracticeAnswer => {
    const { path } = request;
    if (switches.slashRedirect !== null && !path.endsWith('/'))
      return {
        status: switches.slashRedirect,
        headers: { location: `${path}/` },
        body: '',
        basis: 'inferred',
      };
    return answerTokenRequest(request, {
      grant: 'client_credentials',
      basis: 'inferred',
      headers: NEVER_STORED,
      refuseClient: () => {
        const client = clientIn(request);
        const known = client?.by === 'header' && isSame(client, switches.renewed ? NEW_PAIR : PAIR);
        // A disabled plugin is probably answered like a wrong secret (docs/vendors/powerschool.md#answers).
        return known && !switches.disabledPlugin
          ? null
          : json(401, { error: 'invalid_client' }, known ? 'inferred' : 'sourced', NEVER_STORED);
      },
      issue: () => {
        const store = switches.renewed ? tokens.current : tokens.old;
        const age = store.age(handedOut);
        if (handedOut === null || age === null || age >= LIFETIME_SECONDS) handedOut = store.issue(16);
        const left =
          LIFETIME_SECONDS - (store.age(handedOut) ?? 0) - Math.floor(switches.tokenAgeDays * DAY_SECONDS);
        return json(
          200,
          {
            access_token: handedOut,
            token_type: 'Bearer',
            expires_in: switches.expiresInAs === 'string' ? String(left) : left,
          },
          'sourced',
          NEVER_STORED,
        );
      },
    });
  };

  const metadata = (): PracticeAnswer =>
    switches.metadataHidden
      ? json(404, { message: 'Not Found' }, 'inferred')
      : json(
          200,
          {
            metadata: {
              powerschool_version: switches.version,
              plugin_id: 0,
              district_timezone: 'America/Toronto',
              district_uuid: '00000000-0000-4000-8000-000000000000',
              student_table_max_page_size: 100,
            },
          },
          'sourced',
        );

  const district = ({ headers }: PracticeRequest): PracticeAnswer => {
    if (headers.authorization === undefined) return json(400, { message: 'Bad Request' }, 'sourced');
    const store = switches.renewed ? tokens.current : tokens.old;
    const age = store.age(bearerToken(headers.authorization));
    if (age === null) return invalidToken('The access token is invalid', 'inferred');
    if (switches.tokenExpired || age >= LIFETIME_SECONDS)
      return invalidToken('The access token has expired', 'sourced');
    if (switches.districtForbidden) return json(403, { message: 'Forbidden' }, 'sourced');
    if (switches.noAccessToField !== null) {
      const refused = {
        resource: 'practice.plugin.district',
        field: 'district.name',
        code: 'No access to the field',
      };
      return json(switches.noAccessToField, { message: 'Validation Failed', errors: [refused] }, 'inferred');
    }
    return json(
      200,
      {
        district: {
          uuid: '00000000-0000-4000-8000-000000000000',
          name: 'Practice District',
          district_number: 1,
        },
      },
      'inferred',
    );
  };

  return {
    system: 'powerschool',
    switches,
    roots: ['oauth', 'ws', 'public', 'admin'],
    requestKinds: ({ path }) => {
      if (path === '/ws/v1/metadata') return ['probe'];
      if (path === '/oauth/access_token') return ['token'];
      return path === '/ws/v1/district' ? ['lists'] : [];
    },
    answer: (request) => {
      if (switches.htmlSignIn) return signInPage();
      switch (request.path) {
        case '/public/':
        case '/admin/home.html':
          return signInPage();
        case '/oauth/access_token':
        case '/oauth/access_token/':
          return token(request);
        case '/ws/v1/metadata':
          return request.method === 'GET' ? metadata() : json(405, {}, 'inferred');
        case '/ws/v1/district':
          return request.method === 'GET' ? district(request) : json(405, {}, 'inferred');
        default:
          return json(404, { message: 'Not Found' }, 'inferred');
      }
    },
  };
}

const invalidToken = (description: string, basis: PracticeAnswer['basis']): PracticeAnswer =>
  json(401, {}, basis, {
    'www-authenticate': `Bearer error="invalid_token",realm="PowerSchool",error_description="${description}"`,
  });

const signInPage = (): PracticeAnswer =>
  page(
    200,
    'inferred',
    said(({ page }) => page.powerschool.title),
    [said(({ page }) => page.powerschool.text)],
  );
