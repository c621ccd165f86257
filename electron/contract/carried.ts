import * as z from 'zod/mini';
import type { Platform } from './connection-kinds';
import type { Outcome } from './findings';
import { LIMITS } from './limits';
import type { ReportLine } from './rendered-report';
import { reportSchema } from './report';

/* Checks that another computer made: their reports, and how they differ from a check made here. */

/** A report of another computer, kept with the connection. */
export const carriedSchema = z.strictObject({
  /** What the user calls that computer. */
  place: z.string().check(z.maxLength(LIMITS.place)),
  addedAt: z.iso.datetime(),
  report: reportSchema,
});
export type CarriedReport = z.infer<typeof carriedSchema>;

/** Such a report as a line of the list. */
export interface CarriedLine extends ReportLine {
  readonly place: string;
  /** null if the report does not tell. */
  readonly platform: Platform | null;
  /** The program's version there; '' if the report does not tell. */
  readonly app: string;
}

/** Why a file or text was refused. Nothing of it is shown. */
export type CarriedProblem =
  | 'not-readable'
  | 'too-large'
  | 'not-a-report'
  /** Of another system, or of none of the connection's servers. */
  | 'other-connection'
  | 'already-there';

/** A report as read, before the user has named its computer and chosen to keep it. */
export interface CarriedOffer {
  readonly token: string;
  readonly startedAt: string;
  readonly platform: Platform | null;
  readonly app: string;
  /** Of a newer or spoilt file: steps that could not be read and are left out. */
  readonly leftOut: number;
  /** It names addresses inside a network, which are kept only on request. */
  readonly hasInnerAddresses: boolean;
}

export type OpenedCarried =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly problem: CarriedProblem }
  | { readonly kind: 'read'; readonly offer: CarriedOffer };

/** One step, here and there, in words. */
export interface ComparedStep {
  readonly name: string;
  readonly here: { readonly outcome: Outcome; readonly said: string };
  readonly there: { readonly outcome: Outcome; readonly said: string };
  readonly isDifferent: boolean;
}

/** How a check there differs from one here, the difference that explains first. */
export interface RenderedDifference {
  /** When each was made, and where: `Server room, Windows, version 1.0.0`. */
  readonly here: string;
  readonly there: string;
  readonly title: string;
  readonly happened: string;
  readonly whose: string;
  readonly todo: string;
  /** The message to send, with the facts of both sides; null if nobody is to act. */
  readonly send: string | null;
  readonly steps: readonly ComparedStep[];
  /** Every fact that differs, one sentence each. */
  readonly facts: readonly string[];
}
