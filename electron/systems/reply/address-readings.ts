import { heldAddress } from '../addresses/held-address';
import { environmentNamed } from './environment-words';
import type { ValueContext } from './labelled-value';
import { withoutEscapes } from './marks';
import { isPlaceholder } from './no-value';
import { type Reading, reading } from './reading';

/* How addresses can be read. */

const ADDRESS = /https?:\/\/[^\s<>"“”«»`|\\^{}]+/gi;

const PORT_APART = /^>?\s{0,5}(?:[/,;(|–—-]\s{0,5})?(?:port\s{0,5}[:=]?\s{0,5})?(\d{2,5})(?![\w.])/i;

/** `your-district`, `%TENANT%`, `$host`: a placeholder in an address. */
const HOLE =
  /^https?:\/\/(?:[^/?#]*\b(?:your|votre|my)[-_.]?(?:server|serveur|district|host|domain|school|ecole|board|conseil|instance|site|sis|company|tenant|name|nom)|\$)|%[A-Za-z_]{3,}%|\$\(?[A-Z][A-Z_]{2,}|:[a-z]+_?id\b/i;

export function addressReadings(
  text: string,
  context: ValueContext,
  joined?: readonly string[],
): readonly Reading[] {
  if (isPlaceholder(text)) return [];
  if (context.derived !== undefined)
    return HOLE.test(text) || carriesSecret(text)
      ? []
      : [reading(text, context.derived === 'sure' ? 'plain' : context.derived)];
  const found: Reading[] = [];
  const plain = withoutLinkMarks(text);
  let from = 0;
  for (const match of plain.matchAll(ADDRESS)) {
    if (found.length > 24) break;
    if (found.length > 0 && introducesOther(plain.slice(from, match.index))) break;
    from = match.index + match[0].length;
    const value = withoutPunctuation(match[0]);
    const behind = plain.slice(from, from + 40);
    // An address is shown unmasked, so it must not contain a secret.
    if (carriesSecret(value)) continue;
    // `https://{tenant}.example`, `…/<district>/v1`: unusable as written.
    if (HOLE.test(value) || /^(?:\{|<(?!https?:|mailto:)[\p{L}_ -]+>)/iu.test(behind)) continue;
    found.push(reading(value));
    const port = PORT_APART.exec(behind);
    const apart = port === null ? null : withPort(value, port[1] ?? '');
    if (apart !== null) found.push(reading(apart));
  }
  const known = withoutRewritten(found, plain);
  const [only] = known;
  if (only !== undefined) {
    const longer = (joined ?? []).filter((each) => each.startsWith(only.value.replace(/=$/, '')));
    if (longer.length === 0 || known.length > 1) return known;
    return [{ ...only, kind: 'first-line' }, ...longer.map((each) => reading(each, 'joined'))];
  }
  if (context.schemed === true || /^https?:/i.test(text) || (context.ownLine === true && /\s/.test(text)))
    return [];
  const tokens = text
    .replace(/^[<"“«`]\s?/, '')
    .split(/[\s<>"“”«»`,;|]+/, 24)
    .map(withoutPunctuation);
  const further = tokens.slice(1).filter((one) => isServer(one) && /[a-z]\.[a-z]{2,}(?=$|[:/?])/i.test(one));
  return (isServer(tokens[0] ?? '') ? [tokens[0] ?? '', ...further] : []).map((one) => reading(one));
}

/** `[https://a](https://a)` is one address; `_https://a_` and `https\://a` are addresses with markup. */
const withoutLinkMarks = (text: string): string =>
  withoutEscapes(text)
    .replaceAll(/\[(https?:\/\/[^\][\s]{1,2000})\]\(([^()\s]{1,2000})\)/g, '$1 $2')
    .replaceAll(/(?<![^\s(])_(https?:\/\/[^\s_]{1,2000})_(?![^\s.,;)])/g, '$1');

/** The text between two addresses introduces the second one as the address of something else. */
export const introducesOther = (between: string): boolean =>
  between.length < 400 &&
  !NAMES_A_CHOICE.test(between) &&
  environmentNamed(between) === null &&
  (ELSE.test(between) || OTHER_LABEL.test(between.slice(-60)));

/** "https://a. Data feed: https://b": an unknown label. */
const OTHER_LABEL = /[.\n][ \u00a0]+\p{L}[\p{L} \u00a0’'-]{2,40}[:：][ \u00a0]{0,3}$/u;

const NAMES_A_CHOICE =
  /(?<!\p{L})(?:or|ou|old|new|formerly|previously|now|instead|ancien|ancienne|nouvelle?|maintenant|plut[ôo]t|alias|backup|secondary|alternate|second)(?!\p{L})/iu;

const ELSE =
  /(?<!\p{L})(?:documentation|docs?|guide|help|support|portal|portail|aide|manual|manuel|website|you can|reach|see|visit|voir|consultez|vous pouvez|instructions)(?!\p{L})/iu;

/** Drops a mail filter's copy of an address next to the original: "https://a<https://filter/?url=https%3A%2F%2Fa>". */
function withoutRewritten(found: readonly Reading[], text: string): readonly Reading[] {
  const bare = (address: string) => address.replace(/\/+$/, '').toLowerCase();
  const seen = new Set(found.map(({ value }) => bare(value)));
  const beside = bare(/^[^\s<>]+/.exec(text)?.[0] ?? '');
  return found.flatMap((one) => {
    const held = heldAddress(one.value);
    if (held?.kind !== 'guard' || held.inner === null) return [one];
    const inner = bare(held.inner);
    if (seen.has(inner)) return [];
    // "sis.example<https://filter/?url=https%3A%2F%2Fsis.example%2F>"
    return isServer(beside) && inner.replace(/^https?:\/\//, '') === beside ? [reading(beside)] : [one];
  });
}

/** A complete server name, perhaps with a port and a path. */
export function isServer(token: string): boolean {
  if (token.length > 2000 || !/^[a-z\d-]+(\.[a-z\d-]+)+(:\d{1,5})?([/?]\S*)?$/i.test(token)) return false;
  if (/^\d+(\.\d+)+$/.test(token) && !/^(\d{1,3}\.){3}\d{1,3}$/.test(token)) return false;
  // A token of three parts is not a server name: those are in lower case and end in letters.
  const host = /^[^:/?]+/.exec(token)?.[0] ?? '';
  if (!/^(?:\d{1,3}\.){3}\d{1,3}$/.test(host) && !/\.[a-z]{2,18}$/.test(host)) return false;
  return !HOLE.test(`https://${token}`) && !carriesSecret(token);
}

const SIGNS_IN =
  /[?&;#][^=&]{0,200}(?:token|key|sig|signature|code|pw|pwd|pass\w*|cert|auth|credentials?|secret)=[^&]/i;

const SURELY_SIGNS_IN = /(?:secret|password|access_?token)=[^&]/i;

/** Mail filters sign the links they rewrite, so in their part only what no filter writes counts as a secret. */
function carriesSecret(address: string): boolean {
  const held = heldAddress(address);
  if (held?.kind !== 'guard') return signsIn(address);
  return SURELY_SIGNS_IN.test(address) || (held.inner !== null && signsIn(held.inner));
}

const signsIn = (address: string): boolean =>
  /^(?:https?:\/\/)?[^/?#]*@/i.test(address) || SIGNS_IN.test(address);

/** Drops the full stop or bracket after an address, which belongs to the sentence around it. */
function withoutPunctuation(address: string): string {
  const opened = address.indexOf('(');
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && opened >= 0 && opened < end - 1) break;
    if (!/[.,;:!?)\]'’*]/.test(last)) break;
  }
  return address.slice(0, end);
}

export function withPort(address: string, port: string): string | null {
  const authority = /^https?:\/\/[^/?#]+/i.exec(address)?.[0] ?? '';
  if (authority === '' || /:\d+$/.test(authority) || Number(port) > 65_535) return null;
  return `${authority}:${port}${address.slice(authority.length)}`;
}
