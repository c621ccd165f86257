import type { RowWords } from '@contract/list-row';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useFindingTitles, useSystems } from '../report/finding-texts';
import { stepLabel } from '../wizard/step-label';

/** The row texts in the window's language; those of findings and systems once loaded. */
export function useRowWords(): RowWords {
  const { t } = useTranslation();
  const { language } = useApp();
  const titles = useFindingTitles();
  const systemOf = useSystems();
  return {
    language,
    // The type system knows a text's placeholders only for a literal key.
    say: t as never,
    title: titles,
    step: (system, step) => {
      const known = systemOf(system);
      // Only the second step's name depends on the system, whose file may still be loading.
      return known === undefined && step === 'register' ? null : stepLabel(t, step, known);
    },
    unproved: (system) => systemOf(system)?.texts[language].unproved?.row,
  };
}
