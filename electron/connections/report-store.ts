import { join } from 'node:path';
import type { StoreNotice } from '@contract/channels';
import { type Report, reportSchema } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import * as z from 'zod/mini';
import { removeLeftovers, takeAway } from './durable';
import { type OpenWriter, StoreFile } from './store-file';

/** The number of reports kept per connection. */
export const KEPT_REPORTS = 20;

const REPORTS_VERSION = 1;
const fileSchema = z.strictObject({ version: z.literal(REPORTS_VERSION), reports: z.array(z.unknown()) });
const idSchema = z.uuid();

export interface ReportStoreOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  readonly openWriter?: OpenWriter;
}

interface Kept {
  readonly reports: readonly Report[];
  readonly text: string | null;
  /** False if the file could neither be read nor copied aside and must not be overwritten. */
  readonly isSafe: boolean;
}

/**
 * The newest reports of each connection, in one small file per connection in `reports/`, read on first use. Reports
 * contain no secrets, and losing one loses no work, so these files have no generations.
 */
export class ReportStore {
  readonly #folder: string;
  readonly #read = new Map<string, Kept>();
  readonly #notices: StoreNotice[] = [];

  constructor(private readonly options: ReportStoreOptions) {
    this.#folder = join(options.folder, 'reports');
  }

  /** Grows as files are read for the first time. */
  get notices(): readonly StoreNotice[] {
    return this.#notices;
  }

  /** Newest first. */
  list(connection: string): readonly Report[] {
    return this.#kept(connection)?.reports ?? [];
  }

  newest(connection: string): Report | null {
    return this.list(connection)[0] ?? null;
  }

  add(connection: string, report: Report): Result<null, 'not-saved' | 'invalid'> {
    const parsed = reportSchema.safeParse(report);
    const kept = this.#kept(connection);
    if (!parsed.success || kept === null) return refuse('invalid');
    if (!kept.isSafe) return refuse('not-saved');
    const reports = [parsed.data, ...kept.reports].slice(0, KEPT_REPORTS);
    const written = this.#file(connection).write({ version: REPORTS_VERSION, reports }, kept.text);
    if (!written.ok) return written;
    this.#read.set(connection, { reports, text: written.value, isSafe: true });
    return ok(null);
  }

  /** Best effort: a remaining file contains no secrets and belongs to no connection. */
  forget(connection: string): void {
    this.#read.delete(connection);
    if (!isId(connection)) return;
    takeAway(this.#file(connection).path);
    removeLeftovers(this.#folder, `${connection}.`);
  }

  /** null if this is not a connection id, since it would become a file name. */
  #kept(connection: string): Kept | null {
    if (!isId(connection)) return null;
    const known = this.#read.get(connection);
    if (known !== undefined) return known;
    removeLeftovers(this.#folder, `${connection}.`);
    const kept = this.#load(this.#file(connection));
    // Otherwise read it again next time: the disk may respond then.
    if (kept.isSafe) this.#read.set(connection, kept);
    return kept;
  }

  #load(file: StoreFile): Kept {
    const found = file.read();
    if (found.kind === 'absent') return { reports: [], text: null, isSafe: true };
    const read = found.kind === 'text' ? reportsIn(found.text) : null;
    if (found.kind === 'text' && read?.isWhole === true) {
      return { reports: read.reports, text: found.text, isSafe: true };
    }
    const copiedTo = file.setAside('damaged');
    this.#tell({ kind: 'damaged', file: 'reports', copiedTo: copiedTo ?? file.path });
    const reports = read?.reports ?? [];
    if (copiedTo === null) return { reports, text: null, isSafe: false };
    const text = JSON.stringify({ version: REPORTS_VERSION, reports });
    return { reports, text: file.replace(text).ok ? text : null, isSafe: true };
  }

  #tell(notice: StoreNotice): void {
    const isTold = this.#notices.some((told) => told.copiedTo === notice.copiedTo);
    if (!isTold) this.#notices.push(notice);
  }

  #file(connection: string): StoreFile {
    return new StoreFile({ ...this.options, folder: this.#folder, name: connection });
  }
}

/** The valid reports, and whether all are valid; null if this is not one of our files. */
function reportsIn(text: string): { readonly reports: readonly Report[]; readonly isWhole: boolean } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const file = fileSchema.safeParse(json);
  if (!file.success) return null;
  const judged = file.data.reports.map((report) => reportSchema.safeParse(report));
  const reports = judged.flatMap((report) => (report.success ? [report.data] : []));
  return { reports, isWhole: reports.length === judged.length };
}

const isId = (text: string): boolean => idSchema.safeParse(text).success;
