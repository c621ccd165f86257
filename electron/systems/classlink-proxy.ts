import { byLanguage } from '@contract/by-language';
import type { Values } from '@contract/connection';
import { isGuardLink } from './addresses/held-address';
import { baseAddressField, beginningOf, originsOf, pageNotes, tidiedNotes } from './addresses/tidy-address';
import { labels } from './labels';
import type { Note } from './notes';
import { collectionRequests, personalCollections, rosteringPath } from './one-roster-service';
import type { System, SystemText } from './system';

/* ClassLink's OneRoster proxy: its token does not expire by itself (docs/vendors/classlink.md#proxy-access-token). */

/** The vendor's own proxy (docs/vendors/classlink.md#proxy-request). */
const CLASSLINK_PROXY = 'https://oneroster-proxy.classlink.io';

const ESCAPE = /(%[\da-f]{2})/i;

/**
 * The application ID as a path segment. It usually arrives percent-encoded, and encoding it again would break it; a
 * bare `=` is encoded once (docs/vendors/classlink.md#proxy-application-id).
 */
export function encodeApplicationId(id: string): string {
  return id
    .trim()
    .split(ESCAPE)
    .map((part) => (ESCAPE.test(part) ? part : encodeURIComponent(part)))
    .join('');
}

/** Where the proxy's address and the ID end in a request's URL. */
const SERVICE = /\/ims\/oneroster(?:\/.*)?$/i;

const APPLICATIONS = /\/applications(\/.*)?$/i;

interface PastedRequest {
  /** null if the URL contains no ID. */
  readonly id: string | null;
  /** The proxy of the request; `''` if a secret must not be sent there. */
  readonly proxy: string;
}

/** Parses the URL of a request; null if the text is not a URL. */
function pastedRequest(text: string): PastedRequest | null {
  if (!/^https?:\/\//i.test(text.trim())) return null;
  const url = beginningOf(text);
  if (url === null) return { id: null, proxy: '' };
  const parts = url.pathname
    .replace(SERVICE, '')
    .split('/')
    .filter((part) => part !== '');
  // Without the service's path, only a single segment can be the ID.
  const isKnown = SERVICE.test(url.pathname) || parts.length === 1;
  const id = isKnown && !pageNotes('', url.origin + url.pathname).length ? parts.at(-1) : undefined;
  if (id === undefined || id.toLowerCase() === 'applications') return { id: null, proxy: '' };
  return { id, proxy: [url.origin, ...parts.slice(0, -1)].join('/') };
}

/** The ID, even if the whole URL of a request was pasted. */
function idIn(text: string): string {
  const request = pastedRequest(text);
  return request === null ? text.trim() : (request.id ?? '');
}

/** An encoded `%`: `%253D` stands for `%3D`. */
const encodedTwice = (id: string): boolean => /%25[\da-f]{2}/i.test(id);

/** The proxy's origin and path; whatever follows is cut. */
function proxyBase(text: string | undefined): string {
  const url = beginningOf(text?.trim() === '' || text === undefined ? CLASSLINK_PROXY : text);
  if (url === null) return '';
  const path = url.pathname
    .replace(/\/[^/]+\/ims\/oneroster(\/.*)?$/i, '')
    .replace(APPLICATIONS, '')
    .replace(/\/+$/, '');
  return url.origin + path;
}

const keptProxy = (values: Values): Record<string, string> => {
  const proxyUrl = proxyBase(values.proxyUrl);
  return (values.proxyUrl ?? '').trim() === '' || proxyUrl === '' ? {} : { proxyUrl };
};

function applicationIdNotes(values: Values): readonly Note[] {
  const typed = values.applicationId?.trim() ?? '';
  const request = pastedRequest(typed);
  const note = (words: string, more: Partial<Note> = {}): Note => ({
    code: 'unusual-form',
    field: 'applicationId',
    severity: 'warns',
    words,
    ...more,
  });
  // Links of mail filters have their own note.
  if (isGuardLink(typed)) return [];
  if (request?.id === null) return [note('no-id-in-address', { severity: 'blocks' })];
  const id = idIn(typed);
  const repaired = id.replace(/%25([\da-f]{2})/gi, '%$1');
  if (request !== null && request.proxy !== proxyBase(values.proxyUrl)) {
    // If the request was for another proxy, the user must choose: the token must not be sent to the wrong one.
    return [
      note('other-proxy', { severity: 'blocks', repaired: id, other: request.proxy }),
      note('proxy-of-request', { field: 'proxyUrl', repaired: request.proxy }),
    ];
  }
  if (encodedTwice(id)) return [note('encoded-twice', { repaired })];
  return id === typed ? [] : [note('whole-address', { repaired: id })];
}

/** What is cut from the proxy's address without asking: a request, or the list of applications. */
const OWN = /^\/(?:applications(?:[/?].*)?|[^/?]+\/ims\/oneroster(?:\/v1p1(?:\/\w+)?)?(?:\?.*)?)$/i;

export const classlinkProxy: System = {
  id: 'classlink-proxy',
  source: 'docs/vendors/classlink.md',
  family: 'classlink',
  otherNames: ['class link'],
  fields: [
    { id: 'applicationId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
    { id: 'accessToken', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
    { ...baseAddressField('proxyUrl'), optional: true, fallback: CLASSLINK_PROXY },
  ],
  texts: byLanguage<SystemText>('systems/classlink-proxy', () =>
    import.meta.glob<SystemText>('../../assets/locales/*/systems/classlink-proxy.json', {
      eager: true,
      import: 'default',
    }),
  ),
  replyLabels: {
    applicationId: labels.applicationId,
    accessToken: labels.accessToken,
    proxyUrl: [...labels.proxyUrl, ...labels.serverUrl, ...labels.apiUrl],
  },
  ofRequest: (address) => {
    const path = beginningOf(address)?.pathname ?? '';
    if (APPLICATIONS.test(path)) return { proxyUrl: proxyBase(address) };
    const request = SERVICE.test(path) ? pastedRequest(address) : null;
    return request === null || request.id === null
      ? null
      : { applicationId: request.id, proxyUrl: request.proxy };
  },
  link: 'classlink-access-page',
  handOver: ['proxyUrl', 'applicationId', 'accessToken'],

  secretOrigins: (values) => ({ accessToken: originsOf(proxyBase(values.proxyUrl)) }),
  tidied: (values) => {
    const applicationId = encodeApplicationId(idIn(values.applicationId ?? ''));
    const proxyUrl = proxyBase(values.proxyUrl);
    return {
      ...(applicationId === '' ? {} : { applicationId }),
      ...(proxyUrl === '' ? {} : { proxyUrl }),
    };
  },
  notes: (values) => [
    ...tidiedNotes(values, keptProxy(values), OWN),
    ...pageNotes('proxyUrl', proxyBase(values.proxyUrl)),
    ...applicationIdNotes(values),
  ],
  secretNotes: (field, secret, values) => {
    const token = secret.trim();
    if (/^bearer\s/i.test(token))
      return [{ code: 'unusual-form', field, severity: 'warns', words: 'with-bearer' }];
    return token !== '' && token === values.applicationId?.trim()
      ? [{ code: 'unusual-form', field, severity: 'warns', words: 'same-as-id' }]
      : [];
  },
  rotation: { alongside: [] },
  replacing: () => ['refresh-token'],

  plan: (values) => {
    const base = proxyBase(values.proxyUrl);
    const application = encodeApplicationId(idIn(values.applicationId ?? ''));
    return {
      addresses: [{ subject: null, url: base }],
      // `/applications` would also answer, but with the districts' secrets, so it is never called.
      reach: null,
      signIn: { kind: 'bearer', secretField: 'accessToken' },
      permission: collectionRequests(`${base}/${application}${rosteringPath['1.1']}`),
      proof: 'orgs',
      notTested: personalCollections,
    };
  },
};
