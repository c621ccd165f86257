import type { Failure } from '@contract/channels';
import type { ChosenCertificates, ExtraTrust } from '@contract/extra-trust';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { CertificateDialog } from './certificate-dialog';

interface Props {
  readonly connectionId: string;
  readonly isDisabled?: boolean;
  /** A test follows once a certificate is accepted. */
  readonly thenTest?: boolean;
  readonly onAccepted: (trust: ExtraTrust) => void;
}

/** The button that opens the file dialog, and what was found in the chosen file. */
export function AddCertificate({ connectionId, isDisabled = false, thenTest = false, onAccepted }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<ChosenCertificates | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  const choose = async () => {
    setChosen(null);
    setProblem(null);
    setChoosing(true);
    const answer = await bridge.call('choose-certificates', { id: connectionId });
    setChoosing(false);
    if (answer.ok) setChosen(answer.value);
    else setProblem(answer.failure);
  };

  return (
    <>
      <Button
        size="small"
        isDisabled={choosing}
        reason={isDisabled ? t('report.notDuringTest') : null}
        onPress={() => void choose()}
      >
        {t('trust.add')}
      </Button>
      <FailureNotice failure={problem} />
      {chosen === null ? null : (
        <CertificateDialog
          connectionId={connectionId}
          chosen={chosen}
          thenTest={thenTest}
          onAccepted={(trust) => {
            setChosen(null);
            announce(t('trust.added'));
            onAccepted(trust);
          }}
          onChooseAnother={() => void choose()}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
