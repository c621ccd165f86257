import type { Values } from '@contract/connection';
import type { Note, NoteCode } from '@systems/notes';

/*
 * What the user chose to keep, by field, note and value; a changed value is asked about again. Questions about
 * addresses are asked once per setup, other remarks once each time their step is shown.
 */

const addressQuestions: readonly NoteCode[] = ['address-inside', 'address-cut', 'page-address'];

export const asksOnce = ({ code }: Note): boolean => addressQuestions.includes(code);

export const consentTo = (note: Pick<Note, 'field' | 'code' | 'words'>, value: string): string =>
  `${note.field} ${note.code} ${note.words ?? ''} ${value}`;

/** Consents for values that were accepted earlier, so that they are not asked about again. */
export const consentsOf = (values: Values): ReadonlySet<string> =>
  new Set(
    Object.entries(values).flatMap(([field, value]) =>
      addressQuestions.map((code) => consentTo({ field, code }, value)),
    ),
  );
