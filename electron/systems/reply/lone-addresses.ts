import { introducesOther } from './address-readings';
import type { LabelledValue } from './labelled-value';
import type { Line } from './lines';

/*
 * An address without a label, in a sentence such as "You log in at https://…" or alone on a line. It is offered only if
 * the reply contains no other address of the server, and the user has to confirm it.
 */

const ADDRESS = /https?:\/\/[^\s<>"'“”«»`|\\^{}(),;]{4,2000}/gi;
/** The end of a sentence that leads to the address. After a colon or an equals sign it is the value of something else. */
const LEADS_THERE =
  /(?:^|[.!?]|[\p{L},][ \u00a0](?:at|on|to|is|here|via|sur|[àa]|au|est|ici))[ \u00a0]{0,3}$/iu;
/** Other links in e-mails: help, terms, social networks. */
const OF_ELSE =
  /\b(?:docs?|documentation|help|support|aide|soutien|status|statut|blog|privacy|confidentialit[eé]|legal|terms|unsubscribe|desabonner|survey|sondage|calendly|zoom|teams|meet|linkedin|facebook|twitter|youtube|instagram|download|swagger|github|secret|onetime|pwpush|privnote|password|community|kb|wiki|ticket|jira|zendesk|servicenow)\b/i;
/** Token and authorization URLs are not the server's address. */
const IS_SIGN_IN = /\/(?:token|access_token|authorize|authorization|auth|oauth2?)\/?(?:[?#]|$)/i;
const MOST_ADDRESSES = 3;
const MOST_LINES = 2000;
const LONGEST_LINE = 2000;

/** @param others the addresses that other fields already have */
export function loneAddresses(
  lines: readonly Line[],
  field: string,
  others: readonly string[],
): readonly LabelledValue[] {
  const values: LabelledValue[] = [];
  const seen = new Set(others.map(bare));
  for (const line of lines.slice(0, MOST_LINES)) {
    if (line.only === 'header' || line.text.length > LONGEST_LINE || !/https?:/i.test(line.text)) continue;
    let from = 0;
    for (const match of line.text.matchAll(ADDRESS)) {
      const value = match[0].replace(/[.,;:!?\])]+$/, '');
      const before = line.text.slice(from, match.index);
      from = match.index + match[0].length;
      if (!LEADS_THERE.test(before) || !/^(?:$|[.,;:!?)\s])/.test(line.text.slice(from, from + 1))) continue;
      if (
        seen.has(bare(value)) ||
        others.some((one) => one.startsWith(value)) ||
        OF_ELSE.test(value) ||
        OF_ELSE.test(before) ||
        introducesOther(before)
      )
        continue;
      if (IS_SIGN_IN.test(value)) continue;
      seen.add(bare(value));
      values.push({
        field,
        label: 'URL',
        value,
        context: { exact: true, doubted: true },
        heading: line.heading,
        at: line.start + match.index,
      });
      if (values.length > MOST_ADDRESSES) return [];
    }
  }
  return values;
}

const bare = (address: string): string => address.replace(/\/+$/, '').toLowerCase();
