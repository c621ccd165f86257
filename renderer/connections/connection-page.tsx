import type { OpenedConnection, Probe } from '@contract/channels';
import type { Outcome } from '@contract/findings';
import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { Report } from '@contract/report';
import { isProved } from '@contract/verdict';
import { systemFor } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { System } from '@systems/system';
import { lazy, Suspense, useCallback, useEffect, useId, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Opened as OpenedPlace, useApp } from '../app-context';
import { bridge } from '../bridge';
import { BackScreen } from '../components/back-screen';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { FailureNotice } from '../components/failure-notice';
import { Fold } from '../components/fold';
import { Heading } from '../components/heading';
import { KeyringNotice } from '../components/keyring-notice';
import { PracticeBanner } from '../components/practice-banner';
import { SecretTroubles } from '../components/secret-troubles';
import { StatusIcon } from '../components/status-icon';
import { useKeptWhere } from '../components/use-kept-where';
import { AskedWay } from '../report/asked-way';
import { type CheckRun, nextRun, noRun, reportOf } from '../report/check-run';
import { CheckView } from '../report/check-view';
import { Limits } from '../report/limits';
import { PracticeFault } from '../report/practice-fault';
import { ReplaceGuide } from '../report/replace-guide';
import { situationOf } from '../report/situation';
import { useCheck } from '../report/use-check';
import { versionIn } from '../report/version-in';
import { Reminders } from '../rotation/reminders';
import { RotationNotice } from '../rotation/rotation-notice';
import styles from './connection-page.module.css';
import { enteredFields, HandOverSheet, handOverFields, ValueList } from './hand-over';
import { PracticeTag } from './practice-tag';
import { useWhen } from './use-when';

const DeleteDialog = lazy(() =>
  import('./delete-dialog').then((module) => ({ default: module.DeleteDialog })),
);

const KeptReports = lazy(() =>
  import('../report/kept-reports').then((module) => ({ default: module.KeptReports })),
);
const OtherComputer = lazy(() =>
  import('../other-computer/other-computer').then((module) => ({ default: module.OtherComputer })),
);
const Nights = lazy(() => import('../nightly/nights').then((module) => ({ default: module.Nights })));
const SharedSection = lazy(() =>
  import('../sharing/shared-section').then((module) => ({ default: module.SharedSection })),
);
const TrustSection = lazy(() =>
  import('../trust/trust-section').then((module) => ({ default: module.TrustSection })),
);

/** One saved connection: its values and secret, its last result, and what can be done with it. */
export function ConnectionPage({ place }: { readonly place: OpenedPlace<'connection'> }) {
  const { t } = useTranslation();
  const { go } = useApp();
  const kept = useKeptWhere();
  const { id, testNow, opened: first } = place;
  const [opened, setOpened] = useState(first.ok ? first.value : null);
  const problem = first.ok ? null : first.failure;

  useEffect(
    () =>
      // The state of the secrets depends on the keyring's.
      bridge.on('keyring-changed', () => {
        void bridge.call('open-connection', { id }).then((answer) => {
          if (answer.ok) setOpened(answer.value);
        });
      }),
    [id],
  );
  const system = opened === null ? undefined : systemFor(opened.connection);

  return (
    <BackScreen
      back={t('connections.page.back')}
      onBack={() => go({ at: 'home' })}
      kept={kept}
      banner={opened?.connection.practice === true ? <PracticeBanner /> : null}
    >
      <FailureNotice failure={problem} />
      {opened === null || system === undefined ? null : (
        <Opened opened={opened} system={system} testNow={testNow} />
      )}
    </BackScreen>
  );
}

/** As in the list: "passed" only if proved without remarks. */
const resultStatus = ({ outcome, steps, withoutSecrets }: Report): Outcome =>
  outcome === 'passed' && withoutSecrets !== true && !isProved(steps) ? 'warning' : outcome;

interface OpenedProps {
  readonly opened: OpenedConnection;
  readonly system: System;
  readonly testNow: boolean;
}

function Opened({ opened, system, testNow }: OpenedProps) {
  const { t } = useTranslation();
  const { go, language, start: opening, marks } = useApp();
  const when = useWhen();
  const { connection, secrets } = opened;
  const { id } = connection;
  const [deleting, setDeleting] = useState(false);
  const [kept, setKept] = useState(connection.alternative ?? null);
  const first: CheckRun = noRun(connection.lastCheck === null ? null : opened.lastReport);
  const [made, dispatch] = useReducer(nextRun, first);
  // A trust change invalidates the displayed result.
  const [voided, setVoided] = useState<Report | null>(null);
  const run = made.kind !== 'running' && voided !== null && reportOf(made) === voided ? noRun(null) : made;
  const { start, cancel } = useCheck(id, dispatch);
  const result = useRef<HTMLHeadingElement>(null);
  const resultId = useId();

  const test = useCallback(
    (probe: Probe, alternative: string | null = null, withoutSecrets = false) => {
      void start(probe, alternative, withoutSecrets);
      result.current?.focus();
    },
    [start],
  );
  const wanted = useRef(testNow);
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    test('none');
  }, [test]);

  const { handOver: sheet, receiver } = system.texts[language];
  const title = `${systemName(language, connection.system)} · ${isolated(connection.name)}`;
  const report = reportOf(run);
  const running = run.kind === 'running';
  const notDuringTest = running ? { reason: t('report.notDuringTest'), reasonAt: resultId } : {};
  const { heading, lead } = situationOf(
    t,
    run,
    planOf(system, connection).signIn.kind,
    system.texts[language],
  );
  const edit = () => go({ at: 'wizard', id, edit: connection.setup.finishedAt !== null });
  const stages = (
    <CheckView
      run={run}
      system={system}
      connection={connection}
      connectionId={id}
      kept={kept}
      onStart={test}
      onChangeValues={edit}
      onUseValues={(values) => go({ at: 'wizard', id, edit: true, values })}
    />
  );
  const way = (
    <AskedWay
      connectionId={id}
      system={system}
      run={run}
      kept={kept}
      onKept={setKept}
      onTest={() => test('none')}
    />
  );
  // A result that needs no action is one sentence; a failed or running check is shown in full.
  const folded = run.kind === 'idle' && report?.outcome !== 'failed';
  const registered = system.fields
    .filter((field) => field.askedAt === 'register' && (connection.values[field.id] ?? '') !== '')
    .map((field) => field.id);

  return (
    <>
      <div className="screen-head">
        <Heading focusOn={id}>{title}</Heading>
        <EnvironmentTag environment={connection.environment} />
        {connection.practice ? <PracticeTag /> : null}
      </div>
      <div className="row">
        {running ? (
          <Button isDisabled={run.cancelling} onPress={() => cancel(run.attempt)}>
            {t('report.cancel')}
          </Button>
        ) : (
          <Button kind={report?.outcome === 'failed' ? 'plain' : 'primary'} onPress={() => test('none')}>
            {t(report === null ? 'connections.page.testNow' : 'connections.page.testAgain')}
          </Button>
        )}
        <Button {...notDuringTest} onPress={() => test('none', null, true)}>
          {t('report.wayOnly.action')}
        </Button>
        <Button {...notDuringTest} onPress={edit}>
          {t(connection.setup.finishedAt === null ? 'connections.action.goOn' : 'connections.action.edit')}
        </Button>
        {connection.practice ? null : (
          <Button
            {...(opening.policies.forbidExport ? { reason: t('common.managed.set') } : notDuringTest)}
            onPress={() => go({ at: 'transfer', only: id })}
          >
            {t('connections.action.export')}
          </Button>
        )}
        <Button kind="danger" {...notDuringTest} onPress={() => setDeleting(true)}>
          {t('connections.action.delete')}
        </Button>
      </div>

      <section>
        <h2 id={resultId} ref={result} tabIndex={-1}>
          {t(running ? 'connections.page.underWay' : 'connections.page.result')}
        </h2>
        {report === null && run.kind === 'idle' ? (
          <div className="stack-close">
            <p className="soft">{t('connections.page.never')}</p>
            {way}
          </div>
        ) : (
          <div className="stack-close">
            <div>
              <p className={styles.situation} data-testid="situation">
                {report === null || running || run.kind === 'refused' ? null : (
                  <StatusIcon status={resultStatus(report)} />
                )}
                {heading}
              </p>
              {lead === '' ? null : <p className="soft">{lead}</p>}
              {report === null || running ? null : (
                <p className="hint">{t('connections.page.tested', { when: when(report.startedAt) })}</p>
              )}
            </div>
            {way}
            {folded ? <Fold label={t('connections.page.stages')}>{stages}</Fold> : stages}
            {running ? null : <Limits report={report} system={system} />}
          </div>
        )}
        {connection.practice ? <PracticeFault connectionId={id} isDisabled={running} /> : null}
      </section>

      <Suspense fallback={null}>
        <KeptReports id={id} system={connection.system} newest={report?.startedAt ?? null} />
      </Suspense>

      {connection.practice ? null : (
        <Suspense fallback={null}>
          <Nights id={id} system={connection.system} />
        </Suspense>
      )}

      <Suspense fallback={null}>
        <OtherComputer
          connection={connection}
          hasAddress={planOf(system, connection).addresses.some(({ url }) => url !== '')}
          newest={report?.startedAt ?? null}
          onTest={() => test('none')}
        />
      </Suspense>

      <section>
        <h2>{t('connections.page.values')}</h2>
        <div className="stack-close">
          <KeyringNotice />
          <SecretTroubles
            troubles={opened.troubles ?? {}}
            labelOf={(field) => system.texts[language].fields[field]?.label ?? field}
            onReplace={edit}
          />
          {connection.practice || receiver === undefined ? null : (
            <Fold label={receiver.title}>
              <p className="small">{receiver.path}</p>
              <p className="hint">{receiver.lead}</p>
            </Fold>
          )}
          <ValueList
            system={system}
            connectionId={id}
            values={connection.values}
            secrets={secrets}
            fields={sheet === undefined ? handOverFields(system) : enteredFields(system, connection.values)}
            numbered={sheet === undefined}
          />
          {registered.length === 0 ? null : (
            <ValueList
              system={system}
              connectionId={id}
              values={connection.values}
              secrets={secrets}
              fields={registered}
            />
          )}
        </div>
      </section>
      {marks?.[id] === undefined ? null : (
        <Suspense fallback={null}>
          <SharedSection id={id} />
        </Suspense>
      )}
      {connection.practice ? null : (
        <Suspense fallback={null}>
          <TrustSection connectionId={id} isDisabled={running} onChanged={() => setVoided(reportOf(made))} />
        </Suspense>
      )}
      {system.replacing === undefined ? null : (
        <section>
          <h2>{t('connections.page.replace')}</h2>
          <div className="stack-close">
            <RotationNotice connection={connection} begin={system.texts[language].rotation?.begin} />
            <Reminders connection={connection} system={system} first={opened.reminder ?? null} />
            <ReplaceGuide system={system} version={versionIn(report?.steps ?? [])} />
            <div className="row">
              <Button kind="quiet" size="small" onPress={() => go({ at: 'history', id })}>
                {t('secrets.history.link')}
              </Button>
            </div>
          </div>
        </section>
      )}
      {sheet === undefined ? null : (
        <section>
          <h2>{sheet.title}</h2>
          <HandOverSheet
            system={system}
            connectionId={id}
            values={connection.values}
            secrets={secrets}
            report={report}
          />
        </section>
      )}
      {deleting ? (
        <Suspense fallback={null}>
          <DeleteDialog opened={opened} system={system} onClose={() => setDeleting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
