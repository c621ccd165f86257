import type { Probe } from '@contract/channels';
import { findings, type Outcome, type StepId, stepIds } from '@contract/findings';
import type { Step } from '@contract/report';

/** One row of the timeline: a stage with all its subjects. */
export interface Row {
  readonly id: StepId;
  readonly status: Outcome | 'running';
  readonly steps: readonly Step[];
  readonly durationMs: number;
}

const severity: Readonly<Record<Outcome, number>> = {
  failed: 4,
  warning: 3,
  passed: 2,
  skipped: 1,
  'not-tried': 0,
};

/** The worst of several outcomes. */
function worst(steps: readonly Step[]): Outcome {
  return steps.reduce<Outcome>(
    (so, { outcome }) => (severity[outcome] > severity[so] ? outcome : so),
    'not-tried',
  );
}

/** All ten stages, from the start. A stage is running from its start until a later one starts or the check ends. */
export function rowsOf(
  steps: readonly Step[],
  begun: readonly { readonly id: StepId }[],
  running: boolean,
): readonly Row[] {
  const last = begun.at(-1)?.id ?? null;
  return stepIds.map((id) => {
    const own = steps.filter((step) => step.id === id);
    const started = begun.filter((each) => each.id === id).length;
    const underWay = running && id === last && own.length < started;
    return {
      id,
      steps: own,
      status: underWay ? 'running' : worst(own),
      // A stage's subjects may run in parallel, so the longest one is the time spent waiting.
      durationMs: own.reduce((longest, step) => Math.max(longest, step.durationMs), 0),
    };
  });
}

/** The distinct servers of a stage, in order. */
export function hostsOf(row: Row): readonly string[] {
  return [...new Set(row.steps.flatMap(({ facts }) => (typeof facts.host === 'string' ? [facts.host] : [])))];
}

/**
 * Whether a secret left the computer in this run. `unknown` if a stop at the sign-in does not reveal whether it came
 * before or after the request that carries the secret; then we claim nothing.
 */
export function secretSent(steps: readonly Step[], probe: Probe): 'sent' | 'not-sent' | 'unknown' {
  const signIn = steps.find(({ id, code }) => id === 'sign-in' && code !== null);
  if (probe === 'authorize' || signIn === undefined || signIn.code === null) return 'not-sent';
  // A result that proves nothing may still have been an answer to the request that carried the secret.
  const wasAnswered = signIn.facts.reason === 'refused' || signIn.facts.reason === 'form';
  return signIn.outcome === 'passed' || wasAnswered ? 'sent' : findings[signIn.code].signIn.secret;
}
