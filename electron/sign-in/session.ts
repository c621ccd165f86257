import type { Probe } from '@contract/channels';
import type { Result } from '@contract/result';
import type { Reading, RequestPlan } from '@systems/system';
import type { Proof } from '../answers/read-refusal';
import type { Answer, HttpsClient } from '../http/client';
import type { Waiting } from '../http/waiting';
import type { ListenForRedirect } from './loopback-redirect';

/** What a sign-in needs from outside the network. */
export interface SignInPorts {
  /** Milliseconds since 1970, this computer's clock. */
  readonly now: () => number;
  /** Opens the person's own browser; null where there is none to open (the command line). */
  readonly browser: { open(url: string): Promise<unknown> } | null;
  readonly listenForRedirect: ListenForRedirect;
}

export interface SignInOptions {
  readonly probe: Probe;
  /** The address the browser was asked to open, to be shown and copied: nobody knows whether it did. */
  readonly onBrowserSignIn?: (url: string, waitSeconds: number) => void;
}

/** What a sign-in may use. Everything it learns lives in the `Session` it returns, and ends with the check. */
export interface SignInContext {
  readonly client: HttpsClient;
  readonly ports: SignInPorts;
  readonly options: SignInOptions;
  readonly waiting: () => Waiting;
  /** Stops the check's clock while the person is busy; resumed by the caller's `finally`. */
  readonly waitingForPerson: () => { readonly waiting: Waiting; readonly done: () => void };
  /** The secret for a request to this address, and to no other origin. */
  readonly secretFor: (field: string, url: string) => Promise<Result<string, Reading>>;
  /** The requests that need the sign-in, in order; where no token is fetched the first that is answered proves it. */
  readonly requests: readonly RequestPlan[];
}

/** A sign-in that worked, for the requests that follow. */
export interface Session {
  readonly proof: Proof;
  /** Whether the server has shown that it knows who asks; a 403 without a word shows nothing. */
  readonly recognised: boolean;
  /** Headers that authenticate one request; asked for only once the line to its server has been verified. */
  readonly headers: (
    method: 'GET',
    url: string,
  ) => Promise<Result<Readonly<Record<string, string>>, Reading>>;
  /** Answers that came already, where the first requests were the sign-in, by their subjects. */
  readonly answers: ReadonlyMap<string | null, Answer>;
}

export interface SignedIn {
  readonly reading: Reading;
  /** null when nothing can be asked after it. */
  readonly session: Session | null;
}

export const notSignedIn = (reading: Reading): SignedIn => ({ reading, session: null });
