import type { exchangeFacts } from '@contract/finding-facts';
import type { Facts } from '@contract/report';
import { clockMs } from './clock';

/*
 * What a report contains about a request besides its answer: what was requested, and how long each part took. No
 * query, headers or body, since a report must not contain secrets.
 */

export type ExchangeFact = (typeof exchangeFacts)[number];
type Phase = Exclude<ExchangeFact, 'asked' | 'firstByteMs' | 'totalMs'>;

/** Collects the facts of one request in progress. Whole milliseconds. */
export class Exchange {
  readonly #began = clockMs();
  readonly #facts: Partial<Record<ExchangeFact, string | number>> = {};
  #sentAt: number | null = null;

  /** Runs one phase of the request and times it, whether or not it succeeds. */
  async phase<Value>(name: Phase, work: () => Promise<Value>): Promise<Value> {
    const began = clockMs();
    try {
      return await work();
    } finally {
      this.#facts[name] = sinceMs(began);
    }
  }

  sent(method: string, url: string): void {
    this.#sentAt = clockMs();
    this.#facts.asked = askedOf(method, url);
  }

  firstByte(): void {
    if (this.#sentAt !== null) this.#facts.firstByteMs = sinceMs(this.#sentAt);
  }

  /** The facts known so far; `totalMs` runs up to this call. */
  facts(): Facts {
    return { ...this.#facts, totalMs: sinceMs(this.#began) };
  }
}

const sinceMs = (began: number): number => Math.round(clockMs() - began);

const LONGEST_ASKED = 256;

/**
 * Words as APIs use them (`oneroster`, `v1p1`, `access_token`). Parts that are long or full of digits may be names or
 * ids.
 */
const PLAIN_PART = /^[A-Za-z][A-Za-z_.-]{0,24}(?:\d{1,2}[A-Za-z_.-]{0,12}){0,2}$/;

/** Method and path, as in `GET /ws/v1/metadata`. Path parts that are not plain words are replaced by `…`. */
export function askedOf(method: string, url: string): string {
  const path = new URL(url).pathname
    .split('/')
    .map((part) => (part === '' || PLAIN_PART.test(part) ? part : '…'))
    .join('/');
  return `${method} ${path}`.slice(0, LONGEST_ASKED);
}
