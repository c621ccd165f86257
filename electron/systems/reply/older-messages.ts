import type { Raw } from './raw-lines';

/* Where an older message begins: quoted, forwarded or below the newest. */

/** A quick no for most lines. */
const OLDER = /[:：]$|^[-_]{3}|^\*{0,2}(?:From|De|Von)\b|^(?:Begin|Début)/i;

const FROM = /^\*{0,2}(?:From|De|Von)\*{0,2}[ \u00a0\u202f]?:\*{0,2}[ \u00a0]/i;

export const HEADER =
  /^\*{0,2}(?:From|De|Sent|Date|Envoy[ée]|To|À|A|Cc|Subject|Objet|Reply-To)\*{0,2}[ \u00a0\u202f]?:/iu;

const ORIGINAL =
  /^[-_\s]{3,40}\s*(?:Original Message|Original Appointment|Message d[’']origine|Message original|Forwarded message|Message transféré|Message transf[ée]r[ée])\s*[-_\s]{3,40}$/iu;

const WROTE = /(?:\bwrote|a [ée]crit)[ \u00a0\u202f]?:$/i;

const FORWARDED = /^(?:Begin forwarded message|Début du message (?:réexpédié|transféré))[ \u00a0]?:?$/iu;

/** Whether an older message begins here, and its name. */
export function olderPart(
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
