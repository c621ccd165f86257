import type { Failure } from '@contract/channels';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';

interface Props {
  /** `http://host:port` or `https://host:port`. */
  readonly proxy: string;
  readonly onKept: () => void;
  readonly onClose: () => void;
}

/** Asks, once for each proxy, whether it may get the user's own sign-in to this computer. */
export function OwnSignInDialog({ proxy, onKept, onClose }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  const agree = async () => {
    setBusy(true);
    const answer = await bridge.call('use-own-sign-in', { proxy });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.failure);
      return;
    }
    announce(t('trust.proxy.own.kept'));
    onKept();
  };

  return (
    <Dialog
      title={t('trust.proxy.own.title')}
      onClose={onClose}
      foot={
        <>
          <Button autoFocus isDisabled={busy} onPress={onClose}>
            {t('trust.proxy.own.no')}
          </Button>
          <Button kind="primary" isDisabled={busy} onPress={() => void agree()}>
            {t('trust.proxy.own.yes')}
          </Button>
        </>
      }
    >
      <p>{t('trust.proxy.own.lead', { proxy })}</p>
      <Notice tone="warning">
        <p>{t('trust.proxy.own.warn')}</p>
      </Notice>
      <p className="hint">{t('trust.proxy.own.where')}</p>
      <FailureNotice failure={problem} />
    </Dialog>
  );
}
