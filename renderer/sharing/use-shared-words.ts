import { formatDay } from '@contract/formats';
import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { RunningReplacement, SharedRow, WrittenBy } from '@contract/shared-store';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useWhen } from '../connections/use-when';

export interface SharedWords {
  /** "OnSIS · Maple DSB". */
  readonly name: (row: Pick<SharedRow, 'about'>) => string;
  readonly written: (written: WrittenBy) => string;
  readonly replacement: (replacement: RunningReplacement) => string;
  readonly folder: (folder: string) => string;
  /** All that is to be said of a row besides its standing, most urgent first. */
  readonly lines: (row: SharedRow) => readonly string[];
}

/** What is known of shared connections, in words. */
export function useSharedWords(): SharedWords {
  const { t } = useTranslation();
  const { language } = useApp();
  const when = useWhen();
  const words: SharedWords = {
    name: ({ about }) =>
      about === null
        ? t('sharing.row.unnamed')
        : `${systemName(language, about.system)} · ${isolated(about.name)}`,
    written: ({ by, at }) =>
      by === null
        ? t('sharing.row.writtenBySomebody', { when: when(at) })
        : t('sharing.row.written', { when: when(at), by }),
    replacement: ({ by, since, isHere }) => {
      if (isHere) return t('sharing.row.replacedHere');
      return since === null
        ? t('sharing.row.replaced', { by })
        : t('sharing.row.replacedSince', { by, when: when(since) });
    },
    folder: (folder) => (folder === '' ? t('sharing.row.topFolder') : t('sharing.row.folder', { folder })),
    lines: ({ replacement, isTooOld, there, expires, asOf, standing }) => [
      ...(replacement === null ? [] : [words.replacement(replacement)]),
      ...(isTooOld ? [t('sharing.row.tooOld')] : []),
      ...(there === null ? [] : [words.written(there)]),
      ...(expires === null ? [] : [t('sharing.row.expires', { date: formatDay(language, expires) })]),
      ...(isTooOld && asOf !== null && standing !== 'not-here'
        ? [t('sharing.row.asOf', { when: when(asOf) })]
        : []),
    ],
  };
  return words;
}
