import { byLanguage } from '@contract/by-language';
import type { Values } from '@contract/connection';
import { baseAddressField, beginningOf, originsOf, pageNotes, tidiedNotes } from './addresses/tidy-address';
import { labels } from './labels';
import type { Note } from './notes';
import { collectionRequests, coreScope, personalCollections, rosteringPath } from './one-roster-service';
import { credentialsInBody, withOtherWays } from './other-ways';
import type { CheckPlan, HttpAnswer, Reading, System, SystemText } from './system';

/* The OneRoster API of an Aeries site: OAuth 2.0 client credentials, with a scope (docs/vendors/aeries-oneroster.md). */

/** A page at the end of the address, such as `Login.aspx`; a sub-directory has no dot. */
const PAGE = /\/([^/]*\.[^/]*|log-?in|log-?on|sign-?in)$/i;
/** What programs ask below the base; pasted from somewhere else than the login page. */
const SERVICE = /\/(ims\/oneroster|api\/v\d+|v\d+\/oauth|token)(\/.*)?$/i;

/** What is left out without a question: the login page with its query, and what programs ask. */
const OWN =
  /^\/(?:[^/?]*\.aspx|log-?in|log-?on|sign-?in|token|v\d+\/oauth\/token|api\/v\d+(?:\/[^?]*)?|ims\/oneroster(?:\/v1p1(?:\/\w+)?)?)(?:\?.*)?$/i;

/**
 * The vendor has people copy what stands in front of the login page's last slash
 * (docs/vendors/aeries-oneroster.md#base-address). An address that already is the base keeps its sub-directory. `''`
 * while no address can be read.
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

/** Only warns, since the vendor's articles disagree (docs/vendors/aeries-oneroster.md#sub-directory). */
function withoutSubDirectory(values: Values): readonly Note[] {
  const base = aeriesBase(values.aeriesUrl);
  return base !== '' && base === beginningOf(base)?.origin
    ? [{ code: 'unusual-form', field: 'aeriesUrl', severity: 'warns', words: 'no-sub-directory' }]
    : [];
}

const HEX_64 = /^[\da-f]{64}$/i;
const HEX_32 = /^[\da-f]{32}$/i;

/** 32 digits are probably another key (docs/vendors/aeries-oneroster.md#the-regular-apis-certificate). */
function hexNotes(field: string, value: string | undefined): readonly Note[] {
  const text = value?.trim() ?? '';
  if (text === '' || HEX_64.test(text)) return [];
  return HEX_32.test(text)
    ? [{ code: 'unusual-form', field, severity: 'warns', words: 'aeries-certificate' }]
    : [{ code: 'unusual-form', field, severity: 'warns', words: 'not-64-digits', beforehand: true }];
}

/** It answers anyone, so it proves the address before a secret leaves (docs/vendors/aeries-oneroster.md#systeminfo). */
function readSystemInfo({ json }: HttpAnswer): Reading {
  const info: object = typeof json === 'object' && json !== null ? json : {};
  const version = 'AeriesVersion' in info ? info.AeriesVersion : undefined;
  if (typeof version !== 'string' || version === '') {
    return { outcome: 'failed', code: 'wrong-product', facts: {} };
  }
  return {
    outcome: 'passed',
    code: 'ok',
    // A report holds a number, and no text that a server chose.
    facts: { version: /^\d{1,6}(?:\.\d{1,6}){0,5}$/.test(version) ? version : null },
  };
}

/** Only where it is chosen (docs/vendors/aeries-oneroster.md#older-token-addresses). */
function withOlderTokenPath(plan: CheckPlan, values: Values): CheckPlan | null {
  if (plan.signIn.kind !== 'client-credentials') return null;
  return { ...plan, signIn: { ...plan.signIn, tokenUrl: `${aeriesBase(values.aeriesUrl)}/v2/oauth/token` } };
}

export const aeriesOneroster: System = {
  id: 'aeries-oneroster',
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
  ownJobs: { 'client-not-allowed': { job: 'you', nothingToSend: true } },
  // The vendor's article says that receivers may call them Client ID and Client Secret.
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
        // Only the server that made the token knows it (docs/vendors/aeries-oneroster.md#cookies).
        keepCookies: true,
        notFound: { outcome: 'failed', code: 'not-restarted', facts: {} },
      },
      permission: collectionRequests(base + rosteringPath['1.1'], base),
      proof: 'orgs',
      notTested: personalCollections,
    };
  },
};
