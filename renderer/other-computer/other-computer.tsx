import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';

interface Props {
  readonly id: string;
  /** Tests the connection here. */
  readonly onTest: () => void;
}

/** What helps if the call that matters is made by another computer. */
export function OtherComputer({ id, onTest }: Props) {
  const { t } = useTranslation();
  const { readMessage } = useApp();
  return (
    <section>
      <h2>{t('otherComputer.title')}</h2>
      <div className="stack-close">
        <p className="soft">{t('otherComputer.lead')}</p>
        <div className="row">
          <Button onPress={() => readMessage({ id, text: '', onTest })}>{t('message.open')}</Button>
        </div>
      </div>
    </section>
  );
}
