import { systemFor } from '@systems/catalogue';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { StatusIcon } from '../components/status-icon';
import { useWhen } from '../connections/use-when';
import { AskedAgain } from './asked-again';
import type { StageProps } from './stage-props';
import styles from './switched-stage.module.css';

/** The new secret is in use and the old one kept: what is still to be proved, then the end or the rollback. */
export function SwitchedStage({ view, about, act, toConnection }: StageProps) {
  const { t } = useTranslation();
  const { go, language } = useApp();
  const when = useWhen({ exactly: true });
  const { connection, other, onlyThisRun } = view;
  const { rotation, id } = connection;
  if (rotation?.phase !== 'switched') return null;
  const isRead = rotation.readBackAt !== null || onlyThisRun;
  const isProved = rotation.provedAt !== null;
  const system = systemFor(connection);
  const keepsOld = Object.values(other).some((state) => state !== 'absent');
  const steps: readonly (readonly [boolean, string])[] = [
    [true, t('rotation.switched.since', { when: when(rotation.switchedAt) })],
    [
      isProved,
      rotation.provedAt === null
        ? t('rotation.switched.unproved')
        : t('rotation.switched.proved', { when: when(rotation.provedAt) }),
    ],
    [
      isRead,
      rotation.readBackAt !== null
        ? t('rotation.switched.readBack', { when: when(rotation.readBackAt) })
        : t(onlyThisRun ? 'rotation.switched.onlyThisRun' : 'rotation.switched.notReadBack'),
    ],
  ];

  return (
    <div className="stack">
      <div>
        <Heading focusOn="switched" about={about}>
          {t('rotation.switched.title')}
        </Heading>
        <p className="lead">{t(keepsOld ? 'rotation.switched.lead' : 'rotation.switched.leadNoOld')}</p>
      </div>
      <ul className={styles.steps}>
        {steps.map(([isDone, words]) => (
          <li key={words}>
            <StatusIcon status={isDone ? 'passed' : 'waiting'} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <div className="row">
        {isProved ? null : (
          <Button kind="primary" onPress={() => go({ at: 'connection', id, testNow: true })}>
            {t('rotation.switched.test')}
          </Button>
        )}
        {isRead && isProved ? (
          <Button kind="primary" onPress={() => void act('remove-old')}>
            {t('rotation.switched.remove')}
          </Button>
        ) : null}
        <Button onPress={toConnection}>{t('rotation.switched.handOver')}</Button>
      </div>
      <p className="hint">{system.texts[language].handOver?.lead ?? t('rotation.switched.handOverHint')}</p>
      {isRead && !isProved ? (
        <div className="stack-close">
          <p className="hint">{t('rotation.switched.removeUnprovedText')}</p>
          <div className="row">
            <Button size="small" onPress={() => void act('remove-old', true)}>
              {t('rotation.switched.removeUnproved')}
            </Button>
          </div>
        </div>
      ) : null}
      {keepsOld ? (
        <section className="stack-close">
          <h2>{t('rotation.undo.title')}</h2>
          <p>{t('rotation.undo.text')}</p>
          <div className="row">
            <AskedAgain
              action={t('rotation.undo.confirm')}
              title={t('rotation.undo.ask')}
              text={t('rotation.undo.askText')}
              no={t('common.action.cancel')}
              yes={t('rotation.undo.confirm')}
              onYes={() => void act('undo')}
            />
          </div>
        </section>
      ) : null}
    </div>
  );
}
