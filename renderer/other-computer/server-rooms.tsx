import type { Failure } from '@contract/channels';
import { type ServerRoom, serverRooms } from '@contract/server-room';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';

interface Props {
  readonly id: string;
  /** Its report is made from a test of this computer. */
  readonly isTested: boolean;
  readonly onBrought: (startedAt: string) => void;
}

/** Brings back the report of a server room that does not exist, to practise comparing two computers. */
export function ServerRooms({ id, isTested, onBrought }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const ids = { select: useId(), help: useId() };
  const [room, setRoom] = useState<ServerRoom>(serverRooms[0]);
  const [problem, setProblem] = useState<Failure | null>(null);

  const bring = async () => {
    const answer = await bridge.call('practice-room', { id, room, language });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) onBrought(answer.value.startedAt);
  };

  return (
    <div className="field">
      <label htmlFor={ids.select}>{t('otherComputer.practice.label')}</label>
      <div className="box">
        <select
          id={ids.select}
          aria-describedby={ids.help}
          value={room}
          onChange={(event) => {
            const chosen = serverRooms.find((one) => one === event.target.value);
            if (chosen !== undefined) setRoom(chosen);
          }}
        >
          {serverRooms.map((one) => (
            <option key={one} value={one}>
              {t(`otherComputer.practice.room.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <p id={ids.help} className="hint">
        {t('otherComputer.practice.help')}
      </p>
      <div className="row">
        <Button reason={isTested ? null : t('otherComputer.practice.first')} onPress={() => void bring()}>
          {t('otherComputer.practice.bring')}
        </Button>
      </div>
      <FailureNotice failure={problem} />
    </div>
  );
}
