import * as z from 'zod/mini';
import { type environments, LIMITS, type SystemId } from './connection';
import type { FindingCode } from './findings';
import { isPrintable } from './printable';
import type { Facts, Report } from './report';
import type { SharedRef } from './shared-record';

/* What the window and the command line know of a store of shared connections. No secret is in any of it. */

const line = (limit: number) => z.string().check(z.maxLength(limit), z.refine(isPrintable));
/** A path of the store: parts with `/` in between, none of them empty, `.` or `..`. */
const path = line(200).check(
  z.refine((text) => /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w .-]+(?:\/[\w .-]+)*$/.test(text)),
);

/** How one signs in. The names of mounts are the store's defaults unless its administrator chose others. */
const storeSignInSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('token') }),
  /** User name and password, as a rule of Active Directory. */
  z.strictObject({ way: z.literal('ldap'), mount: path }),
  /** In the system's browser. An empty role: the store's default. */
  z.strictObject({ way: z.literal('oidc'), mount: path, role: line(LIMITS.name) }),
  /** Of a program, such as the nightly job; its secret is sealed on this computer. */
  z.strictObject({ way: z.literal('app-role'), mount: path, roleId: line(LIMITS.name) }),
]);
export type StoreSignIn = z.infer<typeof storeSignInSchema>;

/** Where the store is. */
export const storeSettingsSchema = z.strictObject({
  /** `https://host[:port]`, without a path. */
  address: line(LIMITS.host + 20),
  mount: path,
  /** Folders between the mount and ours; '' for none. */
  prefix: z.union([z.literal(''), path]),
  /** null: none, as in most stores. */
  namespace: z.nullable(path),
  signIn: storeSignInSchema,
});
export type StoreSettings = z.infer<typeof storeSettingsSchema>;

/** The store's one origin. Plain http is for no store. */
export function isStoreAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' && origin === address;
}

/** The address in what was typed, such as with a slash behind it; null if it is not one of a store. */
export function storeAddressIn(typed: string): string | null {
  const text = typed.trim();
  if (!URL.canParse(text)) return null;
  const { protocol, origin, pathname, search, hash, username } = new URL(text);
  const isPlain = pathname === '/' && search === '' && hash === '' && username === '';
  return protocol === 'https:' && isPlain ? origin : null;
}

/** A path of the store as it counts, however it was typed. */
export const storePathIn = (typed: string): string => typed.trim().replaceAll(/^\/+|\/+$/g, '');

/** Without a policy, shared connections can be used for a week without the store. */
export const OFFLINE_HOURS = 168;

export const STORE_DEFAULTS = { mount: 'secret', prefix: 'school-api' } as const;

/** What a person enters to sign in. In memory only. `app-role` uses the secret that is sealed on this computer. */
export const storeCredentialsSchema = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('token'),
    token: z.string().check(z.minLength(1), z.maxLength(LIMITS.secret)),
  }),
  z.strictObject({
    way: z.literal('ldap'),
    user: line(LIMITS.proxyUser),
    password: z.string().check(z.minLength(1), z.maxLength(LIMITS.secret)),
  }),
  z.strictObject({ way: z.literal('oidc') }),
  z.strictObject({ way: z.literal('app-role') }),
]);
export type StoreCredentials = z.infer<typeof storeCredentialsSchema>;

/**
 * Of a connection, between this computer and the store.
 * - `in-step`: shared, and both have the same.
 * - `changed-both`: both changed since they last had the same. Different fields join by themselves, others ask.
 * - `gone-there`: it was deleted in the store; it is still here.
 * - `not-here`: in the store, and not brought to this computer.
 * - `apart`: here and in the store, and neither follows the other: sharing it has ended here.
 * - `address-to-confirm`: the store has an address that nobody has confirmed on this computer. Nothing of that version
 *   is used here.
 * - `not-understood`: the store has something that this version of the program cannot read.
 */
const standings = [
  'here-only',
  'in-step',
  'changed-here',
  'changed-there',
  'changed-both',
  'gone-there',
  'not-here',
  'apart',
  'address-to-confirm',
  'not-understood',
] as const;
export type Standing = (typeof standings)[number];

/** Who wrote a version and when. The person is as the writer's program says; the time is the store's. */
export interface WrittenBy {
  readonly version: number;
  /** null: not known without reading its secret. */
  readonly by: string | null;
  readonly at: string;
}

/** Somebody is replacing the secret. `by` null and `since` null: not known without reading. */
export interface RunningReplacement {
  readonly by: string;
  /** null: not known without reading the secret. */
  readonly since: string | null;
  /** It runs on this computer. */
  readonly isHere: boolean;
}

/** One connection: on this computer, in the store, or both. */
export interface SharedRow {
  readonly id: string;
  /** null: here only. */
  readonly folder: string | null;
  readonly standing: Standing;
  /** As it is here; else as the store lists it; null if that cannot be told. */
  readonly about: {
    readonly system: SystemId;
    readonly name: string;
    readonly environment: (typeof environments)[number];
  } | null;
  /** The newest version in the store that this computer knows of. */
  readonly there: WrittenBy | null;
  readonly replacement: RunningReplacement | null;
  /** When its credentials end, if the store lists it. */
  readonly expires: string | null;
  /** When this computer last had it from the store, or saw that nothing had changed. null: it is not shared from here. */
  readonly asOf: string | null;
  /** The store was not reached for longer than the organization allows: its secrets are not opened. */
  readonly isTooOld: boolean;
}

export interface SharedView {
  /** null: no store is set up. */
  readonly settings: StoreSettings | null;
  /** The organization has set the store; it cannot be changed here. */
  readonly isGiven: boolean;
  /** null: not signed in. `until` null: it does not end by itself. */
  readonly session: { readonly person: string; readonly until: string | null } | null;
  /** The last list from the store; null: none yet. */
  readonly listing: { readonly asOf: string; readonly otherEntries: number } | null;
  /** For how many hours shared connections can be used without the store; 0: only while the program runs. */
  readonly offlineHours: number;
  /** All of this computer's and of the store's last list; practice connections are left out. */
  readonly rows: readonly SharedRow[];
}

/** What a field holds on one side; null: nothing. Never of a secret. */
type Shown = string | null;

/** A field that both sides changed. `key` identifies it in the answer. */
export type SharedQuestion =
  | {
      readonly key: string;
      readonly about: 'name' | 'environment' | 'boardNumber' | 'alternative';
      readonly mine: Shown;
      readonly theirs: Shown;
    }
  | {
      readonly key: string;
      readonly about: 'value';
      readonly field: string;
      readonly mine: Shown;
      readonly theirs: Shown;
    }
  /** What they hold is not shown. A side without one: false. */
  | {
      readonly key: string;
      readonly about: 'secret';
      readonly field: string;
      readonly mine: boolean;
      readonly theirs: boolean;
    }
  /** One side is replacing the secret while the other changed it, ended the replacement, or began another. */
  | {
      readonly key: string;
      readonly about: 'replacement';
      readonly mine: RunningReplacement | null;
      readonly theirs: RunningReplacement | null;
    };

/** Both sides changed a connection. */
export interface SharedConflict {
  readonly id: string;
  /** The version the answers are for. */
  readonly theirs: WrittenBy;
  /** The version both started from; null: not known. */
  readonly base: WrittenBy | null;
  /** When it was last changed here. */
  readonly mineAt: string;
  readonly questions: readonly SharedQuestion[];
}

/** Question key → whose is kept. */
export type SharedAnswers = Readonly<Record<string, 'mine' | 'theirs'>>;

/** An address that nobody has confirmed on this computer. */
export interface AddressToConfirm {
  readonly id: string;
  /** The version that is confirmed. */
  readonly theirs: WrittenBy;
  /** Where each secret may be sent, `scheme://host[:port]`: as confirmed here, and as the store now says. */
  readonly secrets: readonly {
    readonly field: string;
    readonly confirmed: readonly string[];
    readonly there: readonly string[];
  }[];
  /** The values that differ. */
  readonly values: readonly { readonly field: string; readonly here: Shown; readonly there: Shown }[];
}

/** What would be brought here: read from the store, nothing kept yet. */
export interface OfferedConnection {
  readonly ref: SharedRef;
  readonly written: WrittenBy;
  readonly name: string;
  readonly system: SystemId;
  readonly environment: (typeof environments)[number];
  /** Without secrets. */
  readonly values: Readonly<Record<string, string>>;
  /** Ids of the secrets it has. */
  readonly secrets: readonly string[];
  /** Where its secrets would be sent. Bringing it here confirms exactly these. */
  readonly origins: readonly string[];
}

/** One version in the store. */
export interface SharedVersionRow {
  readonly version: number;
  readonly at: string;
  readonly goneAt: string | null;
  /** It cannot be read or restored any more. */
  readonly isDestroyed: boolean;
  readonly isCurrent: boolean;
}

/** The test of a store: the steps of a check, up to the rights to list, read and write. */
export type StoreTestReport = Pick<Report, 'startedAt' | 'durationMs' | 'outcome' | 'steps'>;

/** Everything about one shared connection. */
export interface SharedDetails {
  readonly row: SharedRow;
  readonly rights: { readonly read: boolean; readonly write: boolean; readonly delete: boolean } | null;
  readonly conflict: SharedConflict | null;
  readonly address: AddressToConfirm | null;
}

/**
 * What keeping a connection in step came to.
 * - `unchanged`: nothing was to do; `pulled`: changed here; `pushed`: changed there; `joined`: both.
 * - `asks`: both changed the same; `address-to-confirm`, `gone-there`, `not-understood` as the standings.
 */
export type KeptInStep =
  | 'unchanged'
  | 'pulled'
  | 'pushed'
  | 'joined'
  | 'asks'
  | 'address-to-confirm'
  | 'gone-there'
  | 'not-understood';

/**
 * Why something was not done. The state here is as before, unless the code says otherwise.
 * - `finding`: the store could not be used.
 * - `changed-there`: what was shown is no longer the newest. Show it again.
 * - `replaced-elsewhere`: somebody else is replacing this secret.
 * - `replaced-here`: a replacement runs on this computer; it has to be ended first.
 */
export type SharedFailure =
  | { readonly code: 'finding'; readonly finding: FindingCode; readonly facts: Facts }
  | { readonly code: 'replaced-elsewhere'; readonly by: string; readonly since: string | null }
  | {
      readonly code:
        | 'no-store'
        | 'not-signed-in'
        | 'not-found'
        | 'not-saved'
        | 'not-allowed'
        | 'bad-request'
        | 'changed-there'
        | 'changed-here'
        | 'gone-there'
        | 'not-understood'
        | 'already-here'
        | 'already-shared'
        | 'secret-unreadable'
        | 'replaced-here'
        | 'too-many';
    };
