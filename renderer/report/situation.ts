import type { FindingCode, NextAction } from '@contract/findings';
import type { Report } from '@contract/report';
import { decidingStep, isProved } from '@contract/verdict';
import type { FindingWords } from '@systems/finding-words';
import type { SignInKind, SystemText } from '@systems/system';
import type { TFunction } from 'i18next';
import type { CheckRun } from './check-run';
import { secretSent } from './rows';

/** What a screen shows above the rows: a heading for the situation, and one sentence below it. */
export interface Situation {
  readonly heading: string;
  readonly lead: string;
}

/** The same finding on two servers counts once. */
const stoppedCount = (report: Report): number =>
  new Set(report.steps.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)).size;

const hasCode = (report: Report, code: FindingCode): boolean =>
  report.steps.some((step) => step.code === code);

/** True if the user cancelled the check: nothing failed and nothing needs fixing. */
export const wasCancelled = (report: Report): boolean => decidingStep(report.steps)?.code === 'cancelled';

/** The situation of a run. Claims "proved" only for a sign-in that passed. */
export function situationOf(
  t: TFunction,
  run: CheckRun,
  signIn: SignInKind,
  texts: Pick<SystemText, 'browserSignIn' | 'findings'>,
): Situation {
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
  if (report.withoutSecrets === true)
    return { heading: t('report.heading.wayClear'), lead: t('report.lead.wayClear') };
  if (isProved(report.steps)) {
    return {
      heading: t(provedHeading(report)),
      lead: apiCalled(report)
        ? t(provedWords(signIn))
        : `${t(provedWords(signIn))} ${t('report.lead.apiNotCalled')}`,
    };
  }
  const afterProbe = [texts.browserSignIn?.probed, aboutSecret].filter(Boolean).join(' ');
  if (hasCode(report, 'probably-accepted')) {
    return { heading: t('report.heading.probablyAccepted'), lead: afterProbe };
  }
  if (hasCode(report, 'not-refused')) {
    return {
      heading: texts.findings['not-refused']?.title ?? t('report.heading.notProved'),
      lead: afterProbe,
    };
  }
  return hasCode(report, 'not-proved')
    ? // The finding itself says why and what to do; no need to repeat it.
      { heading: t('report.heading.notProved'), lead: '' }
    : { heading: t('report.heading.remarkUnproved'), lead: aboutSecret };
}

/** Whether the API itself was called: a sign-in alone proves nothing beyond the sign-in. */
const apiCalled = ({ steps }: Report): boolean =>
  steps.some(({ id, outcome }) => id === 'permission' && outcome !== 'skipped' && outcome !== 'not-tried');

function provedHeading(report: Report) {
  const remark = report.outcome === 'warning';
  if (!apiCalled(report)) return remark ? 'report.heading.signInRemark' : 'report.heading.signInProved';
  return remark ? 'report.heading.remark' : 'report.heading.proved';
}

/** A signature does not contain the secret; a bearer token is sent with every request. */
function sentWords(signIn: SignInKind) {
  if (signIn === 'oauth1') return 'report.lead.secretSigned';
  return signIn === 'bearer' ? 'report.lead.secretBearer' : 'report.lead.secretSent';
}
function provedWords(signIn: SignInKind) {
  if (signIn === 'oauth1') return 'report.lead.provedSigned';
  return signIn === 'bearer' ? 'report.lead.provedBearer' : 'report.lead.proved';
}

/** What the finding's button does: the thing to do now. */
export type FindingAction = 'send' | NextAction;

export function actionOf({ job, send, next }: FindingWords): FindingAction {
  // If it is nobody's job, there is no message to send first.
  return send !== undefined && job !== 'you' && job !== 'nobody' ? 'send' : next;
}
