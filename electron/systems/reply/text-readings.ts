import type { Field } from '../system';
import { isServer } from './address-readings';
import type { ValueContext } from './labelled-value';
import { isQuoted, withoutMarks } from './marks';
import {
  hasProse,
  isEnvironmentAlone,
  isMailAddress,
  isPlaceholder,
  isSentence,
  isTelephoneOrDate,
  isUnderAnEmptyLabel,
  looksMade,
} from './no-value';
import { beforeNote, isPlainNote, isSentenceBehind, withoutButtons } from './plain-note';
import { isOpeningQuote, quotedAt } from './quotes';
import { doubted, type Reading, reading, TAILS, trimmed } from './reading';
import { replacementIn } from './replaced-values';

/* How identifiers and secrets can be read. */

function firstPart(text: string): string | null {
  const head = text.slice(0, 600);
  const quoted = isOpeningQuote(text.charAt(0)) ? (quotedAt(text, 0)?.end ?? 0) : 0;
  if (quoted > 2 && /\s/.test(text.charAt(quoted))) return text.slice(0, quoted);
  const starts = TAILS.map((tail) => head.search(tail)).filter((at) => at > 0);
  if (starts.length > 0) return trimmed(text.slice(0, Math.min(...starts)));
  const blank = head.search(/\s/);
  if (blank <= 0) return null;
  // A generated value with words after it.
  const [first, rest] = [head.slice(0, blank), head.slice(blank + 1)];
  return looksMade(first) && hasProse(rest) ? first : null;
}

export function textReadings(field: Field, text: string, context: ValueContext): readonly Reading[] {
  const own = withoutButtons(text);
  if (own === '' || isPlaceholder(own)) return [];
  if (field.secret && /^https?:\/\//i.test(text)) return [];
  if (context.exact === true) {
    if (/\s/.test(text) && hasProse(text) && isSentence(text)) return [];
    return [reading(text)];
  }
  const hasBlank = /\s/.test(text);
  if (hasBlank && isPlainNote(text)) return [];
  const remark = hasBlank ? /^[([]([^()[\]]{3,120})[)\]][\s,:–-]*(\S{4,400})$/u.exec(text) : null;
  if (remark !== null && (hasProse(remark[1] ?? '') || isSentence(remark[1] ?? '')))
    return textReadings(field, remark[2] ?? '', context).map(doubted);
  const run = hasBlank && context.sentence !== true ? withoutSpaces(text) : null;
  if (run !== null)
    return [doubted(reading(run, 'joined')), ...(field.secret ? [doubted(reading(text, 'whole'))] : [])];
  const several = hasBlank && context.sentence !== true ? severalIn(text, field.secret) : [];
  if (several.length > 0)
    return [
      ...several.flatMap((one) => textReadings(field, one, context)).map(doubted),
      ...(field.secret ? [doubted(reading(text, 'whole'))] : []),
    ];
  // `~~abc~~ def`: the value is what was not struck out.
  const struck = /^(?:~~[^~]{1,400}~~[ \u00a0]*)+(\S+)$/.exec(text)?.[1];
  if (struck !== undefined) return textReadings(field, struck, context).map(doubted);
  // Everything inside quotation marks belongs to the value.
  if (context.sentence !== true && isQuoted(text)) return withoutMarks(field, text, context);
  const first = context.sentence === true ? null : firstPart(text);
  const behind = first === null ? '' : text.slice(first.length);
  if (first !== null && (isPlainNote(behind) || (context.ownLine !== true && isSentenceBehind(behind))))
    return textReadings(field, first, context);
  const noted = hasBlank && context.sentence !== true ? beforeNote(text) : null;
  if (noted !== null) return textReadings(field, noted, context);
  if (context.loose === true) return isTelephoneOrDate(text) ? [] : [reading(text, 'loose')];
  if (context.ownLine === true && isUnderAnEmptyLabel(text))
    return isJoined(text) ? [doubted(reading(text, 'loose'))] : [];
  if (isTelephoneOrDate(text) || isEnvironmentAlone(text)) return [];
  const linked = withoutMailLink(text);
  if (linked !== null) return textReadings(field, linked, context);
  if (field.secret && isMailAddress(text)) return [];
  if (context.sentence === true) return inSentence(field, text);
  if (first !== null) {
    if (isPlaceholder(first) || isTelephoneOrDate(first)) return [];
    if (isSentence(first)) return behindRemark(field, text);
    const [start, ...others] = textReadings(field, first, { ...context, exact: false });
    if (start === undefined) return [];
    // Text after another label may be a secret and must not be shown.
    if (!field.secret && /[:=：]/.test(behind)) return [start, ...others].map(doubted);
    // So may a second generated word.
    if (!field.secret && behind.split(/[\s,;/|()[\]]+/).some((word) => looksMade(word)))
      return [doubted(start), ...others];
    return [
      { ...start, kind: start.kind === 'plain' ? 'first-part' : start.kind },
      ...others,
      reading(text, 'whole'),
    ];
  }
  if (isSentence(text)) return behindRemark(field, text);
  // `abc:XYZ` may be an identifier and its secret.
  const pair = field.secret ? null : /^([^\s:=]+)(?<!\\)[:=：](?=[^\s:=/])/.exec(text);
  if (pair !== null && !/^urn$/i.test(pair[1] ?? ''))
    return textReadings(field, pair[1] ?? '', context).map(doubted);
  if (!field.secret && /\S\s+[/|]\s+\S/.test(text)) {
    const parts = text.split(/\s+[/|]\s+/);
    const shown = notSecret(parts).map((one) => reading(one));
    return shown.length < parts.length ? shown.map(doubted) : shown;
  }
  const gap = hasBlank ? gapIn(text) : null;
  // Beside an identifier, a second generated word may be the secret and must not be shown.
  if (gap !== null && !gap.isBroken && !field.secret) return [doubted(reading(gap.first, 'first-part'))];
  if (gap !== null) return [reading(gap.joined), reading(text, 'whole')].map(doubted);
  return withoutMarks(field, text, context);
}

/** `Kq7W z2Xm 9Vt5 (without spaces)`: the groups in one run, if the text says so. */
function withoutSpaces(text: string): string | null {
  const [, groups, before = ''] =
    /^((\S{2,40}(?:[ \u00a0]\S{2,40}){1,40}?)[ \u00a0]{1,3}[([–—-][ \u00a0]?(?:[^()\n]{0,40}[ \u00a0])?(?:(?:without|no|remove(?: the| all)?|ignore(?: the)?)[ \u00a0](?:spaces?|blanks?)|(?:sans|aucune?)[ \u00a0](?:les[ \u00a0])?espaces?)[^()\n]{0,40}[)\]]?)$/iu.exec(
      text.slice(0, 600),
    ) ?? [];
  if (groups === undefined || !before.split(/[ \u00a0]/).some((one) => looksMade(one)) || hasProse(before))
    return null;
  return before.replaceAll(/[ \u00a0]/g, '');
}

/** Of "a or b", a value that is made like a secret beside one that is not must not be shown. */
function notSecret(values: readonly string[]): readonly string[] {
  const others = values.filter((one) => !MADE_AT_RANDOM.test(one));
  return others.length === 0 ? values : others;
}

const MADE_AT_RANDOM = /^(?=\S*\d)(?=\S*\p{Ll})(?=\S*\p{Lu})\S{12,}$/u;

/** `kP7wrx Q9mZt4`, `maple- 4821`: one value that was read from a picture or broken, or two; null for anything else. */
function gapIn(text: string) {
  const [, first = '', second = ''] = /^(\S{2,400})[ \u00a0](\S{2,400})$/.exec(text) ?? [];
  if (first === '') return null;
  const isBroken = /[\p{L}\d][-_]$/u.test(first) || /^[-_][\p{L}\d]/u.test(second);
  return isBroken || (looksMade(first) && looksMade(second))
    ? { first, joined: `${first}${second}`, isBroken }
    : null;
}

/** "please do not share - abc123", "(case sensitive) abc123": the generated word after a remark; doubtful. */
function behindRemark(field: Field, text: string): readonly Reading[] {
  const [, remark = '', last = ''] = /^(.{3,120})(?:[)\]:,–—-])[ \u00a0]+(\S{4,400})$/su.exec(text) ?? [];
  if (!field.secret && SPEAKS_OF_SECRET.test(remark)) return [];
  if (!isToken(last) || !/\d/.test(last) || /[\d]/.test(remark) || field.kind !== 'text') return [];
  if (field.secret ? /^https?:/i.test(last) : isMailAddress(last)) return [];
  return withoutMarks(field, last, {}).map(doubted);
}

/** Self-corrections on the same line. */
const SECOND_THOUGHT =
  /(?:^|[\s(,.;–—-])(?:(?:no|euh|oops|oups|ah)[,\s]+)*(?:no,? wait|wait|sorry|i mean|actually|rather|make that|scratch that|correction|oops|oups|should be|not|non|pardon|d[ée]sol[ée]e?|je veux dire|ou plut[oô]t|plut[oô]t|attendez?|finalement|en fait)(?!\p{L})/iu;

const OR = /^(?:or|ou|\/|\||->|=>|→|➜)$/i;

/** "a or b", "a (no wait, b)", or columns with wide gaps: the values, if there are several. */
function severalIn(text: string, isSecret: boolean): readonly string[] {
  // What follows may be the secret that the text mentions, and must not be shown.
  if (!isSecret && SPEAKS_OF_SECRET.test(text)) return [];
  const columns = text.split(/[ \u00a0]{3,}|\t/);
  if (isSecret && columns.length > 1 && columns.length < 5 && columns.every((one) => isToken(one)))
    return columns;
  const tokens = text.slice(0, 400).split(/\s+/);
  const first = (tokens[0] ?? '').replace(/[.,;]$/, '');
  if (!isToken(first)) return [];
  const second = tokens[2] ?? '';
  if (OR.test(tokens[1] ?? '') && isToken(second) && !isPlaceholder(second)) {
    const both = [first, second.replace(/[.,;]$/, '')];
    return isSecret ? both : notSecret(both);
  }
  const behind = text.slice((tokens[0] ?? '').length, 400);
  if (!SECOND_THOUGHT.test(behind)) return [];
  const other = behind
    .split(/[\s()[\]«»“”"]+/)
    .map((one) => one.replace(/[.,;:!?]+$/, ''))
    .find((one) => isToken(one) && one !== first);
  return other === undefined ? [] : [first, other];
}

const SPEAKS_OF_SECRET =
  /(?<!\p{L})(?:secrets?|password|passphrase|passcode|pwd|mot de passe|jeton|token|key|cl[ée])(?!\p{L})/iu;

const isToken = (text: string): boolean =>
  /^\S{3,}$/.test(text) && !/^https?:/i.test(text) && (looksMade(text) || isJoined(text));

/** "not abc but def". */
const INSTEAD =
  /^(?:not|no longer|pas|plus)[ \u00a0](\S+?)[,;]?[ \u00a0](?:but|mais|it is now|it is|it[’']s|c[’']est|rather|plut[oô]t)[ \u00a0](?:rather |plut[oô]t |bien )?(\S+)/iu;

/** After a verb, the value is the next word only, and only if it can be nothing else. */
function inSentence(field: Field, text: string): readonly Reading[] {
  const instead = INSTEAD.exec(text);
  if (instead !== null)
    return [instead[2] ?? '', instead[1] ?? ''].flatMap((one) => inSentence(field, one)).map(doubted);
  const token = /^(?:«[^\n]{1,200}?»(?=$|[\s.,;:)])|[“"'][^»”"']{1,200}[”"']|\S+)/u.exec(text)?.[0] ?? '';
  const core = token.replace(/[.,;:!?]+$/, '');
  const quoted = /^[«“"']/.test(token);
  if (isPlaceholder(core) || isTelephoneOrDate(core) || isMailAddress(core)) return [];
  if (!quoted && !looksMade(core)) {
    // `maple-lib` may be an identifier; `case-sensitive` is not.
    return isJoined(core) ? [doubted(reading(core, 'loose'))] : [];
  }
  const other = replacementIn(text.slice(core.length), field.secret);
  if (other !== null && other !== core && (field.secret || !MADE_AT_RANDOM.test(other)))
    return [core, other].flatMap((one) => withoutMarks(field, one, {})).map(doubted);
  // A full stop or comma belongs to the sentence.
  return withoutMarks(field, quoted ? token : token.replace(/[.,;]$/, ''), {});
}

/** Words joined by a hyphen, as in a name that somebody chose. */
export const isJoined = (text: string): boolean =>
  /^[a-z\d]{2,}(?:[-_.][a-z\d]+){1,5}$/.test(text) &&
  /[a-z]/.test(text) &&
  !/(?:^|-)(?:sensitive|only|specific|based|required|known|free|read|wide|ready|time|level|to|date|in|up|out|ci|ce|mail|l[aà]|on|off|like|line|end|side|term)$/.test(
    text,
  ) &&
  !isServer(text);

/** Outlook: `api@maple.example<mailto:api@maple.example>` → `api@maple.example`; likewise with `tel:`. */
function withoutMailLink(text: string): string | null {
  const link = /\s?[<[](?:mailto|tel):[^<>[\]]*[>\]]$/i.exec(text.slice(0, 800));
  return link === null || link.index === 0 ? null : trimmed(text.slice(0, link.index));
}
