import { parseAddress } from '@contract/address';
import { byLanguage } from '@contract/by-language';
import type { Sibling } from '@contract/channels';
import type { Values } from '@contract/connection';
import { originsOf } from './addresses/tidy-address';
import { boardNumberNotes } from './board-number';
import { apiUrlByOtherNames, authenticationUrlInShort, labels, tokenUrlInShort } from './labels';
import type { Note } from './notes';
import { onsisRegistrationMail } from './onsis-mail';
import { credentialsInBody, withOtherWays } from './other-ways';
import { normalizeScopes } from './scopes';
import type { Field, Reading, RequestPlan, System, SystemText } from './system';

/*
 * OnSIS, the Ontario ministry's system, as set up in the PowerSchool SMS. Nothing is public about its servers'
 * answers, so a check of the real system ends at the sign-in (docs/vendors/onsis.md#how-far-a-test-goes).
 */

const CALLBACK = /^http:\/\/127\.0\.0\.1:(\d{1,5})\/onsis\/callback$/;

/** Whether the redirect URL is this computer's, so that the whole sign-in can run here. */
export function completesHere(redirectUrl: string): boolean {
  const port = Number(CALLBACK.exec(redirectUrl)?.[1] ?? 0);
  return port > 0 && port < 65_536;
}

const address = (id: string, askedAt: Field['askedAt'], optional = false): Field => ({
  id,
  kind: 'address',
  secret: false,
  optional,
  askedAt,
});

/** In the order of the SMS page. */
const fields: readonly Field[] = [
  { ...address('redirectUrl', 'register'), loopback: completesHere },
  address('paeRedirectUrl', 'register', true),
  { id: 'clientId', kind: 'text', secret: false, optional: false, askedAt: 'enter' },
  { id: 'clientSecret', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
  address('authenticationUrl', 'enter'),
  address('tokenUrl', 'enter'),
  address('apiUrl', 'enter'),
  { id: 'scopes', kind: 'scopes', secret: false, optional: false, askedAt: 'enter' },
];

export const onsis: System = {
  id: 'onsis',
  source: 'docs/vendors/onsis.md',
  otherNames: ['Ontario', 'ministry of education', 'ministère de l’Éducation', 'SISOn'],
  boardNumber: { example: 'B12345', notes: boardNumberNotes },
  fields,
  texts: withOtherWays(
    byLanguage<SystemText>('systems/onsis', () =>
      import.meta.glob<SystemText>('../../assets/locales/*/systems/onsis.json', {
        eager: true,
        import: 'default',
      }),
    ),
  ),
  replyLabels: {
    clientId: labels.clientId,
    clientSecret: labels.clientSecret,
    authenticationUrl: [...labels.authenticationUrl, ...authenticationUrlInShort],
    tokenUrl: [...labels.tokenUrl, ...tokenUrlInShort],
    apiUrl: [...labels.apiUrl, ...apiUrlByOtherNames],
    scopes: labels.scopes,
  },

  secretOrigins: (values) => ({ clientSecret: originsOf(values.tokenUrl) }),

  notes: (values, siblings, environment) => [
    ...sameAddressTwice(values),
    ...swappedAddresses(values),
    ...secretInClientId(values),
    ...otherConnections(values, siblings, environment),
  ],

  alternatives: [credentialsInBody],
  rotation: { alongside: [] },
  replacing: () => ['ask-the-ministry'],

  plan: (values, practice) => ({
    addresses: ['authenticationUrl', 'tokenUrl', 'apiUrl'].map((subject) => ({
      subject,
      url: values[subject] ?? '',
    })),
    reach: null,
    signIn: {
      kind: 'authorization-code',
      authorizationUrl: values.authenticationUrl ?? '',
      tokenUrl: values.tokenUrl ?? '',
      clientId: values.clientId ?? '',
      secretField: 'clientSecret',
      scopes: normalizeScopes(values.scopes ?? ''),
      redirectUrl: values.redirectUrl ?? '',
      clientAuthentication: 'basic-form-encoded',
      completesHere: completesHere(values.redirectUrl ?? ''),
    },
    // No path of the real API is public, so none is called (docs/vendors/onsis.md#how-far-a-test-goes).
    permission: isRehearsed(values, practice) ? [ping(values.apiUrl ?? '')] : [],
    proof: isRehearsed(values, practice) ? PING : null,
    notTested: [],
  }),

  link: 'onsis-setup-page',
  registrationMail: onsisRegistrationMail,
};

/** The practice server runs on this computer. A practice connection may still contain a real address. */
const isRehearsed = ({ apiUrl }: Values, practice: boolean): boolean =>
  practice && ['127.0.0.1', 'localhost'].includes(parseAddress(apiUrl ?? '')?.hostname ?? '');

const PING = 'ping';

/** An endpoint invented for the practice server (docs/vendors/onsis.md#the-practice-servers-onsis). */
function ping(apiUrl: string): RequestPlan {
  return {
    subject: PING,
    url: `${apiUrl.replace(/\/+$/, '')}/ping`,
    read: ({ json, status, contentType }): Reading => {
      const answered = typeof json === 'object' && json !== null && 'ok' in json && json.ok === true;
      return answered
        ? { outcome: 'passed', code: 'ok', facts: { status } }
        : { outcome: 'failed', code: 'unexpected-answer', facts: { status, contentType } };
    },
  };
}

/** Whether two strings are the same address, perhaps spelled differently. */
function same(one: string | undefined, other: string | undefined): boolean {
  const [first, second] = [one, other].map((text) =>
    parseAddress(text?.trim() ?? '')?.href.replace(/\/$/, ''),
  );
  return first !== undefined && first === second;
}

function sameAddressTwice(values: Values): readonly Note[] {
  const pairs: readonly (readonly [string, string, Note['severity']])[] = [
    // Registering the same URL for both pages may be correct (docs/vendors/onsis.md#the-pae-page).
    ['paeRedirectUrl', 'redirectUrl', 'warns'],
    ['authenticationUrl', 'redirectUrl', 'blocks'],
    ['tokenUrl', 'authenticationUrl', 'blocks'],
    ['apiUrl', 'authenticationUrl', 'blocks'],
    ['apiUrl', 'tokenUrl', 'blocks'],
  ];
  return pairs
    .filter(([field, other]) => same(values[field], values[other]))
    .map(([field, other, severity]) => ({ code: 'same-address-twice', field, severity, other }));
}

const lastPart = (address: string | undefined): string =>
  parseAddress(address?.trim() ?? '')
    ?.pathname.split('/')
    .filter((part) => part !== '')
    .at(-1)
    ?.toLowerCase() ?? '';

/** Compares the usual last path segments of OAuth URLs. This is a guess, so it only warns. */
function swappedAddresses(values: Values): readonly Note[] {
  const isToken = (field: string) => /token/.test(lastPart(values[field]));
  const isSignIn = (field: string) => /authori[sz]|login|signin/.test(lastPart(values[field]));
  const swapped = (field: string, other: string): Note => ({
    code: 'addresses-swapped',
    field,
    severity: 'warns',
    other,
  });
  if (isToken('authenticationUrl') && !isToken('tokenUrl')) return [swapped('authenticationUrl', 'tokenUrl')];
  if (isSignIn('tokenUrl') && !isSignIn('authenticationUrl'))
    return [swapped('tokenUrl', 'authenticationUrl')];
  if (isToken('apiUrl') && !isToken('tokenUrl')) return [swapped('apiUrl', 'tokenUrl')];
  if (isSignIn('apiUrl') && !isSignIn('authenticationUrl')) return [swapped('apiUrl', 'authenticationUrl')];
  return [];
}

const UUID = /^\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;

/**
 * Characters that are rare in an identifier, or a long random string of all kinds. This is a guess, so it only warns.
 */
function secretInClientId(values: Values): readonly Note[] {
  const id = (values.clientId ?? '').trim();
  if (UUID.test(id) || /^https?:\/\//i.test(id)) return [];
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(id)).length;
  const odd = /[~!$%^&*+/=?#`|<>]/.test(id);
  const random = kinds === 3 && (odd ? id.length >= 16 : id.length >= 32 && !/[-_.@ ]/.test(id));
  return random
    ? [{ code: 'looks-like-the-secret', field: 'clientId', severity: 'warns', other: 'clientSecret' }]
    : [];
}

/** Only warnings, because the other connection may be the wrong one (docs/vendors/onsis.md#between-instances). */
function otherConnections(
  values: Values,
  siblings: readonly Sibling[],
  environment: Sibling['environment'],
): readonly Note[] {
  const notes: Note[] = [];
  const clientId = values.clientId ?? '';
  const other = siblings.find(
    (sibling) => (sibling.values.clientId ?? '') !== '' && sibling.values.clientId !== clientId,
  );
  if (clientId !== '' && other !== undefined) {
    notes.push({ code: 'different-client-id', field: 'clientId', severity: 'warns', other: other.name });
  }
  const twin = siblings.find(
    (sibling) => sibling.environment !== environment && same(sibling.values.apiUrl, values.apiUrl),
  );
  if (twin !== undefined) {
    notes.push({
      code: 'same-api-in-test-and-production',
      field: 'apiUrl',
      severity: 'warns',
      other: twin.name,
    });
  }
  return notes;
}
