import type { AnswerOf } from '@contract/channels';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { FailureNotice } from '../components/failure-notice';

interface Props {
  readonly id: string;
  /** Start times of the earlier and the later report. */
  readonly from: string;
  readonly to: string;
}

/** The differences between two reports of a connection, in plain sentences. */
export function Comparison({ id, from, to }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const [answer, setAnswer] = useState<AnswerOf<'compare-reports'> | null>(null);
  useEffect(() => {
    let wanted = true;
    void bridge.call('compare-reports', { id, from, to, language }).then((got) => {
      if (wanted) setAnswer(got);
    });
    return () => {
      wanted = false;
    };
  }, [id, from, to, language]);

  if (answer === null) return <p className="soft">{t('reports.loading')}</p>;
  if (!answer.ok) return <FailureNotice failure={answer.failure} />;
  const { value } = answer;
  return (
    <div className="stack-close">
      <p className="small soft">{t('reports.sinceLead', { from: value.from, to: value.to })}</p>
      {value.changes.length === 0 ? (
        <p>{t('reports.nothingChanged')}</p>
      ) : (
        <ul className="bulleted">
          {value.changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
