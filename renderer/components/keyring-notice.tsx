import type { Failure } from '@contract/channels';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from './button';
import { FailureNotice } from './failure-notice';
import { Notice } from './notice';

/**
 * Says before anything is typed that secrets would not be kept, why, and the one thing to do about it.
 * Renders nothing while the operating system's encrypted storage is ready.
 */
export function KeyringNotice({
  first = false,
}: {
  /** True where unlocking is the thing to do now. */ readonly first?: boolean;
}) {
  const { t } = useTranslation();
  const { protection, setProtection } = useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  if (protection === null || protection.verdict === 'os-keyring' || protection.reason === 'ready')
    return null;
  const { reason } = protection;

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
        {reason === 'locked' || reason === 'not-created' ? (
          <div className="row">
            <Button
              kind={first ? 'primary' : 'plain'}
              size="small"
              isDisabled={busy}
              onPress={() => void unlock()}
            >
              {t(
                busy
                  ? 'common.action.unlocking'
                  : reason === 'locked'
                    ? 'common.action.unlock'
                    : 'common.action.createKeyring',
              )}
            </Button>
          </div>
        ) : null}
      </Notice>
      <FailureNotice failure={problem} />
    </>
  );
}
