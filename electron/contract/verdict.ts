import type { LastCheck } from './connection';
import { type Doubt, findings, isFindingCode, type Sureness } from './findings';
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
    overallOutcome(steps) !== 'failed' && steps.some((step) => step.id === 'sign-in' && isSignedIn(step))
  );
}

/** A sign-in that worked, even where something about the server's answer is worth a remark. */
export const isSignedIn = ({ outcome, code }: Step): boolean =>
  outcome === 'passed' || (outcome === 'warning' && code !== null && findings[code].signIn.goesOn);

/** Which parts of the sign-in request a step's finding leaves in doubt, so that they may be asked otherwise. */
export function doubtsOf({ id, code, facts }: Step): readonly Doubt[] {
  if (id !== 'sign-in' || code === null) return [];
  // Of all unexpected answers only a refusal without a reason can be about the form of the request.
  const isRefusal = facts.problem === 'no-reason' || facts.problem === 'own-reason';
  const isOfTheForm = code !== 'unexpected-answer' || isRefusal;
  return isOfTheForm ? findings[code].signIn.doubts : [];
}

/** How sure a step's finding is; null for a step that was not run. */
export function surenessOf({ code, facts }: Pick<Step, 'code' | 'facts'>): Sureness | null {
  if (code === null) return null;
  const { sure, signIn } = findings[code];
  return typeof facts.error === 'string' && signIn.plainWords.includes(facts.error) ? 'by-word' : sure;
}

/** The step that decided the outcome: the first failed, else the first warning, else null. */
export function decidingStep(steps: readonly Step[]): Step | null {
  return (
    steps.find((step) => step.outcome === 'failed') ??
    steps.find((step) => step.outcome === 'warning') ??
    null
  );
}

/**
 * Whether the server refused the credentials themselves. Sent again by themselves, night after night or with every
 * "Test all", they could lock the account.
 */
const isRejection = (step: string | null, code: string | null): boolean =>
  // Anywhere later a fetched token was refused, and the credentials had been good enough to fetch it.
  step === 'sign-in' && isFindingCode(code) && findings[code].signIn.rejected;

/** Whether the newest word of the server about these very values and secrets was that it does not take them. */
export const areRejected = (lastCheck: LastCheck | null): boolean =>
  lastCheck !== null && (lastCheck.rejected ?? isRejection(lastCheck.step, lastCheck.code));

/**
 * How a check ended, as it is kept with the connection.
 * @param before what was kept of an earlier check with the same values and secrets: a check that never got as far as
 *   the sign-in leaves a rejection standing
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

/** When the first of the servers' certificates ends, as far as the check saw one. */
function firstEnd(steps: readonly Step[]): string | null {
  const ends = steps.flatMap(({ id, facts: { validTo } }) => {
    const at = id === 'secure-connection' && typeof validTo === 'string' ? Date.parse(validTo) : Number.NaN;
    return Number.isNaN(at) ? [] : [at];
  });
  return ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString();
}
