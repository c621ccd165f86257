import type { SystemId, Values } from '@contract/connection';
import type { Language } from '@contract/languages';

/* What one system's part of the practice server consists of; each system has its own file. */

/**
 * The kinds of request in a check: the public probe; the sign-in (a token request, or a request that authenticates
 * itself); every request with a fetched token; a single list. The same answer means something different for each.
 */
export type RequestKind = 'probe' | 'token' | 'code' | 'signed' | 'bearer' | 'lists' | 'one-list';

/** How an answer is known (docs/vendors/README.md#how-sure). */
export type Basis = 'sourced' | 'inferred' | 'invented';

export interface PracticeRequest {
  readonly method: string;
  /** Relative to the system's own path, such as `/token`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body as text, at most 64 KiB. */
  readonly body: string;
  /** The origin of this request. */
  readonly origin: string;
  /** The full URL of the request, without its query. */
  readonly address: string;
  /** When it arrived by this server's clock, in milliseconds since 1970. */
  readonly at: number;
}

export interface PracticeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Bytes, if not UTF-8. */
  readonly body: string | Uint8Array;
  readonly basis: Basis;
}

export interface PracticeCredentials {
  readonly values: Values;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface Renewal {
  /** Only the second of its two sets of credentials is accepted, as if it had just been renewed in the system. */
  renewed: boolean;
}

export interface PracticePart<Switches extends Renewal = Renewal> {
  readonly system: SystemId;
  /** Changed in place by tests. With the defaults, a practice check succeeds. */
  readonly switches: Switches;
  /** Paths the user's browser visits; also served without TLS. */
  readonly browserPaths?: readonly string[];
  /** Beginnings of paths at the server's root that also belong to this system, if it cannot have a path of its own. */
  readonly roots?: readonly string[];
  /** The kinds of request this one is in a check, to apply a fault to it. */
  requestKinds(request: PracticeRequest): readonly RequestKind[];
  answer(request: PracticeRequest): PracticeAnswer;
}

/** The fixed part of a practice system. */
export interface PracticeSystem {
  /** `renewed`: the credentials after they were renewed in the system. */
  readonly credentials: (origin: string, renewed?: boolean) => PracticeCredentials;
  /** The same for products that the system knows by name, by the product's id. */
  readonly products?: (origin: string, renewed?: boolean) => Readonly<Record<string, PracticeCredentials>>;
  /** The e-mail with which the system's operator would send these values. */
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
