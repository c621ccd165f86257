import type { FindingCode, Outcome, StepId } from './findings';
import type { Report } from './report';

/* A report in words of one language: what the window shows, support receives and a saved page holds, alike. */

export const phaseIds = ['lookup', 'connect', 'tls', 'first-byte', 'rest'] as const;
export type PhaseId = (typeof phaseIds)[number];

export interface RenderedPhase {
  readonly id: PhaseId;
  readonly name: string;
  readonly ms: number;
  readonly took: string;
}

/** A piece of a step's bar; `own` is what no phase accounts for. */
export interface BarPiece {
  readonly id: PhaseId | 'own';
  /** Where it begins in the whole report. */
  readonly startMs: number;
  readonly ms: number;
}

/** A finding in its three parts, and the message to send where it is somebody else's job. */
export interface RenderedFinding {
  readonly title: string;
  readonly happened: string;
  readonly whose: string;
  readonly todo: string;
  readonly send: string | null;
}

/** A finding once, with all the steps that came to it. */
export interface RenderedGroup {
  readonly outcome: Outcome;
  /** The steps, and the subjects where they ran for several: `Permission · orgs, schools and classes`. */
  readonly about: string;
  readonly finding: RenderedFinding;
}

/** What a step came to. */
export interface ShortStep {
  /** The step, and what it was about where it ran for several: `Permission · orgs`. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly outcomeWord: string;
  /** '' for a step that was not run. */
  readonly took: string;
  /** null where all is as it should be, and for a step that was not run. */
  readonly finding: RenderedFinding | null;
}

/** And what was asked, what came back, and how sure that is. */
export interface RenderedStep extends ShortStep {
  readonly id: StepId;
  readonly code: FindingCode | null;
  /** The same with its phases, where there are several: `90 ms (name 1 ms, …)`. */
  readonly tookByPhase: string;
  readonly phases: readonly RenderedPhase[];
  /** Where its time lies in the whole; empty for a step that was not run. */
  readonly bar: readonly BarPiece[];
  /** null for a step that was not run. */
  readonly asked: string | null;
  readonly answered: string | null;
  readonly reading: string;
  readonly sure: string | null;
}

/** What a terminal shows. */
export interface ShortReport {
  /** System and name of the connection. */
  readonly title: string;
  readonly environment: string;
  /** One word or two for the whole: "Proved", "Stopped". */
  readonly verdict: string;
  readonly steps: readonly ShortStep[];
  /** What was found, each once. */
  readonly findings: readonly RenderedGroup[];
}

/** What stands over and under the steps' times. */
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
  /** In words, with the time zone of this computer. */
  readonly when: string;
  readonly took: string;
  readonly totalMs: number;
  readonly outcome: Report['outcome'];
  readonly proved: boolean;
  readonly steps: readonly RenderedStep[];
  /** What this run says nothing about, a sentence each. */
  readonly notTested: readonly string[];
  /** Name and version of this program. */
  readonly madeBy: string;
}

/** A kept report as a line of the list; `startedAt` names it. */
export interface ReportLine {
  readonly startedAt: string;
  readonly outcome: Report['outcome'];
  readonly proved: boolean;
  /** Of the finding that decided; null when all passed. */
  readonly code: FindingCode | null;
  readonly step: StepId | null;
}

/** What changed from one run to a later one, a sentence each; empty when nothing that is looked at did. */
export interface RenderedComparison {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly string[];
}
