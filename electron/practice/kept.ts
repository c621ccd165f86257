import { randomBytes } from 'node:crypto';

const MOST_KEPT = 200;

/**
 * Codes, tokens and pages in use. Each has a random name and a limited lifetime; the oldest are dropped if there are
 * too many.
 */
export class Kept<Value> {
  readonly #values = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  keep(prefix: string, value: Value, lifetimeMs: number): string {
    const [oldest] = this.#values.keys();
    if (oldest !== undefined && this.#values.size >= MOST_KEPT) this.#values.delete(oldest);
    const name = prefix + randomBytes(24).toString('base64url');
    this.#values.set(name, { value, until: this.#now() + lifetimeMs });
    return name;
  }

  look(name: string): Value | undefined {
    const kept = this.#values.get(name);
    return kept !== undefined && kept.until > this.#now() ? kept.value : undefined;
  }

  take(name: string): Value | undefined {
    const value = this.look(name);
    this.#values.delete(name);
    return value;
  }
}
