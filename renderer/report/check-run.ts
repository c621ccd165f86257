import type { Failure, Probe } from '@contract/channels';
import type { StepId } from '@contract/findings';
import type { Report, Step } from '@contract/report';
import { assertNever } from '@contract/result';

/** The sign-in page is open in the user's browser. */
export interface BrowserWait {
  readonly url: string;
  /** When main gives up, ms since the epoch. */
  readonly until: number;
}

/** The window's view of one run of the check. */
export type CheckRun =
  /** Nothing is running; the report is from an earlier run, if any. */
  | { readonly kind: 'idle'; readonly report: Report | null }
  | {
      readonly kind: 'running';
      readonly attempt: string;
      readonly probe: Probe;
      /** The chosen alternative request; null for the usual one. */
      readonly alternative: string | null;
      readonly steps: readonly Step[];
      readonly begun: readonly { readonly id: StepId; readonly subject: string | null }[];
      readonly browser: BrowserWait | null;
      /** Cancel was pressed; main is shutting the run down. */
      readonly cancelling: boolean;
      /** The previous report, in case this run does not start. */
      readonly before: Report | null;
    }
  | {
      readonly kind: 'ended';
      readonly probe: Probe;
      readonly alternative: string | null;
      readonly report: Report;
      /** The result could not be saved: it is shown, but may be lost later. */
      readonly notSaved: boolean;
    }
  /** The call itself failed: nothing was tested. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly report: Report | null };

export type CheckEvent =
  | {
      readonly type: 'check-began';
      readonly attempt: string;
      readonly probe: Probe;
      readonly alternative?: string | null;
    }
  | {
      readonly type: 'check-step-began';
      readonly attempt: string;
      readonly id: StepId;
      readonly subject: string | null;
    }
  | { readonly type: 'check-step'; readonly attempt: string; readonly step: Step }
  | { readonly type: 'check-browser'; readonly attempt: string; readonly browser: BrowserWait }
  | { readonly type: 'check-cancelling'; readonly attempt: string }
  | {
      readonly type: 'check-ended';
      readonly attempt: string;
      readonly report: Report;
      readonly notSaved: boolean;
    }
  | { readonly type: 'check-refused'; readonly attempt: string; readonly failure: Failure };

export const noRun = (report: Report | null): CheckRun => ({ kind: 'idle', report });

/** The newest report, whatever state the run is in. */
export function reportOf(run: CheckRun): Report | null {
  return run.kind === 'running' ? run.before : run.report;
}

/** Advances a run. Events of any attempt but the current one are dropped. */
export function nextRun(run: CheckRun, event: CheckEvent): CheckRun {
  if (event.type === 'check-began') {
    if (run.kind === 'running') return run;
    return {
      kind: 'running',
      attempt: event.attempt,
      probe: event.probe,
      alternative: event.alternative ?? null,
      steps: [],
      begun: [],
      browser: null,
      cancelling: false,
      before: reportOf(run),
    };
  }
  if (run.kind !== 'running' || run.attempt !== event.attempt) return run;
  switch (event.type) {
    case 'check-step-began':
      return { ...run, begun: [...run.begun, { id: event.id, subject: event.subject }] };
    case 'check-step':
      return {
        ...run,
        steps: [...run.steps, event.step],
        browser: event.step.id === 'sign-in' ? null : run.browser,
      };
    case 'check-browser':
      return { ...run, browser: event.browser };
    case 'check-cancelling':
      return { ...run, cancelling: true };
    case 'check-ended': {
      const { report, notSaved } = event;
      return { kind: 'ended', probe: run.probe, alternative: run.alternative, report, notSaved };
    }
    case 'check-refused':
      return { kind: 'refused', failure: event.failure, report: run.before };
    default:
      return assertNever(event);
  }
}
