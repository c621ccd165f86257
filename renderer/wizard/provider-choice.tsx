import { findProviders } from '@systems/providers/find';
import type { Provider } from '@systems/providers/provider';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../components/choice-list';

/** Stands for a server of no product in the list; a choice needs a value. */
const OTHER = 'other';

interface Props {
  /** The product's id; '' for another server. */
  readonly value: string;
  readonly onChange: (provider: string) => void;
}

/** Which product a OneRoster server is of: a list to search in by any name that people know it by. */
export function ProviderChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const found = findProviders(query);
  const other = { value: OTHER, label: t('wizard.provider.other'), hint: t('wizard.provider.otherHint') };
  const options = found.map((provider) => ({
    value: provider.id,
    label: provider.name,
    hint: hintOf(provider, t),
  }));
  return (
    <div className="stack">
      <SearchField className="field" value={query} onChange={setQuery}>
        <Label>{t('wizard.provider.search')}</Label>
        <div className="box">
          <Input maxLength={100} spellCheck={false} />
        </div>
      </SearchField>
      <p className="for-readers" role="status">
        {query.trim() === '' ? '' : t('wizard.provider.found', { count: found.length })}
      </p>
      <ChoiceList
        label={t('wizard.provider.label')}
        hideLabel
        options={[...options, other]}
        value={value === '' ? OTHER : value}
        onChange={(chosen) => onChange(chosen === OTHER ? '' : chosen)}
      />
    </div>
  );
}

function hintOf(provider: Provider, t: TFunction): string {
  if (provider.ownSignIn === true) return t('wizard.provider.ownSignIn');
  const knows = provider.values.tokenUrl !== undefined || provider.values.serverUrl !== undefined;
  const what = t(knows ? 'wizard.provider.addresses' : 'wizard.provider.guideOnly');
  return provider.vendor === provider.name ? what : `${provider.vendor} · ${what}`;
}
