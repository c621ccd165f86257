import type { FindingCode, StepId } from './findings';

/* The nightly test, as the window shows it: whether the system runs it, and what it found (docs/monitoring.md). */

/** The systems whose schedule the program knows. */
export type SchedulingPlatform = 'linux' | 'darwin' | 'win32';

/**
 * Whether the system's own schedule tests all connections every night.
 * - `unavailable`: it cannot. `checkout`: the program is not installed; `system`: this system has no schedule that we
 *   know; `no-systemd`: this Linux user has no systemd.
 * - `broken`: it was set up, but the system does not run it, or it starts a program that is elsewhere.
 */
export type Nightly =
  | { readonly state: 'unavailable'; readonly why: 'checkout' | 'system' | 'no-systemd' }
  | { readonly state: 'off' | 'broken' }
  | {
      readonly state: 'on';
      readonly platform: SchedulingPlatform;
      /** When it was set up, an instant. */
      readonly since: string;
      /** It starts at this time, `HH:MM`, or between the two; null if it was made in another way. */
      readonly from: string | null;
      readonly to: string | null;
      /** Windows' command that lets it run while nobody is signed in; null where there is none. */
      readonly always: string | null;
    };

/** Setting it up or removing it did not succeed, and everything is as before. */
export type NightlyFailure =
  | { readonly why: 'not-written'; readonly file: string }
  | { readonly why: 'failed'; readonly command: string };

export interface NightlyAnswer {
  readonly nightly: Nightly;
  /** null if all went well. */
  readonly failure: NightlyFailure | null;
}

/**
 * Why a connection was not judged. None of these says anything about the connection itself.
 * - `keyring`: the keyring that encrypted the secret is locked or not there.
 * - `secret`: the secret is missing or damaged.
 * - `offline`: this computer had no network.
 * - `asleep`: this computer slept while the check ran.
 * - `not-yet`: no run has reached it: one is under way, or was interrupted.
 */
export const notCheckedReasons = ['keyring', 'secret', 'offline', 'asleep', 'not-yet'] as const;
export type NotChecked = (typeof notCheckedReasons)[number];

/**
 * What the nightly test knows of a connection.
 * - `unknown`: it could not be tested, for no fault of its own.
 * - `stale`: it has not been tested for more than a day.
 */
export interface Watched {
  /** The connection's id. */
  readonly id: string;
  readonly kind: 'well' | 'ill' | 'unknown' | 'stale';
  /** When it was last tested, an instant. */
  readonly at: string;
  /** Since when it is so, an instant; for `stale`, what it was by then. */
  readonly since: string;
  /** The step and the finding that decided; null if there is none. */
  readonly step: StepId | null;
  readonly code: FindingCode | null;
  /** Only for `unknown`. */
  readonly notChecked: NotChecked | null;
}

export type NightResult = 'passed' | 'warning' | 'failed' | 'not-checked';

/** One connection's last nights. */
export interface Nights {
  readonly newest: Watched;
  /** At most 30 days in a row, oldest first; a result is null for a night without a test. */
  readonly nights: readonly { readonly date: string; readonly result: NightResult | null }[];
}
