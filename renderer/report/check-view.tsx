import type { Probe } from '@contract/channels';
import type { Connection, Values } from '@contract/connection';
import { groupFindings } from '@contract/finding-groups';
import type { Step } from '@contract/report';
import { doubtsOf, isProved } from '@contract/verdict';
import { planOf } from '@systems/plan-of';
import type { SignInKind, System } from '@systems/system';
import type { TFunction } from 'i18next';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useAnnounce } from '../components/announcer';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import { BrowserPanel } from './browser-panel';
import { type CheckRun, reportOf } from './check-run';
import { FindingCard } from './finding-card';
import { useFindingWords } from './finding-texts';
import { hasPermissions, Permissions } from './permission-table';
import { ProbePanel } from './probe-panel';
import { rowsOf } from './rows';
import { situationOf, wasCancelled } from './situation';
import { Timeline } from './timeline';
import { versionIn } from './version-in';

const AfterCheck = lazy(() => import('./after-check').then((module) => ({ default: module.AfterCheck })));

interface Props {
  readonly run: CheckRun;
  readonly system: System;
  readonly connection: Pick<Connection, 'name' | 'environment' | 'practice' | 'values'>;
  /** null until the connection is saved. */
  readonly connectionId: string | null;
  /** The alternative request stored for this connection; null: the usual one. */
  readonly kept: string | null;
  /** @param withoutSecrets only the way, as the result that is shown */
  readonly onStart: (probe: Probe, alternative?: string | null, withoutSecrets?: boolean) => void;
  readonly onChangeValues: () => void;
  /** Opens the values with these among them, which the user has just confirmed. */
  readonly onUseValues?: (values: Values) => void;
}

/** A check, running or ended: its rows, the findings in place, and the requests that can still be made. */
export function CheckView({
  run,
  system,
  connection,
  connectionId,
  kept,
  onStart,
  onChangeValues,
  onUseValues,
}: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const plan = planOf(system, connection);
  const signIn = plan.signIn.kind;
  useSpokenResult(run, signIn, system);
  const [watched, setWatched] = useState(run.kind === 'running');
  if (run.kind === 'running' && !watched) setWatched(true);
  /** It ended while shown. For an earlier result, the focus stays where it is. */
  const justStopped = watched && run.kind === 'ended' && !wasCancelled(run.report);
  const texts = system.texts[language];
  const chosen = (run.kind === 'ended' ? run.alternative : null) ?? kept;
  /** The alternatives a finding leaves open, without the one just used. */
  const othersAfter = (step: Step): readonly string[] => {
    const doubts = doubtsOf(step);
    return (system.alternatives ?? [])
      .filter(
        (other) =>
          other.id !== chosen &&
          doubts.includes(other.changes) &&
          other.change(plan, connection.values) !== null,
      )
      .map((other) => other.id);
  };
  const running = run.kind === 'running';
  const report = reportOf(run);
  const rows = running ? rowsOf(run.steps, run.begun, true) : rowsOf(report?.steps ?? [], [], false);
  /** The same finding on two servers has one remedy, offered at the first. */
  const offersRemedy = (step: Step): boolean =>
    !running &&
    !connection.practice &&
    isSameRow(
      rows.flatMap((row) => row.steps).find(({ code }) => code === step.code),
      step,
    );
  const offersProbes =
    !running &&
    report !== null &&
    report.outcome !== 'failed' &&
    report.withoutSecrets !== true &&
    rows.some((row) =>
      row.steps.some(
        ({ code }) => code === 'not-proved' || code === 'not-refused' || code === 'probably-accepted',
      ),
    );

  return (
    <div className="stack">
      <FailureNotice failure={run.kind === 'refused' ? run.failure : null} />
      {isUnsaved(run) ? (
        <Notice tone="warning">
          <p>{t('report.notSaved')}</p>
        </Notice>
      ) : null}
      <div>
        <h2 className="for-readers">{t('report.stages')}</h2>
        <Timeline
          rows={rows}
          live={running}
          signIn={signIn}
          renderPermissions={(row) =>
            hasPermissions(plan) ? <Permissions row={row} plan={plan} system={system} /> : null
          }
          browser={
            running && run.browser !== null ? (
              <BrowserPanel
                wait={run.browser}
                todo={
                  (connection.practice ? texts.browserSignIn?.practicePage : texts.browserSignIn?.page) ?? ''
                }
              />
            ) : null
          }
          renderFinding={(finding, first) =>
            finding.step.code === null ? null : (
              <FindingCard
                key={`${finding.step.code}${finding.subjects.join()}`}
                finding={finding}
                code={finding.step.code}
                system={system}
                seen={running ? undefined : report?.startedAt}
                remedyFor={offersRemedy(finding.step) ? connectionId : null}
                first={first}
                takesFocus={first && justStopped}
                onChangeValues={onChangeValues}
                onUseValues={running ? undefined : onUseValues}
                onTestAgain={() => onStart('none', null, report?.withoutSecrets === true)}
                others={running ? [] : othersAfter(finding.step)}
                onAskOtherwise={(alternative) => onStart('none', alternative)}
                version={versionIn(running ? run.steps : (report?.steps ?? []))}
              />
            )
          }
        />
      </div>
      {!running &&
      report !== null &&
      isProved(report.steps) &&
      connection.practice &&
      texts.onlyInPractice !== undefined ? (
        <p className="hint">{texts.onlyInPractice}</p>
      ) : null}
      {running || report === null || connectionId === null ? null : (
        <Suspense fallback={null}>
          <AfterCheck id={connectionId} report={report} />
        </Suspense>
      )}
      {offersProbes && texts.browserSignIn !== undefined ? (
        <ProbePanel words={texts.browserSignIn.probes} onAsk={onStart} />
      ) : null}
    </div>
  );
}

/** A finding about several rows has its own step, at the first row's place. */
const isSameRow = (one: Step | undefined, other: Step): boolean =>
  one !== undefined && one.id === other.id && one.subject === other.subject;

const isUnsaved = (run: CheckRun): boolean => run.kind === 'ended' && run.notSaved;

/** Announces the result once, for users who cannot see the heading change; after a stop, also the reason. */
function useSpokenResult(run: CheckRun, signIn: SignInKind, system: System): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const say = useFindingWords();
  const before = useRef(run.kind);
  const untold = useRef(false);
  const { language } = useApp();
  const texts = system.texts[language];
  useEffect(() => {
    if (before.current === 'running' && run.kind !== 'running') untold.current = true;
    before.current = run.kind;
    if (run.kind === 'running') untold.current = false;
    // The findings' texts may load after the result arrives.
    if (!untold.current || say === null) return;
    untold.current = false;
    const { heading, lead } = situationOf(t, run, signIn, texts);
    announce(
      [`${heading}.`, ...saidOfStop(t, run, system, say), lead, isUnsaved(run) ? t('report.notSaved') : '']
        .filter(Boolean)
        .join(' '),
    );
  }, [run, signIn, announce, say, system, texts, t]);
}

/** The first finding in full, and the number of others. */
function saidOfStop(
  t: TFunction,
  run: CheckRun,
  system: System,
  say: NonNullable<ReturnType<typeof useFindingWords>>,
): readonly string[] {
  if (run.kind !== 'ended' || wasCancelled(run.report)) return [];
  const stops = rowsOf(run.report.steps, [], false)
    .flatMap((row) => groupFindings(row.steps))
    .filter(({ step }) => step.outcome === 'failed' && step.code !== null);
  const [first] = stops;
  if (first === undefined || first.step.code === null) return [];
  const { code, subject, facts } = first.step;
  const { title, whose, todo } = say({ code, subject, subjects: first.subjects, facts }, system);
  return [
    t('report.spoken.stop', { title, whose, todo }),
    stops.length === 1 ? '' : t('report.spoken.more', { count: stops.length - 1 }),
  ];
}
