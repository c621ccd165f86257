import type { exchangeFacts } from '@contract/finding-facts';
import type { Facts } from '@contract/report';
import { clockMs } from './clock';

/*
 * What a report tells of one request beside its answer: what was asked, and how long each part took. No query, no
 * header, no body: a report holds nothing that could be secret.
 */

export type ExchangeFact = (typeof exchangeFacts)[number];
type Phase = Exclude<ExchangeFact, 'asked' | 'firstByteMs' | 'totalMs'>;

/** Collects the facts of one request while it goes on. Whole milliseconds. */
export class Exchange {
  readonly #began = clockMs();
  readonly #facts: Partial<Record<ExchangeFact, string | number>> = {};
  #sentAt: number | null = null;

  /** Does one part of the way there, timed whether or not it succeeds. */
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

  /** What is known by now; `totalMs` runs until the moment of asking. */
  facts(): Facts {
    return { ...this.#facts, totalMs: sinceMs(this.#began) };
  }
}

const sinceMs = (began: number): number => Math.round(clockMs() - began);

const LONGEST_ASKED = 256;

/** Words as APIs write them (`oneroster`, `v1p1`, `access_token`); long or digit-laden parts may name or identify. */
const PLAIN_PART = /^[A-Za-z][A-Za-z_.-]{0,24}(?:\d{1,2}[A-Za-z_.-]{0,12}){0,2}$/;

/** Method and path, as in `GET /ws/v1/metadata`; parts of the path that are no plain words are shown as `…`. */
export function askedOf(method: string, url: string): string {
  const path = new URL(url).pathname
    .split('/')
    .map((part) => (part === '' || PLAIN_PART.test(part) ? part : '…'))
    .join('/');
  return `${method} ${path}`.slice(0, LONGEST_ASKED);
}
