import type { Report, Step } from './report';

/* What a report's steps come to. Apart from the schemas, so that the window can judge without the schema library. */

/** The worst outcome among the steps that were tried. */
export function overallOutcome(steps: readonly Step[]): Report['outcome'] {
  if (steps.some((step) => step.outcome === 'failed')) return 'failed';
  return steps.some((step) => step.outcome === 'warning') ? 'warning' : 'passed';
}

/** True only when a real sign-in passed and nothing failed: the one meaning of "proved". */
export function isProved(steps: readonly Step[]): boolean {
  return (
    overallOutcome(steps) !== 'failed' &&
    steps.some((step) => step.id === 'sign-in' && step.outcome === 'passed')
  );
}

/** The step that decided the outcome: the first failed, else the first warning, else null. */
export function decidingStep(steps: readonly Step[]): Step | null {
  return (
    steps.find((step) => step.outcome === 'failed') ??
    steps.find((step) => step.outcome === 'warning') ??
    null
  );
}
