import type { SharedView, StoreSettings } from '@contract/shared-store';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Fold } from '../components/fold';
import { Heading } from '../components/heading';
import { askShared } from './ask-shared';
import { ConfirmDialog } from './confirm-dialog';
import styles from './shared-page.module.css';
import { TroubleNotice } from './trouble-notice';
import { useAsking } from './use-asking';

interface Props {
  readonly view: SharedView;
  readonly settings: StoreSettings;
  readonly onTest: () => void;
  readonly onChange: () => void;
  /** Signed out. */
  readonly onChanged: () => void;
  readonly onTakenDown: () => void;
}

/** The store that is set up, and how to leave it. */
export function StoreSettingsPage({ view, settings, onTest, onChange, onChanged, onTakenDown }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [leaving, setLeaving] = useState(false);
  const { busy, trouble, ask } = useAsking();
  const signOut = async () => {
    await bridge.call('sign-out-of-store', null);
    announce(t('sharing.settings.signedOut'));
    onChanged();
  };
  const takeDown = async () => {
    const answer = await ask(() => askShared('take-down-store', null));
    setLeaving(false);
    if (answer.ok) onTakenDown();
  };
  return (
    <div className="stack">
      <div className="screen-head">
        <Heading focusOn="settings">{t('sharing.settings.title')}</Heading>
      </div>
      {view.isGiven ? <p>{t('sharing.setUp.given')}</p> : null}
      <dl className={styles.values}>
        <div>
          <dt>{t('sharing.settings.address')}</dt>
          <dd className="value">{settings.address}</dd>
        </div>
        <div>
          <dt>{t('sharing.settings.folder')}</dt>
          <dd className="value">{settings.prefix === '' ? t('sharing.row.topFolder') : settings.prefix}</dd>
        </div>
      </dl>
      <Fold label={t('sharing.setUp.details')}>
        <dl className={styles.values}>
          <div>
            <dt>{t('sharing.settings.engine')}</dt>
            <dd className="value">{settings.mount}</dd>
          </div>
          {settings.namespace === null ? null : (
            <div>
              <dt>{t('sharing.settings.namespace')}</dt>
              <dd className="value">{settings.namespace}</dd>
            </div>
          )}
        </dl>
      </Fold>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button kind="primary" onPress={onTest}>
          {t(view.session === null ? 'sharing.list.signIn' : 'sharing.settings.test')}
        </Button>
        {view.session === null ? null : (
          <Button onPress={() => void signOut()}>{t('sharing.settings.signOut')}</Button>
        )}
        {view.isGiven ? null : (
          <>
            <Button onPress={onChange}>{t('sharing.settings.change')}</Button>
            <Button kind="danger" onPress={() => setLeaving(true)}>
              {t('sharing.settings.takeDown')}
            </Button>
          </>
        )}
      </div>
      {leaving ? (
        <ConfirmDialog
          title={t('sharing.settings.takeDownTitle')}
          text={t('sharing.settings.takeDownText')}
          yes={t('sharing.settings.takeDownYes')}
          no={t('sharing.settings.takeDownNo')}
          busy={busy}
          onYes={() => void takeDown()}
          onNo={() => setLeaving(false)}
        />
      ) : null}
    </div>
  );
}
