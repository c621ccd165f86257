import type { Failure } from '@contract/channels';
import type { SecretState } from '@contract/connection';
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from './announcer';
import { Button, IconButton } from './button';
import { FailureNotice } from './failure-notice';
import { DOTS, PlainSecret } from './plain-secret';
import { RevealButton } from './reveal-button';
import { useShownSecret } from './use-shown-secret';

interface Props {
  readonly connectionId: string;
  readonly field: string;
  /** The field's label, as in "Client Secret". */
  readonly label: string;
  readonly state: SecretState;
  /** `worded` names the secret on the button itself: for a sheet that is handed over. */
  readonly copy?: 'icon' | 'worded';
}

const SAID_FOR_MS = 6_000;

/** A stored secret: masked, revealed for a limited time, copied without being revealed. Needs no network. */
export function StoredSecret({ connectionId, field, label, state, copy: kind = 'icon' }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const secret = useShownSecret(label);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const there = state === 'saved' || state === 'session-only' || state === 'other-address';
  const missing = t(`connections.secretState.${state}`);
  const reason = there ? null : t('common.field.about', { field: label }) + missing;
  const { forbidExport, forbidReveal } = useApp().start.policies;
  const managed = t('common.managed.set');
  const notShown = forbidReveal ? managed : reason;
  const notCopied = forbidExport ? managed : reason;

  const reveal = async () => {
    const answer = await bridge.call('reveal-secret', { id: connectionId, field });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) secret.show(answer.value.secret, answer.value.hideAfterSeconds);
  };
  const copy = async () => {
    const answer = await bridge.call('copy-secret', {
      id: connectionId,
      field,
      ...(kind === 'worded' ? { handOver: true } : {}),
    });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) {
      const words = t('common.action.copiedSecret', {
        what: label,
        seconds: answer.value.clearAfterSeconds,
      });
      setCopied(words);
      announce(words);
    }
  };

  return (
    <div className="stack-close">
      <div className="box" data-fixed>
        {secret.shown === null ? (
          <span className="masked" aria-hidden={there || undefined}>
            {there ? DOTS : missing}
          </span>
        ) : (
          <PlainSecret text={secret.shown} />
        )}
        <RevealButton
          what={label}
          isShown={secret.shown !== null}
          secondsLeft={secret.secondsLeft}
          reason={notShown}
          onPress={() => (secret.shown === null ? void reveal() : secret.hide())}
        />
        {kind === 'worded' ? (
          <Button size="small" reason={notCopied} onPress={() => void copy()}>
            <Copy size={18} aria-hidden />
            {t('connections.handOver.copySecret', { secret: label })}
          </Button>
        ) : (
          <IconButton
            aria-label={t('common.action.copyNamed', { what: label })}
            reason={notCopied}
            onPress={() => void copy()}
          >
            <Copy size={18} aria-hidden />
          </IconButton>
        )}
      </div>
      {copied === null ? null : (
        // Already announced to screen readers.
        <p className="hint" aria-hidden>
          {copied}
        </p>
      )}
      <FailureNotice failure={problem} />
    </div>
  );
}
