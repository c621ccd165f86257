import { Bookmark, LockKeyhole, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import styles from './first-run.module.css';
import { mayBegin } from './may-begin';

/** What a new user sees: what this is, three promises, one thing to do, and a safe way to try it. */
export function FirstRun({
  notices,
  prepared,
}: {
  readonly notices: ReactNode;
  /** What the organization has prepared, which is then the one thing to do. */
  readonly prepared: ReactNode;
}) {
  const { t } = useTranslation();
  const { start, go, readMessage } = useApp();
  const { forbidPractice } = start.policies;
  return (
    <div className="screen-centred">
      {notices}
      <Mark />
      <Heading focusOn="home">{t('connections.first.title')}</Heading>
      <p>{t('connections.first.lead')}</p>
      <ul className={styles.promises}>
        <li>
          <LockKeyhole size={22} strokeWidth={1.75} aria-hidden />
          {t('connections.first.promiseSecret')}
        </li>
        <li>
          <Send size={22} strokeWidth={1.75} aria-hidden />
          {t('connections.first.promiseSend')}
        </li>
        <li>
          <Bookmark size={22} strokeWidth={1.75} aria-hidden />
          {t('connections.first.promiseLater')}
        </li>
      </ul>
      {prepared}
      <div className="row">
        <Button
          kind={prepared === null ? 'primary' : 'plain'}
          reason={mayBegin(start.policies) ? null : t('common.managed.set')}
          onPress={() => go({ at: 'new', practice: false })}
        >
          {t('connections.setUp')}
        </Button>
        {forbidPractice ? null : (
          <Button onPress={() => go({ at: 'new', practice: true })}>{t('connections.practise')}</Button>
        )}
      </div>
      {forbidPractice ? null : <p className="hint">{t('connections.first.practice')}</p>}
      <div className={styles.message}>
        <Button kind="quiet" size="small" onPress={() => readMessage({ id: null, text: '' })}>
          {t('connections.first.message')}
        </Button>
      </div>
    </div>
  );
}

/** The product's logo: two links of a chain, and a check mark. */
function Mark() {
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 56 56"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.5"
      aria-hidden="true"
    >
      <rect x="1.75" y="1.75" width="52.5" height="52.5" rx="14" fill="currentColor" stroke="none" />
      <g className={styles.markLines} strokeLinecap="round" strokeLinejoin="round">
        <path d="M25 20h-5a8 8 0 0 0 0 16h5" />
        <path d="M31 20h5a8 8 0 0 1 0 16h-5" />
        <path d="m23.5 28 3.5 3.5 6-7" />
      </g>
    </svg>
  );
}
