import type { CarriedOffer } from '@contract/carried';
import type { Failure } from '@contract/channels';
import { LIMITS } from '@contract/limits';
import { withoutUnprintable } from '@contract/printable';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import { TextField } from '../components/text-field';
import { useWhen } from '../connections/use-when';
import { usePlace } from './use-place';

interface Props {
  readonly id: string;
  readonly offer: CarriedOffer;
  readonly onKept: (startedAt: string) => void;
  readonly onClose: () => void;
}

/** Asks what the computer is called before its report is kept, and whether inner addresses are. */
export function KeepReport({ id, offer, onKept, onClose }: Props) {
  const { t } = useTranslation();
  const when = useWhen({ exactly: true });
  const placeOf = usePlace();
  const [place, setPlace] = useState('');
  const [innerAddresses, setInnerAddresses] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { token, startedAt, leftOut, hasInnerAddresses } = offer;

  const keep = async () => {
    const answer = await bridge.call('keep-carried', { id, token, place: place.trim(), innerAddresses });
    if (answer.ok) onKept(answer.value.startedAt);
    else setProblem(answer.failure);
  };

  return (
    <Dialog
      title={t('otherComputer.keep.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('common.action.cancel')}</Button>
          <Button
            kind="primary"
            reason={place.trim() === '' ? t('otherComputer.keep.nameless') : null}
            onPress={() => void keep()}
          >
            {t('otherComputer.keep.keep')}
          </Button>
        </>
      }
    >
      <p>{t('otherComputer.keep.made', { when: when(startedAt), place: placeOf(offer) })}</p>
      {leftOut === 0 ? null : (
        <Notice tone="warning">
          <p>{t('otherComputer.keep.leftOut', { count: leftOut })}</p>
        </Notice>
      )}
      <TextField
        label={t('otherComputer.keep.name')}
        help={t('otherComputer.keep.nameHelp')}
        name="place"
        plain
        value={place}
        onChange={(typed) => setPlace(withoutUnprintable(typed))}
        maxLength={LIMITS.place}
      />
      {hasInnerAddresses ? (
        <div>
          <Checkbox className="tick" isSelected={innerAddresses} onChange={setInnerAddresses}>
            {t('otherComputer.keep.inner')}
          </Checkbox>
          <p className="hint">{t('otherComputer.keep.innerHelp')}</p>
        </div>
      ) : null}
      <FailureNotice failure={problem} />
    </Dialog>
  );
}
