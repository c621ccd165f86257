import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import { useTranslation } from 'react-i18next';
import { AddCertificate } from './add-certificate';

/** Findings that a certificate from a file can help with; each says in its own words when it does. */
const certificateCodes = [
  'tls-intercepted',
  'tls-untrusted-root',
  'tls-incomplete-chain',
  'tls-self-signed',
] as const satisfies readonly FindingCode[];

interface Props {
  readonly connectionId: string;
  readonly code: FindingCode;
  readonly facts: Facts;
  readonly onTestAgain: () => void;
}

/** What can be done in this window about a finding of the network, beside what the finding asks of others. */
export function Remedy({ connectionId, code, facts, onTestAgain }: Props) {
  const { t } = useTranslation();
  const certificate = certificateCodes.find((one) => one === code);
  if (certificate === undefined) return null;
  const issuer =
    typeof facts.issuer === 'string' && facts.issuer !== '' ? facts.issuer : t('trust.offer.unnamed');
  return (
    <section className="other-way" aria-label={t('trust.offer.title')}>
      <p className="small">{t(`trust.offer.${certificate}`, { issuer })}</p>
      <div>
        <AddCertificate connectionId={connectionId} thenTest onAccepted={onTestAgain} />
      </div>
    </section>
  );
}
