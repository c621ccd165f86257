import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer';
import { CopyButton } from '../components/copy-button';
import { useCountdown } from '../components/use-countdown';
import type { BrowserWait } from './check-run';
import panelStyles from './panel.module.css';

/**
 * Waits for the sign-in in the user's browser. Nobody can tell whether a browser really opened, so the address to copy
 * is always shown.
 */
export function BrowserPanel({ wait, todo }: { readonly wait: BrowserWait; readonly todo: string }) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  // In a small window it appears below the fold, and the user is waiting for it.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const left = useCountdown(wait.until) ?? 0;
  useSpokenWait(left, todo);
  return (
    <section
      ref={panel}
      className={panelStyles.panel}
      data-tone="accent"
      aria-label={t('report.browser.title')}
    >
      <h3>{t('report.browser.title')}</h3>
      <p className="small">{todo}</p>
      <p className="small soft">{t('report.browser.nothing')}</p>
      <div className="copy-line">
        <input className="value" readOnly value={wait.url} aria-label={t('report.browser.address')} />
        <CopyButton text={wait.url} what={t('report.browser.address')} />
      </div>
      <p className="countdown">
        {left < 60
          ? t('report.browser.left', { seconds: left })
          : t('report.browser.leftLong', { minutes: Math.floor(left / 60), seconds: left % 60 })}
      </p>
    </section>
  );
}

/** When the remaining time is announced again: at each full minute, and once shortly before the end. */
const LAST_WORD_SECONDS = 30;

/** Announces what we are waiting for and what can be done, then the remaining time every minute. */
function useSpokenWait(left: number, todo: string): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const minutes = left <= LAST_WORD_SECONDS ? 0 : Math.ceil(left / 60);
  const said = useRef<number | null>(null);
  useEffect(() => {
    if (said.current === minutes) return;
    const begins = said.current === null;
    said.current = minutes;
    const time =
      minutes === 0
        ? t('report.browser.left', { seconds: LAST_WORD_SECONDS })
        : t('report.browser.leftMinutes', { count: minutes });
    announce(begins ? [...beginning(t, todo), `${time}.`].join(' ') : time);
  }, [minutes, todo, announce, t]);
}

const beginning = (t: TFunction, todo: string): readonly string[] => [
  `${t('report.browser.title')}.`,
  todo,
  t('report.browser.ways'),
];
