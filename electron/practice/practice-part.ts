import type { SystemId, Values } from '@contract/connection';
import type { Language } from '@contract/languages';

/* What one system's part of the practice server has to say; one file a system. */

/**
 * The kinds of request that a check makes: the public probe, what signs in (for a token, or a request that carries its
 * own proof), every request with a fetched token, one list alone. The same answer means something else to each.
 */
export type Asker = 'probe' | 'token' | 'code' | 'signed' | 'bearer' | 'lists' | 'one-list';

/** What an answer rests on (docs/vendors/README.md#how-sure). */
export type Basis = 'sourced' | 'inferred' | 'invented';

export interface PracticeRequest {
  readonly method: string;
  /** Below the system's own path, such as `/token`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body as text, at most 64 KiB. */
  readonly body: string;
  /** This request's own origin. */
  readonly origin: string;
  /** The whole address that was asked, without its query. */
  readonly address: string;
  /** When it came, by this server's clock: milliseconds since 1970. */
  readonly at: number;
}

export interface PracticeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Bytes where it is not UTF-8. */
  readonly body: string | Uint8Array;
  readonly basis: Basis;
}

export interface PracticeCredentials {
  readonly values: Values;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface PracticePart<Switches> {
  readonly system: SystemId;
  /** Changed in place by tests; the defaults let a rehearsal succeed. */
  readonly switches: Switches;
  /** From now on only the other of its two sets of credentials is accepted, as if they had just been made. */
  renew(): void;
  /** Paths the person's own browser visits; they are served without TLS as well. */
  readonly browserPaths: readonly string[];
  /** First parts of paths at the server's own root that are this system's as well, where it cannot have a path of its own. */
  readonly roots?: readonly string[];
  /** What this request is in a check, so that a fault can be put there. */
  askers(request: PracticeRequest): readonly Asker[];
  answer(request: PracticeRequest): PracticeAnswer;
}

/** A part's unchanging side. */
export interface PracticeSystem {
  /** `renewed`: as they are after they were replaced in the system. */
  readonly credentials: (origin: string, renewed?: boolean) => PracticeCredentials;
  /** The e-mail in which whoever runs the system would send these values. */
  readonly reply: (language: Language, credentials: PracticeCredentials) => string;
}

export const json = (
  status: number,
  value: unknown,
  basis: Basis,
  headers: PracticeAnswer['headers'] = {},
): PracticeAnswer => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  body: JSON.stringify(value),
  basis,
});
