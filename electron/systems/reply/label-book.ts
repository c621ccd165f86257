import { canonicalLabel, labels as everyLabel, standingAlone } from '../labels';
import type { System } from '../system';
import { endsInEnvironment, isEnvironmentWord } from './environment-words';
import { loosely, patternOf, wantedPatternOf } from './label-patterns';
import {
  AROUND,
  DISTINGUISHING,
  isName,
  isOfAValue,
  lastWord,
  mayBeProduct,
  PRODUCTS,
  tidy,
  type Word,
  wordsOf,
} from './label-words';
import { looksMade } from './no-value';

/* Recognizes the labels of fields, however they are written: `Client ID`, `clientId`, `CLIENT_ID`. */

/** A label at the end of some text. */
export interface LabelMatch {
  /** Null for a known label of something this system has no field for. */
  readonly field: string | null;
  readonly secret: boolean;
  readonly label: string;
  /** Where it begins, including the words around it that only distinguish it. */
  readonly start: number;
  /** Those words as written: "Test", "Old". */
  readonly heading: string;
  /** "(both environments)": it applies to all, whatever section it is in. */
  readonly forAll: boolean;
  /** The field of the label joined to this one: "Client ID / Secret". */
  readonly pairedWith: string | null;
  /** Other words precede it. */
  readonly after: boolean;
  /** The word is so common that it may also occur inside a value: "key", "scope". */
  readonly common: boolean;
  /** The words before a label as common as "Key", probably the name of a product; otherwise ''. */
  readonly product: string;
}

interface Known {
  readonly field: string | null;
  /** The word is so common that it is a label only if nothing else precedes it. */
  readonly alone: boolean;
}

const LONGEST_HEAD = 90;

const MOST_WORDS = 8;

const MOST_REMEMBERED = 4000;

/** Only a part of the value follows. */
const PART_OF_ONE = new RegExp(
  [
    '\\b(?:part|partie|half|moiti[eé])\\s?(?:\\d|one|two|i{1,2}\\b)',
    '(?:\\d(?:re|e|[eè]re|st|nd|rd)?|first|second|last|premi[eè]re|deuxi[eè]me|seconde|derni[eè]re)\\s(?:part|partie|half|moiti[eé])\\b',
    '\\b\\d\\s?(?:/|of|de|sur)\\s?\\d\\b',
    '\\b(?:first|last|premiers?|derniers?)\\s(?:\\d+|two|three|four|five|six|eight|deux|trois|quatre|cinq|six|huit)?\\s?(?:char(?:acter)?s?|digits|letters|caract[eè]res|chiffres|lettres)\\b',
    '\\b(?:ending|ends|beginning|begins|starting|starts)\\s(?:in|with|by)\\b',
    '(?:se termin(?:e|ant)|commen[cç](?:e|ant)|finissant|d[eé]but(?:e|ant))\\s(?:par|en)(?![\\p{L}])',
  ].join('|'),
  'iu',
);

/** "First half of the secret". */
const PART_BEFORE =
  /(?<!\p{L})(?:half|part|beginning|end|rest|(?:char(?:acter)?s?|digits|letters)|moiti[eé]|partie|d[eé]but|fin|reste|caract[eè]res|chiffres|lettres)[ \u00a0](?:of|de|du)[ \u00a0](?:the |your |la |le |votre |l[’'])?$/iu;

const FOR_ALL =
  /[([](?:for |in |pour |dans )?(?:both|all|any|either|shared|common|same|les deux|tous|toutes|les 2|commune?s?|partag[ée]e?s?|identique)(?!\p{L})[^()[\]]{0,40}[)\]]/iu;

export interface LabelBook {
  /** The label at the end of `head`, the text before a separator. */
  readonly atEnd: (head: string) => LabelMatch | null;
  /** The label, if the whole cell or line is one. */
  readonly whole: (text: string) => LabelMatch | null;
  /** A label such as "Key" after the name of a product, at the end of `head`: "Maple Key", `MAPLE_KEY`. */
  readonly ofProduct: (head: string) => LabelMatch | null;
  /** Quickly rules out most text. */
  readonly mayEnd: (head: string) => boolean;
  readonly mayHold: (text: string) => boolean;
  /** Like `mayHold`, but only for labels of fields that are still wanted. */
  readonly mayHoldWanted: (text: string) => boolean;
  /** From now on, skips the labels of a field that has enough values. */
  readonly ignore: (field: string) => void;
  readonly wants: (field: string | null) => boolean;
}

/** Built once per system, because its patterns are long. */
const made = new WeakMap<System, Words>();

type Words = Pick<LabelBook, 'ofProduct' | 'mayEnd' | 'mayHold'> & {
  readonly read: (head: string) => LabelMatch | null;
  /** Field → the last words of its labels. */
  readonly lastWords: ReadonlyMap<string, ReadonlySet<string>>;
  readonly wantedPattern: RegExp;
};

export function labelBookOf(system: System): LabelBook {
  const words = made.get(system) ?? wordsFor(system);
  made.set(system, words);
  const wanted = new Map(words.lastWords);
  let wantedPattern: RegExp | null = wanted.size === 0 ? null : words.wantedPattern;
  return {
    ...remembering(words.read),
    ofProduct: words.ofProduct,
    mayEnd: words.mayEnd,
    mayHold: words.mayHold,
    mayHoldWanted: (text) => wantedPattern?.test(text) ?? false,
    ignore: (field) => {
      wanted.delete(field);
      wantedPattern = wanted.size === 0 ? null : wantedPatternOf(wanted);
    },
    wants: (field) => field !== null && wanted.has(field),
  };
}

/** Caches the results for this reply only, because the texts may contain secrets. */
function remembering(read: Words['read']): Pick<LabelBook, 'atEnd' | 'whole'> {
  const remembered = new Map<string, LabelMatch | null>();
  const atEnd = (head: string): LabelMatch | null => {
    const tail = head.length > LONGEST_HEAD ? head.slice(-LONGEST_HEAD) : head;
    let match = remembered.get(tail);
    if (match === undefined) {
      match = read(tail);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(tail, match);
    }
    const cut = head.length - tail.length;
    return match === null || cut === 0 ? match : { ...match, start: match.start + cut };
  };

  const wholes = new Map<string, LabelMatch | null>();
  const whole = (text: string): LabelMatch | null => {
    if (text.length > LONGEST_HEAD) return null;
    const before = wholes.get(text);
    if (before !== undefined) return before;
    const bare = text.replace(/[\s:=：]+$/, '');
    const match = atEnd(bare);
    const isWhole = match !== null && wordsOf(bare.slice(0, match.start)).every(isName);
    if (wholes.size >= MOST_REMEMBERED) wholes.clear();
    wholes.set(text, isWhole ? match : null);
    return isWhole ? match : null;
  };

  return { atEnd, whole };
}

function wordsFor(system: System): Words {
  const fields = new Map(system.fields.map((field) => [field.id, field]));
  const known = new Map<string, Known>();
  const add = (label: string, field: string | null) => {
    const key = squeezed(label);
    if (!known.has(key)) known.set(key, { field, alone: standingAlone.has(label) });
  };
  for (const [field, list] of Object.entries(system.replyLabels)) {
    for (const label of list) add(label, fields.has(field) ? field : null);
  }
  for (const label of Object.values(everyLabel).flat()) add(label, null);
  const lastWords = new Set<string>();
  const labelWords = new Set(
    [...Object.values(system.replyLabels), ...Object.values(everyLabel)]
      .flat()
      .flatMap((label) => label.split(' ')),
  );
  const longest = Math.max(...[...known.keys()].map((key) => key.length));
  for (const list of [...Object.values(system.replyLabels), ...Object.values(everyLabel)]) {
    for (const label of list) lastWords.add(label.slice(label.lastIndexOf(' ') + 1));
  }
  const holding = new RegExp(patternOf(lastWords), 'i');
  const ending = new RegExp(`(?:${[...lastWords].map(loosely).join('|')})$`, 'i');
  const fieldWords = new Map(
    Object.entries(system.replyLabels).flatMap(([field, list]) => {
      const last = new Set(list.map((label) => label.slice(label.lastIndexOf(' ') + 1)));
      return fields.has(field) ? [[field, last] as const] : [];
    }),
  );
  const isSecret = (field: string | null) => field !== null && fields.get(field)?.secret === true;

  /** The longest known label in the last words, with the words around it. */
  const lastOf = (words: readonly Word[], head: string, products = false): LabelMatch | null => {
    for (let end = words.length; end > 0 && words.length - end <= MOST_WORDS; end -= 1) {
      let joined = '';
      let best: { readonly from: number; readonly entry: Known } | null = null;
      for (let from = end - 1; from >= Math.max(0, end - MOST_WORDS); from -= 1) {
        joined = (words[from]?.text ?? '') + joined;
        if (joined.length > longest) break;
        const entry = known.get(joined);
        if (entry === undefined) continue;
        // "Key / Secret" is two labels; "API Key Secret" is one.
        const between = head.slice(words[from]?.start ?? 0, words[end - 1]?.start ?? 0);
        if (isSecret(entry.field) && /[/:&+|,]/.test(between)) continue;
        best = { from, entry };
      }
      if (best !== null) {
        const match = matchAt(words, best.from, end, best.entry, head, products);
        if (match !== null) return match;
      }
      const last = words[end - 1];
      if (last === undefined) return null;
      // "PowerSchool address" and "adresse PowerSchool", "Secret 1" and "Secret 2".
      const isKnown = PRODUCTS.has(last.whole) || (end === words.length && /^[1-9]$/.test(last.text));
      if (!isKnown && !AROUND.has(last.text) && !isEnvironmentWord(last.text)) return null;
    }
    return null;
  };

  const matchAt = (
    words: readonly Word[],
    from: number,
    end: number,
    entry: Known,
    head: string,
    products: boolean,
  ): LabelMatch | null => {
    let first = from;
    while (first > 0) {
      const before = words[first - 1]?.text ?? '';
      if (!AROUND.has(before) && !isEnvironmentWord(before)) break;
      if (isOfAValue(words[first - 1], words[first], head)) break;
      first -= 1;
    }
    const labelStart = words[from]?.start ?? 0;
    const pair = pairOf(head.slice(0, labelStart), isSecret(entry.field));
    const pairedWith = pair?.field ?? null;
    let product = '';
    if (entry.alone && pairedWith === null) {
      // Only words in the same clause count.
      const joint = [
        ...head.slice(0, labelStart).matchAll(/ (?:and|et|with|avec) (?:the |your |le |la |votre )?/gi),
      ].at(-1);
      const breath = Math.max(
        ...[...'.,;|•(:!?'].map((mark) => head.lastIndexOf(mark, labelStart - 1)),
        joint === undefined ? -1 : joint.index + joint[0].length - 1,
      );
      const others = words.slice(0, first).filter((word) => word.start > breath && !isName(word));
      if (others.length > 0) {
        const isText = entry.field !== null && fields.get(entry.field)?.kind === 'text';
        const isOther = others.some(({ text }) => labelWords.has(text));
        if (!products || !isText || isOther || !mayBeProduct(others, labelStart, head)) return null;
        product = others.map(({ text }) => text).join(' ');
        first = words.indexOf(others[0] as Word);
      }
    }
    const around = [...words.slice(first, from), ...words.slice(end)].filter(
      ({ text }) => isEnvironmentWord(text) || DISTINGUISHING.has(text) || /^[1-9]$/.test(text),
    );
    return {
      field: entry.field,
      secret: isSecret(entry.field),
      label: '',
      start: pair?.start ?? words[first]?.start ?? 0,
      heading: around.map(({ raw }) => raw).join(' '),
      forAll: false,
      pairedWith,
      after: first > 0,
      common: entry.alone,
      product,
    };
  };

  /** "Client ID / Secret": the identifier's label, if it is joined to the secret's. */
  const pairOf = (
    before: string,
    secret: boolean,
  ): { readonly field: string; readonly start: number } | null => {
    if (!secret) return null;
    const joint = /(?:\s{0,2}[/:&+|]\s{0,2}|\s(?:and|et|\+)\s)(?:the\s|your\s|le\s|votre\s)?$/i.exec(before);
    if (joint === null || joint.index === 0) return null;
    const words = wordsOf(before.slice(0, joint.index));
    const last = lastOf(words, before.slice(0, joint.index));
    if (last === null || last.field === null || last.secret) return null;
    return fields.get(last.field)?.kind === 'text' ? { field: last.field, start: last.start } : null;
  };

  const read = (given: string): LabelMatch | null => {
    const head = given.replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '\u200b');
    // Text in brackets explains the label, or repeats it in the other language. It is blanked out to keep offsets.
    const bare = head.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, (inside) => ' '.repeat(inside.length));
    // A label may be in an index: os.environ["CLIENT_ID"].
    const direct = lastOf(wordsOf(bare), bare) ?? (bare === head ? null : indexed(head));
    const explained = bare === head ? null : other(head);
    // "Adresse du conseil (Authentication URL)": the brackets say more than a word as common as "Adresse".
    const match =
      direct !== null && (!direct.common || (explained?.field ?? null) === null) ? direct : explained;
    if (match === null) return null;
    const inBrackets = bare === head ? '' : environmentInBrackets(head.slice(match.start));
    // "Client Secret (part 1 of 2)": a part alone is useless.
    if (PART_OF_ONE.test(head.slice(match.start)) || PART_BEFORE.test(head.slice(0, match.start)))
      return { ...match, field: null, label: '', heading: '' };
    const forAll = bare !== head && FOR_ALL.test(head.slice(match.start));
    const heading = forAll ? '' : match.heading === '' ? inBrackets : match.heading;
    const label = tidy(head.slice(match.start));
    return { ...match, label, heading, forAll };
  };

  const ofProduct = (head: string): LabelMatch | null => {
    const match = head.length > LONGEST_HEAD ? null : lastOf(wordsOf(head), head, true);
    return match === null || match.product === '' ? null : { ...match, label: tidy(head.slice(match.start)) };
  };

  const indexed = (head: string): LabelMatch | null => {
    const inside = /\[["']([\w.:-]{1,60})["']\]\s*$/.exec(head);
    return inside === null ? null : lastOf(wordsOf(head), head);
  };

  const other = (head: string): LabelMatch | null => {
    const inside = /\(([^()]*)\)[^()\p{L}\p{N}]*$/u.exec(head);
    const content = inside?.[1] ?? '';
    // `abc123 (Client ID)`: a value before its label, not an explained label.
    const outside = head.slice(0, inside?.index ?? 0).trim();
    if (/^\S+$/.test(outside) && /\d/.test(outside) && looksMade(outside)) return null;
    const found = content === '' ? null : lastOf(wordsOf(content), content);
    const first = wordsOf(head)[0];
    return found === null || found.after || first === undefined ? null : { ...found, start: first.start };
  };

  return {
    read,
    ofProduct,
    mayEnd: (given) => {
      const word = lastWord(given);
      if (word === null) return false;
      if (word === '' || ending.test(word)) return true;
      if (/\d$/.test(word)) return /^[1-9]$/.test(word);
      const canonical = canonicalLabel(word);
      return (
        AROUND.has(canonical) ||
        PRODUCTS.has(word.toLowerCase()) ||
        isEnvironmentWord(canonical) ||
        ending.test(canonical) ||
        endsInEnvironment(word)
      );
    },
    mayHold: (text) => holding.test(text),
    lastWords: fieldWords,
    wantedPattern: wantedPatternOf(fieldWords),
  };
}

const squeezed = (label: string): string => label.replaceAll(' ', '');

function environmentInBrackets(text: string): string {
  for (const match of text.matchAll(/[([]([^()[\]]{1,40})[)\]]/g)) {
    const inside = match[1] ?? '';
    if (canonicalLabel(inside).split(' ').some(isEnvironmentWord)) return inside.trim();
  }
  return '';
}
