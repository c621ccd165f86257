import type { Failure } from '@contract/channels';
import { LIMITS } from '@contract/limits';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { FailureNotice } from '../components/failure-notice';
import { KeyringNotice } from '../components/keyring-notice';
import { Notice } from '../components/notice';
import { PasswordField } from '../components/password-field';
import { UserField } from '../components/user-field';
import type { ProxyToSignInTo } from './proxy-offer';

interface Props {
  readonly to: ProxyToSignInTo;
  readonly onKept: () => void;
  readonly onClose: () => void;
}

/** Asks for one proxy's sign-in. If it would travel in the clear, says so before anything can be typed. */
export function ProxySignInDialog({ to, onKept, onClose }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const form = useId();
  const { proxy, isUnencrypted, takesWindows } = to;
  const [warned, setWarned] = useState(!isUnencrypted);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (user === '' || password === '') return;
    setBusy(true);
    const answer = await bridge.call('save-proxy-sign-in', {
      proxy,
      user,
      password,
      unencrypted: isUnencrypted,
    });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.failure);
      return;
    }
    setPassword('');
    announce(t(answer.value.state === 'saved' ? 'trust.proxy.kept' : 'trust.proxy.keptForNow'));
    onKept();
  };

  if (!warned) {
    return (
      <Dialog
        title={t('trust.proxy.warnTitle')}
        onClose={onClose}
        foot={
          <>
            <Button autoFocus onPress={onClose}>
              {t('trust.proxy.no')}
            </Button>
            <Button onPress={() => setWarned(true)}>{t('trust.proxy.goOn')}</Button>
          </>
        }
      >
        <Notice tone="warning">
          <p>{t('trust.proxy.warn', { proxy })}</p>
        </Notice>
        <p>{t('trust.proxy.warnTodo')}</p>
      </Dialog>
    );
  }

  return (
    <Dialog
      title={t('trust.proxy.title')}
      onClose={onClose}
      foot={
        <>
          <Button isDisabled={busy} onPress={onClose}>
            {t('trust.proxy.no')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            form={form}
            isDisabled={busy}
            reason={!busy && (user === '' || password === '') ? t('trust.proxy.missing') : null}
          >
            {t('trust.proxy.yes')}
          </Button>
        </>
      }
    >
      <p>{t('trust.proxy.lead', { proxy })}</p>
      <KeyringNotice />
      <form id={form} className="stack" onSubmit={(event) => void keep(event)}>
        <UserField
          label={t('trust.proxy.user')}
          name="proxyUser"
          value={user}
          onChange={setUser}
          help={takesWindows ? t('trust.proxy.windowsUser') : undefined}
          takesFocus
        />
        <PasswordField
          label={t('trust.proxy.password')}
          name="proxyPassword"
          value={password}
          onChange={setPassword}
          maxLength={LIMITS.proxyPassword}
        />
      </form>
      <p className="hint">{t('trust.proxy.where')}</p>
      <FailureNotice failure={problem} />
    </Dialog>
  );
}
