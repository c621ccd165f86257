import type { FindingCode, StepId } from '@contract/findings';
import type { Facts } from '@contract/report';
import { factsIn } from './facts';
import { OF_OTHER_SERVICE, OF_REQUEST, signs } from './signs';

/** What a message of another program says, as far as it is known. */
export interface Explanation {
  /** The finding it stands for, and the step of a check that would prove or exclude it; null if not recognized. */
  readonly code: FindingCode | null;
  readonly step: StepId | null;
  /** What could be read in it: `host`, `port`, `status`. Never a piece of the text itself. */
  readonly facts: Facts;
}

/** The longest text that is read; the rest is left out. */
const LONGEST_MESSAGE = 200_000;

/** Recognizes a message. Never guesses: a message that no row of the table knows has no code. */
export function explain(text: string): Explanation {
  const read = text.slice(0, LONGEST_MESSAGE).normalize('NFKC');
  const letters = onlyLetters(read);
  const words = read.replaceAll(/\s+/g, ' ').replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"');
  const isOfRequest = OF_REQUEST.test(words) && !OF_OTHER_SERVICE.test(words);
  const rows = known.filter(({ onlyInRequests }) => isOfRequest || !onlyInRequests);
  const sign =
    rows.find(({ says, codes }) => codes?.test(words) || says.some((one) => letters.includes(one))) ??
    // A text may break off in the middle of a phrase.
    rows.find(({ says }) => says.some((one) => endsWithin(letters, one)));
  return { code: sign?.code ?? null, step: sign?.step ?? null, facts: factsIn(read) };
}

/** Letters and digits alone, in small letters without accents. */
const onlyLetters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const known = signs.map(({ code, step, onlyInRequests = false, says = [], codes = [] }) => ({
  code,
  step,
  onlyInRequests,
  says: says.map(onlyLetters),
  codes: codes.length === 0 ? null : new RegExp(codes.map(asWord).join('|'), 'i'),
}));

/** A bare number is a code only where it is called one: `10060` may be anything, "error 10060" may not. */
function asWord(code: string): string {
  // An HRESULT, which logs of Windows also write without `0x`.
  if (/^0x8[\da-f]{7}$/i.test(code)) return `(?<![\\w.-])(?:0x)?${code.slice(2)}(?![\\w-])|${negative(code)}`;
  if (!/^\d{4,5}$/.test(code)) return `(?<![\\w.-])(?:${code})(?![a-z\\d-]|_[a-z\\d])`;
  const called =
    '(?:err(?:o?r|no)|erreur|code|winhttp|wininet|inet|winsock|event|[ée]v[ée]nement)(?:[ _:-]*(?:id|code|no|number))?';
  // Windows also writes it in hexadecimal, alone or as an HRESULT, and that as a negative number.
  const hex = Number(code).toString(16).padStart(4, '0');
  return [
    `${called}\\W{0,4}${code}(?!\\w)`,
    `ERROR_\\w+\\W{1,5}${code}(?!\\w)`,
    // A line of Microsoft's own list: the number, then its meaning.
    ...(code.startsWith('12') ? [`^\\W*${code}(?= )`] : []),
    `(?:exception|error|erreur|failed)\\W{0,4}[([]${code}[)\\]]`,
    `0x0000${hex}(?!\\w)`,
    asWord(`0x8007${hex}`),
  ].join('|');
}

/** An HRESULT as a signed number. */
function negative(result: string): string {
  return `${Number(result) - 2 ** 32}(?!\\w)`;
}

/** So much of a phrase must be there. */
const SHORTEST_BEGINNING = 16;
const LEAST_SHARE = 0.6;

function endsWithin(letters: string, phrase: string): boolean {
  const least = Math.max(SHORTEST_BEGINNING, Math.ceil(phrase.length * LEAST_SHARE));
  for (let length = phrase.length - 1; length >= least; length -= 1)
    if (letters.endsWith(phrase.slice(0, length))) return true;
  return false;
}
