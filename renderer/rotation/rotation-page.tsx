import type { Failure, RotationView } from '@contract/channels';
import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { RotationAction } from '@contract/rotation';
import { systemById } from '@systems/catalogue';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Opened, useApp } from '../app-context';
import { bridge } from '../bridge';
import { BackScreen } from '../components/back-screen';
import { EnvironmentTag } from '../components/environment-tag';
import { FailureNotice } from '../components/failure-notice';
import { KeyringNotice } from '../components/keyring-notice';
import { PracticeBanner } from '../components/practice-banner';
import { useKeptWhere } from '../components/use-kept-where';
import { BeforeStage } from './before-stage';
import { EnterStage } from './enter-stage';
import { isEntered } from './new-values';
import type { StageProps } from './stage-props';
import { SwitchedStage } from './switched-stage';
import { TestStage } from './test-stage';

/**
 * Rotating a secret, one question at a time: what happens in the vendor's system, the new secret, its test, the switch,
 * the end.
 */
export function RotationPage({ place }: { readonly place: Opened<'rotation'> }) {
  const { t } = useTranslation();
  const { go, language } = useApp();
  const kept = useKeptWhere();
  const { id, opened } = place;
  const [view, setView] = useState<RotationView | null>(opened.ok ? opened.value : null);
  const [problem, setProblem] = useState<Failure | null>(opened.ok ? null : opened.failure);
  /** Show the new values again instead of their test. */
  const [entering, setEntering] = useState(false);

  const look = useCallback(async () => {
    const answer = await bridge.call('open-rotation', { id });
    if (answer.ok) setView(answer.value);
    else setProblem(answer.failure);
  }, [id]);
  useEffect(() => bridge.on('keyring-changed', () => void look()), [look]);

  const toConnection = () => go({ at: 'connection', id, testNow: false });
  const act = async (action: RotationAction, unproved = false): Promise<boolean> => {
    const answer = await bridge.call('act-on-rotation', { id, action, unproved });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return false;
    if (action === 'cancel' || action === 'remove-old') toConnection();
    else setView(answer.value);
    setEntering(action === 'begin' || action === 'undo');
    return true;
  };

  const connection = view?.connection ?? null;
  const nameOf = ({ system, name }: RotationView['connection']) =>
    `${systemName(language, system)} · ${isolated(name)}`;
  const stage = (shown: RotationView) => {
    const props: StageProps = {
      view: shown,
      about: nameOf(shown.connection),
      onView: setView,
      act,
      toConnection,
    };
    const { rotation } = shown.connection;
    if (rotation === undefined) return <BeforeStage {...props} />;
    if (rotation.phase === 'switched') return <SwitchedStage {...props} />;
    return entering || !isEntered(systemById(shown.connection.system), shown) ? (
      <EnterStage {...props} onEntered={() => setEntering(false)} />
    ) : (
      <TestStage {...props} onChange={() => setEntering(true)} />
    );
  };

  return (
    <BackScreen
      back={t('rotation.back')}
      onBack={toConnection}
      kept={kept}
      banner={connection?.practice === true ? <PracticeBanner /> : null}
    >
      {connection === null ? null : (
        <p className="soft">
          {nameOf(connection)} <EnvironmentTag environment={connection.environment} />
        </p>
      )}
      <FailureNotice failure={problem} />
      {view === null ? null : (
        <>
          <KeyringNotice />
          {stage(view)}
        </>
      )}
    </BackScreen>
  );
}
