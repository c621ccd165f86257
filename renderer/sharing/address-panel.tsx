import type { SystemId } from '@contract/connection';
import type { AddressToConfirm, KeptInStep } from '@contract/shared-store';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useWhen } from '../connections/use-when';
import { askShared, isChangedThere } from './ask-shared';
import styles from './shared-page.module.css';
import { TroubleNotice } from './trouble-notice';
import { useAsking } from './use-asking';
import { useFieldLabels } from './use-field-labels';

interface Props {
  readonly address: AddressToConfirm;
  readonly system: SystemId | null;
  /** The store's rules let this person write. */
  readonly mayWrite: boolean;
  readonly onSettled: (kept: KeptInStep) => void;
  readonly onLater: () => void;
  readonly onChanged: () => void;
}

/** An address that nobody has confirmed on this computer, beside the one that was. */
export function AddressPanel({ address, system, mayWrite, onSettled, onLater, onChanged }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const [sentId, hintId] = [useId(), useId()];
  const { busy, trouble, ask } = useAsking();
  const labelOf = useFieldLabels(system);
  const { id, theirs, secrets, values } = address;
  const { by, version } = theirs;

  const warning =
    by === null ? t('sharing.address.warningTextBySomebody') : t('sharing.address.warningText', { by });
  const announce = useAnnounce();
  // It came below what has the focus.
  useEffect(() => {
    announce(t('sharing.address.warning'));
    announce(warning);
  }, [announce, t, warning]);

  const settle = async (isRight: boolean) => {
    const origins = [...new Set(secrets.flatMap(({ there }) => there))];
    const answer = await ask(() =>
      isRight
        ? askShared('confirm-addresses', { id, version, origins })
        : askShared('keep-own-addresses', { id, version }),
    );
    if (answer.ok) onSettled(answer.value);
    else if (isChangedThere(answer.failure)) onChanged();
  };
  const lines = (title: string, before: readonly string[], after: readonly string[], key: string) => (
    <div key={key} className={styles.compared}>
      <h3>{title}</h3>
      <dl>
        <div>
          <dt>{t('sharing.address.confirmed')}</dt>
          {(before.length === 0 ? [t('sharing.address.nothing')] : before).map((one) => (
            <dd key={one} className="value">
              {one}
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('sharing.address.there')}</dt>
          {(after.length === 0 ? [t('sharing.address.nothing')] : after).map((one) => (
            <dd key={one} className="value">
              {one}
            </dd>
          ))}
        </div>
      </dl>
    </div>
  );
  return (
    <section>
      <h2>{t('sharing.address.title')}</h2>
      <div className="stack-close">
        <p>
          {by === null
            ? t('sharing.address.changedBySomebody', { when: when(theirs.at) })
            : t('sharing.address.changed', { when: when(theirs.at), by })}
        </p>
        <Notice tone="warning" title={t('sharing.address.warning')}>
          <p>{warning}</p>
        </Notice>
        <div id={sentId} className="stack-close">
          {secrets.map(({ field, confirmed, there }) =>
            lines(
              t('sharing.address.secret', { secret: labelOf(field) }),
              confirmed,
              there,
              `secret ${field}`,
            ),
          )}
        </div>
        {values.map(({ field, here, there }) =>
          lines(labelOf(field), here === null ? [] : [here], there === null ? [] : [there], `value ${field}`),
        )}
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button aria-describedby={sentId} isDisabled={busy} onPress={() => void settle(true)}>
            {t('sharing.address.confirm')}
          </Button>
          {mayWrite ? (
            <Button aria-describedby={hintId} isDisabled={busy} onPress={() => void settle(false)}>
              {t('sharing.address.keep')}
            </Button>
          ) : null}
          <Button kind="quiet" isDisabled={busy} onPress={onLater}>
            {t('sharing.address.later')}
          </Button>
        </div>
        {mayWrite ? (
          <p id={hintId} className="hint">
            {t('sharing.address.keepHint')}
          </p>
        ) : null}
      </div>
    </section>
  );
}
