import type { Connection } from '@contract/connection';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { CarriedReports } from './carried-reports';
import { Kit } from './kit';

interface Props {
  readonly connection: Pick<Connection, 'id' | 'practice' | 'system'>;
  /** Without an address, there is nothing to check. */
  readonly hasAddress: boolean;
  /** When the newest check here began; null if there is none. */
  readonly newest: string | null;
  /** Tests the connection here. */
  readonly onTest: () => void;
}

/** What helps if the call that matters is made by another computer. */
export function OtherComputer({ connection, hasAddress, newest, onTest }: Props) {
  const { t } = useTranslation();
  const { readMessage } = useApp();
  const { id, practice, system } = connection;
  return (
    <section>
      <h2>{t('otherComputer.title')}</h2>
      <div className="stack-close">
        <p className="soft">{t('otherComputer.lead')}</p>
        {practice ? null : <Kit id={id} hasAddress={hasAddress} />}
        <CarriedReports id={id} practice={practice} system={system} newest={newest} />
        <div className="row">
          <Button onPress={() => readMessage({ id, text: '', onTest })}>{t('message.open')}</Button>
        </div>
      </div>
    </section>
  );
}
