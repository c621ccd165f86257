import type { LastCheck } from './connection';
import { type Doubt, findings, isFindingCode, type Sureness } from './findings';
import type { Report, Step } from './report';

/* The result of a report's steps. Separate from the schemas, so that the window does not need the schema library. */

/** The worst outcome of the steps that were run. */
export function overallOutcome(steps: readonly Step[]): Report['outcome'] {
  if (steps.some((step) => step.outcome === 'failed')) return 'failed';
  return steps.some((step) => step.outcome === 'warning') ? 'warning' : 'passed';
}

/** The definition of "proved": true only if a real sign-in passed and nothing failed. */
export function isProved(steps: readonly Step[]): boolean {
  return (
    overallOutcome(steps) !== 'failed' && steps.some((step) => step.id === 'sign-in' && isSignedIn(step))
  );
}

/** A sign-in that worked, even if the server's answer deserves a remark. */
export const isSignedIn = ({ outcome, code }: Step): boolean =>
  outcome === 'passed' || (outcome === 'warning' && code !== null && findings[code].signIn.goesOn);

/** The parts of the sign-in request, or of the lists' addresses, that the finding puts in doubt. The user may change them. */
export function doubtsOf({ id, code, facts }: Step): readonly Doubt[] {
  if (code === null) return [];
  // The token was granted, so only where the lists are can be wrong.
  if (id === 'permission') return code === 'wrong-address' ? ['service-path'] : [];
  if (id !== 'sign-in') return [];
  // Of the unexpected answers, only a refusal can be caused by the form of the request.
  const isRefusal = facts.problem === 'no-reason' || facts.problem === 'own-reason';
  const isOfTheForm = code !== 'unexpected-answer' || isRefusal;
  return isOfTheForm ? findings[code].signIn.doubts : [];
}

/** How sure a step's finding is; null if it was not run. */
export function surenessOf({ code, facts }: Pick<Step, 'code' | 'facts'>): Sureness | null {
  if (code === null) return null;
  const { sure, signIn } = findings[code];
  return typeof facts.error === 'string' && signIn.plainWords.includes(facts.error) ? 'by-word' : sure;
}

/** The step that decided the outcome: the first failure, else the first warning, else null. */
export function decidingStep(steps: readonly Step[]): Step | null {
  return (
    steps.find((step) => step.outcome === 'failed') ??
    steps.find((step) => step.outcome === 'warning') ??
    null
  );
}

/**
 * Whether the server rejected the credentials themselves. Sending them again automatically, every night or with each
 * "Test all", could lock the account.
 */
const isRejection = (step: string | null, code: string | null): boolean =>
  // In later steps, a fetched token was rejected, so the credentials were good enough to fetch it.
  step === 'sign-in' && isFindingCode(code) && findings[code].signIn.rejected;

/** Whether the server last rejected exactly these values and secrets. */
export const areRejected = (lastCheck: LastCheck | null): boolean =>
  lastCheck !== null && (lastCheck.rejected ?? isRejection(lastCheck.step, lastCheck.code));

/**
 * The result of a check, as saved with the connection.
 * @param before the result of an earlier check with the same values and secrets: a check that does not reach the
 * sign-in does not clear a rejection
 */
export function lastCheckOf(report: Report, before: LastCheck | null): LastCheck {
  const deciding = decidingStep(report.steps);
  const signIn = report.steps.find((step) => step.id === 'sign-in');
  const rejected =
    isRejection('sign-in', signIn?.code ?? null) || (areRejected(before) && signIn?.outcome !== 'passed');
  const certificateEnds = firstEnd(report.steps);
  return {
    at: report.startedAt,
    outcome: report.outcome,
    proved: isProved(report.steps),
    step: deciding?.id ?? null,
    code: deciding?.code ?? null,
    ...(rejected && { rejected }),
    ...(certificateEnds !== null && { certificateEnds }),
  };
}

/** When the first of the servers' certificates expires, as far as the check saw them. */
function firstEnd(steps: readonly Step[]): string | null {
  const ends = steps.flatMap(({ id, facts: { validTo } }) => {
    const at = id === 'secure-connection' && typeof validTo === 'string' ? Date.parse(validTo) : Number.NaN;
    return Number.isNaN(at) ? [] : [at];
  });
  return ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString();
}
