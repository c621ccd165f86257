import type { LabelBook } from './label-book';
import type { Line } from './lines';

/*
 * A mail may bring what other products and services sign in with. What stands below their name is asked about, even where
 * nothing else is there.
 */

/** The name of another product, or of a service beside the API, among the names of a structure. */
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
const LONGEST = 120;

/** The lines that stand below the name of another product, up to a heading or a name of the system's own. */
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

/** A heading, or a sentence that hands something over; no label with its value. */
function isName(text: string, book: LabelBook): boolean {
  const bare = text.replace(/[:：]$/, '');
  if (/[:=\t|]/.test(bare) || book.whole(bare) !== null) return false;
  return bare.split(/\s+/).length <= 4 || HANDS_OVER.test(bare);
}
