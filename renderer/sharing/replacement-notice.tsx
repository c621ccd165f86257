import type { RunningReplacement } from '@contract/shared-store';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice';
import { useWhen } from '../connections/use-when';

/** A colleague is replacing the secret: why none can be started here. */
export function ReplacementNotice({
  replacement: { by, since },
  children,
}: {
  readonly replacement: RunningReplacement;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <Notice
      tone="warning"
      title={
        since === null
          ? t('sharing.replacement.title', { by })
          : t('sharing.replacement.titleSince', { by, when: when(since) })
      }
    >
      <p>{t('sharing.replacement.text')}</p>
      {children}
    </Notice>
  );
}
