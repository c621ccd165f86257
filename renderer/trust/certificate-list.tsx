import type { CertificateView } from '@contract/extra-trust';
import { formatDay } from '@contract/formats';
import { CircleCheck, CircleMinus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import certificateStyles from './certificates.module.css';

/** Two lines of sixteen bytes are compared more easily than one that breaks anywhere. */
const HALF = 48;

interface Props<Certificate extends CertificateView> {
  readonly certificates: readonly Certificate[];
  readonly label: string;
  /** What stands under one certificate, such as how to take it away. */
  readonly under?: (certificate: Certificate) => ReactNode;
}

/** Certificates as a person compares them: whose, by whom, for how long, and the fingerprint. */
export function CertificateList<Certificate extends CertificateView>({
  certificates,
  label,
  under,
}: Props<Certificate>) {
  const { t } = useTranslation();
  const { language } = useApp();
  const day = (instant: string | null) => (instant === null ? '–' : formatDay(language, instant));
  return (
    <ul className={certificateStyles.list} aria-label={label}>
      {certificates.map((certificate) => {
        const { fingerprint, subject, issuer, validFrom, validTo, verdict } = certificate;
        const good = verdict === 'good';
        return (
          <li key={fingerprint} data-good={good || undefined}>
            <p className={certificateStyles.name}>
              {good ? <CircleCheck size={18} aria-hidden /> : <CircleMinus size={18} aria-hidden />}
              <strong>{subject}</strong>
            </p>
            <dl>
              <dt>{t('trust.certificate.issuer')}</dt>
              <dd>{issuer}</dd>
              <dt>{t('trust.certificate.time')}</dt>
              <dd>{t('trust.certificate.fromTo', { from: day(validFrom), to: day(validTo) })}</dd>
              <dt>{t('trust.certificate.fingerprint')}</dt>
              <dd className="value">
                {fingerprint.slice(0, HALF)}
                <br />
                {fingerprint.slice(HALF)}
              </dd>
            </dl>
            {good ? null : (
              <p className={certificateStyles.verdict}>
                {t(`trust.verdict.${verdict}`, { issuer, from: day(validFrom), to: day(validTo) })}
              </p>
            )}
            {under?.(certificate)}
          </li>
        );
      })}
    </ul>
  );
}
