import type { Sibling } from '@contract/channels';
import type { Environment, ExtraCertificate, Values } from '@contract/connection';
import type { StepId } from '@contract/findings';
import type { Step } from '@contract/report';
import type { Result } from '@contract/result';
import type { System } from '@systems/system';
import type { NetworkPorts } from '../http/network';
import type { SignInOptions, SignInPorts } from '../sign-in/session';

/** What is checked: a saved connection, or one that exists only in a file. */
export interface CheckSubject {
  /** null if the connection is not saved. */
  readonly id: string | null;
  readonly system: System;
  readonly name: string;
  readonly environment: Environment;
  readonly practice: boolean;
  readonly values: Values;
  /** Id of the alternative saved for this connection (`System.alternatives`). */
  readonly alternative?: string | undefined;
  /** The other saved connections of this system. */
  readonly siblings: readonly Sibling[];
  /** Certificates trusted in addition to the computer's, each only for the hosts it was accepted for. */
  readonly extraCertificates?: readonly ExtraCertificate[];
}

/**
 * Why a secret is not available. `locked`: the keyring has to be unlocked first. `store-not-reached`: the shared store
 * it comes from was not reached for too long.
 */
export type SecretRefusal = 'absent' | 'unreadable' | 'other-address' | 'locked' | 'store-not-reached';

export interface CheckPorts extends SignInPorts {
  /**
   * Opens a secret that may be sent only to `origin` (scheme, host, port). No secret matches an empty origin, which
   * serves to ask whether a secret exists and is readable: if so, the answer is `other-address`.
   */
  readonly secret: (field: string, origin: string) => Promise<Result<string, SecretRefusal>>;
  /** Name of a connection in the other environment with the same secret; null if there is none. */
  readonly sameSecretElsewhere: (field: string) => Promise<string | null>;
  readonly network: NetworkPorts;
}

export interface CheckOptions extends SignInOptions {
  /** The alternative the user chose for this check; takes precedence over the saved one. */
  readonly alternative?: string;
  /** Checks only the way to the servers, up to the clock. No secret is opened, and none is needed. */
  readonly withoutSecrets?: boolean;
  readonly appVersion: string;
  readonly signal: AbortSignal;
  /** Certificates (PEM) this check trusts in addition to the computer's. */
  readonly extraRoots: readonly string[];
  /** Limit for the whole check, not counting the user's time in the browser. Default 60 s. */
  readonly timeoutMs?: number;
  /** Limit for each wait. Default 10 s. */
  readonly waitMs?: number;
  /** Limit for the user's part in the browser. Default 5 min. */
  readonly browserWaitMs?: number;
  readonly onStep?: (step: Step) => void;
  readonly onStepBegan?: (id: StepId, subject: string | null) => void;
}
