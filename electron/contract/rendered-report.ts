import type { FindingCode, Outcome, StepId } from './findings';
import type { Report } from './report';

/* A report as text in one language, the same for the window, support and saved pages. */

export const phaseIds = ['lookup', 'connect', 'tls', 'first-byte', 'rest'] as const;
export type PhaseId = (typeof phaseIds)[number];

export interface RenderedPhase {
  readonly id: PhaseId;
  readonly name: string;
  readonly ms: number;
  readonly took: string;
}

/** A piece of a step's bar; `own` is time that no phase accounts for. */
export interface BarPiece {
  readonly id: PhaseId | 'own';
  /** Its start within the whole report. */
  readonly startMs: number;
  readonly ms: number;
}

/** A finding in three parts, with the message to send if somebody else has to act. */
export interface RenderedFinding {
  readonly title: string;
  readonly happened: string;
  readonly whose: string;
  readonly todo: string;
  readonly send: string | null;
  /** Where what it says of a vendor comes from: how that is known, and its line in the documents. */
  readonly sources: readonly string[];
}

/** A finding, with all the steps that have it. */
export interface RenderedGroup {
  readonly outcome: Outcome;
  /** The steps, with the subjects if there are several: `Permission · orgs, schools and classes`. */
  readonly about: string;
  readonly finding: RenderedFinding;
}

/** The result of a step. */
export interface ShortStep {
  /** The step, with its subject if it ran for several: `Permission · orgs`. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly outcomeWord: string;
  /** '' if the step was not run. */
  readonly took: string;
  /** null if there is nothing to report or the step was not run. */
  readonly finding: RenderedFinding | null;
}

/** Adds what was asked, what came back, and how sure that is. */
export interface RenderedStep extends ShortStep {
  readonly id: StepId;
  readonly code: FindingCode | null;
  /** `took`, with its phases if there are several: `90 ms (name 1 ms, …)`. */
  readonly tookByPhase: string;
  readonly phases: readonly RenderedPhase[];
  /** Its position in the report's time; empty if the step was not run. */
  readonly bar: readonly BarPiece[];
  /** null if the step was not run. */
  readonly asked: string | null;
  readonly answered: string | null;
  readonly reading: string;
  readonly sure: string | null;
}

/** The short form, for terminals. */
export interface ShortReport {
  /** The names of the system and the connection. */
  readonly title: string;
  readonly environment: string;
  /** The whole result in a word or two: "Proved", "Stopped". */
  readonly verdict: string;
  readonly steps: readonly ShortStep[];
  /** The findings, each once. */
  readonly findings: readonly RenderedGroup[];
}

/** Labels of the table with the steps' times. */
interface TimelineLabels {
  readonly title: string;
  readonly step: string;
  readonly result: string;
  readonly duration: string;
  readonly legend: string;
}

export interface RenderedReport extends ShortReport {
  readonly timeline: TimelineLabels;
  readonly startedAt: string;
  /** Where it was made, if on another computer: `Server room, Windows`; null if here. */
  readonly place: string | null;
  /** In words, with this computer's time zone. */
  readonly when: string;
  readonly took: string;
  readonly totalMs: number;
  readonly outcome: Report['outcome'];
  readonly proved: boolean;
  readonly steps: readonly RenderedStep[];
  /** What this run does not cover, one sentence each. */
  readonly notTested: readonly string[];
  /** Name and version of this program. */
  readonly madeBy: string;
}

/** A saved report as a line of the list, identified by `startedAt`. */
export interface ReportLine {
  readonly startedAt: string;
  readonly outcome: Report['outcome'];
  readonly proved: boolean;
  /** Only the way to the servers was checked. */
  readonly withoutSecrets: boolean;
  /** The code of the deciding finding; null if all passed. */
  readonly code: FindingCode | null;
  readonly step: StepId | null;
}

/** What changed between two runs, one sentence each; empty if nothing relevant did. */
export interface RenderedComparison {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly string[];
}
