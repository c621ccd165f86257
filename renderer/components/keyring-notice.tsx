import type { Failure } from '@contract/channels';
import { askable, type ProtectionReason } from '@contract/keyring';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from './announcer';
import { Button } from './button';
import { FailureNotice } from './failure-notice';
import { Notice } from './notice';

/**
 * Warns, before anything is typed, that secrets would not be saved, and says why and what to do. Renders nothing if the
 * operating system's encrypted storage is ready.
 */
export function KeyringNotice({
  first = false,
}: {
  /** True if unlocking is the thing to do now. */ readonly first?: boolean;
}) {
  const { t } = useTranslation();
  const { protection, setProtection } = useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const reason =
    protection === null || protection.verdict === 'os-keyring' || protection.reason === 'ready'
      ? null
      : protection.reason;
  const announce = useAnnounce();
  // It comes after the screen's heading was read, once the operating system has answered.
  useEffect(() => {
    if (reason === null) return;
    announce(t(`common.unprotected.${reason}.title`));
    announce(t(`common.unprotected.${reason}.todo`));
  }, [reason, announce, t]);
  if (reason === null) return null;

  const unlock = async () => {
    setBusy(true);
    const answer = await bridge.call('unlock-keyring', null);
    setBusy(false);
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) setProtection(answer.value);
  };

  return (
    <>
      <Notice tone="warning" title={t(`common.unprotected.${reason}.title`)}>
        <p>{t(`common.unprotected.${reason}.todo`)}</p>
        {askable.includes(reason) ? (
          <div className="row">
            <Button
              kind={first ? 'primary' : 'plain'}
              size="small"
              isDisabled={busy}
              onPress={() => void unlock()}
            >
              {t(busy ? 'common.action.unlocking' : questionOf(reason))}
            </Button>
            {busy ? (
              <Button size="small" onPress={() => void bridge.call('stop-unlocking', null)}>
                {t('common.action.cancel')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </Notice>
      <FailureNotice failure={problem} />
    </>
  );
}

/** What the desktop will ask the user. */
function questionOf(reason: ProtectionReason) {
  switch (reason) {
    case 'not-created':
      return 'common.action.createKeyring';
    case 'needs-permission':
      return 'common.action.askWallet';
    case 'access-denied':
      return 'common.action.askWalletAgain';
    default:
      return 'common.action.unlock';
  }
}
