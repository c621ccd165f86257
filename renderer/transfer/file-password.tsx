import type { Failure } from '@contract/channels';
import { type ImportPreview, MOVING_LIMITS, type TransferProblem } from '@contract/transfer';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { PasswordField } from '../components/password-field';
import { PasswordForm } from './password-form';
import { ProblemNotice } from './problem-notice';

interface Props {
  readonly fileName: string;
  readonly onOpened: (preview: ImportPreview) => void;
  readonly onOther: () => void;
  /** The user did not want to wait. */
  readonly onCancel: () => void;
}

/** Asks for the chosen database's password until it opens. */
export function FilePassword({ fileName, onOpened, onOther, onCancel }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<TransferProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const cancelled = useRef(false);

  const open = async () => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    setFailure(null);
    // The window forgets it here; after a typo it has to be entered again.
    setPassword('');
    const answer = await bridge.call('open-import', { password });
    if (cancelled.current) return;
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else if (answer.value.kind === 'refused') setRefused(answer.value.problem);
    else onOpened(answer.value.preview);
  };

  return (
    <>
      <div className="screen-head">
        <Heading focusOn={fileName}>{t('transfer.password.title')}</Heading>
      </div>
      <PasswordForm of={fileName} onSubmit={() => void open()}>
        <p className="soft">{t('transfer.password.lead', { file: fileName })}</p>
        <PasswordField
          label={t('transfer.password.label')}
          value={password}
          onChange={setPassword}
          maxLength={MOVING_LIMITS.longestPassword}
        />
        {refused === null ? null : <ProblemNotice problem={refused} />}
        <FailureNotice failure={failure} />
        <div className="row">
          <Button kind="primary" type="submit" isDisabled={busy}>
            {t('transfer.password.action')}
          </Button>
          {busy ? (
            <Button
              onPress={() => {
                cancelled.current = true;
                void bridge.call('forget-import', null);
                onCancel();
              }}
            >
              {t('common.action.cancel')}
            </Button>
          ) : (
            <Button onPress={onOther}>{t('transfer.password.other')}</Button>
          )}
          {busy ? (
            <span className="soft" role="status">
              {t('transfer.password.busy')}
            </span>
          ) : null}
        </div>
      </PasswordForm>
    </>
  );
}
