import type { SaidSource } from '@systems/sources';
import { useTranslation } from 'react-i18next';
import styles from './source.module.css';

interface Props {
  readonly source: SaidSource;
  /** What rests on it, if it does not stand beside just that. */
  readonly about?: string;
}

/** How a fact is known, and its line in the documents. */
export function Source({ source: { how, line }, about }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {about === undefined ? how : t('common.sources.about', { about, how })}
      <span className={`hint value ${styles.line}`} translate="no">
        {line}
      </span>
    </>
  );
}
