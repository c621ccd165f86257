import type { Failure } from '@contract/channels';
import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from './announcer';
import { Button, IconButton } from './button';

/** How long the tick replaces the copy icon. */
const TICK_MS = 2500;

interface Props {
  readonly text: string;
  /** What is copied, as worded within a sentence: "the Redirect URL". */
  readonly what: string;
  readonly onFailure?: (failure: Failure | null) => void;
  /** With children, a text button; without, an icon. */
  readonly children?: ReactNode;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly onCopied?: () => void;
}

/** Copies a non-secret value and confirms it. */
export function CopyButton({
  text,
  what,
  onFailure,
  children,
  kind = 'plain',
  size = 'small',
  onCopied,
}: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), TICK_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const answer = await bridge.call('copy-text', { text });
    if (!answer.ok) {
      onFailure?.(answer.failure);
      announce(t(`common.failure.${answer.failure.code}.title`));
      return;
    }
    onFailure?.(null);
    setCopied(true);
    announce(t('common.action.copiedNamed', { what }));
    onCopied?.();
  };

  const reason = text === '' ? t('common.action.nothingToCopy') : null;
  const icon = copied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />;
  return children === undefined ? (
    <IconButton
      aria-label={t(copied ? 'common.action.copiedNamed' : 'common.action.copyNamed', { what })}
      reason={reason}
      onPress={() => void copy()}
    >
      {icon}
    </IconButton>
  ) : (
    <Button kind={kind} size={size} reason={reason} onPress={() => void copy()}>
      {icon}
      {children}
    </Button>
  );
}
