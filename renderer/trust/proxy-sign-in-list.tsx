import type { Failure } from '@contract/channels';
import type { ProxySignIn } from '@contract/extra-trust';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import certificateStyles from './certificates.module.css';

interface Props {
  readonly proxySignIns: readonly ProxySignIn[];
  readonly onForgotten: (proxy: string) => void;
}

function wordsOf(state: ProxySignIn['state']) {
  switch (state) {
    case 'saved':
      return 'trust.proxy.stateSaved';
    case 'session-only':
      return 'trust.proxy.stateSession';
    case 'own':
      return 'trust.proxy.stateOwn';
    default:
      return 'trust.proxy.stateUnreadable';
  }
}

/** The proxies with a stored sign-in, each with a button to forget it. */
export function ProxySignInList({ proxySignIns, onForgotten }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<Failure | null>(null);

  const forget = async (proxy: string) => {
    const answer = await bridge.call('forget-proxy-sign-in', { proxy });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    announce(t('trust.proxy.forgotten', { proxy }));
    onForgotten(proxy);
  };

  return (
    <>
      <ul className={certificateStyles.list} aria-label={t('trust.proxy.listTitle')}>
        {proxySignIns.map(({ proxy, state }) => (
          <li key={proxy} className={certificateStyles.proxy}>
            <div>
              <p className="value">{proxy}</p>
              <p className="hint">{t(wordsOf(state))}</p>
            </div>
            <Button
              size="small"
              aria-label={t('trust.proxy.forgetNamed', { proxy })}
              onPress={() => void forget(proxy)}
            >
              {t('trust.proxy.forget')}
            </Button>
          </li>
        ))}
      </ul>
      <FailureNotice failure={problem} />
    </>
  );
}
