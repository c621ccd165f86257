import { letter } from './practice-letter';
import {
  type Basis,
  json,
  type PracticeAnswer,
  type PracticePart,
  type PracticeRequest,
  type PracticeSystem,
  type Renewal,
} from './practice-part';
import { bearerToken, IssuedTokens, isSame, type Pair } from './practice-tokens';
import { NEVER_STORED } from './token-endpoint';

/* A practice Ed-Fi ODS/API with a data store for each school year (docs/vendors/ed-fi.md). */

export interface EdFiSwitches extends Renewal {
  version: string;
  /** Which of its addresses the root document gives with another host: this server by its other name. */
  namesElsewhere: 'token' | 'data' | 'both' | null;
  /** Its addresses begin with `http:`, as behind a proxy that was not declared to it. */
  namesPlainHttp: boolean;
  /** The root document gives no token address. */
  namesNoToken: boolean;
  /** The host has not approved the client: it is answered like a wrong secret. */
  notApproved: boolean;
  /** Something on the way took the header with the key and secret. */
  headerStripped: boolean;
  tooManyTokens: boolean;
  /** The host has turned token information off. */
  tokenInfoOff: boolean;
  /** Problem documents came with version 7.2; before, a refusal is a message. */
  problemDocuments: boolean;
  tokenRefused: 'unknown' | 'sandbox-key' | 'production-key' | 'header-missing' | null;
  schoolsRefused: 'resource' | 'action' | 'organization' | 'profile' | null;
  /** No store for this path, none for this client, or a claim set the server cannot read. */
  store: 'none-for-path' | 'none-for-key' | 'security-set-up' | null;
  noSchools: boolean;
}

/** What one school year has: its own address, key and secret (docs/vendors/ed-fi.md#each-school-year). */
interface SchoolYear {
  readonly year: string;
  readonly pair: Pair;
}
const YEAR: SchoolYear = {
  year: '2027',
  pair: { id: 'practice-key-2027', secret: 'practice-secret-0000000000002027' },
};
const NEXT_YEAR: SchoolYear = {
  year: '2028',
  pair: { id: 'practice-key-2028', secret: 'practice-secret-0000000000002028' },
};
const ROOT = '/ed-fi';
const LIFETIME_SECONDS = 1800;
const TYPE = 'urn:ed-fi:api:';

export const practiceEdFi: PracticeSystem = {
  credentials: (origin, renewed = false) => {
    const { year, pair } = renewed ? NEXT_YEAR : YEAR;
    return {
      values: { baseUrl: `${origin}${ROOT}/${year}`, clientId: pair.id },
      secrets: { clientSecret: pair.secret },
    };
  },
  reply: (language, credentials) => letter(language, 'ed-fi', credentials),
};

export function edFiPart(now: () => number): PracticePart<EdFiSwitches> {
  const switches: EdFiSwitches = {
    renewed: false,
    version: '7.3',
    namesElsewhere: null,
    namesPlainHttp: false,
    namesNoToken: false,
    notApproved: false,
    headerStripped: false,
    tooManyTokens: false,
    tokenInfoOff: false,
    problemDocuments: true,
    tokenRefused: null,
    schoolsRefused: null,
    store: null,
    noSchools: false,
  };
  const tokens = new IssuedTokens(now);
  const current = () => (switches.renewed ? NEXT_YEAR : YEAR);

  /** A problem document (RFC 9457), or what came before it. */
  const problem = (status: number, type: string, errors: readonly string[], basis: Basis = 'sourced') =>
    switches.problemDocuments
      ? {
          ...json(status, { type: `${TYPE}${type}`, title: 'practice server', status, errors }, basis),
          headers: { 'content-type': 'application/problem+json' },
        }
      : json(status, { message: errors[0] ?? 'practice server' }, basis);

  /** The root document: public, and with placeholders where the path lacks the year. */
  const rootDocument = ({ origin }: PracticeRequest, year: string): PracticeAnswer => {
    const other = origin.includes('127.0.0.1')
      ? origin.replace('127.0.0.1', 'localhost')
      : origin.replace('localhost', '127.0.0.1');
    const base = (part: 'token' | 'data'): string => {
      const isElsewhere = switches.namesElsewhere === part || switches.namesElsewhere === 'both';
      const named = isElsewhere ? other : origin;
      const plain = switches.namesPlainHttp ? named.replace(/^https:(.*?)(?::\d+)?$/, 'http:$1') : named;
      return `${plain}${ROOT}/${year === '' ? '{schoolYearFromRoute}' : year}`;
    };
    return json(
      200,
      {
        version: switches.version,
        informationalVersion: switches.version,
        suite: '3',
        build: `${switches.version}.0`,
        dataModels: [
          { name: 'Ed-Fi', version: '5.2.0' },
          { name: 'TPDM', version: '1.1.0' },
        ],
        urls: {
          ...(switches.namesNoToken
            ? {}
            : {
                oauth: `${base('token')}/oauth/token`,
                oauthTokenIntrospection: `${base('token')}/oauth/token_info`,
              }),
          dataManagementApi: `${base('data')}/data/v3/`,
          openApiMetadata: `${base('data')}/metadata/`,
        },
      },
      'sourced',
    );
  };

  const token = (request: PracticeRequest): PracticeAnswer => {
    if (request.method !== 'POST') return json(405, {}, 'inferred');
    const form = new URLSearchParams(request.body);
    const refuse = (status: number, error: string) => json(status, { error }, 'sourced', NEVER_STORED);
    const header = switches.headerStripped ? undefined : request.headers.authorization;
    const inForm = form.has('client_id') || form.has('client_secret');
    if (header !== undefined && inForm) return refuse(400, 'invalid_client');
    const parts = header === undefined ? null : basicParts(header);
    if (header !== undefined && parts === null) return refuse(400, 'invalid_request');
    // The pair is split at every colon, and has to give two parts.
    if (parts !== null && parts.length !== 2) return refuse(400, 'invalid_client');
    const [id, secret] = parts ?? [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
    if (id === undefined || id === '' || secret === undefined || secret === '')
      return refuse(401, 'invalid_request');
    if (!isSame({ id, secret }, current().pair) || switches.notApproved) return refuse(401, 'invalid_client');
    if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
    if ((form.get('scope') ?? '') !== '') return refuse(400, 'invalid_scope');
    if (switches.tooManyTokens) return problem(429, 'security:authentication:too-many-tokens', []);
    const issued = { access_token: tokens.issue(16), expires_in: LIFETIME_SECONDS, token_type: 'bearer' };
    return json(200, issued, 'sourced', NEVER_STORED);
  };

  /** The refusal of a token; null if it is accepted. */
  const refusal = ({ headers }: PracticeRequest): PracticeAnswer | null => {
    const authentication = 'security:authentication';
    switch (switches.tokenRefused) {
      case 'sandbox-key':
        return problem(401, authentication, ['Sandbox credentials used in call to Production API']);
      case 'production-key':
        return problem(401, authentication, ['Production credentials used in call to Sandbox API']);
      case 'header-missing':
        return problem(401, authentication, ['Authorization header is missing.']);
      default:
        break;
    }
    const age = tokens.age(bearerToken(headers.authorization));
    if (age !== null && age < LIFETIME_SECONDS && switches.tokenRefused === null) return null;
    return switches.problemDocuments
      ? problem(401, authentication, ['Invalid token'])
      : json(403, { message: 'No API key information was available for authorization.' }, 'sourced');
  };

  const tokenInfo = (request: PracticeRequest): PracticeAnswer => {
    if (switches.tokenInfoOff) return json(404, {}, 'sourced');
    if (request.method !== 'POST') return json(405, {}, 'inferred');
    const refused = refusal(request);
    if (refused !== null) return refused;
    // The token in the form has to be the one in the header.
    if (new URLSearchParams(request.body).get('token') !== bearerToken(request.headers.authorization))
      return problem(400, 'bad-request', []);
    // The names of the members inside the lists are not in the public documents.
    return json(
      200,
      {
        active: true,
        client_id: current().pair.id,
        namespace_prefixes: ['uri://practice.example'],
        education_organizations: [
          {
            education_organization_id: 1,
            name_of_institution: 'Practice District',
            type: 'LocalEducationAgency',
          },
        ],
        assigned_profiles: [],
        claim_set: { name: 'SIS Vendor' },
        resources: [
          { resource: '/ed-fi/courses', operations: ['Create', 'Read', 'Update', 'Delete'] },
          { resource: '/ed-fi/gradingPeriods', operations: ['Create', 'Read', 'Update', 'Delete'] },
          { resource: '/ed-fi/schools', operations: ['Read'] },
          { resource: '/ed-fi/students', operations: ['Create', 'Read', 'Update', 'Delete', 'ReadChanges'] },
        ],
      },
      'inferred',
    );
  };

  const schools = (request: PracticeRequest): PracticeAnswer => {
    if (request.method !== 'GET') return json(405, {}, 'inferred');
    const refused = refusal(request);
    if (refused !== null) return refused;
    switch (switches.store) {
      case 'none-for-path':
        return problem(404, 'not-found', ['practice server']);
      case 'none-for-key':
        return problem(500, 'system:configuration:security', [
          'The API client has not been associated with an ODS instance.',
        ]);
      case 'security-set-up':
        return problem(500, 'system:configuration:security', []);
      default:
        break;
    }
    switch (switches.schoolsRefused) {
      case 'resource':
        return problem(403, 'security:authorization:access-denied:resource', []);
      case 'action':
        return problem(403, 'security:authorization:access-denied:action', []);
      case 'organization':
        return problem(403, 'security:authorization', []);
      case 'profile':
        return problem(403, 'security:data-policy:incorrect-usage', []);
      default:
        break;
    }
    const all = [{ schoolId: 101, nameOfInstitution: 'Practice Elementary' }];
    return json(200, switches.noSchools ? [] : all, 'inferred');
  };

  return {
    system: 'ed-fi',
    switches,
    requestKinds: ({ path }) => {
      switch (serviceIn(path).service) {
        case '':
          return ['probe'];
        case 'oauth/token':
          return ['token'];
        // The one that is not the proof.
        case 'oauth/token_info':
          return ['lists', 'one-list'];
        case 'data/v3/ed-fi/schools':
          return ['lists'];
        default:
          return [];
      }
    },
    answer: (request) => {
      const { year, service } = serviceIn(request.path);
      if (service === '')
        return request.method === 'GET' ? rootDocument(request, year) : json(405, {}, 'inferred');
      // Without the year, and in another one, there is nothing.
      if (year !== current().year) return problem(404, 'not-found', []);
      switch (service) {
        case 'oauth/token':
          return token(request);
        case 'oauth/token_info':
          return tokenInfo(request);
        case 'data/v3/ed-fi/schools':
          return schools(request);
        default:
          return problem(404, 'not-found', []);
      }
    },
  };
}

/** `/2027/oauth/token` → the year and the rest; the year is '' if the path lacks it. */
function serviceIn(path: string): { readonly year: string; readonly service: string } {
  const [, year = '', service = ''] = /^(?:\/(\d{4}))?(?:\/(.*))?$/.exec(path) ?? ['', '', path];
  return { year, service };
}

/** The parts of HTTP Basic between colons; null if it is not Basic. */
function basicParts(authorization: string): readonly string[] | null {
  const encoded = /^Basic ([\w+/]+={0,2})$/i.exec(authorization)?.[1];
  return encoded === undefined ? null : Buffer.from(encoded, 'base64').toString('utf8').split(':');
}
