import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../components/choice-list';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

interface Props {
  /** Of the choice. */
  readonly label: string;
  /** What there is to choose from before anything is searched for. */
  readonly options: readonly Option[];
  /** What a search finds, the likeliest first; the last one stands for none of the others. */
  readonly find: (query: string) => readonly Option[];
  readonly value: string;
  /** The first choice that leads to what is chosen, if that is not among them itself. */
  readonly behind?: string | undefined;
  readonly onChange: (value: string) => void;
  /** Enter in the search field. */
  readonly onSubmit: () => void;
}

/** A few large choices, and a search that finds every other one by any of its names. */
export function SearchedChoice({ label, options, find, value, behind, onChange, onSubmit }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const searches = query.trim() !== '';
  const shown = searches ? find(query) : options;
  const search = (asked: string) => {
    setQuery(asked);
    // What is chosen must be in sight, and is what was found rather than none of it.
    const found = find(asked);
    const [inSight, instead] =
      asked.trim() === ''
        ? [options, behind]
        : [found.length > 1 ? found.slice(0, -1) : found, found[0]?.value];
    if (instead !== undefined && !inSight.some((one) => one.value === value)) onChange(instead);
  };
  return (
    <div className="stack">
      <SearchField className="field" value={query} onChange={search} onSubmit={onSubmit}>
        <Label>{t('wizard.provider.search')}</Label>
        <div className="box">
          <Input maxLength={100} spellCheck={false} autoComplete="off" />
        </div>
      </SearchField>
      <p className="for-readers" role="status">
        {searches ? t('wizard.provider.found', { count: shown.length }) : ''}
      </p>
      <ChoiceList label={label} hideLabel options={shown} value={value} onChange={onChange} />
    </div>
  );
}
