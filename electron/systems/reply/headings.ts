import { canonicalLabel } from '../labels';
import {
  announcesEnvironment,
  environmentNamed,
  isEnvironmentWord,
  mayNameEnvironment,
} from './environment-words';
import type { LabelBook } from './label-book';
import type { Raw } from './raw-lines';

/* Headings: lines and sentences that say where the values below them belong. */

/** Words of a heading that only names the environment of the values below. */
const HEADING_WORDS = new Set(
  'for pour the le la les l d de du des your our votre notre environment environnement env instance server serveur site system systeme values valeurs credentials identifiants acces access keys cles key cle settings parametres configuration config details api only seulement new nouveau nouvelle nouveaux nouvelles in en use utiliser'.split(
    ' ',
  ),
);

export interface Section {
  readonly indent: number;
  readonly text: string;
  /** The lines below are indented further, so a line that is not ends the section. */
  inside: boolean | null;
}

const SUBJECT = /^(?:subject|objet|re|tr|fwd?)[ \u00a0\u202f]?:[ \u00a0]?(.{3,150})$/i;

const OUTERMOST = -100;

/** "These are the production values, the test ones are not ready.": the clause that announces values. */
function clauseThatAnnounces(bare: string): string {
  if (environmentNamed(bare) !== null) return bare;
  const clauses = bare.split(
    /[,;]|[ \u00a0][–—-][ \u00a0]|(?<!\p{L})(?:but|mais|while|tandis que)(?!\p{L})/u,
  );
  const announcing = clauses.filter(announcesEnvironment);
  return announcing.length === 1 ? (announcing[0] ?? bare) : bare;
}

/** A sentence or subject line that names the environment of everything that follows. */
export function announcement(bare: string): Section | null {
  if (bare.length > 200 || !mayNameEnvironment(bare)) return null;
  const subject = SUBJECT.exec(bare)?.[1];
  const text = subject ?? clauseThatAnnounces(bare);
  const announces =
    subject === undefined
      ? bare.includes(' ') && !/[=\t|]|:(?=.*\S)/.test(bare) && announcesEnvironment(text)
      : environmentNamed(subject) !== null;
  return announces ? { indent: OUTERMOST, text: tidy(text).replace(/\.$/, ''), inside: null } : null;
}

/** A line that is only a heading. */
export function headingOf(
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
    // `# a comment` of a program is a heading only if it names an environment, or from Markdown's second level on.
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
    // The name of a product or a school may be next to them: "Maple Sandbox", "Test – Riverside".
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
  // YAML, or a list with the name of a school above: the lines below are indented.
  const next = raw.slice(at + 1, at + 3).find(({ text }) => text.trim() !== '');
  if (next !== undefined && next.indent > indent) return { text: tidy(bare), indent };
  return titleOf(raw, at, bare.replace(/[:：]$/, '').trimEnd(), book);
}

/** The capitalized words, normalized like labels. */
const namesIn = (text: string): ReadonlySet<string> =>
  new Set((text.match(/\p{Lu}[\p{L}\p{N}’'-]*/gu) ?? []).flatMap((word) => canonicalLabel(word).split(' ')));

/** "Maple Test — 2026-01-05", "Production (January 5, 2026)": without the date. */
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

/** Words that occur only in names of schools and boards. */
export const SCHOOL =
  /(?<!\p{L})(?:isd|usd|cisd|csd|ssd|rsd|sd|boe|dsb|cdsb|dcsb|csc|csdc|rsu|sau|supervisory union|unified|independent|catholic|school|schools|elementary|secondary|primary|middle|high|academy|college|campus|district|board|county|[ée]cole|[ée]l[ée]mentaire|secondaire|primaire|coll[èe]ge|lyc[ée]e|acad[ée]mie|conseil|commission|centre)(?!\p{L})/iu;

/** "Maple Elementary" between an empty line and labels with values is a title; without its colon. */
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
