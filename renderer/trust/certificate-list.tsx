import type { CertificateView } from '@contract/extra-trust';
import { formatDay } from '@contract/formats';
import { CircleCheck, CircleMinus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import certificateStyles from './certificates.module.css';

/** Fingerprints are easier to compare as two lines of sixteen bytes than with arbitrary breaks. */
const HALF = 48;

interface Props<Certificate extends CertificateView> {
  readonly certificates: readonly Certificate[];
  readonly label: string;
  /** Content below a certificate, such as a way to remove it. */
  readonly under?: (certificate: Certificate) => ReactNode;
}

/** The details a user compares: subject, issuer, validity and fingerprint. */
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
