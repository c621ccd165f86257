import { coreScope, rosteringPath } from '@systems/one-roster-service';
import { serviceOf } from '@systems/oneroster';
import { providerOf } from '@systems/providers/catalogue';
import { withProvider } from '@systems/providers/values-given';
import { basisOf, type PracticeProduct, practiceProducts } from './oneroster-products';
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
import { words } from './words';

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
  products: (origin, renewed = false) =>
    Object.fromEntries(
      practiceProducts(origin).map((product) => [
        product.provider.id,
        {
          values: { ...product.entered, clientId: pairOf(product, renewed ? NEW_PAIR : PAIR).id },
          secrets: { clientSecret: (renewed ? NEW_PAIR : PAIR).secret },
        },
      ]),
    ),
  reply: (language, credentials) => {
    const provider = providerOf(credentials.values);
    if (provider === null) return letter(language, 'oneroster', credentials, { signIn: 'OAuth 2.0' });
    // A product's screen shows what it has a label for, and whatever else has to be entered.
    const { labels = {} } = provider;
    const usual = words[language].letters.oneroster.labels;
    const all = withProvider(credentials.values, true);
    const shown = Object.entries(usual).filter(
      ([field]) =>
        field === 'clientSecret' ||
        credentials.values[field] !== undefined ||
        (/Url$/.test(field) && labels[field] !== undefined),
    );
    return letter(
      language,
      'oneroster',
      { ...credentials, values: { ...all, serverUrl: serviceOf(all) } },
      {},
      Object.fromEntries(shown.map(([field, label]) => [field, labels[field] ?? label])),
    );
  },
};

/** The pair as the product would have made it. */
const pairOf = ({ practice: { keyPrefix = '' } }: PracticeProduct, { id, secret }: Pair): Pair => ({
  id: keyPrefix + id,
  secret,
});

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
  const client = () => (switches.renewed ? NEW_PAIR : PAIR);
  const signed = new SignedRoster(now, client);
  const products = practiceProducts('https://127.0.0.1');

  const isKnown = (request: PracticeRequest, product: PracticeProduct | null): boolean => {
    const pair = clientIn(request);
    const known = product === null ? client() : pairOf(product, client());
    if (pair?.by !== (product?.provider.credentialsIn ?? 'header')) return false;
    const raw = switches.basic !== 'form-encoded' && isSame(pair, known);
    return raw || (pair.by === 'header' && switches.basic !== 'raw' && isSame(formDecoded(pair), known));
  };

  const token = (request: PracticeRequest, product: PracticeProduct | null): PracticeAnswer =>
    ownRefusal(request, product) ??
    answerTokenRequest(request, {
      grant: 'client_credentials',
      basis: product === null ? 'sourced' : basisOf(product.provider, 'credentialsIn'),
      headers: NEVER_STORED,
      refuseClient: (_form, refuse) => {
        if (switches.invalidClient === null && isKnown(request, product)) return null;
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
        const wanted = switches.scope === 'required' || product?.practice.scope === 'required';
        if (!known || (wanted && scopes.length === 0)) return refuse('invalid_scope');
        if (switches.scope === 'refused' && scopes.length > 0) return refuse('invalid_scope');
        const issued = {
          access_token: tokens.issue(20),
          token_type: 'Bearer',
          expires_in: switches.expiresIn,
        };
        return json(200, { ...issued, scope: scopes.join(' ') }, 'sourced', NEVER_STORED);
      },
    });

  const withToken = (request: PracticeRequest, { root, service }: Place): PracticeAnswer => {
    const age = tokens.age(bearerToken(request.headers.authorization));
    const challenge = (words: string) => ({ 'www-authenticate': `Bearer error="invalid_token"${words}` });
    if (age === null) return refusal(401, 'unauthorisedrequest', switches.errorShape, challenge(''));
    if (switches.tokenExpired || age >= switches.expiresIn) {
      const expired = challenge(', error_description="The access token expired"');
      return refusal(401, 'unauthorisedrequest', switches.errorShape, expired);
    }
    const address = `${request.origin}${root}${request.path}`;
    return rosterAnswer(request, request.path.slice(service.length), address, switches);
  };

  const isBearer = ({ headers }: PracticeRequest) => /^bearer\b/i.test(headers.authorization ?? '');
  /** The product whose token this path gives; null: of no product; undefined: it gives none. */
  const tokenOf = (request: PracticeRequest): PracticeProduct | null | undefined => {
    if (isOwn(request)) return request.path === '/oauth/token' ? null : undefined;
    return products.find((product) => product.token === request.path);
  };
  const placeOf = (request: PracticeRequest): Place | null => {
    const isIn = (service: string) => request.path.startsWith(`${service}/`);
    if (isOwn(request)) {
      const service = Object.values(rosteringPath).find(isIn);
      return service === undefined ? null : { root: ROOT, service, product: null };
    }
    const product = products.find(({ service }) => isIn(service));
    return product === undefined ? null : { root: '', service: product.service, product };
  };
  /** A product that signs as older servers do knows no other way. */
  const isSha1 = ({ product }: Place): boolean => product?.values.signatureMethod === 'HMAC-SHA1';

  return {
    system: 'oneroster',
    switches,
    roots: [
      ...new Set(
        products.flatMap(({ service, token: path }) =>
          [service, path].flatMap((one) => (one === null ? [] : [one.split('/').slice(1, 3).join('/')])),
        ),
      ),
    ],
    requestKinds: (request) => {
      if (tokenOf(request) !== undefined) return ['token'];
      if (placeOf(request) === null) return [];
      // A signed request is both the sign-in and the data request.
      return rosterRequestKinds(request, isBearer(request) ? 'lists' : 'signed');
    },
    answer: (request) => {
      const product = tokenOf(request);
      if (product !== undefined) return token(request, product);
      const place = placeOf(request);
      if (place === null) return json(404, {}, 'inferred');
      if (isBearer(request)) return withToken(request, place);
      const asked: OnerosterSwitches = isSha1(place) ? { ...switches, sha1: 'allowed' } : switches;
      return signed.answer(request, place.root, place.service, asked);
    },
  };
}

/** Where a list is on this server, and whose it is. */
interface Place {
  readonly root: string;
  readonly service: string;
  readonly product: PracticeProduct | null;
}

/** Whether a request came below this part's own path, which it then no longer has. */
const isOwn = ({ address, origin, path }: PracticeRequest): boolean => address !== origin + path;

/** What only this product answers: its token endpoint wants to be told more than any other's. */
function ownRefusal({ query }: PracticeRequest, product: PracticeProduct | null): PracticeAnswer | null {
  const wants = new URL(product?.values.tokenUrl ?? 'https://127.0.0.1').searchParams;
  const lacks = [...wants].some(([name, value]) => query.get(name) !== value);
  const [saying] = Object.keys(product?.provider.sayings ?? {});
  // Which status it has is not known.
  return lacks && saying !== undefined
    ? { status: 400, headers: { 'content-type': 'text/plain' }, body: saying, basis: 'inferred' }
    : null;
}
