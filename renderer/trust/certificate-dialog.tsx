import type { Failure } from '@contract/channels';
import type { ChosenCertificates, ExtraTrust } from '@contract/extra-trust';
import { formatList } from '@contract/formats';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import { CertificateList } from './certificate-list';

interface Props {
  readonly connectionId: string;
  readonly chosen: ChosenCertificates;
  /** True if a test follows immediately. */
  readonly thenTest: boolean;
  readonly onAccepted: (trust: ExtraTrust) => void;
  readonly onChooseAnother: () => void;
  readonly onClose: () => void;
}

/** Shows a file's certificates before any is trusted, and for which hosts they would be. */
export function CertificateDialog(props: Props) {
  const { connectionId, chosen, thenTest, onAccepted, onChooseAnother, onClose } = props;
  const { t } = useTranslation();
  const { language } = useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const token = chosen.kind === 'read' ? chosen.token : null;

  const accept = async () => {
    if (token === null) return;
    setBusy(true);
    const answer = await bridge.call('accept-certificates', { id: connectionId, token });
    setBusy(false);
    if (answer.ok) onAccepted(answer.value);
    else setProblem(answer.failure);
  };

  if (chosen.kind === 'refused' || token === null) {
    return (
      <Dialog
        title={t('trust.dialog.uselessTitle')}
        onClose={onClose}
        foot={
          <>
            <Button autoFocus onPress={onClose}>
              {t('trust.dialog.close')}
            </Button>
            <Button onPress={onChooseAnother}>{t('trust.dialog.another')}</Button>
          </>
        }
      >
        <p className="small soft">{chosen.fileName}</p>
        {chosen.kind === 'refused' ? (
          <Notice tone="warning" alert>
            <p>{t(`trust.file.${chosen.problem}`)}</p>
          </Notice>
        ) : (
          <CertificateList certificates={chosen.certificates} label={t('trust.dialog.inFile')} />
        )}
      </Dialog>
    );
  }

  const hosts = formatList(language, chosen.hosts);
  const good = chosen.certificates.filter(({ verdict }) => verdict === 'good');
  const others = chosen.certificates.filter(({ verdict }) => verdict !== 'good');
  return (
    <Dialog
      title={t('trust.dialog.title', { count: good.length })}
      onClose={onClose}
      foot={
        <>
          <Button autoFocus isDisabled={busy} onPress={onClose}>
            {t('trust.dialog.no')}
          </Button>
          <Button kind="primary" isDisabled={busy} onPress={() => void accept()}>
            {t(thenTest ? 'trust.dialog.yesAndTest' : 'trust.dialog.yes')}
          </Button>
        </>
      }
    >
      <p>{t('trust.dialog.lead', { hosts })}</p>
      <Notice tone="warning">
        <p>{t('trust.dialog.consequence', { hosts })}</p>
      </Notice>
      <CertificateList certificates={good} label={t('trust.dialog.inFile')} />
      <p className="small">{t('trust.dialog.compare')}</p>
      {others.length === 0 ? null : (
        <>
          <h3>{t('trust.dialog.leftOut')}</h3>
          <CertificateList certificates={others} label={t('trust.dialog.leftOut')} />
        </>
      )}
      <FailureNotice failure={problem} />
    </Dialog>
  );
}
