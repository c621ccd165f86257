/*
 * What can be said about a typed value without sending anything: the closed list, its severity, and the
 * repaired value where one is offered. The form shows a note beside its field; the check's first stage turns
 * blocking notes into findings.
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
  /** `blocks`: the value cannot be right. `warns`: it may be, and the person decides. */
  readonly severity: 'blocks' | 'warns';
  /** The value with the thing removed; never applied without consent. */
  readonly repaired?: string;
  /** A second value to choose from, where the repaired one need not be the right one. */
  readonly instead?: string;
  /** What the note is about and names: another field or connection, a product, the part of an address that is left out. */
  readonly other?: string;
  /** Worth saying only before the sign-in has judged the value; the check does not repeat it. */
  readonly beforehand?: true;
  /** Id of the system's own words for it (`SystemText.notes`), which then stand in place of the general ones. */
  readonly words?: string;
}
