import type { StoreNotice } from '@contract/channels';
import { systemIds } from '@contract/connection';
import { languages } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { noticeSchema } from '@contract/update-notice';
import * as z from 'zod/mini';
import { type OpenWriter, StoreFile } from './store-file';
import { readSettingsText, SETTINGS_VERSION } from './stored-format';

const port = z.nullable(z.int().check(z.minimum(1), z.maximum(65_535)));
const settingsSchema = z.strictObject({
  /** null: the operating system's language, until the user chooses one. */
  language: z.nullable(z.enum(languages)),
  /** This computer's redirect URL is registered with its port, so the port is chosen once. */
  loopbackPort: port,
  /** Practice connections contain the practice server's addresses, so its port is also kept. */
  practicePort: port,
  /** Ciphertext of proxy sign-ins by the proxy's origin; only the vault judges it. */
  proxySignIns: z.optional(z.record(z.string(), z.unknown())),
  /** Origins of the proxies that may get the user's own sign-in to this computer. */
  proxyOwnSignIns: z.optional(z.array(z.string())),
  /** Practice systems whose credentials were renewed, so that the new ones remain valid after a restart. */
  practiceRenewed: z.optional(z.array(z.enum(systemIds))),
  /** Keep shown secrets out of screenshots where supported; absent: yes. */
  screenGuard: z.optional(z.boolean()),
  /** When the organisation's feed was last asked for a newer version, and what it said. */
  updateNotice: z.optional(z.strictObject({ askedAt: z.iso.datetime(), notice: z.nullable(noticeSchema) })),
});

/** The app's own settings. They contain no plaintext secrets and nothing about connections. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

const DEFAULTS: Settings = { language: null, loopbackPort: null, practicePort: null };

export interface SettingsStoreOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  /** For a program that only reads: changes nothing on disk. */
  readonly readOnly?: boolean;
  readonly openWriter?: OpenWriter;
}

/** `settings.json`. An unreadable file is copied aside and replaced by the defaults. Never throws. */
export class SettingsStore {
  readonly #file: StoreFile;
  readonly #readOnly: boolean;
  readonly #notices: StoreNotice[] = [];
  #settings: Settings = DEFAULTS;
  #text: string | null = null;
  #mustSetAside: StoreNotice['kind'] | null = null;

  constructor(options: SettingsStoreOptions) {
    this.#file = new StoreFile({ ...options, name: 'settings' });
    this.#readOnly = options.readOnly ?? false;
    if (!this.#readOnly) this.#file.prepare();
    this.#load();
  }

  get notices(): readonly StoreNotice[] {
    return this.#notices;
  }

  get(): Settings {
    return this.#settings;
  }

  update(change: Partial<Settings>): Result<null, 'not-saved' | 'invalid'> {
    const parsed = settingsSchema.safeParse({ ...this.#settings, ...change });
    if (!parsed.success) return refuse('invalid');
    if (this.#readOnly || !this.#makeRoom()) return refuse('not-saved');
    const written = this.#file.write({ version: SETTINGS_VERSION, ...parsed.data }, this.#text);
    if (!written.ok) return written;
    this.#settings = parsed.data;
    this.#text = written.value;
    return ok(null);
  }

  #load(): void {
    const found = this.#file.read();
    if (found.kind === 'absent') return;
    const stored = found.kind === 'text' ? readSettingsText(found.text) : { kind: 'damaged' as const };
    if (found.kind === 'text' && stored.kind === 'current') {
      const parsed = settingsSchema.safeParse(Object.fromEntries(stored.parts));
      if (parsed.success) {
        this.#settings = parsed.data;
        this.#text = found.text;
        return;
      }
    }
    this.#mustSetAside = stored.kind === 'newer' ? 'newer-version' : 'damaged';
    this.#makeRoom();
  }

  /** Copies an unreadable file aside and replaces it. Returns true if a write may follow. */
  #makeRoom(): boolean {
    if (this.#mustSetAside === null) return true;
    if (this.#readOnly) return false;
    const copiedTo = this.#file.setAside(this.#mustSetAside);
    const notice: StoreNotice = {
      kind: this.#mustSetAside,
      file: 'settings',
      copiedTo: copiedTo ?? this.#file.path,
    };
    if (!this.#notices.some((told) => told.copiedTo === notice.copiedTo)) this.#notices.push(notice);
    const text = JSON.stringify({ version: SETTINGS_VERSION, ...this.#settings });
    if (copiedTo === null || !this.#file.replace(text).ok) return false;
    this.#text = text;
    this.#mustSetAside = null;
    return true;
  }
}
