import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { todayHere } from '@contract/formats';
import { ok, type Result, refuse } from '@contract/result';
import { aloneNow } from '../connections/alone';
import { copyAside, ensureFolder, removeLeftovers } from '../connections/durable';
import { type Found, foundNothing } from './entry';
import { hasStopped, isFuture } from './judge';
import {
  type Entry,
  emptyResults,
  KEPT_NIGHTS,
  keyOf,
  letterOf,
  type Results,
  type ResultsProblem,
  type State,
} from './results';
import { readResults, writeResults } from './results-file';

export interface RecorderOptions {
  readonly path: string;
  readonly appVersion: string;
  readonly now: () => Date;
  /** The file was named on the command line: others may read it, and what is not ours is never overwritten. */
  readonly isNamed: boolean;
  /** These are all connections the file is about, and the run is that of the file. */
  readonly isWhole: boolean;
  /** They are as the shared store has them. */
  readonly isShared: boolean;
  /** These are all there are of their kind, shared or not: others of it are dropped from the file. */
  readonly drops: boolean;
  /** Go on with a run that was interrupted. */
  readonly resume: boolean;
}

/** An interrupted run that began longer ago is not gone on with: its first results are old by now. */
const LONGEST_RUN_MS = 12 * 3_600_000;

/** Limits writing to 5% of the time. A killed run loses at most what was found since. */
const WRITING = { share: 0.05, leastMs: 2000 };

/**
 * Records a run in the results file as it goes. Each write keeps what others have written in the meantime, such as a
 * check of one connection beside the nightly run.
 */
export class ResultsRecorder {
  readonly #found = new Map<string, Found>();
  #writeNext = 0;
  #told = false;
  /** The file as this run wrote it last. */
  #written: string | null = null;
  #base: Results;
  readonly #night: string;

  private constructor(
    private readonly options: RecorderOptions,
    base: Results,
    private readonly keys: ReadonlyMap<string, Entry['connection']>,
    /** What the interrupted run had found before. */
    readonly known: ReadonlyMap<string, Entry>,
    /** Null for a check of a few beside the run of all: that one stays the file's run. */
    private run: Results['run'] | null,
  ) {
    this.#base = base;
    this.#night = todayHere(run === null ? options.now() : new Date(run.startedAt));
  }

  /**
   * Reads the file and writes the beginning of the run, so that a file that cannot be written is known before anything
   * is checked.
   */
  static begin(
    connections: readonly Entry['connection'][],
    options: RecorderOptions,
  ): Result<ResultsRecorder, ResultsProblem | 'not-written'> {
    const { path, isNamed, now, appVersion } = options;
    const startedAt = now().toISOString();
    const read = readResults(path);
    if (!read.ok && (read.failure === 'newer' || read.failure === 'not-readable')) return read;
    if (!read.ok && isNamed && read.failure !== 'not-found') return read;
    try {
      if (!isNamed) ensureFolder(dirname(path));
      if (!read.ok && read.failure === 'not-results') copyAside(path, 'damaged', now());
      const before = read.ok ? read.value : emptyResults(startedAt, appVersion);
      const keys = new Map(connections.map((one) => [keyOf(one), one]));
      // What cannot be told apart is all checked again.
      const isClear = keys.size === connections.length;
      const known = options.resume && isClear ? foundBefore(before, keys, now()) : new Map<string, Entry>();
      const own = known.size > 0 ? before.run : { startedAt, endedAt: null };
      const run = options.isWhole || !read.ok ? own : null;
      const recorder = new ResultsRecorder(options, before, keys, known, run);
      recorder.#write();
      return ok(recorder);
    } catch {
      return refuse('not-written');
    }
  }

  /** What the file knew of a connection. */
  before(key: string): Entry | undefined {
    return this.#base.connections.find(({ connection }) => keyOf(connection) === key);
  }

  /**
   * Of two connections that have the same key, because they come from files, the worse counts.
   * @returns false if it was to be written and could not be
   */
  add(found: Found): boolean {
    const key = keyOf(found.connection);
    const other = this.#found.get(key);
    if (other === undefined || severity[found.state] >= severity[other.state]) this.#found.set(key, found);
    return performance.now() < this.#writeNext || this.#tryToWrite();
  }

  /**
   * @param isStopped it was interrupted, and may be gone on with
   * @returns false if it could not be written
   */
  end(isStopped: boolean): boolean {
    if (this.run !== null && !isStopped)
      this.run = { ...this.run, endedAt: this.options.now().toISOString() };
    return this.#tryToWrite();
  }

  /**
   * What worked before and stopped this night; nothing if that was told already. Call it once the run has ended.
   * Nothing either if that it is told cannot be noted down, so that it is not told again and again.
   */
  takeStopped(): readonly Entry[] {
    const { told, nights, connections } = this.#base;
    if (told === this.#night || nights.at(-1) !== this.#night) return [];
    const stopped = connections.filter((entry) => entry.leftOut !== true && hasStopped(entry.nights));
    this.#told = stopped.length > 0;
    return this.#told && this.#tryToWrite() ? stopped : [];
  }

  #tryToWrite(): boolean {
    try {
      this.#write();
      return true;
    } catch {
      return false;
    }
  }

  #write(): void {
    const began = performance.now();
    const { path, isNamed } = this.options;
    aloneNow(`${path}.lock`, () => {
      // Of programs that were killed.
      removeLeftovers(dirname(path), `${basename(path)}.tmp-`);
      this.#base = this.#merged(this.#newest());
      writeResults(path, this.#base, isNamed);
      this.#written = stateOf(path);
    });
    const took = performance.now() - began;
    this.#writeNext = began + took + Math.max(WRITING.leastMs, took / WRITING.share);
  }

  /** What is in the file. A large one is read again only if somebody else wrote it. */
  #newest(): Results {
    const { path } = this.options;
    const state = stateOf(path);
    if (state !== null && state === this.#written) return this.#base;
    const read = readResults(path);
    return read.ok ? read.value : this.#base;
  }

  #merged(file: Results): Results {
    const night = this.#night;
    const now = this.options.now();
    const nights = [...new Set([...file.nights, night])]
      // A wrong clock must not keep the newest place for ever.
      .filter((one) => one <= night || one <= todayHere(now))
      .toSorted()
      .slice(-KEPT_NIGHTS);
    const before = new Map(file.connections.map((entry) => [keyOf(entry.connection), entry]));
    const isNewer = ({ at }: Entry, found: Found | undefined): boolean =>
      found === undefined || (at > found.at && !isFuture(at, now));
    const { drops, isShared } = this.options;
    const mark = isShared ? ({ shared: true } as const) : {};
    const others = file.connections.filter((entry) => {
      const key = keyOf(entry.connection);
      const isKept = !drops || this.keys.has(key) || (entry.shared === true) !== isShared;
      return isKept && isNewer(entry, this.#found.get(key));
    });
    const kept = new Set(others.map((entry) => keyOf(entry.connection)));
    const found = [...this.#found].filter(([key]) => !kept.has(key));
    // What an interrupted run does not reach must be missed.
    const awaited =
      this.run === null ? [] : [...this.keys].filter(([key]) => !before.has(key) && !this.#found.has(key));
    return {
      ...file,
      app: this.options.appVersion,
      run: this.run ?? file.run,
      ...(this.#told && { told: night }),
      nights,
      connections: [
        ...others.map((entry) => ({ ...entry, nights: aligned(entry.nights, file.nights, nights) })),
        ...found.map(([key, one]) => {
          const old = before.get(key);
          const letters = aligned(old?.nights ?? '', file.nights, nights);
          return {
            ...one,
            ...mark,
            since: sinceOf(one, old),
            nights: withLetter(letters, nights.indexOf(night), letterOf[one.state]),
          };
        }),
        ...awaited.map(([, connection]) => ({
          ...foundNothing(connection, now),
          ...mark,
          since: now.toISOString(),
          nights: '-'.repeat(nights.length),
        })),
      ],
    };
  }
}

const severity: Readonly<Record<State, number>> = { passed: 0, warning: 1, 'not-checked': 2, failed: 3 };

/** Differs once somebody replaced the file; null if that cannot be told. */
function stateOf(path: string): string | null {
  try {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    return [ino, size, mtimeNs].join(' ');
  } catch {
    return null;
  }
}

/** What an interrupted run has found; empty if there is none to go on with. */
function foundBefore(
  { run, connections }: Results,
  keys: ReadonlyMap<string, unknown>,
  now: Date,
): Map<string, Entry> {
  const age = now.getTime() - Date.parse(run.startedAt);
  if (run.endedAt !== null || age < 0 || age > LONGEST_RUN_MS) return new Map();
  const known = connections.filter(
    ({ connection, at, state }) =>
      Date.parse(at) >= Date.parse(run.startedAt) && state !== 'not-checked' && keys.has(keyOf(connection)),
  );
  return new Map(known.map((entry) => [keyOf(entry.connection), entry]));
}

/** The letters of the remembered nights, one for each of `nights`. */
function aligned(letters: string, before: readonly string[], nights: readonly string[]): string {
  const known = letters.padStart(before.length, '-');
  return nights.map((night) => known[before.indexOf(night)] ?? '-').join('');
}

const withLetter = (letters: string, at: number, letter: string): string =>
  letters.slice(0, at) + letter + letters.slice(at + 1);

/** Working and not working last as long as no check says the opposite. */
const kindOf: Readonly<Record<State, string>> = {
  passed: 'well',
  warning: 'well',
  failed: 'ill',
  'not-checked': 'unknown',
};

const sinceOf = ({ state, at }: Found, old: Entry | undefined): string =>
  old !== undefined && kindOf[old.state] === kindOf[state] ? old.since : at;
