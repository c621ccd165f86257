import { join } from 'node:path';
import type { StoreNotice } from '@contract/channels';
import { ok, type Result, refuse } from '@contract/result';
import * as z from 'zod/mini';
import { removeLeftovers, takeAway } from './durable';
import { type OpenWriter, StoreFile } from './store-file';

const VERSION = 1;
const fileSchema = z.strictObject({ version: z.literal(VERSION), reports: z.array(z.unknown()) });
const idSchema = z.uuid();

export interface PerConnectionOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  readonly openWriter?: OpenWriter;
}

/** What is kept of each connection. */
interface Kind<Item> {
  /** Their folder within the data folder. */
  readonly name: string;
  readonly schema: { safeParse(item: unknown): { success: true; data: Item } | { success: false } };
  /** How many are kept per connection; the oldest are dropped. */
  readonly most: number;
}

interface Kept<Item> {
  readonly items: readonly Item[];
  readonly text: string | null;
  /** False if the file could neither be read nor copied aside and must not be overwritten. */
  readonly isSafe: boolean;
}

/**
 * Reports of each connection, in one small file per connection, read on first use. They contain no secrets, and losing
 * one loses no work, so these files have no generations.
 */
export class PerConnection<Item> {
  readonly #folder: string;
  readonly #read = new Map<string, Kept<Item>>();
  readonly #notices: StoreNotice[] = [];

  constructor(
    private readonly options: PerConnectionOptions,
    private readonly kind: Kind<Item>,
  ) {
    this.#folder = join(options.folder, kind.name);
  }

  /** Grows as files are read for the first time. */
  get notices(): readonly StoreNotice[] {
    return this.#notices;
  }

  /** Newest first. */
  list(connection: string): readonly Item[] {
    return this.#kept(connection)?.items ?? [];
  }

  newest(connection: string): Item | null {
    return this.list(connection)[0] ?? null;
  }

  add(connection: string, item: Item): Result<null, 'not-saved' | 'invalid'> {
    const parsed = this.kind.schema.safeParse(item);
    const kept = this.#kept(connection);
    if (!parsed.success || kept === null) return refuse('invalid');
    return this.#put(connection, kept, [parsed.data, ...kept.items].slice(0, this.kind.most));
  }

  /** Best effort: a remaining file contains no secrets and belongs to no connection. */
  forget(connection: string): void {
    this.#read.delete(connection);
    if (!isId(connection)) return;
    takeAway(this.#file(connection).path);
    removeLeftovers(this.#folder, `${connection}.`);
  }

  /** Keeps only the items for which `keeps` is true. */
  protected sift(connection: string, keeps: (item: Item) => boolean): Result<null, 'not-saved' | 'invalid'> {
    const kept = this.#kept(connection);
    return kept === null ? refuse('invalid') : this.#put(connection, kept, kept.items.filter(keeps));
  }

  #put(
    connection: string,
    { isSafe, text }: Kept<Item>,
    items: readonly Item[],
  ): Result<null, 'not-saved' | 'invalid'> {
    if (!isSafe) return refuse('not-saved');
    const written = this.#file(connection).write({ version: VERSION, reports: items }, text);
    if (!written.ok) return written;
    this.#read.set(connection, { items, text: written.value, isSafe: true });
    return ok(null);
  }

  /** null if this is not a connection id, since it would become a file name. */
  #kept(connection: string): Kept<Item> | null {
    if (!isId(connection)) return null;
    const known = this.#read.get(connection);
    if (known !== undefined) return known;
    removeLeftovers(this.#folder, `${connection}.`);
    const kept = this.#load(this.#file(connection));
    // Otherwise read it again next time: the disk may respond then.
    if (kept.isSafe) this.#read.set(connection, kept);
    return kept;
  }

  #load(file: StoreFile): Kept<Item> {
    const found = file.read();
    if (found.kind === 'absent') return { items: [], text: null, isSafe: true };
    const read = found.kind === 'text' ? this.#itemsIn(found.text) : null;
    if (found.kind === 'text' && read?.isWhole === true) {
      return { items: read.items, text: found.text, isSafe: true };
    }
    const copiedTo = file.setAside('damaged');
    this.#tell({ kind: 'damaged', file: 'reports', copiedTo: copiedTo ?? file.path });
    const items = read?.items ?? [];
    if (copiedTo === null) return { items, text: null, isSafe: false };
    const text = JSON.stringify({ version: VERSION, reports: items });
    return { items, text: file.replace(text).ok ? text : null, isSafe: true };
  }

  /** The valid items, and whether all are valid; null if this is not one of our files. */
  #itemsIn(text: string): { readonly items: readonly Item[]; readonly isWhole: boolean } | null {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return null;
    }
    const file = fileSchema.safeParse(json);
    if (!file.success) return null;
    const judged = file.data.reports.map((item) => this.kind.schema.safeParse(item));
    const items = judged.flatMap((item) => (item.success ? [item.data] : []));
    return { items, isWhole: items.length === judged.length };
  }

  #tell(notice: StoreNotice): void {
    const isTold = this.#notices.some((told) => told.copiedTo === notice.copiedTo);
    if (!isTold) this.#notices.push(notice);
  }

  #file(connection: string): StoreFile {
    return new StoreFile({ ...this.options, folder: this.#folder, name: connection });
  }
}

const isId = (text: string): boolean => idSchema.safeParse(text).success;
