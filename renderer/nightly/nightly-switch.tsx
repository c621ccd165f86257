import { describeInstant, formatDay } from '@contract/formats';
import type { Language } from '@contract/languages';
import type { Nightly, NightlyFailure } from '@contract/nightly';
import type { TFunction } from 'i18next';
import { useEffect, useId, useState } from 'react';
import { Switch } from 'react-aria-components/Switch';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { CopyButton } from '../components/copy-button';
import { Notice } from '../components/notice';
import styles from './nightly.module.css';

/** Sets up the nightly test of all connections, or removes it, and says how it stands. */
export function NightlySwitch() {
  const { t } = useTranslation();
  const { language, showHelp } = useApp();
  const announce = useAnnounce();
  const saysId = useId();
  const [nightly, setNightly] = useState<Nightly | null>(null);
  const [failed, setFailed] = useState<{ readonly on: boolean; readonly failure: NightlyFailure } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let isHere = true;
    void bridge.call('nightly', null).then((answer) => {
      if (isHere && answer.ok) setNightly(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, []);

  const set = async (on: boolean): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const answer = await bridge.call('set-nightly', { on });
    setBusy(false);
    if (!answer.ok) return;
    const { nightly: next, failure } = answer.value;
    setNightly(next);
    if (failure === null) announce(stateIn(t, language, next));
    else setFailed({ on, failure });
  };

  if (nightly === null) return null;
  const isUnavailable = nightly.state === 'unavailable';
  const always = nightly.state === 'on' ? nightly.always : null;
  return (
    <div className={styles.nightly}>
      <Switch
        className={styles.switch ?? ''}
        isSelected={nightly.state === 'on'}
        // The attribute `disabled` would drop the focus (components/button.tsx).
        isReadOnly={busy || isUnavailable}
        aria-describedby={saysId}
        onChange={(on) => void set(on)}
      >
        <span className={styles.track} data-off={busy || isUnavailable || undefined} aria-hidden />
        {t('nightly.switch')}
      </Switch>
      <p id={saysId} className="small">
        {busy ? t('nightly.busy') : stateIn(t, language, nightly)}
      </p>
      {always === null ? null : (
        <div className="copy-line">
          <span className="value">{always}</span>
          <CopyButton text={always} what={t('nightly.command')} />
        </div>
      )}
      {failed === null ? null : (
        <Notice tone="bad" alert title={t(`nightly.failure.${failed.on ? 'on' : 'off'}`)}>
          <p>{failureIn(t, failed.failure)}</p>
        </Notice>
      )}
      <div className="row">
        <Button kind="quiet" size="small" onPress={() => showHelp('nightly')}>
          {t('nightly.more')}
        </Button>
      </div>
    </div>
  );
}

function stateIn(t: TFunction, language: Language, nightly: Nightly): string {
  switch (nightly.state) {
    case 'unavailable':
      return t(`nightly.unavailable.${nightly.why}`);
    case 'off':
    case 'broken':
      return t(`nightly.${nightly.state}`);
    case 'on': {
      const { from, to, platform } = nightly;
      const since = formatDay(language, nightly.since);
      const starts =
        from === null
          ? t('nightly.otherwise', { since })
          : to === null
            ? t('nightly.exact', { since, from: timeIn(language, from) })
            : t('nightly.between', { since, from: timeIn(language, from), to: timeIn(language, to) });
      return `${starts} ${t(`nightly.signedIn.${platform}`)}`;
    }
  }
}

/** `HH:MM` as the clock is read here. */
function timeIn(language: Language, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return describeInstant(language, new Date(2026, 0, 1, hour, minute).toISOString()).time;
}

const failureIn = (t: TFunction, failure: NightlyFailure): string =>
  failure.why === 'not-written'
    ? t('nightly.failure.not-written', { file: failure.file })
    : t('nightly.failure.failed', { command: failure.command });
