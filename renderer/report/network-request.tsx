import type { Language } from '@contract/languages';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { CopyButton } from '../components/copy-button';
import { FailureNotice } from '../components/failure-notice';
import messageStyles from './message.module.css';

interface Props {
  readonly id: string;
  /** The report the request is based on; it is regenerated when this changes. */
  readonly newest: string | null;
}

/** Everything the network team must let through for a connection, as one text to send. */
export function NetworkRequest({ id, newest }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof ask>> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `newest` is the signal itself.
  useEffect(() => {
    let wanted = true;
    void ask(id, language).then((got) => {
      if (wanted) setAnswer(got);
    });
    return () => {
      wanted = false;
    };
  }, [id, language, newest]);

  if (answer === null) return <p className="soft">{t('reports.loading')}</p>;
  if (!answer.ok) return <FailureNotice failure={answer.failure} />;
  const { text } = answer.value;
  if (text === null) return <p className="soft">{t('reports.network.none')}</p>;
  return (
    <div className="stack-close">
      <p className="small soft">{t('reports.network.lead')}</p>
      <div className="row">
        <CopyButton text={text} what={t('reports.network.what')}>
          {t('reports.network.copy')}
        </CopyButton>
      </div>
      <figure className={messageStyles.message} aria-label={t('reports.network.title')}>
        {text}
      </figure>
    </div>
  );
}

const ask = (id: string, language: Language) => bridge.call('network-request', { id, language });
