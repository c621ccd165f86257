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

/* Answers to an API request with a token or a signature. */

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

/** Whether the plan recognizes this form of refusal. */
const namesField = ({ permission }: CheckPlan): boolean =>
  permission.some(({ refused }) => {
    const reading = refused?.({ status: 400, contentType: 'application/json', json: noAccessToField });
    return reading?.code === 'permission-missing';
  });

const refusals = {
  'refused-403': {
    basis: 'inferred',
    leads: {
      probe: 'refused',
      ...atToken('refused'),
      signed: warnsAtSignIn('not-proved'),
      bearer: warnsAtSignIn('not-proved'),
      // A client with a token, or with access to another list, is known.
      lists: 'permission-missing',
      'one-list': 'permission-missing',
    },
    answer: () => reply(403, {}),
  },
  'refused-400': {
    basis: 'inferred',
    leads: { probe: 'unexpected-answer', ...atToken('unexpected-answer'), ...atData('unexpected-answer') },
    answer: () => reply(400, {}),
  },
  'right-in-envelope': {
    basis: 'sourced',
    leads: missingRight,
    answer: () => reply(403, envelope('forbidden')),
  },
  'right-in-challenge': {
    basis: 'sourced',
    leads: missingRight,
    answer: () => reply(403, {}, { 'www-authenticate': 'Bearer error="insufficient_scope"' }),
  },
  'right-in-a-sentence': {
    basis: 'inferred',
    leads: missingRight,
    answer: () => reply(403, { message: 'You do not have permission to read this resource.' }),
  },
  'no-access-to-field': {
    basis: 'sourced',
    leads: { lists: (plan) => (namesField(plan) ? 'permission-missing' : null) },
    answer: () => reply(400, noAccessToField),
  },
} as const satisfies Readonly<Record<string, Fault>>;

const tokenRefused: Leads = { bearer: 'token-rejected', lists: 'token-rejected' };
/** RFC 6750 §3.1; servers differ in the description next to the error code. */
const bearer = (error: string, description = '') => ({
  'www-authenticate': `Bearer error="${error}"${description === '' ? '' : `, error_description="${description}"`}`,
});

const tokens = {
  'token-refused': {
    basis: 'sourced',
    leads: tokenRefused,
    answer: () => reply(401, {}, bearer('invalid_token')),
  },
  'token-refused-400': {
    basis: 'inferred',
    leads: tokenRefused,
    answer: () => reply(400, {}, bearer('invalid_token')),
  },
  'token-refused-beside-a-page': {
    basis: 'inferred',
    leads: tokenRefused,
    answer: () => webPage(401, 'Unauthorized', { 'www-authenticate': 'Bearer realm="practice"' }),
  },
  'token-invalid-or-expired': {
    basis: 'sourced',
    leads: tokenRefused,
    answer: () => reply(401, {}, bearer('invalid_token', 'The access token is invalid or expired')),
  },
  'token-expired': {
    basis: 'sourced',
    leads: { bearer: 'token-rejected', lists: 'token-expired' },
    answer: () => reply(401, {}, bearer('invalid_token', 'The access token has expired')),
  },
  'unauthorised-in-envelope': {
    basis: 'sourced',
    leads: { signed: 'credentials-rejected', ...tokenRefused },
    answer: () => reply(401, envelope('unauthorisedrequest')),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** A word of OAuth 1 problem reporting, in the challenge of a refused signature. */
const signatureProblem = (problem: string, code: Leads['signed']): Fault => ({
  basis: 'sourced',
  leads: code === undefined ? {} : { signed: code },
  answer: () => reply(401, {}, { 'www-authenticate': `OAuth realm="practice", oauth_problem="${problem}"` }),
});

const signatures = {
  'signature-invalid': signatureProblem('signature_invalid', 'signature-rejected'),
  'signature-invalid-in-body': {
    basis: 'sourced',
    leads: { signed: 'signature-rejected' },
    answer: () => reply(400, 'oauth_problem=signature_invalid', { 'content-type': 'text/plain' }),
  },
  'signature-method': signatureProblem('signature_method_rejected', 'signature-rejected'),
  'nonce-used': signatureProblem('nonce_used', 'nonce-rejected'),
  'timestamp-refused': signatureProblem('timestamp_refused', 'clock-skew'),
  'key-unknown': signatureProblem('consumer_key_unknown', 'credentials-rejected'),
  'permission-denied': signatureProblem('permission_denied', 'client-not-allowed'),
  'parameter-absent': signatureProblem('parameter_absent', 'request-rejected'),
  'parameter-rejected': signatureProblem('parameter_rejected', 'request-rejected'),
  'version-rejected': signatureProblem('version_rejected', 'request-rejected'),
} as const satisfies Readonly<Record<string, Fault>>;

/** A 200 whose body reports a failure. */
const inside = (codeMinor: string, leads: Leads): Fault => ({
  basis: 'inferred',
  leads,
  answer: () => reply(200, envelope(codeMinor)),
});

const unexpected = atData('unexpected-answer');
const failuresInside = {
  'inside-unauthorised': inside('unauthorisedrequest', {
    signed: 'credentials-rejected',
    bearer: 'token-rejected',
    lists: 'token-rejected',
  }),
  'inside-forbidden': inside('forbidden', {
    lists: 'permission-missing',
    'one-list': 'permission-missing',
  }),
  'inside-busy': inside('server_busy', atData('rate-limited')),
  'inside-error': inside('internal_server_error', atData('server-error')),
  'inside-unknown-object': inside('unknownobject', unexpected),
  'inside-invalid-data': inside('invaliddata', unexpected),
  'inside-sort-field': inside('invalid_sort_field', unexpected),
  'inside-filter-field': inside('invalid_filter_field', unexpected),
  'inside-selection-field': inside('invalid_selection_field', unexpected),
  'inside-blank-selection-field': inside('invalid_blank_selection_field', unexpected),
  'inside-status-set': {
    basis: 'inferred',
    leads: unexpected,
    answer: () =>
      reply(200, { statusInfoSet: [{ imsx_codeMajor: 'failure', imsx_description: 'practice server' }] }),
  },
  'inside-an-error': {
    basis: 'inferred',
    leads: unexpected,
    answer: () => reply(200, { error: { message: 'practice server' } }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** Whether the check requests lists. */
const hasLists = ({ permission }: CheckPlan): boolean =>
  permission.some(({ subject }) => safeCollections.some((collection) => collection === subject));
const emptyData: Leads = {
  signed: warnsOfData('empty-data'),
  bearer: warnsOfData('empty-data'),
  lists: warnsOfData('empty-data'),
};

/** Empties every list of the answer. */
function emptied(answer: PracticeAnswer): PracticeAnswer {
  if (answer.status !== 200) return answer;
  const value = JSON.parse(String(answer.body)) as Readonly<Record<string, unknown>> | readonly unknown[];
  if (Array.isArray(value)) return { ...answer, body: '[]' };
  const members = Object.entries(value);
  const empty = members.map(([name, value]) => [name, Array.isArray(value) ? [] : value]);
  return { ...answer, body: JSON.stringify(Object.fromEntries(empty)) };
}

const notOffered = (status: 404 | 405 | 501, message: string): Fault => ({
  basis: 'inferred',
  leads: { 'one-list': warnsOfRow('not-offered') },
  answer: () => reply(status, { message }),
});

const contents = {
  'empty-list': {
    basis: 'sourced',
    leads: { ...emptyData, lists: (plan) => (hasLists(plan) ? warnsOfData('empty-data') : null) },
    answer: (request, normal) => emptied(normal(request)),
  },
  'empty-null': {
    basis: 'inferred',
    leads: emptyData,
    answer: () => reply(200, 'null'),
  },
  'empty-204': {
    basis: 'inferred',
    leads: emptyData,
    answer: () => ({ status: 204, headers: {}, body: '' }),
  },
  'wrong-list': {
    basis: 'inferred',
    leads: unexpected,
    answer: () => reply(200, { resources: [{ sourcedId: '40', title: 'Practice' }] }),
  },
  'not-offered-404': notOffered(404, 'Not Found'),
  'not-offered-405': notOffered(405, 'Method Not Allowed'),
  'not-offered-501': notOffered(501, 'Not Implemented'),
} as const satisfies Readonly<Record<string, Fault>>;

export const dataFaults = { ...refusals, ...tokens, ...signatures, ...contents, ...failuresInside };
