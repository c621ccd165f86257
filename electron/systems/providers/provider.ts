import type { Values } from '@contract/connection';
import type { FindingCode } from '@contract/findings';
import type { HowSure, System } from '../system';

/* What is known of a product that speaks OneRoster: data, and how one value follows from another. No part has to be there. */

export interface Given {
  readonly value: string;
  readonly sure: HowSure;
}

/** A value that is always the same, or follows from the others; null while those are not there. */
type From = Given | ((values: Values) => Given | null);

/**
 * What a fact is the reason of: a value or the name of a field, or another part of an entry or of its words; of findings,
 * remarks and notes, a single one.
 */
export type Statement =
  | ProviderField
  | 'credentialsIn'
  | 'path'
  | 'otherTokenUrls'
  | 'keyLasts'
  | 'isRunByVendor'
  | 'labels'
  | 'menuPath'
  | 'sayings'
  | 'guide'
  | 'fields'
  | `findings:${FindingCode}`
  | `remarks:${string}`
  | `notes:${string}`
  | 'limits'
  | 'expiry'
  | 'rotation'
  | 'instructions';

/** One line of docs/vendors/oneroster-providers.md, by its anchor. */
interface ProviderFact {
  readonly line: string;
  readonly sure: HowSure;
  /** Whose page or program it is from, as addresses; '' for programs of nobody in particular, and for what follows. */
  readonly from: string;
  readonly of: readonly Statement[];
}

/** What stands for a product on the practice server. The rest follows as it does in earnest. */
export interface PracticedAs {
  /** What is entered as the server's address, below the practice server's own. */
  readonly server: string;
  /** The token's address there, where it does not follow from the server's. */
  readonly token?: string;
  /** What its keys begin with. */
  readonly keyPrefix?: string;
  readonly scope: 'required' | 'optional';
}

export interface Provider {
  /** Stored with connections: it never changes. Its words stand under it in `providers.json` of each language. */
  readonly id: string;
  /** The product, as people call it. */
  readonly name: string;
  readonly vendor: string;
  /** Short forms, initials and old names that people search for. */
  readonly otherNames: readonly string[];
  /** Heading in docs/vendors/oneroster-providers.md, where each fact has its line. */
  readonly source: string;
  readonly facts: readonly ProviderFact[];
  /** Values for fields of `oneroster` that the person may leave empty. `serverUrl` may also complete a part of it. */
  readonly values: Readonly<Partial<Record<ProviderField, From>>>;
  /** How the token request carries Client ID and secret, where it is known to be in the form alone. */
  readonly credentialsIn?: 'body';
  /** The path of the rostering service, where it is not the standard's. */
  readonly path?: Readonly<Record<string, string>>;
  /** Other token addresses that have been seen, offered beside the usual one. */
  readonly otherTokenUrls?: (values: Values) => readonly string[];
  /** The product's own names of the fields, as its screen shows them. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where its values stand, as its menus say it. */
  readonly menuPath?: readonly string[];
  /** After how many months a key ends by itself; null if it does not. */
  readonly keyLasts?: (values: Values) => number | null;
  /** What its server says in words of its own → the id of what is then said about it (`remarks`). */
  readonly sayings?: Readonly<Record<string, string>>;
  /** The vendor runs one server for everybody, and so is the one to write to. */
  readonly isRunByVendor?: true;
  /** Whose job a finding is, where its words here say something else to do than for any server. */
  readonly ownJobs?: System['ownJobs'];
  /** Its sign-in is none of those this program knows: it can be guided, not tested. */
  readonly ownSignIn?: true;
  /** How it is practised; absent where too little is known of its addresses. */
  readonly practice?: PracticedAs;
  /** What is noticed of the values, by the ids of its words. */
  readonly notices?: (values: Values) => readonly { readonly field: string; readonly words: string }[];
}

export type ProviderField = 'serverUrl' | 'version' | 'signIn' | 'tokenUrl' | 'scopes' | 'signatureMethod';
