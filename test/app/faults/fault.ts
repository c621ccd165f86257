import type { SystemId } from '@contract/connection';
import type { FindingCode, StepId } from '@contract/findings';
import type { Facts } from '@contract/report';

/** The environment a check runs in; each world is one start of the app. */
export type WorldName =
  /** An ordinary computer in the school network that trusts the laboratory's root. */
  | 'plain'
  /** The same, for faults that take the full 10 s timeout: these run in parallel. */
  | 'waiting'
  /** A proxy script, served over HTTP, routes each host differently. */
  | 'script'
  /** The same, and the content filter's root is trusted as well. */
  | 'script-and-filter-root'
  /** One proxy for everything, set in a Linux desktop's environment. */
  | 'one-proxy'
  | 'broken-script'
  | 'throwing-script'
  | 'absent-script'
  | 'silent-script'
  | 'silent-name-server'
  /** Only an interface that is down. */
  | 'offline'
  /** This computer's clock, shifted by faketime. */
  | 'clock-ahead'
  | 'clock-far-ahead'
  | 'clock-far-behind';

export interface CheckedConnection {
  readonly system: SystemId;
  readonly values: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the report must say: about the deciding step, or that nothing is wrong. */
export type Expected =
  | 'all passed'
  | {
      readonly step: StepId;
      readonly code: FindingCode;
      readonly outcome?: 'failed' | 'warning' | 'passed';
      readonly subject?: string;
      /** Facts that must be present, among others. */
      readonly facts?: Facts;
    };

/** One row of the table. */
export interface Fault {
  readonly id: string;
  readonly what: string;
  /** The program that produces it. */
  readonly by: string;
  readonly world: WorldName;
  readonly connection: CheckedConnection;
  readonly expected: Expected;
}
