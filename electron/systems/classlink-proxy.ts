import type { Values } from '@contract/connection';
import { classlinkProxyEn } from './classlink-proxy.en';
import { classlinkProxyFr } from './classlink-proxy.fr';
import { labels } from './labels';
import type { Note } from './notes';
import { collectionRequests, personalCollections, rosteringPath } from './one-roster-service';
import type { System } from './system';
import { originsOf, secureAddress, tidiedNotes } from './tidy-address';

/* ClassLink's OneRoster proxy: a bearer token that does not run out by itself (protocols §4.2). */

/** The vendor's own (seed 003). */
const CLASSLINK_PROXY = 'https://oneroster-proxy.classlink.io';

const ESCAPE = /(%[\da-f]{2})/i;

/**
 * An application ID as one part of a path. It usually arrives percent-encoded and is then left exactly so; a bare
 * `=` is encoded once (protocols §4.2.6).
 */
export function encodeApplicationId(id: string): string {
  return id
    .trim()
    .split(ESCAPE)
    .map((part) => (ESCAPE.test(part) ? part : encodeURIComponent(part)))
    .join('');
}

/** The ID alone, where the whole address of a request was pasted; else what was typed. */
function idIn(text: string): string {
  const url = secureAddress(text);
  const [first = ''] = url?.pathname.split('/').filter((part) => part !== '') ?? [];
  return url === null || first === '' ? text.trim() : first;
}

/** A `%` that was itself encoded: `%253D` stands for `%3D`. */
const encodedTwice = (id: string): boolean => /%25[\da-f]{2}/i.test(id);

/** Scheme and host, with the path of a proxy that has one; what follows the proxy's own address is cut. */
function proxyBase(text: string | undefined): string {
  const url = secureAddress(text?.trim() === '' || text === undefined ? CLASSLINK_PROXY : text);
  if (url === null) return '';
  const path = url.pathname
    .replace(/\/[^/]+\/ims\/oneroster(\/.*)?$/i, '')
    .replace(/\/applications(\/.*)?$/i, '')
    .replace(/\/+$/, '');
  return url.origin + path;
}

const keptProxy = (values: Values): Record<string, string> => {
  const proxyUrl = proxyBase(values.proxyUrl);
  return (values.proxyUrl ?? '').trim() === '' || proxyUrl === '' ? {} : { proxyUrl };
};

function applicationIdNotes(values: Values): readonly Note[] {
  const typed = values.applicationId?.trim() ?? '';
  const id = idIn(typed);
  const note = (words: string, repaired?: string): Note => ({
    code: 'unusual-form',
    field: 'applicationId',
    severity: 'warns',
    words,
    ...(repaired === undefined ? {} : { repaired }),
  });
  if (encodedTwice(id)) return [note('encoded-twice', id.replace(/%25([\da-f]{2})/gi, '%$1'))];
  return id === typed ? [] : [note('whole-address', id)];
}

export const classlinkProxy: System = {
  id: 'classlink-proxy',
  owner: 'vendor',
  asksBoardNumber: false,
  fields: [
    { id: 'applicationId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
    { id: 'accessToken', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
    {
      id: 'proxyUrl',
      kind: 'address',
      secret: false,
      optional: true,
      askedAt: 'enter',
      fallback: CLASSLINK_PROXY,
    },
  ],
  texts: { en: classlinkProxyEn, fr: classlinkProxyFr },
  replyLabels: {
    applicationId: labels.applicationId,
    accessToken: labels.accessToken,
    proxyUrl: labels.proxyUrl,
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
  notes: (values) => [...tidiedNotes(values, keptProxy(values)), ...applicationIdNotes(values)],
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
      // `/applications` would answer, too, but with the secrets of districts: it is never called.
      reach: null,
      signIn: { kind: 'bearer', secretField: 'accessToken' },
      permission: collectionRequests(`${base}/${application}${rosteringPath['1.1']}`),
      proof: 'orgs',
      notTested: personalCollections,
    };
  },
};
