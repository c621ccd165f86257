import type { PracticeAnswer } from '../practice-part';
import { type Fault, type Leads, warnsAtReach, warnsAtSignIn, warnsOfRow } from './fault';

/* JSON labelled as something else: readable, but whoever runs the server should know. */

const remarked: Leads = {
  probe: warnsAtReach('mislabelled-answer'),
  token: warnsAtSignIn('mislabelled-answer'),
  code: warnsAtSignIn('mislabelled-answer'),
  signed: warnsOfRow('mislabelled-answer'),
  bearer: warnsOfRow('mislabelled-answer'),
  lists: warnsOfRow('mislabelled-answer'),
  'one-list': warnsOfRow('mislabelled-answer'),
};

/** @param contentType null: no such header */
function labelled(answer: PracticeAnswer, contentType: string | null): PracticeAnswer {
  const { 'content-type': _, ...headers } = answer.headers ?? {};
  return { ...answer, headers: contentType === null ? headers : { ...headers, 'content-type': contentType } };
}

/** Adds a letter that is encoded differently in each charset. */
function accented(answer: PracticeAnswer): string {
  const value: unknown = JSON.parse(String(answer.body));
  if (Array.isArray(value)) return JSON.stringify([...value, { practiceNote: 'École' }]);
  return JSON.stringify(typeof value === 'object' ? { ...value, practiceNote: 'École' } : value);
}

const label = (contentType: string | null): Fault => ({
  basis: 'inferred',
  leads: remarked,
  answer: (request, normal) => labelled(normal(request), contentType),
});

export const labelFaults = {
  'json-as-html': label('text/html'),
  'json-as-text': label('text/plain'),
  'json-without-type': label(null),
  'json-in-latin-1': {
    basis: 'inferred',
    leads: remarked,
    answer: (request, normal) => {
      const answer = normal(request);
      const body = Buffer.from(accented(answer), 'latin1');
      return { ...labelled(answer, 'application/json; charset=iso-8859-1'), body };
    },
  },
  'json-in-utf-16': {
    basis: 'inferred',
    leads: remarked,
    answer: (request, normal) => {
      const answer = normal(request);
      const body = Buffer.from(`\ufeff${accented(answer)}`, 'utf16le');
      return { ...labelled(answer, 'application/json; charset=utf-16'), body };
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;
