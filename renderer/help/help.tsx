import type { HelpPart } from '@contract/channels';
import type { PoliciesView, PolicyName } from '@contract/policies';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Fold } from '../components/fold';
import { keptWhere } from '../components/kept-where';
import { SupportContact } from '../components/support-contact';
import styles from './help.module.css';
import { Licences } from './licences';

/** Not the contact, which is shown itself, nor what is allowed explicitly. */
const isSaid = (policies: PoliciesView, name: PolicyName): boolean =>
  name !== 'supportContact' && !(name in policies && policies[name as keyof PoliciesView] === false);

const keys = ['help', 'search', 'next', 'choose', 'enter', 'escape', 'menu', 'size'] as const;

/** The help, over whatever screen it was asked for on: nothing typed there is lost, and the focus returns to it. */
export function Help({ part, onClose }: { readonly part: HelpPart; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { start, protection, readMessage, go } = useApp();
  const askAboutMessage = () => {
    onClose();
    readMessage({ id: null, text: '' });
  };
  const share = () => {
    onClose();
    go({ at: 'sharing', id: null, publish: false });
  };
  const about = useRef<HTMLHeadingElement>(null);
  const nightly = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (part === 'about') about.current?.focus();
    if (part === 'nightly') nightly.current?.focus();
  }, [part]);
  return (
    <Dialog
      title={t('help.title')}
      focusTitle={part === 'keys'}
      onClose={onClose}
      foot={
        <Button kind="primary" onPress={onClose}>
          {t('help.close')}
        </Button>
      }
    >
      {start.policies.set.length === 0 ? null : (
        <section className="stack-close">
          <h3>{t('policies.set.title')}</h3>
          <SupportContact />
          <ul className={styles.set}>
            {start.policies.set.flatMap((name) =>
              isSaid(start.policies, name) ? (
                <li key={name}>
                  {t(`policies.set.${name}`, { seconds: start.policies.longestClipboardSeconds })}
                </li>
              ) : (
                []
              ),
            )}
          </ul>
        </section>
      )}
      <section className="stack-close">
        <h3>{t('help.keys')}</h3>
        <dl className={styles.keys}>
          {keys.map((key) => (
            <div key={key}>
              <dt>{t(`help.key.${key}.name`)}</dt>
              <dd>{t(`help.key.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">{t('help.mac')}</p>
      </section>
      <section className="stack-close">
        <h3>{t('help.kept')}</h3>
        <p>{t('help.keptConnections')}</p>
        <p className="value">{start.dataFolder}</p>
        <p>{keptWhere(t, protection)}</p>
      </section>
      <section className="stack-close">
        <h3>{t('help.test')}</h3>
        <p>{t('help.testSteps')}</p>
        <p>{t('help.testSent')}</p>
        <p>{t('help.testPractice', { practise: t('connections.practise') })}</p>
      </section>
      <section className="stack-close">
        <h3>{t('help.report')}</h3>
        <p>{t('help.reportWhere', { fold: t('reports.sheet'), copy: t('reports.copy') })}</p>
        <p>{t('help.reportSend')}</p>
      </section>
      <section className="stack-close">
        <h3 ref={nightly} tabIndex={-1}>
          {t('help.nightly')}
        </h3>
        <p>{t('help.nightlyWhere', { testAll: t('connections.testAll') })}</p>
        <p>{t('help.nightlyWho')}</p>
        <p>{t('help.nightlyWindows')}</p>
        <p>{t('help.nightlyOther')}</p>
      </section>
      <section className="stack-close">
        <h3>{t('help.message')}</h3>
        <p>{t('help.messageLead')}</p>
        <div className="row">
          <Button onPress={askAboutMessage}>{t('message.open')}</Button>
        </div>
      </section>
      <section className="stack-close">
        <h3>{t('sharing.help.title')}</h3>
        <p>{t('sharing.help.lead')}</p>
        <div className="row">
          <Button onPress={share}>{t('sharing.open')}</Button>
        </div>
      </section>
      <section className="stack-close">
        <h3 ref={about} tabIndex={-1}>
          {t('help.about')}
        </h3>
        <p>{t('help.version', { app: t('common.appName'), version: start.version })}</p>
        <p>{t('help.support')}</p>
        <p className="value">{start.dataFolder}</p>
        <Fold label={t('help.licences')}>
          <Licences />
        </Fold>
      </section>
    </Dialog>
  );
}
