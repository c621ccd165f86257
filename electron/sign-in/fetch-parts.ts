/*
 * What oauth4webapi asks of the fetch standard to word a request and to read its answer. Node's own come with the whole
 * of its fetch, which takes some 20 ms to load and never sends anything here: the build hands the library these
 * (vite.config.ts). It takes whatever calls itself by these names.
 */

/** Header lines by their names, in lower case. */
export class Headers {
  readonly #lines = new Map<string, string>();

  constructor(lines: Readonly<Record<string, string>> = {}) {
    for (const [name, value] of Object.entries(lines)) this.set(name, value);
  }

  has(name: string): boolean {
    return this.#lines.has(name.toLowerCase());
  }

  get(name: string): string | null {
    return this.#lines.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: string): void {
    this.#lines.set(name.toLowerCase(), value);
  }

  entries(): IterableIterator<[string, string]> {
    return this.#lines.entries();
  }
}

/** An answer that came with status 200, was read, and turned out to be JSON. */
export class Response {
  readonly status = 200;
  readonly bodyUsed = false;
  readonly headers = new Headers({ 'content-type': 'application/json' });
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  // The library looks for the name where the standard has it, on what all answers have in common.
  get [Symbol.toStringTag](): string {
    return 'Response';
  }

  json(): Promise<unknown> {
    return Promise.resolve(this.#value);
  }
}
