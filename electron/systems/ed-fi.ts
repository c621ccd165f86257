import { parseAddress } from '@contract/address';
import { byLanguage } from '@contract/by-language';
import type { Values } from '@contract/connection';
import { isObject } from '@contract/is-object';
import type { Facts } from '@contract/report';
import {
  baseAddressField,
  beginningOf,
  originsOf,
  pageNotes,
  secureAddress,
  tidiedNotes,
} from './addresses/tidy-address';
import { ofDataService, ofTokenEndpoint, ofTokenInfo, readTokenInfo, toldByTokenInfo } from './ed-fi-answers';
import { authenticationUrlInShort, labels, tokenUrlByOtherNames, tokenUrlInShort } from './labels';
import type { Note } from './notes';
import { credentialsInBody, withOtherWays } from './other-ways';
import type { CheckPlan, HttpAnswer, Reading, System, SystemText } from './system';

/*
 * The Ed-Fi ODS/API with a key and secret from whoever hosts it: OAuth 2.0 client credentials (docs/vendors/ed-fi.md).
 * One address is enough: its public root document names the others.
 */

/** The service's own paths, of which people paste whole addresses. */
const OWN = /^\/(?:oauth|connect|data|metadata|changequeries|composites|identity)(?:[/?#]|$)/i;
const BEFORE_OWN =
  /^(.*?)\/(?:oauth\/token|connect\/token|data\/v\d|metadata(?=\/|$)|changequeries|composites|identity\/v\d)/i;
/** Before 7.x, hosts with a data store for each school year had it behind the data service's path. */
const YEAR_IN_DATA_PATH = /\/data\/v\d+\/(\d{4})(?:\/|$)/i;

interface Typed {
  /** The address of the root document, without a slash at its end; '' while there is none. */
  readonly root: string;
  readonly year: string | null;
  /** '' if it was left empty. */
  readonly tokenUrl: string;
}

function typedIn({ baseUrl, tokenUrl }: Values): Typed {
  const url = beginningOf(baseUrl);
  const path = url?.pathname ?? '';
  const before = BEFORE_OWN.exec(path)?.[1] ?? path;
  return {
    root: url === null ? '' : url.origin + before.replace(/\/+$/, ''),
    year: YEAR_IN_DATA_PATH.exec(path)?.[1] ?? null,
    tokenUrl: tokenUrl?.trim() ?? '',
  };
}

/** The address as it is used: with the school year, if it was in the path of the data service. */
function kept(values: Values): Record<string, string> {
  const { root } = typedIn(values);
  if (root === '') return {};
  const withYear = /^.*?\/data\/v\d+\/\d{4}(?=\/|$)/i.exec(beginningOf(values.baseUrl)?.pathname ?? '')?.[0];
  return { baseUrl: withYear === undefined ? root : new URL(root).origin + withYear };
}

/** Where the secret, and the token it obtains, may go: only what the user typed or confirmed. */
function allowedOrigins(values: Values): readonly string[] {
  const { root, tokenUrl } = typedIn(values);
  return tokenUrl === '' ? originsOf(root) : originsOf(root, tokenUrl);
}

interface Addresses {
  readonly token: string;
  readonly tokenInfo: string;
  /** Of the data service, with a slash at its end. */
  readonly data: string;
}

/** The documented paths, until the root document has named its own (docs/vendors/ed-fi.md#root-document). */
function usual({ root, year, tokenUrl }: Typed): Addresses {
  const token = tokenUrl === '' ? `${root}/oauth/token` : tokenUrl;
  return { token, tokenInfo: infoBeside(token), data: withYear(`${root}/data/v3/`, year) };
}

/** `…/oauth/token` → `…/oauth/token_info`, where the root document does not say. */
function infoBeside(token: string): string {
  const url = parseAddress(token);
  return url === null ? '' : `${url.origin}${url.pathname.replace(/\/+$/, '') || '/token'}_info`;
}

const withYear = (data: string, year: string | null): string =>
  year === null || data.includes(`/${year}/`) ? data : `${data}${year}/`;

type Named = { readonly addresses: Addresses } | { readonly reading: Reading };

const LONGEST = 512;
const PLAIN_ADDRESS = /^https?:\/\/[\w.:[\]-]+\/[\w./~-]*$/i;

/** Which addresses to use after the root document, or why none can be used. */
function named({ json }: HttpAnswer, values: Values): Named {
  const typed = typedIn(values);
  const failed = (code: Reading['code'], facts: Facts): Named => ({
    reading: { outcome: 'failed', code, facts },
  });
  const urls = isObject(json) && isObject(json.urls) ? json.urls : {};
  const text = (name: string): string => {
    const value = urls[name];
    return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
  };
  const [token, info, data] = [text('oauth'), text('oauthTokenIntrospection'), text('dataManagementApi')];
  if (data === '') return failed('wrong-product', {});
  if ([token, data].some((address) => /[{}]|%7[bd]/i.test(address)))
    return failed('wrong-address', { url: `${typed.root}/`, problem: 'placeholder' });
  if (token === '' && typed.tokenUrl === '')
    return failed('unexpected-answer', { problem: 'no-token-address' });
  if ([token, info, data].some((address) => address !== '' && !PLAIN_ADDRESS.test(address)))
    return failed('unexpected-answer', { problem: 'odd-address' });

  const allowed = allowedOrigins(values);
  // Behind a proxy that was not declared to it, the service takes its own requests for plain http.
  const ours = (address: string): string => {
    const [url, root] = [parseAddress(address), parseAddress(typed.root)];
    const isPlain = url?.protocol === 'http:' && url.host === root?.hostname;
    return isPlain && root !== null ? root.origin + url.pathname : address;
  };
  const isAllowed = (address: string): boolean => allowed.includes(parseAddress(address)?.origin ?? '');
  const elsewhere = (field: string, to: string): Named =>
    failed('address-elsewhere', {
      field,
      from: typed.root,
      to,
      ...(secureAddress(to) === null && { problem: 'not-secure' }),
    });

  const chosen = typed.tokenUrl === '' ? ours(token) : typed.tokenUrl;
  if (!isAllowed(chosen)) return elsewhere('tokenUrl', chosen);
  let place = ours(data);
  if (!isAllowed(place)) {
    // The user has said where this service really is; what it calls itself is the same everywhere.
    const sameName = parseAddress(token)?.origin === parseAddress(data)?.origin;
    if (typed.tokenUrl === '' || !sameName) return elsewhere('baseUrl', place);
    place = new URL(typed.root).origin + new URL(data).pathname;
  }
  const tokenInfo = ours(info);
  return {
    addresses: {
      token: chosen,
      tokenInfo: tokenInfo !== '' && isAllowed(tokenInfo) ? tokenInfo : infoBeside(chosen),
      data: withYear(place.replace(/\/*$/, '/'), typed.year),
    },
  };
}

const VERSION = /^[\w.+-]{1,40}$/;
const MODEL = /^[\w.+ -]{1,60}$/;

/** The root document answers everyone: it proves the product, and names its version and addresses. */
function readRoot(answer: HttpAnswer, values: Values): Reading {
  const { json } = answer;
  const version = isObject(json) ? json.version : undefined;
  if (typeof version !== 'string' || !VERSION.test(version))
    return { outcome: 'failed', code: 'wrong-product', facts: {} };
  const found = named(answer, values);
  if ('reading' in found) return found.reading;
  const models = isObject(json) && Array.isArray(json.dataModels) ? json.dataModels : [];
  const dataModels = models.flatMap((model: unknown) => {
    const text = isObject(model) ? `${String(model.name ?? '')} ${String(model.version ?? '')}`.trim() : '';
    return MODEL.test(text) ? [text] : [];
  });
  const { token, data } = found.addresses;
  return {
    outcome: 'passed',
    code: 'ok',
    facts: { version, dataModels: dataModels.slice(0, 10), tokenAddress: token, dataAddress: data },
  };
}

function readSchools({ json }: HttpAnswer): Reading {
  if (!Array.isArray(json))
    return { outcome: 'failed', code: 'unexpected-answer', facts: { problem: 'no-list' } };
  return json.length === 0
    ? { outcome: 'warning', code: 'empty-data', facts: { count: 0 } }
    : { outcome: 'passed', code: 'ok', facts: { count: json.length } };
}

function planWith(values: Values, { token, tokenInfo, data }: Addresses): CheckPlan {
  const { root, tokenUrl } = typedIn(values);
  const isTyped = tokenUrl !== '';
  const schools = `${data}ed-fi/schools`;
  return {
    addresses: isTyped
      ? [
          { subject: 'baseUrl', url: root },
          { subject: 'tokenUrl', url: tokenUrl },
        ]
      : [{ subject: null, url: root }],
    reach: { subject: null, url: `${root}/`, read: (answer) => readRoot(answer, values) },
    asNamed: (answer) => {
      const found = named(answer, values);
      return planWith(values, 'addresses' in found ? found.addresses : usual(typedIn(values)));
    },
    signIn: {
      kind: 'client-credentials',
      tokenUrl: token,
      clientId: values.clientId ?? '',
      secretField: 'clientSecret',
      scopes: null,
      ...(!isTyped && { typed: root }),
      clientAuthentication: 'basic-raw',
      keepCookies: false,
      refused: ofTokenEndpoint,
    },
    permission: [
      {
        subject: 'token-info',
        url: tokenInfo,
        tokenInForm: 'token',
        read: readTokenInfo,
        told: toldByTokenInfo,
        refused: ofTokenInfo,
      },
      {
        subject: 'schools',
        url: `${schools}?limit=1`,
        typed: root,
        read: readSchools,
        refused: (answer) => ofDataService(answer, schools),
      },
    ],
    proof: 'schools',
    notTested: ['students', 'staffs', 'contacts', 'studentSchoolAssociations'],
  };
}

function addressNotes(values: Values): readonly Note[] {
  const { root, tokenUrl } = typedIn(values);
  const braces = (field: string): readonly Note[] =>
    /[{}]|%7[bd]/i.test(values[field] ?? '')
      ? [{ code: 'unusual-form', field, severity: 'blocks', words: 'placeholder' }]
      : [];
  const same = root !== '' && secureAddress(tokenUrl)?.href.replace(/\/+$/, '') === root;
  return [
    ...braces('baseUrl'),
    ...braces('tokenUrl'),
    ...(same
      ? [{ code: 'same-address-twice', field: 'tokenUrl', severity: 'blocks', other: 'baseUrl' } as const]
      : []),
  ];
}

/** HTTP Basic is split at every colon (docs/vendors/ed-fi.md#token). */
const colonNotes = (field: string, value: string): readonly Note[] =>
  value.includes(':') ? [{ code: 'unusual-form', field, severity: 'warns', words: 'colon' }] : [];

export const edFi: System = {
  id: 'ed-fi',
  source: 'docs/vendors/ed-fi.md',
  fields: [
    baseAddressField('baseUrl'),
    { id: 'clientId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
    { id: 'clientSecret', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
    { id: 'tokenUrl', kind: 'address', secret: false, optional: true, askedAt: 'enter' },
  ],
  texts: withOtherWays(
    byLanguage<SystemText>('systems/ed-fi', () =>
      import.meta.glob<SystemText>('../../assets/locales/*/systems/ed-fi.json', {
        eager: true,
        import: 'default',
      }),
    ),
  ),
  ownJobs: {
    'permission-missing': { job: 'service-owner' },
    'empty-data': { job: 'service-owner' },
    'not-offered': { nothingToSend: true },
  },
  caseJobs: {
    'wrong-address:placeholder': 'you',
    'wrong-address:no-store': 'you',
    'unexpected-answer:no-token-address': 'you',
    'unexpected-answer:odd-address': 'service-owner',
    'address-elsewhere:not-secure': 'service-owner',
    'request-rejected:nothing-arrived': 'not-clear',
    'rate-limited:too-many-tokens': 'not-clear',
    'token-rejected:sandbox-key': 'you',
    'token-rejected:production-key': 'you',
    'token-rejected:not-known-here': 'you',
    'token-rejected:header-missing': 'not-clear',
    'permission-missing:claim-set': 'service-owner',
    'permission-missing:action': 'service-owner',
    'permission-missing:organization': 'service-owner',
    'permission-missing:profile': 'service-owner',
    'server-error:no-store-for-key': 'service-owner',
    'server-error:security-set-up': 'service-owner',
  },
  replyLabels: {
    baseUrl: [
      ...labels.serverUrl,
      ...labels.apiUrl,
      'ods url',
      'ods api url',
      'ods api base url',
      'ods base url',
      'ed fi url',
      'ed fi api url',
      'ed fi base url',
      'ed fi ods url',
      'ed fi ods api url',
      'ed fi ods api base url',
      'url de l ods',
      'url ed fi',
      'base',
    ],
    clientId: labels.clientId,
    clientSecret: labels.clientSecret,
    tokenUrl: [
      ...labels.tokenUrl,
      ...tokenUrlByOtherNames,
      ...tokenUrlInShort,
      ...authenticationUrlInShort,
      'o auth url',
      'o auth token url',
    ],
  },
  ofRequest: (address) => {
    const url = beginningOf(address);
    const before = BEFORE_OWN.exec(url?.pathname ?? '');
    return url === null || before === null ? null : (kept({ baseUrl: address }) as Values);
  },
  learned: ({ tokenAddress }) => (typeof tokenAddress === 'string' ? { tokenUrl: tokenAddress } : {}),
  handOver: ['tokenUrl', 'baseUrl', 'clientId', 'clientSecret'],

  secretOrigins: (values) => ({ clientSecret: allowedOrigins(values) }),
  tidied: kept,
  notes: (values) => [
    ...tidiedNotes(values, kept(values), OWN),
    ...pageNotes('baseUrl', kept(values).baseUrl ?? ''),
    ...addressNotes(values),
    ...colonNotes('clientId', values.clientId ?? ''),
  ],
  secretNotes: (field, secret, values) =>
    secret.trim() !== '' && secret.trim() === values.clientId?.trim()
      ? [{ code: 'unusual-form', field, severity: 'warns', words: 'same-as-id' }]
      : colonNotes(field, secret),

  alternatives: [credentialsInBody],
  // A new school year brings new addresses as well (docs/vendors/ed-fi.md#each-school-year).
  rotation: { alongside: ['baseUrl', 'clientId', 'tokenUrl'], yearly: { month: 7, day: 1 } },
  replacing: () => ['new-school-year', 'second-application', 'reset'],

  plan: (values) => planWith(values, usual(typedIn(values))),
};
