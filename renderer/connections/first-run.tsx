import { Bookmark, LockKeyhole, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Heading } from '../components/heading';

/** What a first-timer sees: what this is, three promises, one thing to do, and the way to try it safely. */
export function FirstRun({ notices }: { readonly notices: ReactNode }) {
  const { t } = useTranslation();
  const { go } = useApp();
  return (
    <div className="first">
      <Mark />
      <Heading focusOn="home">{t('connections.first.title')}</Heading>
      <p>{t('connections.first.lead')}</p>
      <ul className="promises">
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
      {notices}
      <div className="row">
        <Button kind="primary" onPress={() => go({ at: 'new', practice: false })}>
          {t('connections.setUp')}
        </Button>
        <Button onPress={() => go({ at: 'new', practice: true })}>{t('connections.practise')}</Button>
      </div>
      <p className="hint">{t('connections.first.practice')}</p>
    </div>
  );
}

/** The product's sign: two ends that meet, and hold. */
function Mark() {
  return (
    <svg
      className="mark"
      viewBox="0 0 56 56"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      aria-hidden="true"
    >
      <rect x="2" y="2" width="52" height="52" rx="14" />
      <path d="M14 28h8m12 0h8" strokeLinecap="round" />
      <path d="M22 20v16a8 8 0 0 0 0-16Z" fill="currentColor" strokeLinejoin="round" />
      <path d="M34 20v16a8 8 0 0 1 0-16Z" strokeLinejoin="round" />
    </svg>
  );
}
