import type { Failure } from '@contract/channels';
import type { ExtraTrust, KeptCertificate } from '@contract/extra-trust';
import { formatList } from '@contract/formats';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { AddCertificate } from './add-certificate';
import { CertificateList } from './certificate-list';
import { ProxySignInList } from './proxy-sign-in-list';
import styles from './trust-section.module.css';

interface Props {
  readonly connectionId: string;
  /** A check is running, which the change would not affect. */
  readonly isDisabled: boolean;
  /** The last result is no longer valid. */
  readonly onChanged: () => void;
}

/** What one connection trusts in addition to what this computer does. */
export function TrustSection({ connectionId, isDisabled, onChanged }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const [trust, setTrust] = useState<ExtraTrust | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const title = useRef<HTMLHeadingElement>(null);

  // A sign-in may be kept for a proxy just before a test.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `isDisabled` is the signal itself.
  useEffect(() => {
    let wanted = true;
    void bridge.call('extra-trust', { id: connectionId }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setTrust(answer.value);
      else setProblem(answer.failure);
    });
    return () => {
      wanted = false;
    };
  }, [connectionId, isDisabled]);

  const remove = async ({ fingerprint, subject }: KeptCertificate) => {
    const answer = await bridge.call('remove-certificate', { id: connectionId, fingerprint });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setTrust(answer.value);
    // The pressed button disappeared with its certificate.
    title.current?.focus();
    announce(t('trust.removed', { subject }));
    onChanged();
  };

  /** The connection's current hosts that a certificate was not accepted for. */
  const missedBy = ({ hosts }: KeptCertificate): readonly string[] =>
    (trust?.hosts ?? []).filter((host) => !hosts.includes(host));

  const proxySignIns = trust?.proxySignIns ?? [];
  return (
    <section>
      <h2 ref={title} tabIndex={-1}>
        {t('trust.title')}
      </h2>
      <div className="stack-close">
        <p className="soft small">{t('trust.lead')}</p>
        <FailureNotice failure={problem} />
        {trust === null || trust.certificates.length === 0 ? null : (
          <CertificateList
            certificates={trust.certificates}
            label={t('trust.title')}
            under={(certificate) => (
              <>
                <p className="hint">
                  {t('trust.goodFor', { hosts: formatList(language, certificate.hosts) })}
                </p>
                {missedBy(certificate).length === 0 ? null : (
                  <p className="hint">
                    {t('trust.notFor', { hosts: formatList(language, missedBy(certificate)) })}
                  </p>
                )}
                <Button
                  size="small"
                  reason={isDisabled ? t('report.notDuringTest') : null}
                  aria-label={t('trust.removeNamed', { subject: certificate.subject })}
                  onPress={() => void remove(certificate)}
                >
                  {t('trust.remove')}
                </Button>
              </>
            )}
          />
        )}
        {trust === null ? null : trust.hosts.length === 0 ? (
          <p className="hint">{t('trust.noHost')}</p>
        ) : (
          <div>
            <AddCertificate
              connectionId={connectionId}
              isDisabled={isDisabled}
              onAccepted={(changed) => {
                setTrust(changed);
                onChanged();
              }}
            />
          </div>
        )}
        {trust === null || proxySignIns.length === 0 ? null : (
          <>
            <h3 className={styles.proxies}>{t('trust.proxy.listTitle')}</h3>
            <p className="soft small">{t('trust.proxy.listLead')}</p>
            <ProxySignInList
              proxySignIns={proxySignIns}
              onForgotten={(proxy) => {
                title.current?.focus();
                setTrust({ ...trust, proxySignIns: proxySignIns.filter((one) => one.proxy !== proxy) });
              }}
            />
          </>
        )}
      </div>
    </section>
  );
}
