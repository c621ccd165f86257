import type { LabelBook } from './label-book';
import type { Line } from './lines';

/*
 * An e-mail may contain credentials of other products and services. Values below the name of another product are
 * doubtful, even if there are no others.
 */

/** One of the names is another product, or a service other than the API. */
export const namesOther = (names: readonly string[]): boolean =>
  names.some((name) => {
    const text = name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[_-]/gu, ' ');
    return OTHER.test(text) && !OWN.test(text);
  });

const OTHER =
  /(?<!\p{L})(?:clever|canvas|schoology|moodle|brightspace|d2l|google (?:sso|workspace|classroom|oauth)|sftp|ftps?|ldaps?|saml|smtp|odbc|vpn|wi-?fi|webhooks?|portal|portail|zoom|teams|slack)(?!\p{L})/iu;
const OWN =
  /(?<!\p{L})(?:onsis|sison|powerschool|aeries|classlink|class link|oneroster|one roster|roster(?:ing)?|sis|sms|api|ed-?fi)(?!\p{L})/iu;
const HANDS_OVER =
  /(?<!\p{L})(?:credentials?|details?|keys?|values?|settings|login|account|access|identifiants?|acc[eè]s|cl[ée]s?|valeurs?|compte|param[eè]tres)(?!\p{L})/iu;
/** "Google Client ID: ", `STRIPE_SECRET=`: a label that begins with the name of another service. */
const LABEL_OF_ANOTHER =
  /(?<![\p{L}\d])(?:clever|canvas|schoology|moodle|brightspace|google|gcp|firebase|stripe|paypal|twilio|sendgrid|mailgun|slack|zoom|github|gitlab|dropbox|facebook|aws|s3|smtp|s?ftp|ldap|vpn|wi-?fi)[ _.-][\p{L}\d]+(?:[ _.-][\p{L}\d]+){0,3}["'`]?\s{0,3}[:=]?[>]?\s{0,3}["'`]?$/iu;
export const isLabelOfAnother = (before: string): boolean =>
  LABEL_OF_ANOTHER.test(before.slice(-70)) && !OWN.test(before.slice(-70).replaceAll('_', ' '));

const LONGEST = 120;

/** The lines below the name of another product, up to a heading or the system's own name. */
export function linesOfOthers(lines: readonly Line[], book: LabelBook): ReadonlySet<Line> {
  const found = new Set<Line>();
  let below = false;
  for (const line of lines) {
    const text = line.text.length > LONGEST ? '' : line.text.trim();
    const names = text !== '' && isName(text, book);
    if (names && OTHER.test(text)) below = !OWN.test(text);
    else if (line.only === 'header' || (names && (line.only === 'heading' || OWN.test(text)))) below = false;
    else if (below) found.add(line);
  }
  return found;
}

/** A heading, or a sentence that announces values; not a label with its value. */
function isName(text: string, book: LabelBook): boolean {
  const bare = text.replace(/[:：]$/, '');
  if (/[:=\t|]/.test(bare) || book.whole(bare) !== null) return false;
  return bare.split(/\s+/).length <= 4 || HANDS_OVER.test(bare);
}
