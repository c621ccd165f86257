import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { keptWhere } from './kept-where';

/** A sentence saying where secrets are stored, asked anew when the screen opens. */
export function useKeptWhere(): string {
  const { t } = useTranslation();
  const { protection, askProtection } = useApp();
  useEffect(() => askProtection(), [askProtection]);
  return keptWhere(t, protection);
}
