import type { SystemId } from '@contract/connection';
import type { FindingCode, StepId } from '@contract/findings';
import type { Facts } from '@contract/report';

/** The settings a check runs under; each world is one start of the app. */
export type WorldName =
  /** An ordinary computer in the school network; the laboratory's root is trusted. */
  | 'plain'
  /** The same, for faults that take the whole wait of 10 s: they run side by side. */
  | 'waiting'
  /** A proxy script, served over HTTP, sends each host another way. */
  | 'script'
  /** The same, with the content filter's root trusted beside. */
  | 'script-and-filter-root'
  /** One proxy for everything, as the environment of a Linux desktop says it. */
  | 'one-proxy'
  | 'broken-script'
  | 'throwing-script'
  | 'absent-script'
  | 'silent-script'
  | 'silent-name-server'
  /** Nothing but an interface that is down. */
  | 'offline'
  /** This computer's clock, as faketime moves it. */
  | 'clock-ahead'
  | 'clock-far-ahead'
  | 'clock-far-behind';

export interface CheckedConnection {
  readonly system: SystemId;
  readonly values: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the report must say: of the step that decides the outcome, or that nothing is wrong. */
export type Expected =
  | 'all passed'
  | {
      readonly step: StepId;
      readonly code: FindingCode;
      readonly outcome?: 'failed' | 'warning' | 'passed';
      readonly subject?: string;
      /** Facts that must stand there, beside others. */
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
