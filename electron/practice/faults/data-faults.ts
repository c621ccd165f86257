import { safeCollections } from '@systems/one-roster-service';
import type { CheckPlan } from '@systems/system';
import type { PracticeAnswer } from '../practice-part';
import {
  atData,
  atToken,
  type Fault,
  failsRow,
  type Leads,
  reply,
  warnsAtSignIn,
  warnsOfData,
  warnsOfRow,
  webPage,
} from './fault';

/* What an API can answer to a request that carries a token or a signature. */

/** OneRoster's own envelope, version 1.1 (docs/vendors/oneroster.md#refusals). */
const envelope = (codeMinor: string) => ({
  imsx_codeMajor: 'failure',
  imsx_severity: 'error',
  imsx_description: 'practice server',
  imsx_CodeMinor: {
    imsx_codeMinorField: [
      { imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: codeMinor },
    ],
  },
});

const missingRight: Leads = {
  signed: failsRow('permission-missing'),
  bearer: failsRow('permission-missing'),
  lists: 'permission-missing',
  'one-list': 'permission-missing',
};

/** PowerSchool's own form (docs/vendors/powerschool.md#field-not-granted). */
const noAccessToField = {
  message: 'Validation Failed',
  errors: [{ resource: 'practice.plugin.district', field: 'district.name', code: 'No access to the field' }],
};

/** Whether the plan knows this form of refusal. */
const namesField = ({ permission }: CheckPlan): boolean =>
  permission.some(({ refused }) => {
    const reading = refused?.({ status: 400, contentType: 'application/json', json: noAccessToField });
    return reading?.code === 'permission-missing';
  });

const refusals = {
  'refused-403': {
    en: 'Refused without a reason (403)',
    fr: 'Refus sans raison (403)',
    basis: 'inferred',
    leads: {
      probe: 'refused',
      ...atToken('refused'),
      signed: warnsAtSignIn('not-proved'),
      bearer: warnsAtSignIn('not-proved'),
      // Whoever was given a token, or another list, is known.
      lists: 'permission-missing',
      'one-list': 'permission-missing',
    },
    answer: () => reply(403, {}),
  },
  'refused-400': {
    en: 'Refused without a reason (400)',
    fr: 'Refus sans raison (400)',
    basis: 'inferred',
    leads: { probe: 'unexpected-answer', ...atToken('unexpected-answer'), ...atData('unexpected-answer') },
    answer: () => reply(400, {}),
  },
  'right-in-envelope': {
    en: 'A permission is missing, as the OneRoster standard says it (403)',
    fr: 'Il manque une autorisation, dit comme le veut la norme OneRoster (403)',
    basis: 'sourced',
    leads: missingRight,
    answer: () => reply(403, envelope('forbidden')),
  },
  'right-in-challenge': {
    en: 'A permission is missing, said in the challenge (403, insufficient_scope)',
    fr: 'Il manque une autorisation, dit dans l’en-tête (403, insufficient_scope)',
    basis: 'sourced',
    leads: missingRight,
    answer: () => reply(403, {}, { 'www-authenticate': 'Bearer error="insufficient_scope"' }),
  },
  'right-in-a-sentence': {
    en: 'A permission is missing, said in a sentence (403)',
    fr: 'Il manque une autorisation, dit dans une phrase (403)',
    basis: 'inferred',
    leads: missingRight,
    answer: () => reply(403, { message: 'You do not have permission to read this resource.' }),
  },
  'no-access-to-field': {
    en: 'No access to a field (400)',
    fr: 'Aucun accès à un champ (400)',
    basis: 'sourced',
    leads: { lists: (plan) => (namesField(plan) ? 'permission-missing' : null) },
    answer: () => reply(400, noAccessToField),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const tokenRefused: Leads = { bearer: 'token-rejected', lists: 'token-rejected' };
/** RFC 6750 §3.1; each server has its own sentence beside the word. */
const bearer = (error: string, description = '') => ({
  'www-authenticate': `Bearer error="${error}"${description === '' ? '' : `, error_description="${description}"`}`,
});

const tokens = {
  'token-refused': {
    en: 'The token is refused (401, invalid_token)',
    fr: 'Le jeton est refusé (401, invalid_token)',
    basis: 'sourced',
    leads: tokenRefused,
    answer: () => reply(401, {}, bearer('invalid_token')),
  },
  'token-refused-400': {
    en: 'The token is refused (400, invalid_token)',
    fr: 'Le jeton est refusé (400, invalid_token)',
    basis: 'inferred',
    leads: tokenRefused,
    answer: () => reply(400, {}, bearer('invalid_token')),
  },
  'token-refused-beside-a-page': {
    en: 'The token is refused in the challenge, beside a web page (401)',
    fr: 'Le jeton est refusé dans l’en-tête, à côté d’une page Web (401)',
    basis: 'inferred',
    leads: tokenRefused,
    answer: () => webPage(401, 'Unauthorized', { 'www-authenticate': 'Bearer realm="practice"' }),
  },
  'token-invalid-or-expired': {
    en: 'The token is “invalid or expired” (401)',
    fr: 'Le jeton est « invalide ou expiré » (401)',
    basis: 'sourced',
    leads: tokenRefused,
    answer: () => reply(401, {}, bearer('invalid_token', 'The access token is invalid or expired')),
  },
  'token-expired': {
    en: 'The token has expired (401)',
    fr: 'Le jeton a expiré (401)',
    basis: 'sourced',
    leads: { bearer: 'token-rejected', lists: 'token-expired' },
    answer: () => reply(401, {}, bearer('invalid_token', 'The access token has expired')),
  },
  'unauthorised-in-envelope': {
    en: 'Not recognized, as the OneRoster standard says it (401)',
    fr: 'Pas reconnu, dit comme le veut la norme OneRoster (401)',
    basis: 'sourced',
    leads: { signed: 'credentials-rejected', ...tokenRefused },
    answer: () => reply(401, envelope('unauthorisedrequest')),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** A word of OAuth 1's problem reporting, in the challenge where the signature is answered. */
const signatureProblem = (problem: string, en: string, fr: string, code: Leads['signed']): Fault => ({
  en: `${en} (${problem})`,
  fr: `${fr} (${problem})`,
  basis: 'sourced',
  leads: code === undefined ? {} : { signed: code },
  answer: () => reply(401, {}, { 'www-authenticate': `OAuth realm="practice", oauth_problem="${problem}"` }),
});

const signatures = {
  'signature-invalid': signatureProblem(
    'signature_invalid',
    'The signature is refused',
    'La signature est refusée',
    'signature-rejected',
  ),
  'signature-invalid-in-body': {
    en: 'The signature is refused, in name=value form (400)',
    fr: 'La signature est refusée, sous la forme nom=valeur (400)',
    basis: 'sourced',
    leads: { signed: 'signature-rejected' },
    answer: () => reply(400, 'oauth_problem=signature_invalid', { 'content-type': 'text/plain' }),
  },
  'signature-method': signatureProblem(
    'signature_method_rejected',
    'The kind of signature is refused',
    'Le type de signature est refusé',
    'signature-rejected',
  ),
  'nonce-used': signatureProblem(
    'nonce_used',
    'The one-time number was used before',
    'Le numéro à usage unique a déjà servi',
    'nonce-rejected',
  ),
  'timestamp-refused': signatureProblem(
    'timestamp_refused',
    'The time of the request is refused',
    'L’heure de la requête est refusée',
    'clock-skew',
  ),
  'key-unknown': signatureProblem(
    'consumer_key_unknown',
    'The key is unknown',
    'La clé est inconnue',
    'credentials-rejected',
  ),
  'permission-denied': signatureProblem(
    'permission_denied',
    'The key is not allowed to do this',
    'La clé n’a pas cette autorisation',
    'client-not-allowed',
  ),
  'parameter-absent': signatureProblem(
    'parameter_absent',
    'A part of the signed request is missing',
    'Il manque une partie de la requête signée',
    'request-rejected',
  ),
  'parameter-rejected': signatureProblem(
    'parameter_rejected',
    'A part of the signed request is refused',
    'Une partie de la requête signée est refusée',
    'request-rejected',
  ),
  'version-rejected': signatureProblem(
    'version_rejected',
    'The version of the signature is refused',
    'La version de la signature est refusée',
    'request-rejected',
  ),
} as const satisfies Readonly<Record<string, Fault>>;

/** A 200 that says of itself that it failed. */
const inside = (codeMinor: string, en: string, fr: string, leads: Leads): Fault => ({
  en: `A refusal inside a 200: ${en} (${codeMinor})`,
  fr: `Un refus dans un 200 : ${fr} (${codeMinor})`,
  basis: 'inferred',
  leads,
  answer: () => reply(200, envelope(codeMinor)),
});

const unexpected = atData('unexpected-answer');
const failuresInside = {
  'inside-unauthorised': inside('unauthorisedrequest', 'not recognized', 'pas reconnu', {
    signed: 'credentials-rejected',
    bearer: 'token-rejected',
    lists: 'token-rejected',
  }),
  'inside-forbidden': inside('forbidden', 'a permission is missing', 'il manque une autorisation', {
    lists: 'permission-missing',
    'one-list': 'permission-missing',
  }),
  'inside-busy': inside('server_busy', 'the server is busy', 'le serveur est occupé', atData('rate-limited')),
  'inside-error': inside(
    'internal_server_error',
    'the server is in trouble',
    'le serveur a un problème',
    atData('server-error'),
  ),
  'inside-unknown-object': inside('unknownobject', 'no such thing', 'introuvable', unexpected),
  'inside-invalid-data': inside('invaliddata', 'data not accepted', 'données non acceptées', unexpected),
  'inside-sort-field': inside('invalid_sort_field', 'unknown sort field', 'champ de tri inconnu', unexpected),
  'inside-filter-field': inside(
    'invalid_filter_field',
    'unknown filter field',
    'champ de filtre inconnu',
    unexpected,
  ),
  'inside-selection-field': inside(
    'invalid_selection_field',
    'unknown selection field',
    'champ de sélection inconnu',
    unexpected,
  ),
  'inside-blank-selection-field': inside(
    'invalid_blank_selection_field',
    'empty selection field',
    'champ de sélection vide',
    unexpected,
  ),
  'inside-status-set': {
    en: 'A refusal inside a 200, as OneRoster 1.2 says it',
    fr: 'Un refus dans un 200, dit comme dans OneRoster 1.2',
    basis: 'inferred',
    leads: unexpected,
    answer: () =>
      reply(200, { statusInfoSet: [{ imsx_codeMajor: 'failure', imsx_description: 'practice server' }] }),
  },
  'inside-an-error': {
    en: 'A refusal inside a 200, in plain words',
    fr: 'Un refus dans un 200, en langage courant',
    basis: 'inferred',
    leads: unexpected,
    answer: () => reply(200, { error: { message: 'practice server' } }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** Whether what is asked for are lists. */
const hasLists = ({ permission }: CheckPlan): boolean =>
  permission.some(({ subject }) => safeCollections.some((collection) => collection === subject));
const emptyData: Leads = {
  signed: warnsOfData('empty-data'),
  bearer: warnsOfData('empty-data'),
  lists: warnsOfData('empty-data'),
};

/** Every list of the answer, emptied. */
function emptied(answer: PracticeAnswer): PracticeAnswer {
  if (answer.status !== 200) return answer;
  const members = Object.entries(JSON.parse(String(answer.body)) as Readonly<Record<string, unknown>>);
  const empty = members.map(([name, value]) => [name, Array.isArray(value) ? [] : value]);
  return { ...answer, body: JSON.stringify(Object.fromEntries(empty)) };
}

const notOffered = (status: 404 | 405 | 501, message: string): Fault => ({
  en: `The server does not have this list (${status})`,
  fr: `Le serveur n’a pas cette liste (${status})`,
  basis: 'inferred',
  leads: { 'one-list': warnsOfRow('not-offered') },
  answer: () => reply(status, { message }),
});

const contents = {
  'empty-list': {
    en: 'Empty lists',
    fr: 'Des listes vides',
    basis: 'sourced',
    leads: { ...emptyData, lists: (plan) => (hasLists(plan) ? warnsOfData('empty-data') : null) },
    answer: (request, normal) => emptied(normal(request)),
  },
  'empty-null': {
    en: 'Nothing at all (null)',
    fr: 'Rien du tout (null)',
    basis: 'inferred',
    leads: emptyData,
    answer: () => reply(200, 'null'),
  },
  'empty-204': {
    en: 'Nothing at all (204)',
    fr: 'Rien du tout (204)',
    basis: 'inferred',
    leads: emptyData,
    answer: () => ({ status: 204, headers: {}, body: '' }),
  },
  'wrong-list': {
    en: 'A list of something else',
    fr: 'Une liste d’autre chose',
    basis: 'inferred',
    leads: unexpected,
    answer: () => reply(200, { resources: [{ sourcedId: '40', title: 'Practice' }] }),
  },
  'not-offered-404': notOffered(404, 'Not Found'),
  'not-offered-405': notOffered(405, 'Method Not Allowed'),
  'not-offered-501': notOffered(501, 'Not Implemented'),
} as const satisfies Readonly<Record<string, Fault>>;

export const dataFaults = { ...refusals, ...tokens, ...signatures, ...contents, ...failuresInside };
