import { byLanguage } from '@contract/by-language';
import type { Values } from '@contract/connection';
import { baseAddressField, beginningOf, originsOf, pageNotes, tidiedNotes } from './addresses/tidy-address';
import { labels } from './labels';
import type { Note } from './notes';
import { collectionRequests, coreScope, personalCollections, rosteringPath } from './one-roster-service';
import { credentialsInBody, withOtherWays } from './other-ways';
import type { CheckPlan, HttpAnswer, Reading, System, SystemText } from './system';

/* The OneRoster API of an Aeries site: OAuth 2.0 client credentials with a scope (docs/vendors/aeries-oneroster.md). */

/** A page at the end of the address, such as `Login.aspx`; a sub-directory contains no dot. */
const PAGE = /\/([^/]*\.[^/]*|log-?in|log-?on|sign-?in)$/i;
/** Endpoints below the base, in case the address was not copied from the login page. */
const SERVICE = /\/(ims\/oneroster|api\/v\d+|v\d+\/oauth|token)(\/.*)?$/i;

/** What is cut without asking: the login page with its query, and endpoints. */
const OWN =
  /^\/(?:[^/?]*\.aspx|log-?in|log-?on|sign-?in|token|v\d+\/oauth\/token|api\/v\d+(?:\/[^?]*)?|ims\/oneroster(?:\/v1p1(?:\/\w+)?)?)(?:\?.*)?$/i;

/**
 * Aeries tells users to copy what comes before the login page's last slash
 * (docs/vendors/aeries-oneroster.md#base-address). If the address is already the base, its sub-directory is kept.
 * `''` if the address is not valid.
 */
export function aeriesBase(text: string | undefined): string {
  const url = beginningOf(text);
  if (url === null) return '';
  const path = url.pathname.replace(SERVICE, '').replace(/\/+$/, '').replace(PAGE, '').replace(/\/+$/, '');
  return url.origin + path;
}

const kept = (values: Values): Record<string, string> => {
  const aeriesUrl = aeriesBase(values.aeriesUrl);
  return aeriesUrl === '' ? {} : { aeriesUrl };
};

/** Only a warning, because the vendor's articles disagree (docs/vendors/aeries-oneroster.md#sub-directory). */
function withoutSubDirectory(values: Values): readonly Note[] {
  const base = aeriesBase(values.aeriesUrl);
  return base !== '' && base === beginningOf(base)?.origin
    ? [{ code: 'unusual-form', field: 'aeriesUrl', severity: 'warns', words: 'no-sub-directory' }]
    : [];
}

const HEX_64 = /^[\da-f]{64}$/i;
const HEX_32 = /^[\da-f]{32}$/i;

/** 32 digits are probably a different key (docs/vendors/aeries-oneroster.md#the-regular-apis-certificate). */
function hexNotes(field: string, value: string | undefined): readonly Note[] {
  const text = value?.trim() ?? '';
  if (text === '' || HEX_64.test(text)) return [];
  return HEX_32.test(text)
    ? [{ code: 'unusual-form', field, severity: 'warns', words: 'aeries-certificate' }]
    : [{ code: 'unusual-form', field, severity: 'warns', words: 'not-64-digits', beforehand: true }];
}

/**
 * It answers everyone, so it verifies the address before a secret is sent
 * (docs/vendors/aeries-oneroster.md#systeminfo).
 */
function readSystemInfo({ json }: HttpAnswer): Reading {
  const info: object = typeof json === 'object' && json !== null ? json : {};
  const version = 'AeriesVersion' in info ? info.AeriesVersion : undefined;
  if (typeof version !== 'string' || version === '') {
    return { outcome: 'failed', code: 'wrong-product', facts: {} };
  }
  return {
    outcome: 'passed',
    code: 'ok',
    // A report may contain a version number, but no free text from the server.
    facts: { version: /^\d{1,6}(?:\.\d{1,6}){0,5}$/.test(version) ? version : null },
  };
}

/** Only if the user chooses it (docs/vendors/aeries-oneroster.md#older-token-addresses). */
function withOlderTokenPath(plan: CheckPlan, values: Values): CheckPlan | null {
  if (plan.signIn.kind !== 'client-credentials') return null;
  return { ...plan, signIn: { ...plan.signIn, tokenUrl: `${aeriesBase(values.aeriesUrl)}/v2/oauth/token` } };
}

export const aeriesOneroster: System = {
  id: 'aeries-oneroster',
  source: 'docs/vendors/aeries-oneroster.md',
  family: 'sis',
  otherNames: ['aeries sis'],
  fields: [
    baseAddressField('aeriesUrl'),
    { id: 'consumerId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
    { id: 'consumerSecret', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
  ],
  texts: withOtherWays(
    byLanguage<SystemText>('systems/aeries-oneroster', () =>
      import.meta.glob<SystemText>('../../assets/locales/*/systems/aeries-oneroster.json', {
        eager: true,
        import: 'default',
      }),
    ),
  ),
  ownJobs: {
    'client-not-allowed': { job: 'you', nothingToSend: true },
    // The scope is fixed, and the values were accepted.
    'scope-rejected': { next: 'test-again' },
    'token-rejected': { next: 'test-again' },
  },
  // According to the vendor's article, receivers may call them Client ID and Client Secret.
  replyLabels: {
    aeriesUrl: [...labels.aeriesUrl, ...labels.serverUrl, ...labels.apiUrl, 'aeries'],
    consumerId: [...labels.consumerId, ...labels.clientId],
    consumerSecret: [...labels.consumerSecret, ...labels.clientSecret],
  },
  ofRequest: (address) =>
    SERVICE.test(beginningOf(address)?.pathname ?? '') ? { aeriesUrl: aeriesBase(address) } : null,
  link: 'aeries-oneroster-page',
  handOver: ['aeriesUrl', 'consumerId', 'consumerSecret'],

  secretOrigins: (values) => ({ consumerSecret: originsOf(aeriesBase(values.aeriesUrl)) }),
  tidied: kept,
  notes: (values) => [
    ...tidiedNotes(values, kept(values), OWN),
    ...pageNotes('aeriesUrl', aeriesBase(values.aeriesUrl)),
    ...withoutSubDirectory(values),
    ...hexNotes('consumerId', values.consumerId),
  ],
  secretNotes: (field, secret, values) =>
    secret.trim() !== '' && secret.trim() === values.consumerId?.trim()
      ? [{ code: 'unusual-form', field, severity: 'warns', words: 'same-as-id' }]
      : hexNotes(field, secret),

  alternatives: [
    {
      id: 'older-token-path',
      changes: 'token-address',
      change: withOlderTokenPath,
    },
    credentialsInBody,
  ],
  rotation: { alongside: ['consumerId'] },
  replacing: () => ['new-record'],

  plan: (values) => {
    const base = aeriesBase(values.aeriesUrl);
    return {
      addresses: [{ subject: null, url: base }],
      reach: { subject: null, url: `${base}/api/v5/systeminfo`, typed: base, read: readSystemInfo },
      signIn: {
        kind: 'client-credentials',
        tokenUrl: `${base}/token`,
        clientId: values.consumerId ?? '',
        secretField: 'consumerSecret',
        scopes: coreScope['1.1'],
        typed: base,
        clientAuthentication: 'basic-raw',
        // Only the server that issued the token knows it, so keep its session cookie
        // (docs/vendors/aeries-oneroster.md#cookies).
        keepCookies: true,
        notFound: { outcome: 'failed', code: 'not-restarted', facts: {} },
      },
      permission: collectionRequests(base + rosteringPath['1.1'], base),
      proof: 'orgs',
      notTested: personalCollections,
    };
  },
};
