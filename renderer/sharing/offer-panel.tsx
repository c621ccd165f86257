import type { SharedRef } from '@contract/shared-record';
import type { OfferedConnection } from '@contract/shared-store';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { askShared } from './ask-shared';
import styles from './shared-page.module.css';
import { TroubleNotice } from './trouble-notice';
import { useAsking } from './use-asking';
import { useFieldLabels } from './use-field-labels';

interface Props {
  readonly sharedRef: SharedRef;
  /** It is on this computer as well, and no longer shared from here. */
  readonly isHere: boolean;
  readonly onBrought: () => void;
}

/** What bringing a connection here would do, and the click that does exactly that. */
export function OfferPanel({ sharedRef, isHere, onBrought }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [offer, setOffer] = useState<OfferedConnection | null>(null);
  const { busy, trouble, setTrouble, ask } = useAsking();
  const labelOf = useFieldLabels(offer?.system ?? null);
  const { folder, id } = sharedRef;
  /** Counts up to read the offer again. */
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is the signal itself.
  useEffect(() => {
    let isWanted = true;
    void askShared('offer-shared', { ref: { folder, id } }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setOffer(answer.value);
      else setTrouble(answer.failure);
    });
    return () => {
      isWanted = false;
    };
  }, [folder, id, turn]);

  const bring = async (shown: OfferedConnection) => {
    const { ref, written, origins } = shown;
    const answer = await ask(() =>
      askShared('bring-shared', { ref, version: written.version, origins: [...origins] }),
    );
    if (answer.ok) {
      announce(t(isHere ? `sharing.keeping.result.${answer.value}` : 'sharing.offer.done'));
      onBrought();
      return;
    }
    // What was shown is no longer what would come: show it again before it can be confirmed.
    setOffer(null);
    setTurn((now) => now + 1);
  };

  return (
    <section>
      <h2>{t(isHere ? 'sharing.offer.titleAgain' : 'sharing.offer.title')}</h2>
      <div className="stack-close">
        <p className="soft">{t(isHere ? 'sharing.offer.leadAgain' : 'sharing.offer.lead')}</p>
        <TroubleNotice trouble={trouble} />
        {offer === null ? (
          trouble === null ? (
            <p className="soft" role="status">
              {t('sharing.offer.reading')}
            </p>
          ) : null
        ) : (
          <>
            <h3>{t('sharing.offer.values')}</h3>
            <dl className={styles.values}>
              {Object.entries(offer.values).map(([field, value]) => (
                <div key={field}>
                  <dt>{labelOf(field)}</dt>
                  <dd className="value">{value}</dd>
                </div>
              ))}
            </dl>
            <h3>{t('sharing.offer.where')}</h3>
            {offer.secrets.length === 0 ? <p>{t('sharing.offer.noSecret')}</p> : null}
            {offer.origins.length === 0 ? (
              <p>{t('sharing.offer.whereNone')}</p>
            ) : (
              <ul className="bulleted">
                {offer.origins.map((origin) => (
                  <li key={origin} className="value">
                    {origin}
                  </li>
                ))}
              </ul>
            )}
            {isHere ? null : <p>{t('sharing.offer.confirms')}</p>}
            <div className="row">
              <Button kind="primary" isDisabled={busy} onPress={() => void bring(offer)}>
                {t(isHere ? 'sharing.offer.titleAgain' : 'sharing.offer.action')}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
