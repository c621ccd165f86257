import type { Failure, ScreenGuardView } from '@contract/channels';
import type { HistoryView } from '@contract/history';
import { historyWords } from '@contract/history-words';
import { systemName } from '@contract/names';
import { systemById } from '@systems/catalogue';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { BackScreen } from '../components/back-screen';
import { Button } from '../components/button';
import { ChoiceList } from '../components/choice-list';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import { useWhen } from '../connections/use-when';
import styles from './history-page.module.css';

/** The history of secrets on this computer, of one connection or of all, and how revealed secrets are protected. */
export function HistoryPage({ id }: { readonly id: string | null }) {
  const { t } = useTranslation();
  const { go, language } = useApp();
  const announce = useAnnounce();
  const when = useWhen({ exactly: true });
  const [only, setOnly] = useState(id !== null);
  const [view, setView] = useState<HistoryView | null>(null);
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [guard, setGuard] = useState<ScreenGuardView | null>(null);
  const asked = only ? id : null;

  useEffect(() => {
    let current = true;
    void bridge.call('read-history', { id: asked }).then((answer) => {
      if (!current) return;
      if (answer.ok) setView(answer.value);
      else setProblem(answer.failure);
    });
    return () => {
      current = false;
    };
  }, [asked]);
  useEffect(() => {
    void bridge.call('screen-guard', { wanted: null }).then((answer) => {
      if (answer.ok) setGuard(answer.value);
    });
  }, []);

  const exportIt = async () => {
    const answer = await bridge.call('export-history', { id: asked, language });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok || answer.value.savedTo === null) return;
    setSavedTo(answer.value.savedTo);
    announce(t('secrets.history.savedTo', { file: answer.value.savedTo }));
  };
  const want = async (wanted: boolean) => {
    const answer = await bridge.call('screen-guard', { wanted });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) setGuard(answer.value);
  };
  const fieldName = (system: HistoryView['entries'][number]['system'], field: string) =>
    systemById(system).texts[language].fields[field]?.label ?? field;

  return (
    <BackScreen
      back={t(id === null ? 'connections.page.back' : 'rotation.back')}
      onBack={() => go(id === null ? { at: 'home' } : { at: 'connection', id, testNow: false })}
      kept=""
    >
      <div className="stack">
        <div>
          <Heading focusOn="history">{t('secrets.history.title')}</Heading>
          <p className="lead">{t('secrets.history.lead')}</p>
        </div>
        {id === null ? null : (
          <ChoiceList
            label={t('secrets.history.which')}
            sideBySide
            options={(['one', 'all'] as const).map((value) => ({
              value,
              label: t(`secrets.history.${value}`),
              hint: '',
            }))}
            value={only ? 'one' : 'all'}
            onChange={(chosen) => setOnly(chosen === 'one')}
          />
        )}
        <FailureNotice failure={problem} />
        {view === null ? null : view.entries.length === 0 ? (
          <p className="soft">{t('secrets.history.none')}</p>
        ) : (
          <>
            {view.unwritten > 0 ? (
              <Notice tone="warning" title={t('secrets.history.unwritten', { count: view.unwritten })}>
                <p>{t('secrets.history.unwrittenText')}</p>
              </Notice>
            ) : null}
            <ul className={styles.entries}>
              {view.entries.map((entry, index) => (
                // Nothing else distinguishes two actions within one second, and the list never reorders.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above.
                <li key={`${entry.at} ${index}`}>
                  <strong>
                    {historyWords[language].action[entry.action]} · {fieldName(entry.system, entry.field)}
                  </strong>
                  <span className="hint">
                    {systemName(language, entry.system)} · <bdi>{entry.name}</bdi> · {when(entry.at)}
                  </span>
                </li>
              ))}
            </ul>
            {view.total > view.entries.length ? (
              <p className="hint">
                {t('secrets.history.more', { shown: view.entries.length, total: view.total })}
              </p>
            ) : null}
            <div className="row">
              <Button onPress={() => void exportIt()}>{t('secrets.history.export')}</Button>
            </div>
            {savedTo === null ? null : (
              <Notice tone="ok">
                <p>{t('secrets.history.savedTo', { file: savedTo })}</p>
              </Notice>
            )}
          </>
        )}
        {guard === null ? null : (
          <section className="stack-close">
            <h2>{t('secrets.guard.title')}</h2>
            {guard.supported ? (
              <>
                <p>{t(guard.wanted ? 'secrets.guard.on' : 'secrets.guard.off')}</p>
                {guard.assisted ? <p className="hint">{t('secrets.guard.assisted')}</p> : null}
                <div className="row">
                  <Button size="small" onPress={() => void want(!guard.wanted)}>
                    {t(guard.wanted ? 'secrets.guard.turnOff' : 'secrets.guard.turnOn')}
                  </Button>
                </div>
              </>
            ) : (
              <p className="soft">{t('secrets.guard.unsupported')}</p>
            )}
          </section>
        )}
      </div>
    </BackScreen>
  );
}
