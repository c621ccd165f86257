import type { RenderedExplanation } from '@contract/explanation';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../components/copy-button';
import { Notice } from '../components/notice';
import messageStyles from '../report/message.module.css';

/** What a message stands for, in a finding's three parts; or what could be seen in it. */
export function Explanation({ explained }: { readonly explained: RenderedExplanation }) {
  const { t } = useTranslation();
  const { finding, next, seen, holdsSecret } = explained;
  return (
    <div className="stack">
      {holdsSecret === null ? null : <Notice tone="warning">{holdsSecret}</Notice>}
      {finding === null ? (
        seen.length === 0 ? null : (
          <div className="stack-close">
            <h3>{t('message.seen')}</h3>
            <ul className="bulleted">
              {seen.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )
      ) : (
        <article className="stack-close" aria-label={finding.title}>
          <h3>{finding.title}</h3>
          <dl className="stack-close">
            <div>
              <dt className="soft small">{t('report.happened')}</dt>
              <dd>{finding.happened}</dd>
            </div>
            <div>
              <dt className="soft small">{t('report.whose')}</dt>
              <dd>{finding.whose}</dd>
            </div>
            <div>
              <dt className="soft small">{t('report.todo')}</dt>
              <dd>{finding.todo}</dd>
            </div>
          </dl>
          {finding.send === null ? null : (
            <>
              <div className="row">
                <CopyButton text={finding.send} what={t('message.letter')} size="normal">
                  {t('message.copyLetter')}
                </CopyButton>
              </div>
              <figure className={messageStyles.message} aria-label={t('message.letter')}>
                {finding.send}
              </figure>
            </>
          )}
        </article>
      )}
      <p>{next}</p>
      <p className="hint">{t('message.forgotten')}</p>
    </div>
  );
}
