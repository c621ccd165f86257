import type { Probe } from '@contract/channels';
import { isProved } from '@contract/verdict';
import { planOf } from '@systems/plan-of';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { AskedWay } from '../report/asked-way';
import { reportOf } from '../report/check-run';
import { CheckView } from '../report/check-view';
import { Limits } from '../report/limits';
import { PracticeFault } from '../report/practice-fault';
import { situationOf, wasCancelled } from '../report/situation';
import { useCheck } from '../report/use-check';
import { Frame } from './frame';
import { SaveLater } from './save-later';
import type { StepProps } from './step-props';

/** Step 4: the live check. Starts by itself if the user came here to test. */
export function TestStep({ wizard, state, system }: StepProps<'test'>) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { dispatch, save } = wizard;
  const { draft, kept, run } = state;
  const { start, cancel } = useCheck(kept.id, dispatch);

  const begin = useCallback(
    async (probe: Probe, alternative: string | null = null, withoutSecrets = false) => {
      // Save first: main checks the saved values.
      if (await save()) await start(probe, alternative, withoutSecrets);
    },
    [save, start],
  );

  // Only untested values start a test; coming back to a result shows it.
  const cameToTest = useRef(state.wayOnly || (run.kind === 'idle' && run.report === null));
  const wayOnly = useRef(state.wayOnly);
  const [isComing, setComing] = useState(cameToTest.current);
  useEffect(() => {
    if (!cameToTest.current) return;
    cameToTest.current = false;
    void begin('none', null, wayOnly.current).finally(() => setComing(false));
  }, [begin]);

  const situation = situationOf(t, run, planOf(system, draft).signIn.kind, system.texts[language]);
  // The heading takes the focus before the test has begun; whoever hears it must not be told that they could begin.
  const { heading, lead } =
    isComing && run.kind === 'idle' && run.report === null
      ? { heading: t('report.heading.running'), lead: t('report.lead.running') }
      : situation;
  const report = reportOf(run);
  const running = run.kind === 'running';
  const ended = !running && report !== null;
  const isWayClear = ended && report.withoutSecrets === true && report.outcome !== 'failed';
  const passes = ended && report.outcome !== 'failed' && !isWayClear;
  const stopped = ended && report.outcome === 'failed' && !wasCancelled(report);
  /** Nothing but the way can be tested yet. */
  const lacksSecret =
    report?.withoutSecrets === true && Object.values(kept.secrets).some((secret) => secret === 'absent');
  const focusOn = running ? `test-${run.attempt}` : `test-${run.kind}-${report?.startedAt ?? ''}`;

  return (
    <Frame
      step="test"
      draft={draft}
      onStep={running ? null : (to) => dispatch({ type: 'moved', to })}
      heading={heading}
      lead={lead}
      focusOn={focusOn}
      footLeft={
        running ? (
          <Button isDisabled={run.cancelling} onPress={() => cancel(run.attempt)}>
            {t('report.cancel')}
          </Button>
        ) : (
          <Button onPress={() => dispatch({ type: 'moved', to: 'enter' })}>{t('common.action.back')}</Button>
        )
      }
      footRight={
        running ? null : (
          <>
            {report !== null && passes && isProved(report.steps) ? null : <SaveLater save={save} />}
            {lacksSecret ? (
              <Button
                kind={isWayClear ? 'primary' : 'plain'}
                onPress={() => dispatch({ type: 'moved', to: 'enter' })}
              >
                {t('report.wayOnly.enter')}
              </Button>
            ) : passes || stopped ? (
              <Button onPress={() => void begin('none')}>{t('report.testAgain')}</Button>
            ) : (
              <Button kind="primary" onPress={() => void begin('none')}>
                {t(report === null ? 'report.start' : 'report.testAgain')}
              </Button>
            )}
            {passes ? (
              <Button kind="primary" onPress={() => dispatch({ type: 'moved', to: 'finish' })}>
                {t('wizard.test.finish')}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <AskedWay
        connectionId={kept.id}
        system={system}
        run={run}
        kept={kept.alternative}
        onKept={(alternative) => dispatch({ type: 'way-kept', alternative })}
        onTest={() => void begin('none')}
      />
      <CheckView
        run={run}
        system={system}
        connectionId={kept.id}
        kept={kept.alternative}
        connection={{ ...draft, environment: draft.environment ?? 'test' }}
        onStart={(probe, alternative, withoutSecrets) => void begin(probe, alternative, withoutSecrets)}
        onChangeValues={() => dispatch({ type: 'moved', to: 'enter' })}
        onUseValues={(values) => {
          dispatch({ type: 'moved', to: 'enter' });
          dispatch({ type: 'valued', values });
        }}
      />
      {running ? null : (
        <div className="row">
          <Button size="small" onPress={() => void begin('none', null, true)}>
            {t('report.wayOnly.action')}
          </Button>
        </div>
      )}
      {running ? null : <Limits report={report} system={system} />}
      {draft.practice ? <PracticeFault connectionId={kept.id} isDisabled={running} /> : null}
      {stopped ? (
        <p className="hint">
          {t('wizard.test.withoutProofText')}{' '}
          <Button kind="quiet" size="small" onPress={() => dispatch({ type: 'moved', to: 'finish' })}>
            {t('wizard.test.withoutProof')}
          </Button>
        </p>
      ) : null}
    </Frame>
  );
}
