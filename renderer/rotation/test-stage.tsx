import type { Probe } from '@contract/channels';
import type { Values } from '@contract/connection';
import { systemFor } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { useCallback, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import { nextRun, noRun, reportOf } from '../report/check-run';
import { CheckView } from '../report/check-view';
import { situationOf } from '../report/situation';
import { useCheck } from '../report/use-check';
import { DropNew } from './drop-new';
import type { StageProps } from './stage-props';

/** Checks the new values and secret while the old ones stay in use, then offers the switch. */
export function TestStage({
  view,
  about,
  onView,
  act,
  onChange,
}: StageProps & { readonly onChange: () => void }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { connection, same } = view;
  const { id } = connection;
  const system = systemFor(connection);
  const checked = { ...connection, values: { ...connection.values, ...connection.rotation?.values } };
  const [run, dispatch] = useReducer(nextRun, noRun(null));
  const { start, cancel } = useCheck(id, dispatch, true);
  const test = useCallback(
    async (probe: Probe, alternative: string | null = null) => {
      await start(probe, alternative);
      const answer = await bridge.call('open-rotation', { id });
      if (answer.ok) onView(answer.value);
    },
    [start, id, onView],
  );

  /** An address confirmed here is one of the new values. */
  const use = async (values: Values) => {
    const answer = await bridge.call('enter-new-values', {
      id,
      values: { ...connection.rotation?.values, ...values },
    });
    if (!answer.ok) return;
    onView(answer.value);
    onChange();
  };
  const report = reportOf(run);
  const running = run.kind === 'running';
  const isProved = !running && connection.rotation?.provedAt !== null;
  // Proved, but the current secret was entered again, so there is nothing to switch to.
  const isNew = isProved && same.length === 0;
  const { heading, lead } = situationOf(t, run, planOf(system, checked).signIn.kind, system.texts[language]);
  const labelOf = (field: string) => system.texts[language].fields[field]?.label ?? field;

  const buttons = (
    <div className="row">
      {running ? (
        <Button isDisabled={run.cancelling} onPress={() => cancel(run.attempt)}>
          {t('report.cancel')}
        </Button>
      ) : (
        <>
          {isProved ? (
            <Button kind={isNew ? 'primary' : 'plain'} onPress={() => void act('switch')}>
              {t('rotation.test.switch')}
            </Button>
          ) : null}
          <Button
            kind={isProved || report?.outcome === 'failed' ? 'plain' : 'primary'}
            onPress={() => void test('none')}
          >
            {t(report === null && !isProved ? 'rotation.test.start' : 'report.testAgain')}
          </Button>
          <Button kind={isProved && !isNew ? 'primary' : 'plain'} onPress={onChange}>
            {t('rotation.test.change')}
          </Button>
        </>
      )}
    </div>
  );

  return (
    <div className="stack">
      <div>
        <Heading focusOn={isProved ? 'test-proved' : 'test'} about={about}>
          {t(isNew ? 'rotation.test.titleProved' : 'rotation.test.title')}
        </Heading>
        <p className="lead">{t(isNew ? 'rotation.test.leadProved' : 'rotation.test.lead')}</p>
      </div>
      {same.map((field) => (
        <Notice key={field} tone="warning" title={t('rotation.test.same', { what: labelOf(field) })}>
          <p>{t('rotation.test.sameText')}</p>
        </Notice>
      ))}
      {/* The next action comes before the long list of passed steps. */}
      {isProved ? buttons : null}
      {run.kind === 'idle' && report === null ? null : (
        <section className="stack-close">
          <h2>{heading}</h2>
          {lead === '' ? null : <p className="soft">{lead}</p>}
          <CheckView
            run={run}
            system={system}
            connection={checked}
            connectionId={id}
            kept={connection.alternative ?? null}
            onStart={(probe, alternative) => void test(probe, alternative)}
            onChangeValues={onChange}
            onUseValues={(values) => void use(values)}
          />
        </section>
      )}
      {isProved ? null : buttons}
      {running || isProved || report === null ? null : (
        <div className="stack-close">
          <p className="hint">{t('rotation.test.unprovedText')}</p>
          <div className="row">
            <Button size="small" onPress={() => void act('switch')}>
              {t('rotation.test.switchUnproved')}
            </Button>
          </div>
        </div>
      )}
      {running ? null : (
        <div className="row">
          <DropNew act={act} />
        </div>
      )}
    </div>
  );
}
