/*
 * What can be said about a typed value without sending anything: a closed list of notes with severity and, if
 * offered, the repaired value. The form shows a note next to its field; the check's first stage turns blocking notes
 * into findings.
 */

const noteCodes = [
  'required',
  'too-long',
  'not-an-address',
  'insecure-address',
  'address-has-sign-in',
  'address-has-fragment',
  'outer-blanks',
  'inner-blanks',
  'line-breaks',
  'invisible-characters',
  'smart-quotes',
  'pasted-label',
  'scopes-separators',
  'looks-like-an-address',
  'looks-like-the-secret',
  'addresses-swapped',
  'same-address-twice',
  'different-client-id',
  'same-api-in-test-and-production',
  'address-tidied',
  'address-cut',
  'page-address',
  'guard-link',
  'guard-link-closed',
  'address-within',
  'address-inside',
  'unusual-form',
  'not-a-choice',
] as const;
export type NoteCode = (typeof noteCodes)[number];

export interface Note {
  readonly code: NoteCode;
  readonly field: string;
  /** `blocks`: the value cannot be correct. `warns`: it may be; the user decides. */
  readonly severity: 'blocks' | 'warns';
  /** The repaired value; never applied without the user's consent. */
  readonly repaired?: string;
  /** A second value to choose from if the repaired one may be wrong. */
  readonly instead?: string;
  /** What the note refers to: another field or connection, a product, or the part of an address that is cut. */
  readonly other?: string;
  /** Useful only before the sign-in has judged the value; the check does not repeat it. */
  readonly beforehand?: true;
  /** Id of the system's own text for it (`SystemText.notes`), used instead of the general one. */
  readonly words?: string;
}
