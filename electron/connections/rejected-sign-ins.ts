import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone';
import { ensureFolder, twice, writeWhole } from './durable';

const VERSION = 1;
/** By the proxy's origin, the `entry` of the sign-in that it rejected last. */
type Rejected = Readonly<Record<string, unknown>>;

/**
 * Which saved sign-ins their proxies have rejected, for every later run of the window and the command line. A file of
 * its own, since the command line must not write the settings. If it cannot be read or written, this run's are known.
 * Never throws. It judges its file without a schema, which would take the command line some milliseconds to load.
 */
export class RejectedSignIns {
  readonly #folder: string;
  readonly #path: string;
  #ofThisRun: Rejected = {};

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, 'rejected-sign-ins.json');
  }

  has(proxy: string, entry: string): boolean {
    return [this.#ofThisRun, this.#read()].some(
      (known) => Object.hasOwn(known, proxy) && known[proxy] === entry,
    );
  }

  add(proxy: string, entry: string): void {
    this.#ofThisRun = { ...this.#ofThisRun, [proxy]: entry };
    this.#write({ ...this.#read(), [proxy]: entry });
  }

  remove(proxy: string): void {
    this.#ofThisRun = without(this.#ofThisRun, proxy);
    const known = this.#read();
    if (Object.hasOwn(known, proxy)) this.#write(without(known, proxy));
  }

  /** Runs `work` while no other program of this user tries a saved sign-in. */
  alone<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    return alone(join(this.#folder, 'sign-in.lock'), signal, work);
  }

  #read(): Rejected {
    try {
      const { version, rejected } = JSON.parse(twice(() => readFileSync(this.#path, 'utf8')));
      return version === VERSION && typeof rejected === 'object' && rejected !== null ? rejected : {};
    } catch {
      return {};
    }
  }

  #write(rejected: Rejected): void {
    try {
      ensureFolder(this.#folder);
      writeWhole(this.#path, `${JSON.stringify({ version: VERSION, rejected })}\n`);
    } catch {
      // Known for this run.
    }
  }
}

const without = (known: Rejected, proxy: string): Rejected =>
  Object.fromEntries(Object.entries(known).filter(([other]) => other !== proxy));
