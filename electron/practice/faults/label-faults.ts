import type { PracticeAnswer } from '../practice-part';
import { type Fault, type Leads, warnsAtReach, warnsAtSignIn, warnsOfRow } from './fault';

/* JSON that calls itself something else: readable, and worth a remark to whoever runs the server. */

const remarked: Leads = {
  probe: warnsAtReach('mislabelled-answer'),
  token: warnsAtSignIn('mislabelled-answer'),
  code: warnsAtSignIn('mislabelled-answer'),
  signed: warnsOfRow('mislabelled-answer'),
  bearer: warnsOfRow('mislabelled-answer'),
  lists: warnsOfRow('mislabelled-answer'),
  'one-list': warnsOfRow('mislabelled-answer'),
};

/** @param contentType null: no such header at all */
function labelled(answer: PracticeAnswer, contentType: string | null): PracticeAnswer {
  const { 'content-type': _, ...headers } = answer.headers ?? {};
  return { ...answer, headers: contentType === null ? headers : { ...headers, 'content-type': contentType } };
}

/** With a letter that is not written the same in every character set. */
function accented(answer: PracticeAnswer): string {
  const value: unknown = JSON.parse(String(answer.body));
  return JSON.stringify(typeof value === 'object' ? { ...value, practiceNote: 'École' } : value);
}

const label = (en: string, fr: string, contentType: string | null): Fault => ({
  en,
  fr,
  basis: 'inferred',
  leads: remarked,
  answer: (request, normal) => labelled(normal(request), contentType),
});

export const labelFaults = {
  'json-as-html': label('JSON that calls itself a web page', 'JSON qui se dit page Web', 'text/html'),
  'json-as-text': label('JSON that calls itself plain text', 'JSON qui se dit texte brut', 'text/plain'),
  'json-without-type': label('JSON that does not say what it is', 'JSON qui ne dit pas ce qu’il est', null),
  'json-in-latin-1': {
    en: 'JSON in another character set (Latin-1)',
    fr: 'JSON dans un autre jeu de caractères (Latin-1)',
    basis: 'inferred',
    leads: remarked,
    answer: (request, normal) => {
      const answer = normal(request);
      const body = Buffer.from(accented(answer), 'latin1');
      return { ...labelled(answer, 'application/json; charset=iso-8859-1'), body };
    },
  },
  'json-in-utf-16': {
    en: 'JSON in another character set (UTF-16)',
    fr: 'JSON dans un autre jeu de caractères (UTF-16)',
    basis: 'inferred',
    leads: remarked,
    answer: (request, normal) => {
      const answer = normal(request);
      const body = Buffer.from(`\ufeff${accented(answer)}`, 'utf16le');
      return { ...labelled(answer, 'application/json; charset=utf-16'), body };
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;
