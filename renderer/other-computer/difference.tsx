import type { AnswerOf } from '@contract/channels';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { CopyButton } from '../components/copy-button';
import { FailureNotice } from '../components/failure-notice';
import { Fold } from '../components/fold';
import { StatusIcon } from '../components/status-icon';
import cardStyles from '../report/finding-card.module.css';
import messageStyles from '../report/message.module.css';
import styles from './other-computer.module.css';

interface Props {
  readonly id: string;
  readonly startedAt: string;
  /** When the newest check here began. */
  readonly newest: string | null;
  readonly takesFocus: boolean;
}

/** How a check on another computer differs from one here: what explains it first, then every step side by side. */
export function Difference({ id, startedAt, newest, takesFocus }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const [answer, setAnswer] = useState<AnswerOf<'compare-carried'> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `newest` is the signal itself.
  useEffect(() => {
    let wanted = true;
    void bridge.call('compare-carried', { id, startedAt, language }).then((got) => {
      if (wanted) setAnswer(got);
    });
    return () => {
      wanted = false;
    };
  }, [id, startedAt, language, newest]);
  const title = useRef<HTMLHeadingElement>(null);
  const isThere = answer?.ok === true && answer.value !== null;
  useLayoutEffect(() => {
    if (takesFocus && isThere) title.current?.focus();
  }, [takesFocus, isThere]);

  if (answer === null) return <p className="soft">{t('reports.loading')}</p>;
  if (!answer.ok) return <FailureNotice failure={answer.failure} />;
  if (answer.value === null) return <p>{t('otherComputer.difference.testHere')}</p>;
  const difference = answer.value;
  const { send } = difference;
  return (
    <div className="stack-close">
      <article
        className={cardStyles.card}
        data-outcome={send === null ? 'warning' : 'failed'}
        aria-label={difference.title}
      >
        <h3 ref={title} tabIndex={-1}>
          {difference.title}
        </h3>
        <dl>
          <dt>{t('report.happened')}</dt>
          <dd>{difference.happened}</dd>
          <dt>{t('report.whose')}</dt>
          <dd>{difference.whose}</dd>
          <dt>{t('report.todo')}</dt>
          <dd>{difference.todo}</dd>
        </dl>
        {send === null ? null : (
          <>
            <div className="row">
              <CopyButton text={send} what={t('report.requestTitle')} size="normal">
                {t('report.copyRequest')}
              </CopyButton>
            </div>
            <figure className={messageStyles.message} aria-label={t('report.requestTitle')}>
              {send}
            </figure>
          </>
        )}
      </article>
      {difference.facts.length === 0 ? null : (
        <ul className="bulleted">
          {difference.facts.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <Fold label={t('otherComputer.difference.steps')}>
        <table className={styles.steps}>
          <caption className="for-readers">{t('otherComputer.difference.steps')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('otherComputer.difference.step')}</th>
              <th scope="col">{difference.here}</th>
              <th scope="col">{difference.there}</th>
            </tr>
          </thead>
          <tbody>
            {difference.steps.map(({ name, here, there, isDifferent }) => (
              <tr key={name} data-different={isDifferent || undefined}>
                <th scope="row">
                  {name}
                  {isDifferent ? (
                    <span className="for-readers">. {t('otherComputer.difference.differs')}</span>
                  ) : null}
                </th>
                {[here, there].map(({ outcome, said }, at) => (
                  <td key={at === 0 ? 'here' : 'there'}>
                    <span className={styles.outcome}>
                      <StatusIcon status={outcome} />
                      {said}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </div>
  );
}
