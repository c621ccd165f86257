import type { ReactNode, RefObject } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import styles from './search-box.module.css';
import { useSearchKey } from './use-search-key';

interface Props {
  readonly query: string;
  readonly onChange: (query: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
  /** In the box, behind what is typed. */
  readonly inside?: ReactNode;
  /** Below the box. */
  readonly children?: ReactNode;
}

/** The search field above a list, which Ctrl+F goes to. */
export function SearchBox({ query, onChange, input, inside, children }: Props) {
  const { t } = useTranslation();
  useSearchKey(input);
  return (
    <SearchField className={`field ${styles.search}`} value={query} onChange={onChange}>
      <Label>{t('search.label')}</Label>
      <div className="box">
        <Input ref={input} maxLength={200} spellCheck={false} aria-keyshortcuts="Control+F Meta+F" />
        {inside}
      </div>
      {children}
    </SearchField>
  );
}
