import { environmentNamed } from './environment-words';
import type { LabelBook } from './label-book';
import { type Extracted, joinHeadings, type LabelledValue, withoutStretches } from './labelled-value';
import { namesOther } from './other-products';

/* HTML and XML source. HTML becomes the text it would display; from XML the labelled parts are read. */

const PAGE =
  /<(?:html|body|table|tr|td|th|div|p|br|span|li|ul|dl|dd|form|input|label|b|strong|font|pre|code)(?=[\s/>])[^<>]{0,2000}>/i;
const KNOWN_TAG =
  /^(?:\w+:\w+|html|head|title|meta|link|base|body|main|section|article|header|footer|nav|aside|address|h[1-6]|p|div|span|br|hr|wbr|pre|code|kbd|samp|tt|var|b|strong|i|em|u|s|strike|del|ins|mark|small|big|sub|sup|font|center|a|img|table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th|ul|ol|li|dl|dt|dd|form|fieldset|legend|label|input|button|select|option|textarea|blockquote|q|cite|abbr|time|figure|figcaption|details|summary|script|style|noscript|iframe)$/;
const CLOSED = /<\/[A-Za-z][\w:.-]{0,60}>|<[A-Za-z][^<>]{0,2000}\/>/;
const TAG =
  /<(\/?)([A-Za-z_][\w:.-]{0,60})((?:\s{1,20}[\w:.-]{1,60}(?:\s{0,5}=\s{0,5}(?:"[^"<>]{0,4096}"|'[^'<>]{0,4096}'|[^\s"'<>]{1,2000}))?){0,40})\s{0,20}(\/?)>/g;
const ATTRIBUTE = /([\w:.-]{1,60})(?:\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  bull: '•',
  shy: '\u00ad',
};

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code > 0 && code < 0x11_0000 && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

/** Leftovers of HTML in plain text: spaces and line breaks. `&amp;` is left to each value, which may contain it. */
const withoutLeftovers = (text: string): string =>
  text.replaceAll(/&nbsp;|&#160;|&#xa0;/gi, '\u00a0').replaceAll(/<br[ ]?\/?>/gi, '\n');

/** The text that HTML source would display; any other text unchanged. */
export function shownText(text: string): string {
  // In XML, `<b>` may be part of a value.
  const isXml = text.includes('<![CDATA[') && !/<html[\s>]/i.test(text);
  if (isXml || !text.includes('<') || !PAGE.test(text) || !CLOSED.test(text)) return withoutLeftovers(text);
  const parts: string[] = [];
  let from = 0;
  let link = '';
  let linkAt = 0;
  // If tags make the line breaks, those of the source mean nothing; in plain text with a few tags they do.
  const drawn = /<(?:table|tr|p|div|br|li|dt)\b/i.test(text);
  /** A cell has ended, and no other has begun: what comes is in no cell, or its tag was damaged. */
  let isBetweenCells = false;
  const push = (raw: string) => {
    if (isBetweenCells && raw.trim() !== '') {
      parts.push('\t');
      isBetweenCells = false;
    }
    const plain = withoutEntities(raw);
    parts.push(drawn && !inPre ? plain.replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' ') : plain);
  };
  let inPre = false;
  let skipUntil = '';
  for (const match of text.matchAll(TAG)) {
    const [whole, slash = '', tag = '', attributes = ''] = match;
    const name = tag.toLowerCase();
    if (skipUntil !== '') {
      if (slash === '/' && name === skipUntil) {
        skipUntil = '';
        from = match.index + whole.length;
      }
      continue;
    }
    // `<aB3…>` is a value in angle brackets, not an HTML tag.
    if (!KNOWN_TAG.test(name)) continue;
    push(text.slice(from, match.index));
    from = match.index + whole.length;
    const opens = slash === '';
    if (name === 'script' || name === 'style') skipUntil = opens ? name : '';
    else if (name === 'pre') {
      inPre = opens;
      parts.push('\n');
    } else if (name === 'td' || name === 'th') {
      isBetweenCells = !opens;
      if (opens) parts.push('\t');
    } else if (/^(?:tr|p|div|br|li|ul|ol|dl|dt|dd|h\d|table|form|hr|label|body|html)$/.test(name)) {
      isBetweenCells = false;
      parts.push('\n');
    } else if (name === 'input' && opens) parts.push(field(attributes));
    else if (name === 'a') {
      if (opens) {
        link = withoutEntities(attributesOf(attributes).get('href') ?? '');
        linkAt = parts.length;
      } else if (/^https?:/i.test(link)) {
        // If a link's target differs from its text, both are candidates.
        const shown = parts.slice(linkAt).join('').trim();
        if (shown !== link) parts.push(` <${link}>`);
        link = '';
      }
    }
  }
  if (skipUntil === '') push(text.slice(from));
  // A row begins with its first cell, not with a separator.
  return parts
    .join('')
    .replaceAll(/[ \u00a0]{0,50}\n[ \u00a0]{0,50}\t/g, '\n')
    .replaceAll(/^\t/g, '');
}

/** A form field's name and value, as a line of its own. */
function field(attributes: string): string {
  const all = attributesOf(attributes);
  const [name, value] = [all.get('name') ?? all.get('id') ?? '', all.get('value') ?? ''];
  return name === '' || value === '' ? '' : `\n${name}\t${withoutEntities(value)}\n`;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    if (!all.has(name.toLowerCase())) all.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return all;
}

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

/** The text of an element: CDATA unchanged, everything else with entities decoded and comments removed. */
function contentOf(raw: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of raw.matchAll(CDATA)) {
    parts.push(withoutEntities(raw.slice(from, match.index)).replace(/^\s+$/, ''), match[1] ?? '');
    from = match.index + match[0].length;
  }
  parts.push(withoutEntities(raw.slice(from)).replace(from > 0 ? /^\s+$/ : /^$/, ''));
  return parts.join('').trim();
}

/** Blanks out CDATA and comments at the same length, because tags in them do not count. */
const tagsOnly = (text: string): string =>
  text.includes('<!')
    ? text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, (part) => part.replaceAll(/[^\r\n]/g, ' '))
    : text;

interface Open {
  readonly name: string;
  readonly called: string;
  readonly from: number;
  /** A setting whose value is in a separate element. */
  readonly setting: string;
}

const NAMES_NEXT =
  /^(?:(?:parameter|option|setting|property|entry)?key|param-name|(?:parameter|option|setting|property)name)$/i;
const HOLDS_VALUE =
  /^(?:(?:parameter|option|setting|property|entry)?value|param-value|string|data|integer)$/i;
const MOST_OPEN = 100;

/**
 * Elements, attributes and key-value pairs of XML. `text` is what other readers left of `original`, at the same
 * positions. If they consumed part of a value, it is still read whole.
 */
export function xmlIn(text: string, original: string, book: LabelBook): Extracted {
  if (!text.includes('<') || !CLOSED.test(text)) return { values: [], rest: text };
  const values: LabelledValue[] = [];
  const stretches: [number, number][] = [];
  const open: Open[] = [];
  const add = (label: string, raw: string, at: number, own = ''): boolean => {
    const match = book.atEnd(label);
    const value = contentOf(raw);
    if (match === null || match.field === null || value === '') return false;
    const names = open.slice(-8).flatMap(({ name, called }) => (called === '' ? [name] : [called]));
    const naming = names.filter((name) => environmentNamed(name) !== null);
    const called = open.slice(-8).findLast((one) => one.called !== '')?.called ?? '';
    const heading =
      match.heading === '' ? joinHeadings(...(naming.length > 0 ? naming : [called]), own) : match.heading;
    values.push({
      field: match.field,
      label,
      value,
      context: { exact: true, doubted: namesOther(names) },
      heading,
      at,
    });
    return true;
  };
  for (const match of tagsOnly(text).matchAll(TAG)) {
    const [whole, slash = '', name = '', left = '', selfClosed = ''] = match;
    const attributesAt = match.index + 1 + slash.length + name.length;
    const attributes = original.slice(attributesAt, attributesAt + left.length);
    const end = match.index + whole.length;
    if (slash === '/') {
      // Closing tags without an opening one are ignored.
      const at = open.slice(-6).findLastIndex((one) => one.name === name);
      if (at < 0) continue;
      const element = open.splice(open.length - Math.min(6, open.length) + at)[0];
      const left = element === undefined ? '' : text.slice(element.from, match.index);
      const inner =
        element === undefined || left.trim() === '' ? '' : original.slice(element.from, match.index);
      if (element === undefined || inner.length > 20_000 || /</.test(tagsOnly(inner))) continue;
      const outer = open.at(-1);
      // <Key>Client ID</Key><Value>abc</Value>: the first names the second.
      if (
        outer !== undefined &&
        NAMES_NEXT.test(name) &&
        /^\s{0,200}<(?!\/)/.test(text.slice(end, end + 202))
      ) {
        open[open.length - 1] = { ...outer, setting: withoutEntities(inner).trim() };
        stretches.push([element.from, match.index]);
        continue;
      }
      const setting = HOLDS_VALUE.test(name) && outer !== undefined ? outer.setting : element.setting;
      if (HOLDS_VALUE.test(name) && outer !== undefined) open[open.length - 1] = { ...outer, setting: '' };
      if (add(setting === '' ? name : setting, inner, element.from))
        stretches.push([element.from, match.index]);
      continue;
    }
    const all = attributesOf(attributes);
    const key = all.get('key') ?? all.get('name') ?? all.get('id') ?? '';
    const value = all.get('value');
    let added = false;
    if (key !== '' && value !== undefined) added = add(key, value, match.index);
    else {
      const called =
        [...all].find(([attribute]) => /^(?:name|environment|env|instance|label)$/.test(attribute))?.[1] ??
        '';
      for (const [attribute, content] of all) {
        if (/^id$/i.test(attribute) && ![...all.keys()].some((one) => one.includes('secret'))) continue;
        added = add(attribute, content, match.index, called) || added;
      }
    }
    if (added) stretches.push([match.index, end]);
    if (selfClosed === '' && open.length < MOST_OPEN) {
      const labelled = key !== '' && book.atEnd(key) !== null;
      open.push({ name, called: labelled ? '' : key, from: end, setting: labelled ? key : '' });
    }
  }
  if (values.length === 0) return { values, rest: text };
  // The names of its elements are not labels of anything else.
  for (const match of text.matchAll(TAG)) stretches.push([match.index, match.index + match[0].length]);
  // Comments do not count.
  for (const match of text.matchAll(/<!--[\s\S]*?-->/g))
    stretches.push([match.index, match.index + match[0].length]);
  return { values, rest: withoutStretches(text, merged(stretches)) };
}

function merged(stretches: readonly [number, number][]): readonly [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of stretches.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
