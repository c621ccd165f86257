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
  /** null for a connection that is not saved. */
  readonly id: string | null;
  readonly system: System;
  readonly name: string;
  readonly environment: Environment;
  readonly practice: boolean;
  readonly values: Values;
  /** The system's other way to ask that was kept for this connection (`System.alternatives`). */
  readonly alternative?: string | undefined;
  /** The board's other connections of this system. */
  readonly siblings: readonly Sibling[];
  /** What it trusts beside the computer's own, each for the hosts it was accepted for. */
  readonly extraCertificates?: readonly ExtraCertificate[];
}

/** Why a secret is not to be had. `locked`: the keyring would have to be unlocked first. */
export type SecretRefusal = 'absent' | 'unreadable' | 'other-address' | 'locked';

export interface CheckPorts extends SignInPorts {
  /**
   * A secret, to be sent to `origin` (scheme, host, port) and nowhere else. An empty origin matches none: it asks only
   * whether the secret is there and readable, and `other-address` then means that it is.
   */
  readonly secret: (field: string, origin: string) => Promise<Result<string, SecretRefusal>>;
  /** Name of a connection of the other environment that holds the same secret; null when none does. */
  readonly sameSecretElsewhere: (field: string) => Promise<string | null>;
  readonly network: NetworkPorts;
}

export interface CheckOptions extends SignInOptions {
  /** The other way to ask that the person chose for this one check; goes before the one that was kept. */
  readonly alternative?: string;
  readonly appVersion: string;
  readonly signal: AbortSignal;
  /** PEM certificates this one connection trusts beside the computer's own. */
  readonly extraRoots: readonly string[];
  /** The whole, without the person's time in the browser. Default 60 s. */
  readonly timeoutMs?: number;
  /** Each wait. Default 10 s. */
  readonly waitMs?: number;
  /** The person's time in the browser. Default 5 min. */
  readonly browserWaitMs?: number;
  readonly onStep?: (step: Step) => void;
  readonly onStepBegan?: (id: StepId, subject: string | null) => void;
}
