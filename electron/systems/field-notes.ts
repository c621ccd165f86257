import { parseAddress } from '@contract/address';
import { LIMITS } from '@contract/limits';
import { heldAddress } from './addresses/held-address';
import { isDocument } from './addresses/tidy-address';
import { pastedLabelLength } from './labels';
import type { Note, NoteCode } from './notes';
import { normalizeScopes } from './scopes';
import type { Field } from './system';

/*
 * Notes about a single value. Nothing is changed here: if something can be removed, the note offers the value without
 * it. The contents of a secret never block, because every character may be intended.
 */

// Zero-width and direction marks, soft hyphens, byte order marks, and all other format and control characters except
// tabs and line ends.
const INVISIBLE = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}]/gu;
/** A space character other than U+0020, between two characters. */
const ODD_BLANK = /(?<=\S)[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000](?=\S)/g;
const LINE_BREAK = /[\r\n\v\f\u0085\u2028\u2029]+/g;
const SMART_QUOTE = /[\u2018-\u201f\u00ab\u00bb\u2039\u203a]/g;
const INNER_BLANK = /\s+/g;
const EXPLICIT = /^https?:\/\/[^/?#\\\s]/i;

interface Repair {
  readonly code: NoteCode;
  readonly without: (value: string) => string;
}

const outerBlanks: Repair = { code: 'outer-blanks', without: (value) => value.trim() };
const invisible: Repair = {
  code: 'invisible-characters',
  without: (value) => value.replace(INVISIBLE, '').replace(ODD_BLANK, ' '),
};
const pastedLabel: Repair = {
  code: 'pasted-label',
  without: (value) => value.slice(pastedLabelLength(value)),
};
const lineBreaks: Repair = { code: 'line-breaks', without: (value) => value.trim().replace(LINE_BREAK, '') };
const smartQuotes: Repair = { code: 'smart-quotes', without: withoutSmartQuotes };
const innerBlanks: Repair = {
  code: 'inner-blanks',
  without: (value) => value.trim().replace(INNER_BLANK, ''),
};
const separators: Repair = { code: 'scopes-separators', without: normalizeScopes };

/** In the order in which they should be applied. */
function repairsOf(field: Field): readonly Repair[] {
  if (field.kind === 'scopes') return [invisible, pastedLabel, smartQuotes, separators];
  if (field.secret) return [invisible, pastedLabel, outerBlanks, lineBreaks, smartQuotes];
  if (field.kind === 'address')
    return [invisible, pastedLabel, outerBlanks, lineBreaks, smartQuotes, innerBlanks];
  return [invisible, pastedLabel, outerBlanks, lineBreaks, smartQuotes];
}

/**
 * The notes of one field. Each repair includes the previous ones, so that accepting the last accepts all.
 *
 * @param value exactly as typed or pasted
 */
export function fieldNotes(field: Field, value: string): readonly Note[] {
  if (value.replace(INVISIBLE, '').trim() === '') {
    if (field.optional || field.fallback !== undefined) return [];
    return [{ code: 'required', field: field.id, severity: 'blocks' }];
  }
  if (value.length > (field.secret ? LIMITS.secret : LIMITS.value)) {
    return [{ code: 'too-long', field: field.id, severity: 'blocks' }];
  }
  const notes: Note[] = [];
  let tidy = value;
  for (const { code, without } of repairsOf(field)) {
    const repaired = without(tidy);
    if (repaired === tidy) continue;
    notes.push({ code, field: field.id, severity: severityOf(field, code), repaired });
    tidy = repaired;
  }
  if (!field.secret && (field.kind === 'address' || field.kind === 'text')) {
    const guarded = guardNote(field.id, tidy);
    // The notes on the link do not apply to the address inside it.
    if (guarded !== null) return [guarded];
  }
  if (field.kind === 'address') return [...notes, ...addressNotes(field, tidy)];
  if (field.kind === 'choice' && field.choices?.includes(tidy) !== true) {
    return [...notes, { code: 'not-a-choice', field: field.id, severity: 'blocks' }];
  }
  if (field.kind !== 'text') return notes;
  if (/\s/.test(tidy)) notes.push({ code: 'inner-blanks', field: field.id, severity: 'warns' });
  if (EXPLICIT.test(tidy)) notes.push({ code: 'looks-like-an-address', field: field.id, severity: 'warns' });
  return notes;
}

/** True if any of the notes blocks. */
export const blocks = (notes: readonly Note[]): boolean => notes.some((note) => note.severity === 'blocks');

function severityOf(field: Field, code: NoteCode): Note['severity'] {
  // Scopes are normalized before they are sent, and shown that way. A secret may contain anything.
  return field.secret || code === 'scopes-separators' ? 'warns' : 'blocks';
}

/** A link of a mail filter or search engine, with the address inside if it can be decoded. */
function guardNote(field: string, value: string): Note | null {
  const held = heldAddress(value);
  if (held?.kind !== 'guard') return null;
  const note = { field, severity: 'blocks', other: held.guard } as const;
  return held.inner === null
    ? { ...note, code: 'guard-link-closed' }
    : { ...note, code: 'guard-link', repaired: held.inner };
}

/** Another address inside this one. It may be intended unless it would be cut off. */
function innerNotes(field: Field, value: string): readonly Note[] {
  const held = heldAddress(value);
  if (held?.kind !== 'other') return [];
  return [
    field.beginningOnly === true
      ? {
          code: 'address-within',
          field: field.id,
          severity: 'blocks',
          repaired: held.inner,
          instead: held.outer,
        }
      : { code: 'address-inside', field: field.id, severity: 'warns', repaired: held.inner },
  ];
}

function addressNotes(field: Field, value: string): readonly Note[] {
  const note = (code: NoteCode, severity: Note['severity'], repaired?: string): Note => ({
    code,
    field: field.id,
    severity,
    ...(repaired === undefined ? {} : { repaired }),
  });
  const url = EXPLICIT.test(value) ? parseAddress(value) : null;
  if (url === null || !/[\p{L}\d]/u.test(url.hostname)) {
    return [note('not-an-address', 'blocks', withScheme(value))];
  }
  const notes: Note[] = [...innerNotes(field, value)];
  if (field.beginningOnly !== true && field.askedAt === 'enter' && isDocument(url)) {
    notes.push(note('page-address', 'warns'));
  }
  if (url.protocol === 'http:' && field.loopback?.(value) !== true) {
    notes.push(note('insecure-address', 'blocks', value.replace(/^http:/i, 'https:')));
  }
  if (url.username !== '' || url.password !== '') notes.push(note('address-has-sign-in', 'blocks'));
  if (value.includes('#')) {
    // A redirect URL must be exactly what the SIS shows. OAuth forbids a fragment, but that is not for us to decide.
    notes.push(
      field.askedAt === 'register'
        ? note('address-has-fragment', 'warns')
        : note('address-has-fragment', 'blocks', value.slice(0, value.indexOf('#'))),
    );
  }
  return notes;
}

/** `auth.example.ca/login` → the same with `https://`; undefined if it does not look like an address. */
function withScheme(value: string): string | undefined {
  if (!/^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?([/?].*)?$/i.test(value)) return undefined;
  return parseAddress(`https://${value}`) === null ? undefined : `https://${value}`;
}

/** Removes a pair of quotes around the value and replaces those inside with the plain characters. */
function withoutSmartQuotes(value: string): string {
  if (value.search(SMART_QUOTE) < 0) return value;
  const inner = value.replace(/^[\u2018-\u201f\u00ab\u2039]\s*|\s*[\u2018-\u201f\u00bb\u203a]$/gu, '');
  return inner.replace(SMART_QUOTE, (quote) => (/[\u2018-\u201b\u2039\u203a]/.test(quote) ? "'" : '"'));
}
