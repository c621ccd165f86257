import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { AddCertificate } from './add-certificate';
import { OwnSignInDialog } from './own-sign-in-dialog';
import { proxyToSignInTo } from './proxy-offer';
import { ProxySignInDialog } from './proxy-sign-in-dialog';
import styles from './remedy.module.css';

interface Props {
  /** null: of a store, which trusts what the computer trusts. */
  readonly connectionId: string | null;
  readonly code: FindingCode;
  readonly facts: Facts;
  /** True if this is the thing to do now. */
  readonly first: boolean;
  readonly onTestAgain: () => void;
}

/** What the user can do here about a network finding, in addition to what others have to do. */
export function Remedy({ connectionId, code, facts, first, onTestAgain }: Props) {
  switch (code) {
    case 'tls-intercepted':
    case 'tls-untrusted-root':
    case 'tls-incomplete-chain':
    case 'tls-self-signed':
      return connectionId === null ? null : (
        <CertificateOffer
          connectionId={connectionId}
          code={code}
          issuer={facts.issuer}
          onTestAgain={onTestAgain}
        />
      );
    case 'proxy-sign-in-required':
    case 'proxy-sign-in-rejected':
      return <ProxyOffer code={code} facts={facts} first={first} onTestAgain={onTestAgain} />;
    default:
      return null;
  }
}

interface CertificateProps {
  readonly connectionId: string;
  readonly code: 'tls-intercepted' | 'tls-untrusted-root' | 'tls-incomplete-chain' | 'tls-self-signed';
  readonly issuer: Facts[string] | undefined;
  readonly onTestAgain: () => void;
}

/** Each finding explains in its own words when a certificate file helps. */
function CertificateOffer({ connectionId, code, issuer, onTestAgain }: CertificateProps) {
  const { t } = useTranslation();
  const named = typeof issuer === 'string' && issuer !== '' ? issuer : t('trust.offer.unnamed');
  return (
    <section className={styles.remedy} aria-label={t('trust.offer.title')}>
      <p className="small">{t(`trust.offer.${code}`, { issuer: named })}</p>
      <div>
        <AddCertificate connectionId={connectionId} thenTest onAccepted={onTestAgain} />
      </div>
    </section>
  );
}

type ProxyProps = Omit<Props, 'connectionId'>;

/** Only if the proxy accepts an account, or the user's own sign-in. */
function ProxyOffer({ code, facts, first, onTestAgain }: ProxyProps) {
  const { t } = useTranslation();
  const { askProtection, start } = useApp();
  const [asking, setAsking] = useState<'account' | 'own' | null>(null);
  // A secret is typed next: find out first whether it can be saved.
  useEffect(() => askProtection(), [askProtection]);
  const to = proxyToSignInTo(code, facts);
  if (to === null) return null;
  const reason = start.policies.forbidProxySignIn ? t('common.managed.set') : null;
  const isAgain =
    code === 'proxy-sign-in-rejected' && facts.identity !== 'ticket' && facts.identity !== 'own';
  const kept = () => {
    setAsking(null);
    onTestAgain();
  };
  return (
    <section className={styles.remedy} aria-label={t('trust.proxy.title')}>
      {isAgain ? null : <p className="small">{t('trust.proxy.offer')}</p>}
      <div className="row">
        {to.takesOwn ? (
          <Button kind={first ? 'primary' : 'plain'} reason={reason} onPress={() => setAsking('own')}>
            {t('trust.proxy.own.ask')}
          </Button>
        ) : null}
        <Button
          kind={first && !to.takesOwn ? 'primary' : 'plain'}
          reason={reason}
          onPress={() => setAsking('account')}
        >
          {t(isAgain ? 'trust.proxy.askAgain' : 'trust.proxy.ask')}
        </Button>
      </div>
      {asking === 'account' ? (
        <ProxySignInDialog to={to} onKept={kept} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'own' ? (
        <OwnSignInDialog proxy={to.proxy} onKept={kept} onClose={() => setAsking(null)} />
      ) : null}
    </section>
  );
}
