import type { RenderedFinding } from './rendered-report';

/** What a message of another program stands for, in one language. The message itself is not part of it. */
export interface RenderedExplanation {
  /** null if the message was not recognized. */
  readonly finding: RenderedFinding | null;
  /** The step of a test that proves or excludes it, as a sentence; what to do instead if it was not recognized. */
  readonly next: string;
  /** What could be seen in a message that was not recognized, one sentence each: a server, a status, a date. */
  readonly seen: readonly string[];
  /** A warning if the message seems to hold a secret. */
  readonly holdsSecret: string | null;
  /** Of a message that was not recognized. */
  readonly unknown: string | null;
}
