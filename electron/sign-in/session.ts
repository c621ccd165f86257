import type { Probe } from '@contract/channels';
import type { Result } from '@contract/result';
import type { Reading, RequestPlan } from '@systems/system';
import type { Proof } from '../answers/read-refusal';
import type { Answer, HttpsClient } from '../http/client';
import type { Waiting } from '../http/waiting';
import type { ListenForRedirect } from './loopback-redirect';

/** What a sign-in needs besides the network. */
export interface SignInPorts {
  /** This computer's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Opens the user's own browser; null if there is none (the command line). */
  readonly browser: { open(url: string): Promise<unknown> } | null;
  readonly listenForRedirect: ListenForRedirect;
}

export interface SignInOptions {
  readonly probe: Probe;
  /**
   * Called with the URL the browser was asked to open, so that the user can see and copy it: we cannot know whether
   * it opened.
   */
  readonly onBrowserSignIn?: (url: string, waitSeconds: number) => void;
}

/** What a sign-in may use. All it learns is in the `Session` it returns, which ends with the check. */
export interface SignInContext {
  readonly client: HttpsClient;
  readonly ports: SignInPorts;
  readonly options: SignInOptions;
  readonly waiting: () => Waiting;
  /** Pauses the check's time limit while the user signs in; the caller must call `done` in a `finally`. */
  readonly waitingForPerson: () => { readonly waiting: Waiting; readonly done: () => void };
  /** The secret for a request to this URL's origin, and no other. */
  readonly secretFor: (field: string, url: string) => Promise<Result<string, Reading>>;
  /**
   * The requests that need the sign-in, in order. Without a token request, the first one answered proves the sign-in.
   */
  readonly requests: readonly RequestPlan[];
}

/** A successful sign-in, for the requests that follow. */
export interface Session {
  readonly proof: Proof;
  /** Whether the server has shown that it knows the client. A bare 403 does not show it. */
  readonly recognised: boolean;
  /** Headers that authenticate one request. Called only after the connection to its server has been verified. */
  readonly headers: (
    method: 'GET' | 'POST',
    url: string,
  ) => Promise<Result<Readonly<Record<string, string>>, Reading>>;
  /** The access token, for requests that repeat it in their form. */
  readonly token?: string;
  /** If the first requests were the sign-in, their answers by subject. */
  readonly answers: ReadonlyMap<string | null, Answer>;
}

export interface SignedIn {
  readonly reading: Reading;
  /** null if no requests can follow. */
  readonly session: Session | null;
}

export const notSignedIn = (reading: Reading): SignedIn => ({ reading, session: null });
