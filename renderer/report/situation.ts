import { findingJobs } from '@contract/finding-jobs';
import type { FindingCode } from '@contract/findings';
import type { Report } from '@contract/report';
import { decidingStep, isProved } from '@contract/verdict';
import type { SignInKind } from '@systems/system';
import type { TFunction } from 'i18next';
import type { CheckRun } from './check-run';
import { secretSent } from './rows';

/** What a screen says above the rows: the situation as a heading, and one sentence under it. */
export interface Situation {
  readonly heading: string;
  readonly lead: string;
}

/** The same finding on two servers is one thing to deal with. */
const stoppedCount = (report: Report): number =>
  new Set(report.steps.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)).size;

const hasCode = (report: Report, code: FindingCode): boolean =>
  report.steps.some((step) => step.code === code);

/** True when the person stopped the check: nobody's fault, and nothing to mend. */
export const wasCancelled = (report: Report): boolean => decidingStep(report.steps)?.code === 'cancelled';

/** The situation of a run. Never claims "proved" but for a sign-in that passed. */
export function situationOf(t: TFunction, run: CheckRun, signIn: SignInKind): Situation {
  if (run.kind === 'running') {
    return {
      heading: t(run.cancelling ? 'report.heading.cancelling' : 'report.heading.running'),
      lead: t(run.browser === null ? 'report.lead.running' : 'report.lead.runningBrowser'),
    };
  }
  if (run.kind === 'refused') return { heading: t('report.heading.refused'), lead: '' };
  const { report } = run;
  if (report === null) return { heading: t('report.heading.idle'), lead: t('report.lead.idle') };
  if (wasCancelled(report)) {
    const slept = decidingStep(report.steps)?.facts.reason === 'sleep';
    return {
      heading: t(slept ? 'report.heading.slept' : 'report.heading.cancelled'),
      lead: t('report.lead.cancelled'),
    };
  }
  const sent = secretSent(report.steps, run.kind === 'ended' ? run.probe : 'none');
  const aboutSecret =
    sent === 'unknown' ? '' : t(sent === 'sent' ? sentWords(signIn) : 'report.lead.secretNotSent');
  if (report.outcome === 'failed') {
    return {
      heading: t('report.heading.stopped', { count: Math.max(1, stoppedCount(report)) }),
      lead: aboutSecret,
    };
  }
  if (isProved(report.steps)) {
    return {
      heading: t(provedHeading(report)),
      lead: apiCalled(report)
        ? t(provedWords(signIn))
        : `${t(provedWords(signIn))} ${t('report.lead.apiNotCalled')}`,
    };
  }
  if (hasCode(report, 'probably-accepted')) {
    return {
      heading: t('report.heading.probablyAccepted'),
      lead: `${t('report.lead.probed')} ${aboutSecret}`,
    };
  }
  if (hasCode(report, 'not-refused')) {
    return { heading: t('report.heading.notRefused'), lead: `${t('report.lead.probed')} ${aboutSecret}` };
  }
  return hasCode(report, 'not-proved')
    ? // Why, and what to do, stands in the finding itself: said once is enough.
      { heading: t('report.heading.notProved'), lead: '' }
    : { heading: t('report.heading.remarkUnproved'), lead: aboutSecret };
}

/** Whether anything was asked of the API itself: a sign-in alone proves no more than the sign-in. */
const apiCalled = ({ steps }: Report): boolean =>
  steps.some(({ id, outcome }) => id === 'permission' && outcome !== 'skipped' && outcome !== 'not-tried');

function provedHeading(report: Report) {
  const remark = report.outcome === 'warning';
  if (!apiCalled(report)) return remark ? 'report.heading.signInRemark' : 'report.heading.signInProved';
  return remark ? 'report.heading.remark' : 'report.heading.proved';
}

/** A signature carries no secret; a bearer token goes with every request. */
function sentWords(signIn: SignInKind) {
  if (signIn === 'oauth1') return 'report.lead.secretSigned';
  return signIn === 'bearer' ? 'report.lead.secretBearer' : 'report.lead.secretSent';
}
function provedWords(signIn: SignInKind) {
  if (signIn === 'oauth1') return 'report.lead.provedSigned';
  return signIn === 'bearer' ? 'report.lead.provedBearer' : 'report.lead.proved';
}

/** What the finding's own button does: the one thing to do now. */
export type FindingAction = 'send' | 'change-values' | 'test-again' | 'remedy';

/** Nothing typed is wrong there; doing it once more, or on the computer, is the way. */
const againCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'offline',
  'sign-in-cancelled',
  'sign-in-incomplete',
  'answer-not-ours',
  'callback-port-in-use',
  'clock-skew',
  'tls-not-yet-valid',
  'cancelled',
  'not-restarted',
  'permission-missing',
]);

export function actionOf(code: FindingCode, canSend: boolean): FindingAction {
  // Testing again would change nothing: what the proxy turned away is not sent before it was entered anew.
  if (code === 'proxy-sign-in-rejected') return 'remedy';
  // What may be mended here comes before asking somebody else.
  if (canSend && findingJobs[code] !== 'you') return 'send';
  if (findingJobs[code] === 'you' && !againCodes.has(code)) return 'change-values';
  return 'test-again';
}
