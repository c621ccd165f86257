import type { Field } from '../system';
import { mayNameEnvironment } from './environment-words';
import type { LabelledValue } from './labelled-value';
import type { Line } from './lines';
import { isMailAddress, isPlaceholder, isTelephoneOrDate, looksMade } from './no-value';

/*
 * Corrections of values found elsewhere: "Sorry, it should be abc-124", "please do not use the secret above". The user
 * is asked to choose between the corrected value and the one found before, and to confirm a value that was withdrawn.
 */

const CORRECTS =
  /(?<!\p{L})(?:should (?:be|read|have been)|instead|correct(?:ed|ion)?|typo|oops|oups|mistake|wrong|mauvais|actually|edit|finalement|sorry|d[ée]sol[ée]e?|ignore[rz]?|disregard|erreur|corrig\p{L}*|plut[oô]t|au lieu|devrait|aurait d[uû]|faute|regenerated|reset|replaced|changed|renewed|r[ée]g[ée]n[ée]r[ée]e?|r[ée]initialis[ée]e?|remplac[ée]e?|the new one|le nouveau|la nouvelle|le bon|la bonne)(?!\p{L})/iu;
const WITHDRAWS =
  /(?<!\p{L})(?:(?:do not|don[’']t|never) use|disregard|ignore[rz]?|revoked|no longer valid|not valid any ?more|n[’']utilisez pas|ne pas utiliser|r[ée]voqu[ée]e?|n[’']est plus valide|(?:last|first|missing) (?:character|letter|digit)|(?:dernier|premier) caract[eè]re)(?!\p{L})/iu;
const CONDITIONAL =
  /(?<!\p{L})(?:if|unless|when|once|si|lorsque|quand|email|e-mail|courriel|message)(?!\p{L})/iu;
const SECRET = /(?<!\p{L})(?:secret|key|password|token|cl[ée]|mot de passe|jeton)(?!\p{L})/iu;
const ALL = /(?<!\p{L})(?:values?|credentials?|valeurs?|identifiants)(?!\p{L})/iu;
/** The sentence is about the password of something else. */
const OF_OTHERS = /(?<!\p{L})(?:wi-?fi|vpn|portal|portail|voicemail|zip|login|log-?in|smtp|s?ftp)(?!\p{L})/iu;
/** "Do not use the old one": says nothing about the current value. */
const OLD = /(?<!\p{L})(?:old|previous|earlier|former|ancien(?:ne)?s?|pr[ée]c[ée]dente?s?)(?!\p{L})/iu;
/** "Old secret abc1, new def2": one label for both. */
const OLD_AND_NEW =
  /(?<!\p{L})(?:old|previous|ancien(?:ne)?)(?!\p{L}).{0,200}(?<!\p{L})(?:new|nouveau|nouvelle)(?!\p{L})/iu;
const TICKET = /^(?:#|INC|REQ|RITM|CHG|TKT|CASE|SR|TASK)[-_#]?\d+$/i;
const MOST_LINES = 40;
const LONGEST_LINE = 400;
const LONGEST_SWAPPED = 4000;

/** A value found so far. */
export interface ReadValue {
  readonly field: string;
  readonly secret: boolean;
  readonly label: string;
  readonly value: string;
  readonly kind: Field['kind'] | undefined;
  /** Its position in the text. */
  readonly at: number;
  /** In an older message. */
  readonly isOlder: boolean;
}

export interface Corrections {
  readonly values: readonly LabelledValue[];
  /** Fields whose value was withdrawn. */
  readonly withdrawn: ReadonlySet<string>;
  /** Fields whose values must not be shown, because one may be the secret. */
  readonly withheld: ReadonlySet<string>;
}

export function correctionsIn(lines: readonly Line[], found: readonly ReadValue[]): Corrections {
  const values: LabelledValue[] = [];
  const withdrawn = new Set<string>();
  const withheld = new Set<string>();
  if (found.length === 0) return { values, withdrawn, withheld };
  if (lines.some(({ text }) => text.length <= LONGEST_SWAPPED && saysSwapped(text)))
    exchange(found, values, withheld);
  const known = new Set(found.map(({ value }) => value));
  let read = 0;
  for (const line of lines) {
    const { text } = line;
    if (text.length > LONGEST_LINE || text === '') continue;
    const withdraws = WITHDRAWS.test(text);
    const corrects = CORRECTS.test(text) || (SECRET.test(text) && (withdraws || OLD_AND_NEW.test(text)));
    if (!corrects && !withdraws) continue;
    read += 1;
    if (read > MOST_LINES) break;
    // "Do not use these values in production" withdraws nothing.
    if (withdraws && !CONDITIONAL.test(text) && !mayNameEnvironment(text)) {
      for (const one of found)
        if ((one.isOlder || !OLD.test(text)) && (ALL.test(text) || (one.secret && SECRET.test(text))))
          withdrawn.add(one.field);
    }
    if (!corrects || OF_OTHERS.test(text)) continue;
    for (const value of [...valuesIn(text), ...valuesNamed(text)]) {
      if (known.has(value)) continue;
      const place =
        found.find((one) => isNearly(one.value, value)) ??
        found.find(({ secret }) => secret && mayBeMeant(text));
      if (place === undefined) continue;
      values.push({
        field: place.field,
        label: place.label,
        value,
        context: { exact: true, doubted: true },
        heading: line.heading,
        at: line.start + text.indexOf(value),
      });
    }
  }
  return { values, withdrawn, withheld };
}

/**
 * The text says that two values were swapped. Either may be the secret, so both are offered for the secret field, and
 * neither is shown unmasked.
 */
function exchange(found: readonly ReadValue[], values: LabelledValue[], withheld: Set<string>): void {
  const secrets = found.filter(({ secret }) => secret);
  const others = found.filter(({ secret, kind }) => !secret && kind === 'text');
  for (const other of others) {
    for (const one of secrets)
      values.push({ ...one, value: other.value, context: { exact: true, doubted: true }, heading: '' });
    withheld.add(other.field);
  }
}
const SWAPPED =
  /(?<!\p{L})(?:swapped|transposed|interchanged|vice versa|backwards|wrong way (?:a)?round|(?:the )?other way (?:a)?round|wrong order|invers[ée]e?s?|intervertie?s?|[àa] l[’']envers|dans le mauvais ordre)(?!\p{L})/iu;
const MIXED =
  /(?<!\p{L})(?:mixed up|switched|reversed|exchanged|m[ée]lang[ée]e?s?|[ée]chang[ée]e?s?)(?!\p{L})/iu;
/** What was mixed up, since a server can be "switched" as well. */
const THE_TWO =
  /(?<!\p{L})(?:ids?|identifi\p{L}*|secrets?|keys?|cl[ée]s?|values?|valeurs?|two|both|them|those|deux|ces)(?!\p{L})/iu;
const saysSwapped = (line: string): boolean => {
  const text = line.replaceAll(/[\u00ad\u200b-\u200d\u2060]/g, '');
  return SWAPPED.test(text) || (MIXED.test(text) && THE_TWO.test(text));
};

/** A correction that names no other value is about the secret. */
const mayBeMeant = (text: string): boolean =>
  SECRET.test(text) ||
  !/(?<!\p{L})(?:id|identifiant|url|address|adresse|ticket|case|port|version|scopes?)(?!\p{L})/iu.test(text);

/** "… should be k2(m9)x7q": the next word, whatever characters it has. */
const valuesNamed = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:should (?:be|read)|devrait [êe]tre|aurait d[ûu] [êe]tre|is now|est maintenant)[ \u00a0](\S{6,400})/giu,
    ),
  ]
    .map(([, value = '']) => value.replace(/[.,;!?]+$/, ''))
    .filter((value) => /\d/.test(value) && !/:\/\//.test(value) && !isPlaceholder(value));

const valuesIn = (text: string): readonly string[] =>
  text
    .split(/[\s«»“”"'`()<>]+/)
    .map((word) => word.replace(/[.,;:!?]+$/, ''))
    .filter(
      (word) =>
        word.length >= 8 &&
        /\d/.test(word) &&
        looksMade(word) &&
        !/:\/\/|[=:]/.test(word) &&
        !TICKET.test(word) &&
        !isTelephoneOrDate(word) &&
        !isMailAddress(word) &&
        !isPlaceholder(word),
    );

/** About the same length and mostly the same: one of the two has a typo. */
function isNearly(one: string, other: string): boolean {
  if (one.length < 6 || Math.abs(one.length - other.length) > 2 || one.length > 400) return false;
  let [start, end] = [0, 0];
  while (start < one.length && one.charAt(start) === other.charAt(start)) start += 1;
  while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return (start + end) * 2 >= one.length;
}
