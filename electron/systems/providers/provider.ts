import type { Values } from '@contract/connection';

/* What is known of a product that speaks OneRoster: data, and how one value follows from another. No part has to be there. */

/**
 * How a value is known (docs/vendors/README.md#how-sure): the vendor documents it, other programs use it so, or it only
 * follows from what is known and may be wrong.
 */
export type HowSure = 'documented' | 'seen' | 'inferred';

export interface Given {
  readonly value: string;
  readonly sure: HowSure;
}

/** A value that is always the same, or follows from the others; null while those are not there. */
type From = Given | ((values: Values) => Given | null);

export interface Provider {
  /** Stored with connections: it never changes. */
  readonly id: string;
  /** The product, as people call it. */
  readonly name: string;
  readonly vendor: string;
  /** Short forms, initials and old names that people search for. */
  readonly otherNames: readonly string[];
  /** Heading in docs/vendors/oneroster-providers.md, where each fact has its source. */
  readonly source: string;
  /** Values for fields of `oneroster` that the person may leave empty. */
  readonly values: Readonly<Partial<Record<ProviderField, From>>>;
  /** How the token request carries Client ID and secret, where it is known to be in the form alone. */
  readonly credentialsIn?: 'body';
  /** The path of the rostering service, where it is not the standard's. */
  readonly path?: Readonly<Record<string, string>>;
  /** Its sign-in is none of those this program knows: it can be guided, not tested. */
  readonly ownSignIn?: true;
  /** What is noticed of the values, by the ids of its words. */
  readonly notices?: (values: Values) => readonly { readonly field: string; readonly words: string }[];
}

export type ProviderField = 'serverUrl' | 'version' | 'signIn' | 'tokenUrl' | 'scopes' | 'signatureMethod';
