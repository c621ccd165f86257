import type { Values } from '@contract/connection';
import type { Note, NoteCode } from '@systems/notes';

/*
 * What a person decided to keep as it is, by field, note and value: changed values are asked about anew. Questions
 * about addresses are put once for the whole set-up, every other remark once for the time its step is shown.
 */

const addressQuestions: readonly NoteCode[] = ['address-inside', 'address-cut', 'page-address'];

export const asksOnce = ({ code }: Note): boolean => addressQuestions.includes(code);

export const consentTo = (note: Pick<Note, 'field' | 'code' | 'words'>, value: string): string =>
  `${note.field} ${note.code} ${note.words ?? ''} ${value}`;

/** Values that were kept earlier are not asked about again. */
export const consentsOf = (values: Values): ReadonlySet<string> =>
  new Set(
    Object.entries(values).flatMap(([field, value]) =>
      addressQuestions.map((code) => consentTo({ field, code }, value)),
    ),
  );
