import { looksMade } from './no-value';

/*
 * Notes after a value that only say how long it is valid or how to treat it, in English and French. Nobody would take
 * them for part of the value, so they cause no doubt.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** At least one of these must occur. */
const DISTINGUISHING = words(
  'valid validity valide valides valable validite expire expires expiring expired expiry expiration exp echeance until jusqu temporary temporaire provisoire created issued generated rotated renewed cree creee emis emise genere generee renouvele renouvelee rotate renew regenerate renouveler regenerer changer share shared partager diffuser communiquer divulguer confidential confidentiel confidentielle confidentiality private prive privee sensitive casse majuscules safe secure securely surely sur once fois password never jamais edited modifie modifiee',
);
/** Other words that may occur. */
const AROUND = words(
  'the a an and or of on in at by for from to after before only as is it its this that these will be must should not do does don t please keep treat store handle with like anyone anybody others case ends end good active effective starting since through till unless used use one time shown displayed key secret token value credential date day days password very le la les l un une des du de d au aux en et ou pour par avec dans des ce cette il elle est sera doit etre ne n pas plus a apres avant depuis partir gardez garder conserver conservez veuillez svp merci traiter traitez comme mot passe lieu respecter respectez attention aux minuscules majuscules affiche affichee seule seulement fin date jour expirera utc gmt est edt et pst pdt cet z h sensible personne secrete secret cle jeton valeur uppercase lowercase letters strictly',
);

const MONTH =
  '(?:jan(?:uary|vier)?|feb(?:ruary)?|fev(?:rier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:let)?|aug(?:ust)?|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?)\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|e)?';
const DATE = new RegExp(
  [
    '\\b\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?(?:[t ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,6})?(?:z|[+-]\\d{2}:?\\d{2})?)?\\b',
    '\\b\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b',
    '\\b\\d{1,2}/\\d{4}\\b',
    `\\b\\d{1,2}[-/.]${MONTH}[-/.]\\d{2,4}\\b`,
    `\\b${MONTH} ${DAY}(?:,? \\d{4})?\\b`,
    `\\b(?:${DAY} )${MONTH}(?:,? \\d{4})?(?!\\p{L})`,
    `\\b${MONTH}(?:,? \\d{4})?(?!\\p{L})`,
    '\\b\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]m)?\\b',
    '\\b(?:\\d{1,4}|one|two|six|un|une|deux|a|an) (?:characters?|chars?|caracteres?|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|annees?)\\b',
  ].join('|'),
  'giu',
);
const YEAR = /\b20\d{2}\b/g;
const LONGEST = 160;

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[\u00a0\u202f]/g, ' ');

/** The words of buttons beside a value on a web page. */
const BUTTON =
  /^(?:copy|copied|show|hide|reveal|view|edit|regenerate|rotate|reset|delete|revoke|refresh|copier|copi[ée]|afficher|masquer|voir|modifier|r[ée]g[ée]n[ée]rer|r[ée]initialiser|supprimer|r[ée]voquer|actualiser)$/i;
export const isButton = (text: string): boolean => BUTTON.test(text.replaceAll(/^[[(]|[\])!]+$/g, ''));

/** Without the words of buttons at its end; '' if it is nothing else. */
export function withoutButtons(text: string): string {
  const words = text.slice(-200).split(/[ \u00a0\t]+/);
  const kept = words.findLastIndex((word) => !isButton(word)) + 1;
  if (kept === words.length || (kept === 0 && text.length > 200)) return text;
  return text.slice(0, text.length - words.slice(kept).join(' ').length).trimEnd();
}

/** @param behind including the mark that separates it from the value */
export function isPlainNote(behind: string): boolean {
  if (behind.length > LONGEST) return false;
  if (/^[ \u00a0\t]/.test(behind) && behind.trim().split(/\s+/).every(isButton)) return true;
  // Emoji mean nothing here.
  const text = folded(behind).replaceAll(/\p{Extended_Pictographic}|\ufe0f/gu, (sign) =>
    /\d/.test(sign) ? sign : ' ',
  );
  if (text.trim() === '') return true;
  const dated = text.replaceAll(DATE, ' ¤ ');
  // A colon or an equals sign makes it a label, and the words before it may be part of the value.
  if (/[:=]/.test(dated)) return false;
  const rest = dated.replaceAll(YEAR, ' ¤ ');
  const parts = rest.match(/[\p{L}\d¤]+/gu) ?? [];
  if (parts.length === 0 || /[^\p{L}\d¤\s.,;:()[\]#/*!<>'’–—•·|_-]/u.test(rest)) return false;
  const isKnown = (part: string) => part === '¤' || DISTINGUISHING.has(part) || AROUND.has(part);
  if (!parts.every(isKnown)) return false;
  return parts.some((part) => DISTINGUISHING.has(part)) || dated.includes('¤');
}

/** The one generated word before a note; null if no note follows it. */
export function beforeNote(text: string): string | null {
  const blank = text.slice(0, 600).search(/\s/);
  if (blank <= 0 || !isPlainNote(text.slice(blank))) return null;
  const first = text.slice(0, blank).replace(/[,;]$/, '');
  return looksMade(first) ? first : null;
}

/** A full stop, and the beginning of a sentence after it. */
export function isSentenceBehind(behind: string): boolean {
  const sentence = /^\.[ \u00a0]+(\p{Lu}.*)$/su.exec(behind)?.[1]?.slice(0, 400);
  if (sentence === undefined) return false;
  const tokens = sentence.split(/\s+/);
  return tokens.length >= 3 && !tokens.some((token) => looksMade(token.replace(/[.,;:!?)]+$/, '')));
}
