import type { StoreNotice } from '@contract/channels';
import { LIMITS } from '@contract/connection';
import { isObject } from '@contract/is-object';
import { ok, type Result, refuse } from '@contract/result';
import { sharedAboutSchema, sharedRecordFields, sharedRefSchema } from '@contract/shared-record';
import { storeSettingsSchema } from '@contract/shared-store';
import * as z from 'zod/mini';
import type { SecretRef } from '../secrets/secret-record';
import type { SecretRecords } from '../secrets/vault';
import { type OpenWriter, StoreFile } from './store-file';
import { membersOf } from './stored-format';

/*
 * `shared.json`: what this computer knows of its shared connections. The connections themselves, with every change
 * made here, are in `connections.json` like any other, so losing this file loses no work: the connections are then
 * compared with the store field by field.
 */

const VERSION = 1;
const instant = z.iso.datetime();
const fieldId = z.string().check(z.maxLength(LIMITS.fieldId));
const originsSchema = z.record(
  fieldId,
  z.array(z.string().check(z.maxLength(LIMITS.host + 20))).check(z.maxLength(LIMITS.fields)),
);

/** A version of the store, without its secrets. Those are sealed beside it, or not kept. */
const openRecordSchema = z.extend(z.omit(sharedRecordFields, { secrets: true, next: true }), {
  secretFields: z.array(fieldId).check(z.maxLength(LIMITS.fields)),
  next: z.nullable(
    z.strictObject({
      values: z.record(fieldId, z.string().check(z.maxLength(LIMITS.value))),
      secretFields: z.array(fieldId).check(z.maxLength(LIMITS.fields)),
      startedBy: z.string(),
      startedAt: instant,
    }),
  ),
});
export type OpenRecord = z.infer<typeof openRecordSchema>;

const linkSchema = z.strictObject({
  /** Its folder in the store; its id there is the connection's. */
  folder: z.string().check(z.refine((folder) => sharedRefSchema.shape.folder.safeParse(folder).success)),
  /** The version that this computer's state started from; null: not known, so that every difference asks. */
  base: z.nullable(
    z.strictObject({
      version: z.int().check(z.positive()),
      /** By the store's clock, as its list says; null: not listed yet. */
      at: z.nullable(instant),
      record: openRecordSchema,
    }),
  ),
  /** Record key → a hash of the sealed secret as it was then: unchanged, it need not be opened. */
  seen: z.record(z.string(), z.string()),
  /** Secret field id → the origins that were confirmed on this computer. */
  confirmed: originsSchema,
  /** By this computer's clock: when the store last said what it has of it. */
  asOf: instant,
  /** When the replacement began that this computer has written to the store; null: none. */
  own: z.nullable(instant),
  /**
   * Writes whose answer may never come: the version each was on, and how its record can be known again. Without them,
   * a change that a colleague has undone since would look as if it had never arrived.
   */
  sent: z.array(
    z.strictObject({
      on: z.int().check(z.positive()),
      by: z.string(),
      at: instant,
      own: z.nullable(instant),
    }),
  ),
  /**
   * A version that is being brought here: hashes of the connection before and after, which tell whether it was, if the
   * program was killed. null: none.
   */
  taking: z.nullable(
    z.strictObject({ version: z.int().check(z.positive()), before: z.string(), after: z.string() }),
  ),
  /** The version with an address to confirm; null: none. */
  held: z.nullable(z.int().check(z.positive())),
});
export type SharedLink = z.infer<typeof linkSchema>;

const listedSchema = z.strictObject({
  ref: sharedRefSchema,
  version: z.int().check(z.positive()),
  at: instant,
  isGone: z.boolean(),
  about: z.nullable(sharedAboutSchema),
});

const listingSchema = z.strictObject({
  asOf: instant,
  otherEntries: z.number(),
  records: z.array(listedSchema).check(z.maxLength(LIMITS.connections)),
});
export type KeptListing = z.infer<typeof listingSchema>;

/** With which role a program signs in; its secret is sealed. */
const roleSchema = z.strictObject({
  mount: z.string().check(z.minLength(1), z.maxLength(200)),
  roleId: z.string().check(z.minLength(1), z.maxLength(LIMITS.name)),
});
type KeptRole = z.infer<typeof roleSchema>;

export interface SharedState {
  readonly settings: z.infer<typeof storeSettingsSchema> | null;
  /** null: no program signs in from here. */
  readonly role: KeptRole | null;
  /** By the connection's id. */
  readonly links: ReadonlyMap<string, SharedLink>;
  readonly listing: KeptListing | null;
  /** Ciphertext; only a vault judges it. */
  readonly sealed: ReadonlyMap<string, unknown>;
}

export const NOTHING_SHARED: SharedState = {
  settings: null,
  role: null,
  links: new Map(),
  listing: null,
  sealed: new Map(),
};

export interface SharedFileOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  /** For a program that only reads: changes nothing on disk. */
  readonly readOnly?: boolean;
  /** For a program that writes while the window may be writing: leaves its temporary files alone. */
  readonly isBeside?: boolean;
  readonly openWriter?: OpenWriter;
}

/** Read when it is first needed; each change writes the whole file and reads it back. Never throws. */
export class SharedFile {
  readonly #file: StoreFile;
  readonly #readOnly: boolean;
  readonly #notices: StoreNotice[] = [];
  #state: SharedState = NOTHING_SHARED;
  #text: string | null = null;
  #stamp: string | null = null;
  #mustSetAside: StoreNotice['kind'] | null = null;

  constructor(options: SharedFileOptions) {
    this.#file = new StoreFile({ ...options, name: 'shared' });
    this.#readOnly = options.readOnly ?? false;
    if (!this.#readOnly && options.isBeside !== true) this.#file.prepare();
    this.#load();
  }

  get notices(): readonly StoreNotice[] {
    return this.#notices;
  }

  /** With what another program has written since. */
  get(): SharedState {
    if (this.#file.stamp() !== this.#stamp) this.#load();
    return this.#state;
  }

  change(change: (state: SharedState) => SharedState): Result<null, 'not-saved'> {
    if (this.#readOnly) return refuse('not-saved');
    const before = this.get();
    const after = change(before);
    if (after === before) return ok(null);
    if (!this.#makeRoom()) return refuse('not-saved');
    const written = this.#file.write(storedValue(after), this.#text);
    this.#stamp = this.#file.stamp();
    if (!written.ok) return written;
    this.#state = after;
    this.#text = written.value;
    return ok(null);
  }

  #load(): void {
    this.#stamp = this.#file.stamp();
    const found = this.#file.read();
    if (found.kind === 'absent') {
      this.#state = NOTHING_SHARED;
      this.#text = null;
      return;
    }
    const read =
      found.kind === 'text' ? stateIn(found.text) : { kind: 'damaged' as const, state: NOTHING_SHARED };
    this.#state = read.state;
    this.#text = found.kind === 'text' ? found.text : null;
    if (read.kind !== 'good') {
      this.#mustSetAside = read.kind === 'newer' ? 'newer-version' : 'damaged';
      this.#makeRoom();
    }
  }

  /** Copies an unreadable file aside. Returns true if a write may follow. */
  #makeRoom(): boolean {
    if (this.#mustSetAside === null) return true;
    if (this.#readOnly) return false;
    const kind = this.#mustSetAside;
    const copiedTo = this.#file.setAside(kind);
    const notice: StoreNotice = { kind, file: 'shared', copiedTo: copiedTo ?? this.#file.path };
    if (!this.#notices.some((told) => told.copiedTo === notice.copiedTo)) this.#notices.push(notice);
    if (copiedTo === null) return false;
    this.#mustSetAside = null;
    return true;
  }
}

/** What is sealed in the file: secrets of versions, by connection, and the secret with which the nightly job signs in. */
export class SealedRecords implements SecretRecords {
  constructor(private readonly file: Pick<SharedFile, 'get' | 'change'>) {}

  readSecret(ref: SecretRef): unknown {
    return this.file.get().sealed.get(sealedKey(ref));
  }

  writeSecret(ref: SecretRef, record: unknown): Result<null, 'not-saved' | 'not-found'> {
    return this.file.change((state) => ({ ...state, sealed: withSealed(state.sealed, ref, record) }));
  }

  /** What is sealed has no connection to write. */
  writeTogether(): Result<null, 'not-found'> {
    return refuse('not-found');
  }

  forgetSecrets(connection: string): Result<null, 'not-saved'> {
    return this.file.change((state) => ({ ...state, sealed: withoutSealed(state.sealed, connection) }));
  }
}

const sealedKey = ({ connection, field }: SecretRef): string => `${connection} ${field}`;

export function withSealed(
  sealed: SharedState['sealed'],
  ref: SecretRef,
  record: unknown,
): SharedState['sealed'] {
  const after = new Map(sealed);
  if (record === undefined) after.delete(sealedKey(ref));
  else after.set(sealedKey(ref), record);
  return after;
}

export const withoutSealed = (sealed: SharedState['sealed'], connection: string): SharedState['sealed'] =>
  new Map([...sealed].filter(([key]) => !key.startsWith(`${connection} `)));

const storedValue = ({ settings, role, links, listing, sealed }: SharedState): object => ({
  version: VERSION,
  settings,
  role,
  links: Object.fromEntries(links),
  listing,
  sealed: Object.fromEntries(sealed),
});

/** What can be read of it; each part on its own, so that one damaged link does not cost the others. */
function stateIn(text: string): {
  readonly kind: 'good' | 'damaged' | 'newer';
  readonly state: SharedState;
} {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'damaged', state: NOTHING_SHARED };
  }
  const parts = membersOf(json);
  const version = parts.get('version');
  if (version !== VERSION)
    return {
      kind: typeof version === 'number' && version > VERSION ? 'newer' : 'damaged',
      state: NOTHING_SHARED,
    };
  const settings = z.nullable(storeSettingsSchema).safeParse(parts.get('settings'));
  const role = z.nullable(roleSchema).safeParse(parts.get('role'));
  const listing = z.nullable(listingSchema).safeParse(parts.get('listing'));
  const links = [...membersOf(parts.get('links'))].map(([id, link]) => {
    const isId = sharedRefSchema.shape.id.safeParse(id).success;
    return [id, isId ? linkSchema.safeParse(link) : { success: false as const }] as const;
  });
  const isWhole =
    parts.size === 6 &&
    role.success &&
    settings.success &&
    listing.success &&
    links.every(([, link]) => link.success) &&
    isObject(parts.get('sealed'));
  return {
    kind: isWhole ? 'good' : 'damaged',
    state: {
      settings: settings.success ? settings.data : null,
      role: role.success ? role.data : null,
      links: new Map(links.flatMap(([id, link]) => (link.success ? [[id, link.data] as const] : []))),
      listing: listing.success ? listing.data : null,
      sealed: membersOf(parts.get('sealed')),
    },
  };
}
