import { canonicalLabel } from '../labels';
import {
  announcesEnvironment,
  environmentNamed,
  isEnvironmentWord,
  mayNameEnvironment,
} from './environment-words';
import type { LabelBook } from './label-book';
import { joinHeadings } from './labelled-value';

/* The lines of a mail without their quote marks and bullets, each with the part and the section it stands in. */

export interface Line {
  /** Offsets in the whole text, without quote marks, bullet and outer blanks. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The bullet or number that was taken off, with its blanks. */
  readonly prefix: string;
  readonly quoted: boolean;
  readonly indent: number;
  /** Tabs before it: empty cells, where it is the row of a table. */
  readonly tabs: number;
  /** The heading above it; '' where there is none. */
  readonly heading: string;
  /** The older message it stands in; '' in the newest. */
  readonly part: string;
  /** It is a heading, or a header of a mail: no value stands in it. */
  readonly only: 'heading' | 'header' | null;
}

/** Quote marks, then one bullet or number; a bullet is one only with a blank after it. */
const PREFIX =
  /^[ \t\u00a0\ufeff\u200b]{0,200}(?:>[ \t]?){0,60}[ \t\u00a0]{0,200}(?:(?:[•·▪◦‣⁃●○*–—-]|\d{1,2}[.)]|[a-z]\)|(?:[QRA]|Rép|Ans)[ \u00a0\u202f]?[.:])[ \t\u00a0]+)?/u;

interface Raw {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
  readonly indent: number;
  readonly tabs: number;
  readonly prefix: string;
}

const BLANKS = 3;

function rawLines(text: string): readonly Raw[] {
  const lines: Raw[] = [];
  let empty = 0;
  const push = (start: number, end: number) => {
    if (start === end) {
      empty += 1;
      // So many empty lines say no more than a few.
      if (empty <= BLANKS)
        lines.push({ start, end, text: '', quoted: false, indent: 0, tabs: 0, prefix: '' });
      return;
    }
    empty = 0;
    const first = text.charCodeAt(start);
    if (first > 64 && first < 128) {
      // Most lines begin with a letter: no marks to take off, unless it is `a)` or `Q :`.
      if (
        !(text.charCodeAt(start + 1) === 41 || /^[QRA][ \u00a0\u202f.:]/.test(text.slice(start, start + 2)))
      ) {
        lines.push({
          start,
          end,
          text: text.slice(start, end),
          quoted: false,
          indent: 0,
          tabs: 0,
          prefix: '',
        });
        return;
      }
    }
    const prefix = PREFIX.exec(text.slice(start, Math.min(end, start + 600)))?.[0] ?? '';
    const quoted = prefix.includes('>');
    const marks = quoted ? prefix.slice(prefix.lastIndexOf('>') + 1) : prefix;
    lines.push({
      start: start + prefix.length,
      end,
      text: text.slice(start + prefix.length, end),
      quoted,
      indent: marks.length,
      tabs: marks.includes('\t') ? marks.split('\t').length - 1 : 0,
      prefix: /\S/.test(marks) ? marks.trimStart() : '',
    });
  };
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    push(start, match.index);
    start = match.index + match[0].length;
  }
  push(start, text.length);
  return lines;
}

/** A quick no for most lines. */
const OLDER = /[:：]$|^[-_]{3}|^\*{0,2}(?:From|De|Von)\b|^(?:Begin|Début)/i;
const FROM = /^\*{0,2}(?:From|De|Von)\*{0,2}[ \u00a0\u202f]?:\*{0,2}[ \u00a0]/i;
const HEADER =
  /^\*{0,2}(?:From|De|Sent|Date|Envoy[ée]|To|À|A|Cc|Subject|Objet|Reply-To)\*{0,2}[ \u00a0\u202f]?:/iu;
const ORIGINAL =
  /^[-_\s]{3,40}\s*(?:Original Message|Original Appointment|Message d[’']origine|Message original|Forwarded message|Message transféré|Message transf[ée]r[ée])\s*[-_\s]{3,40}$/iu;
const WROTE = /(?:\bwrote|a [ée]crit)[ \u00a0\u202f]?:$/i;
const FORWARDED = /^(?:Begin forwarded message|Début du message (?:réexpédié|transféré))[ \u00a0]?:?$/iu;

/** Words of a heading that only says for which environment the values below are. */
const HEADING_WORDS = new Set(
  'for pour the le la les l d de du des your our votre notre environment environnement env instance server serveur site system systeme values valeurs credentials identifiants acces access keys cles key cle settings parametres configuration config details api only seulement new nouveau nouvelle nouveaux nouvelles in en use utiliser'.split(
    ' ',
  ),
);

interface Section {
  readonly indent: number;
  readonly text: string;
  /** Lines below stand further in, so that a line that does not ends the section. */
  inside: boolean | null;
}

/** @param addName receives the lines that may be the name of a school */
export function linesOf(text: string, book: LabelBook, addName: (text: string) => void): readonly Line[] {
  const raw = rawLines(text);
  const lines: Line[] = [];
  let sections: Section[] = [];
  let part = '';
  let quotedPart = '';
  let wasQuoted = false;
  let headersLeft = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const one = raw[at];
    if (one === undefined) continue;
    const bare = one.text.length > 400 ? one.text : one.text.trim();
    if (one.quoted !== wasQuoted && bare !== '') {
      wasQuoted = one.quoted;
      if (!one.quoted) quotedPart = '';
      // A heading that somebody wrote right above what they quote belongs to it.
      if (!one.quoted || lines.findLast(({ text: each }) => each.trim() !== '')?.only !== 'heading')
        sections = [];
    }
    const push = (only: Line['only']) =>
      lines.push({
        start: one.start,
        end: one.end,
        text: one.text,
        prefix: one.prefix,
        quoted: one.quoted,
        indent: one.indent,
        tabs: one.tabs,
        heading: sections.length === 0 ? '' : joinHeadings(...sections.map((section) => section.text)),
        part: part !== '' ? part : one.quoted ? (quotedPart === '' ? '>' : quotedPart) : '',
        only,
      });
    if (bare === '') {
      push(null);
      continue;
    }
    const older = olderPart(raw, at, bare);
    if (older !== null) {
      if (older.quotes) quotedPart = older.name;
      else part = older.name;
      headersLeft = older.quotes ? 0 : 6;
      sections = [];
      push('header');
      continue;
    }
    if (headersLeft > 0 && HEADER.test(bare)) {
      headersLeft -= 1;
      push('header');
      continue;
    }
    headersLeft = 0;
    const last = sections.at(-1);
    if (last !== undefined && last.inside === null) last.inside = one.indent > last.indent;
    while (sections.length > 0 && ends(sections.at(-1), one.indent)) sections.pop();
    const heading = headingOf(raw, at, bare, book);
    if (heading === null) {
      push(null);
      const announced = announcement(bare);
      const looksBack = LOOKS_BACK.test(bare) && lines.slice(-41, -1).some(({ text }) => book.mayHold(text));
      if (announced !== null && looksBack) applyHeadingAbove(lines, part, announced.text);
      else if (announced !== null) sections = [announced];
      continue;
    }
    if (SCHOOL.test(heading.text)) addName(heading.text);
    sections = sections.filter(({ indent }) => indent < heading.indent);
    sections.push({ indent: heading.indent, text: heading.text, inside: null });
    push('heading');
  }
  return lines;
}

const ends = (section: Section | undefined, indent: number): boolean =>
  section !== undefined && section.inside === true && indent <= section.indent;

/** "These are for the test environment." */
const LOOKS_BACK =
  /\b(?:these|those|above|ces|ceci|ci-dessus)\b(?!.*(?:\bbelow|\bfollowing|ci-dessous|suivant|[:：]$))/i;

/** What stands right above in the same message, and under no heading, belongs to the environment that is named below it. */
function applyHeadingAbove(lines: Line[], part: string, heading: string): void {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || line.part !== part || line.heading !== '') return;
    lines[at] = { ...line, heading };
  }
}

const SUBJECT = /^(?:subject|objet|re|tr|fwd?)[ \u00a0\u202f]?:[ \u00a0]?(.{3,150})$/i;
const OUTERMOST = -100;

/** "These are the production values, the test ones are not ready.": the clause that hands something over. */
function clauseThatAnnounces(bare: string): string {
  if (environmentNamed(bare) !== null) return bare;
  const clauses = bare.split(
    /[,;]|[ \u00a0][–—-][ \u00a0]|(?<!\p{L})(?:but|mais|while|tandis que)(?!\p{L})/u,
  );
  const announcing = clauses.filter(announcesEnvironment);
  return announcing.length === 1 ? (announcing[0] ?? bare) : bare;
}

/** A sentence or a subject that says to which environment all belongs that follows. */
function announcement(bare: string): Section | null {
  if (bare.length > 200 || !mayNameEnvironment(bare)) return null;
  const subject = SUBJECT.exec(bare)?.[1];
  const text = subject ?? clauseThatAnnounces(bare);
  const announces =
    subject === undefined
      ? bare.includes(' ') && !/[=\t|]|:(?=.*\S)/.test(bare) && announcesEnvironment(text)
      : environmentNamed(subject) !== null;
  return announces ? { indent: OUTERMOST, text: tidy(text).replace(/\.$/, ''), inside: null } : null;
}

/** Where an older message begins, and what it may be called. */
function olderPart(
  raw: readonly Raw[],
  at: number,
  bare: string,
): { readonly name: string; readonly quotes: boolean } | null {
  if (bare.length > 300 || !OLDER.test(bare)) return null;
  const named = (text: string) => {
    const short = text
      .replaceAll(/<[^<>]*>|\*+|-{3,}/g, ' ')
      .replace(WROTE, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return short.slice(0, 90);
  };
  if (ORIGINAL.test(bare) || FORWARDED.test(bare)) return { name: named(bare), quotes: false };
  if (WROTE.test(bare)) {
    const begins = /^(?:On|Le)\b/i.test(bare);
    const above = raw[at - 1]?.text.trim() ?? '';
    const name = begins || !/^(?:On|Le)\b/i.test(above) ? bare : `${above} ${bare}`;
    const next = raw.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '');
    return { name: named(name), quotes: next?.quoted === true };
  }
  if (FROM.test(bare)) {
    const next = raw.slice(at + 1, at + 5).filter(({ text }) => HEADER.test(text.trim()));
    if (next.length > 0 && at > 0) return { name: named(bare), quotes: false };
  }
  return null;
}

/** A line that is only the heading of what stands below. */
function headingOf(
  raw: readonly Raw[],
  at: number,
  bare: string,
  book: LabelBook,
): { readonly text: string; readonly indent: number } | null {
  if (bare.length > 90) return null;
  if (!(/^[#[=*~-]|[:：]$/.test(bare) || mayNameEnvironment(bare))) {
    return titleOf(raw, at, bare, book);
  }
  const one = raw[at];
  const indent = one?.indent ?? 0;
  const hashes = /^(#{1,6})[ \t]+(?=\S)/.exec(bare);
  if (hashes !== null && book.whole(tidy(bare)) === null) {
    // `# a comment` of a program is a heading only where it names an environment or is Markdown's second level on.
    if ((hashes[1] ?? '').length > 1 || environmentNamed(bare) !== null)
      return { text: tidy(bare), indent: (hashes[1]?.length ?? 1) - 10 };
  }
  const section = /^\[([^[\]]{1,60})\]$/.exec(bare);
  if (section !== null && /[\p{L}\d]/u.test(bare)) return { text: (section[1] ?? '').trim(), indent: 0 };
  const drawn = /^([=*~-])\1{1,40}\s{0,3}([^=*~]{2,60}?)\s{0,3}\1{2,40}$/.exec(bare);
  if (drawn !== null && /[\p{L}\d]/u.test(drawn[2] ?? '') && book.whole(drawn[2] ?? '') === null)
    return { text: (drawn[2] ?? '').trim(), indent: -1 };
  const named =
    /^(?:environment|environnement|env|instance|server|serveur)[ \u00a0\u202f]{0,3}[:=][ \u00a0]{0,20}(\S.{0,40})$/i.exec(
      bare,
    )?.[1];
  if (named !== undefined && environmentNamed(named) !== null && !/[:/.]/.test(named))
    return { text: tidy(named), indent };
  const undated = withoutDate(bare);
  const words = canonicalLabel(undated).split(' ');
  const colon = /[:：]$/.test(bare);
  if (environmentNamed(bare) !== null && words.length <= 8 && book.whole(bare) === null) {
    const isOf = (word: string) =>
      HEADING_WORDS.has(word) || isEnvironmentWord(word) || /^(?:bac|a|sable|pre)$/.test(word);
    // Before or behind them may stand the name of a product or a school: "Maple Sandbox", "Test – Riverside".
    const others = words.filter((word) => !isOf(word));
    const areNames = others.every((word) => namesIn(undated).has(word));
    const only = others.length === 0 || (others.length <= 3 && areNames && /^\p{Lu}/u.test(undated));
    if ((only || colon) && !/[=|\t]|[:：](?=.*\S)/.test(bare.replace(/[:：]$/, '')))
      return { text: tidy(bare), indent };
  }
  if (
    !colon ||
    words.length > 4 ||
    (one?.prefix ?? '') !== '' ||
    book.atEnd(bare.replace(/[:：\s]+$/, '')) !== null
  )
    return null;
  // YAML, and lists with the name of a school above: what follows stands further in.
  const next = raw.slice(at + 1, at + 3).find(({ text }) => text.trim() !== '');
  if (next !== undefined && next.indent > indent) return { text: tidy(bare), indent };
  return titleOf(raw, at, bare.replace(/[:：]$/, '').trimEnd(), book);
}

/** What is written with a capital letter, in the form of labels. */
const namesIn = (text: string): ReadonlySet<string> =>
  new Set((text.match(/\p{Lu}[\p{L}\p{N}’'-]*/gu) ?? []).flatMap((word) => canonicalLabel(word).split(' ')));

/** "Maple Test — 2026-01-05", "Production (January 5, 2026)": the day says nothing of what stands below. */
const withoutDate = (bare: string): string =>
  /\d/.test(bare)
    ? bare
        .replaceAll(/\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/g, ' ')
        .replaceAll(DAY_IN_WORDS, ' ')
        .replaceAll(/[([]\s{0,5}[)\]]/g, ' ')
        .replace(/[\s–—-]+$/, '')
    : bare;
const MONTH =
  '(?:jan|f[eé]v|feb|mar|avr|apr|ma[iy]|juin|juil|jun|jul|ao[uû]|aug|sep|oct|nov|d[eé]c)\\p{L}{0,8}\\.?';
const DAY_IN_WORDS = new RegExp(
  `(?<!\\p{L})(?:${MONTH}[ \\u00a0]\\d{1,2},?[ \\u00a0]\\d{4}|(?:\\d{1,2}(?:er)?[ \\u00a0])?${MONTH}[ \\u00a0]\\d{4})(?!\\d)`,
  'giu',
);

/** Words that only names of schools and boards have. */
const SCHOOL =
  /(?<!\p{L})(?:isd|usd|cisd|csd|ssd|rsd|sd|boe|dsb|cdsb|dcsb|csc|csdc|rsu|sau|supervisory union|unified|independent|catholic|school|schools|elementary|secondary|primary|middle|high|academy|college|campus|district|board|county|[ée]cole|[ée]l[ée]mentaire|secondaire|primaire|coll[èe]ge|lyc[ée]e|acad[ée]mie|conseil|commission|centre)(?!\p{L})/iu;

/** "Maple Elementary" between an empty line and labels with values: the name of what stands below. Without its colon. */
function titleOf(
  raw: readonly Raw[],
  at: number,
  bare: string,
  book: LabelBook,
): { readonly text: string; readonly indent: number } | null {
  if (bare.length > 40 || !/^\p{Lu}[\p{L}\p{N}\p{M} ’'-]*$/u.test(bare) || bare.split(' ').length > 5)
    return null;
  const [above, next] = [raw[at - 1]?.text.trim() ?? '', raw[at + 1]];
  if (
    (above !== '' && !SCHOOL.test(bare)) ||
    next === undefined ||
    next.text.length > 500 ||
    !/[:=]/.test(next.text)
  )
    return null;
  const before = raw.slice(Math.max(0, at - 4), at).findLast(({ text }) => text.trim() !== '');
  if (before !== undefined && book.whole(before.text.trim()) !== null) return null;
  const separator = next.text.search(/[:=]/);
  return book.whole(bare) === null && book.atEnd(next.text.slice(0, separator)) !== null
    ? { text: bare, indent: raw[at]?.indent ?? 0 }
    : null;
}

const tidy = (text: string): string =>
  text
    .replaceAll(/^[#\s*_=~-]+|[\s*_=~:：-]+$/g, '')
    .replaceAll(/[*_]{2,}/g, '')
    .trim();
