import { byLanguage } from '@contract/by-language';
import type { Values } from '@contract/connection';
import { baseAddressField, originsOf, pageNotes, secureAddress, tidiedNotes } from './addresses/tidy-address';
import { labels, tokenUrlByOtherNames, tokenUrlInShort } from './labels';
import type { Note } from './notes';
import { signatureMethodField, signatureMethodOf, withOtherSignature } from './oauth1-sign-in';
import {
  baseAddress,
  collectionRequests,
  coreScope,
  keptAddress,
  type OneRosterVersion,
  OWN_PATH,
  personalCollections,
  requestedService,
  rosteringPath,
  serviceAddress,
} from './one-roster-service';
import { credentialsInBody, withClientAuthentication, withOtherWays } from './other-ways';
import { providerIds, providerOf } from './providers/catalogue';
import { inTermsOf } from './providers/in-its-terms';
import { valuesGiven, withProvider } from './providers/values-given';
import { normalizeScopes } from './scopes';
import type { CheckPlan, System, SystemText } from './system';

/* Any OneRoster server, 1.1 or 1.2, with OAuth 2.0 client credentials or OAuth 1.0a (docs/vendors/oneroster.md). */

const versionOf = (values: Values): OneRosterVersion => (values.version === '1.2' ? '1.2' : '1.1');
/** The same of values of which some follow from the provider's entry. */
const versionUsed = (values: Values): OneRosterVersion => versionOf(withProvider(values));
const withToken = (values: Values): boolean => withProvider(values).signIn !== 'oauth1';
const withSignature = (values: Values): boolean => withProvider(values).signIn === 'oauth1';

/** The rostering service, below the path that the provider has it at. A service that was entered whole goes first. */
export function serviceOf(values: Values): string {
  const path = providerOf(values)?.path;
  const entered = path === undefined ? null : requestedService(values.serverUrl ?? '');
  return entered !== null && /\/v1p[12]$/i.test(entered)
    ? entered
    : serviceAddress(values.serverUrl, versionOf(values), path);
}

/** A server of another provider needs no more than its own terms, which are made once. */
const terms = new Map<string, System>();
function termsOf(values: Values): System {
  const provider = providerOf(values);
  if (provider === null) return oneroster;
  const known = terms.get(provider.id) ?? inTermsOf(oneroster, provider);
  terms.set(provider.id, known);
  return known;
}

function signInNotes(values: Values): readonly Note[] {
  const notes: Note[] = [];
  const warn = (field: string, words: string): void => {
    notes.push({ code: 'unusual-form', field, severity: 'warns', words });
  };
  if (withSignature(values)) {
    // A server may support more than the standard (docs/vendors/oneroster.md#sign-in).
    if (values.version === '1.2') warn('signIn', 'oauth1-with-1.2');
    // Where the product signs that way, there is nothing to doubt.
    const usual = valuesGiven({ provider: values.provider ?? '' }).signatureMethod?.value;
    const method = signatureMethodOf(values.signatureMethod);
    if (method === 'HMAC-SHA1' && method !== usual) warn('signatureMethod', 'older-signature');
    return notes;
  }
  // The token URL cannot be derived from the server's (docs/vendors/oneroster.md#token-address).
  if (values.signIn === 'oauth2' && (values.tokenUrl ?? '').trim() === '')
    notes.push({ code: 'required', field: 'tokenUrl', severity: 'blocks' });
  const [server, token] = [values.serverUrl, values.tokenUrl].map((text) =>
    secureAddress(text)?.href.replace(/\/+$/, ''),
  );
  if (server !== undefined && server === token)
    notes.push({ code: 'same-address-twice', field: 'tokenUrl', severity: 'blocks', other: 'serverUrl' });
  const otherVersion = versionOf(values) === '1.1' ? '/or/v1p2/' : '/or/v1p1/';
  if ((values.scopes ?? '').includes(otherVersion)) warn('scopes', 'scopes-of-other-version');
  return notes;
}

/** What the provider's entry notices of the values; one whose sign-in is its own cannot be tested here. */
function providerNotes(values: Values): readonly Note[] {
  const provider = providerOf(values);
  if (provider === null) return [];
  const own = { code: 'unusual-form', field: 'provider', severity: 'blocks', words: 'own-sign-in' } as const;
  return [
    ...(provider.ownSignIn === true ? [own] : []),
    ...(provider.notices?.(values) ?? []).map(
      ({ field, words }): Note => ({ code: 'unusual-form', field, severity: 'warns', words }),
    ),
  ];
}

/** A pasted address contains the path of the version that was not chosen. */
function otherVersionPasted(values: Values): readonly Note[] {
  const other = rosteringPath[versionOf(values) === '1.1' ? '1.2' : '1.1'];
  const path = secureAddress(values.serverUrl)?.pathname.toLowerCase() ?? '';
  return path.includes(other)
    ? [{ code: 'unusual-form', field: 'version', severity: 'warns', words: 'address-of-other-version' }]
    : [];
}

/** RFC 6749 §2.3.1 form-encodes ID and secret first; these characters are not changed by that. */
const PLAIN = /^[\w.*-]*$/;

/** The same plan with different scopes; null if it has no token sign-in or nothing would change. */
function withScopes(plan: CheckPlan, scopes: string | null): CheckPlan | null {
  if (plan.signIn.kind !== 'client-credentials' || plan.signIn.scopes === scopes) return null;
  return { ...plan, signIn: { ...plan.signIn, scopes } };
}

/** The lists at the standard's path; null if they are there already, or were entered there. */
function atStandardPath(plan: CheckPlan, values: Values): CheckPlan | null {
  const version = versionUsed(values);
  const own = providerOf(values)?.path?.[version];
  const [server] = plan.addresses;
  if (own === undefined || server?.url.endsWith(own) !== true) return null;
  const service = server.url.slice(0, -own.length) + rosteringPath[version];
  return {
    ...plan,
    addresses: plan.addresses.map((one) => (one === server ? { ...one, url: service } : one)),
    permission: collectionRequests(service, plan.permission[0]?.typed),
  };
}

const isInBody = ({ signIn }: CheckPlan): boolean =>
  signIn.kind === 'client-credentials' && signIn.clientAuthentication === 'body';

export const oneroster: System = {
  id: 'oneroster',
  source: 'docs/vendors/oneroster.md',
  fields: [
    {
      id: 'provider',
      kind: 'choice',
      secret: false,
      optional: true,
      askedAt: 'choose',
      choices: providerIds,
    },
    baseAddressField('serverUrl'),
    {
      id: 'version',
      kind: 'choice',
      secret: false,
      optional: false,
      askedAt: 'enter',
      choices: ['1.1', '1.2'],
    },
    {
      id: 'signIn',
      kind: 'choice',
      secret: false,
      optional: false,
      askedAt: 'enter',
      choices: ['oauth2', 'oauth1'],
    },
    {
      id: 'tokenUrl',
      kind: 'address',
      secret: false,
      optional: true,
      askedAt: 'enter',
      applies: withToken,
      suggestions: (values) => providerOf(values)?.otherTokenUrls?.(values) ?? [],
    },
    { id: 'clientId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
    { id: 'clientSecret', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
    {
      id: 'scopes',
      kind: 'scopes',
      secret: false,
      optional: true,
      askedAt: 'enter',
      applies: withToken,
      suggestions: (values) => [coreScope[versionUsed(values)]],
    },
    { ...signatureMethodField, applies: withSignature },
  ],
  texts: withOtherWays(
    byLanguage<SystemText>('systems/oneroster', () =>
      import.meta.glob<SystemText>('../../assets/locales/*/systems/oneroster.json', {
        eager: true,
        import: 'default',
      }),
    ),
  ),
  ownJobs: { 'permission-missing': { job: 'service-owner' } },
  replyLabels: {
    serverUrl: [...labels.serverUrl, ...labels.apiUrl, 'api', 'oneroster', 'one roster'],
    tokenUrl: [...labels.tokenUrl, ...tokenUrlByOtherNames, ...tokenUrlInShort],
    clientId: [...labels.clientId, ...labels.consumerId],
    clientSecret: [...labels.clientSecret, ...labels.consumerSecret],
    scopes: labels.scopes,
    version: labels.oneRosterVersion,
    signIn: labels.signIn,
    signatureMethod: labels.signatureMethod,
  },
  ofRequest: (address) => {
    const serverUrl = requestedService(address);
    return serverUrl === null ? null : { serverUrl };
  },
  handOver: ['serverUrl', 'tokenUrl', 'clientId', 'clientSecret', 'scopes'],

  // The secret is sent to the token URL, and the token it obtains to the server. Both are fixed when the secret is
  // entered.
  secretOrigins: (entered) => {
    const values = withProvider(entered);
    return {
      clientSecret: withToken(values)
        ? originsOf(values.tokenUrl, baseAddress(values.serverUrl))
        : originsOf(baseAddress(values.serverUrl)),
    };
  },
  given: withProvider,
  inTermsOf: termsOf,
  tidied: (entered) => {
    const serverUrl = serviceOf(withProvider(entered));
    return serverUrl === '' ? {} : { serverUrl };
  },
  notes: (entered, _siblings, _environment, practice) => {
    const values = withProvider(entered, practice);
    return [
      ...tidiedNotes(values, keptAddress('serverUrl', values, versionOf(values)), OWN_PATH),
      ...pageNotes('serverUrl', baseAddress(values.serverUrl)),
      ...otherVersionPasted(values),
      ...signInNotes(values),
      ...providerNotes(values),
    ];
  },
  secretNotes: (field, secret, values) => {
    const note = { code: 'unusual-form', field, severity: 'warns' } as const;
    if (secret.trim() !== '' && secret.trim() === values.clientId?.trim())
      return [{ ...note, words: 'same-as-id' }];
    return withToken(values) && !PLAIN.test(secret)
      ? [{ ...note, words: 'special-characters', beforehand: true }]
      : [];
  },

  alternatives: [
    {
      id: 'without-scope',
      changes: 'scopes',
      change: (plan) => withScopes(plan, null),
    },
    {
      id: 'with-core-scope',
      changes: 'scopes',
      change: (plan, values) => withScopes(plan, coreScope[versionUsed(values)]),
    },
    {
      id: 'plain-basic',
      changes: 'client-authentication',
      change: (plan) => (isInBody(plan) ? null : withClientAuthentication(plan, 'basic-raw')),
    },
    credentialsInBody,
    {
      id: 'credentials-in-header',
      changes: 'client-authentication',
      change: (plan) => (isInBody(plan) ? withClientAuthentication(plan, 'basic-form-encoded') : null),
    },
    {
      id: 'other-signature',
      changes: 'signature-method',
      change: withOtherSignature,
    },
    // Of Qmlativ, it is not known whether both work (docs/vendors/oneroster-providers.md#skyward-qmlativ).
    { id: 'standard-path', changes: 'service-path', change: atStandardPath },
  ],
  rotation: { alongside: ['clientId'] },
  replacing: () => ['ask-the-server'],

  plan: (entered, practice) => {
    const values = withProvider(entered, practice);
    const service = serviceOf(values);
    const server = { subject: 'serverUrl', url: service };
    const tokenUrl = values.tokenUrl?.trim() ?? '';
    const scopes = normalizeScopes(values.scopes ?? '');
    const common = {
      reach: null,
      permission: collectionRequests(service, keptAddress('serverUrl', values, versionOf(values)).serverUrl),
      proof: 'orgs',
      notTested: personalCollections,
    };
    if (withSignature(values)) {
      return {
        ...common,
        addresses: [server],
        signIn: {
          kind: 'oauth1',
          clientId: values.clientId ?? '',
          secretField: 'clientSecret',
          signatureMethod: signatureMethodOf(values.signatureMethod),
        },
      };
    }
    const sayings = providerOf(values)?.sayings;
    return {
      ...common,
      addresses: [server, { subject: 'tokenUrl', url: tokenUrl }],
      signIn: {
        kind: 'client-credentials',
        tokenUrl,
        clientId: values.clientId ?? '',
        secretField: 'clientSecret',
        scopes: scopes === '' ? null : scopes,
        clientAuthentication: providerOf(values)?.credentialsIn ?? 'basic-form-encoded',
        keepCookies: false,
        ...(sayings === undefined ? {} : { sayings }),
      },
    };
  },
};
