import type { SystemId } from '@contract/connection';
import type { Language } from '@contract/languages';
import { systemById, systems } from '@systems/catalogue';
import { findProducts, type Product, sisProducts } from '@systems/providers/find';
import type { Provider } from '@systems/providers/provider';
import type { System } from '@systems/system';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { ChoiceList } from '../components/choice-list';
import { SearchedChoice } from './searched-choice';
import type { Answer, Draft } from './wizard-state';

/** Systems that are one choice at first, and a question of their own after it. */
export type Family = NonNullable<System['family']>;

/** Where a server stands that is of no product in the list. */
const OTHER: SystemId = 'oneroster';

interface Props {
  readonly draft: Draft;
  readonly family: Family | null;
  /** What was chosen, and the family whose members are asked about next. */
  readonly onChoose: (answer: Answer, family: Family | null) => void;
  readonly onSubmit: () => void;
}

/** Which system: a few large choices, or any system and product by its name. */
export function SystemChoice({ draft, family, onChoose, onSubmit }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const isAllowed = useAllowed();
  const families = new Set<Family>();
  const cards = Object.values(systems).flatMap((system) => {
    if (system.id === OTHER || !isAllowed(system.id)) return [];
    if (system.family === undefined) return [cardOf(system, language)];
    if (families.has(system.family)) return [];
    families.add(system.family);
    const { family: value } = system;
    return [
      {
        value,
        label: t(`wizard.system.families.${value}.name`),
        hint: t(`wizard.system.families.${value}.hint`),
      },
    ];
  });
  const other = isAllowed(OTHER)
    ? [{ value: OTHER, label: t('wizard.provider.other'), hint: t('wizard.system.otherHint') }]
    : [];
  const product = draft.values.provider ?? '';
  const choose = (value: string) => {
    if (value === 'sis') onChoose(isSis(draft) ? {} : { system: OTHER, provider: '' }, value);
    else if (value === 'classlink')
      onChoose(isOf(draft.system, value) ? {} : { system: 'classlink-direct' }, value);
    else onChoose(answerOf(value), null);
  };
  return (
    <SearchedChoice
      label={t('wizard.system.label')}
      options={[...cards, ...other]}
      find={(query) => [
        ...findProducts(query)
          .filter(
            (one) => isOffered(one, draft.practice) && isAllowed(one.provider === null ? one.system : OTHER),
          )
          .map((one) => optionOf(one, language, t)),
        ...other,
      ]}
      value={family ?? (product === '' ? draft.system : product)}
      behind={familyOf(draft) ?? undefined}
      onChange={choose}
      onSubmit={onSubmit}
    />
  );
}

/** Which member of a family; for an existing connection, which product its server is of. */
export function ProductChoice({
  draft,
  family,
  isNew,
  onChoose,
  onSubmit,
}: Props & { readonly isNew: boolean }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const isAllowed = useAllowed();
  const product = draft.values.provider ?? '';
  const value = product === '' ? draft.system : product;
  const choose = (chosen: string) => onChoose(answerOf(chosen), family);
  if (family === 'classlink')
    return (
      <ChoiceList
        label={t('wizard.system.label')}
        hideLabel
        options={Object.values(systems)
          .filter((one) => one.family === family && isAllowed(one.id))
          .map((one) => cardOf(one, language))}
        value={value}
        onChange={choose}
      />
    );
  // The system of a connection never changes; its product may.
  const among = sisProducts().filter(
    (one) =>
      isOffered(one, draft.practice) &&
      (isNew || one.provider !== null) &&
      isAllowed(one.provider === null ? one.system : OTHER),
  );
  const other = isAllowed(OTHER)
    ? [{ value: OTHER, label: t('wizard.provider.other'), hint: t('wizard.provider.otherHint') }]
    : [];
  const options = (found: readonly Product[]) => [
    ...found.map((one) => optionOf(one, language, t)),
    ...other,
  ];
  return (
    <SearchedChoice
      label={t('wizard.provider.label')}
      options={options(among)}
      find={(query) => options(findProducts(query, among))}
      value={value}
      onChange={choose}
      onSubmit={onSubmit}
    />
  );
}

/** Whether the organization allows a system. */
function useAllowed(): (system: SystemId) => boolean {
  const { allowedSystems } = useApp().start.policies;
  return (system) => allowedSystems === null || allowedSystems.includes(system);
}

/** The family whose question a draft has answered. */
export const familyOf = ({ system, values }: Pick<Draft, 'system' | 'values'>): Family | null =>
  (values.provider ?? '') === '' ? (systemById(system).family ?? null) : 'sis';

const isOf = (system: SystemId, family: Family): boolean => systemById(system).family === family;
const isSis = ({ system, values }: Draft): boolean => isOf(system, 'sis') || (values.provider ?? '') !== '';

/** In practice, only what the practice server can stand for. */
const isOffered = ({ provider }: Product, practice: boolean): boolean =>
  !practice || provider === null || provider.practice !== undefined;

function answerOf(id: string): Answer {
  const system = Object.values(systems).find((one) => one.id === id);
  return system === undefined ? { system: OTHER, provider: id } : { system: system.id, provider: '' };
}

const cardOf = ({ id, texts }: System, language: Language) => ({
  value: id as string,
  label: texts[language].name,
  hint: texts[language].summary,
});

function optionOf({ system, provider }: Product, language: Language, t: TFunction) {
  if (provider === null) return cardOf(systemById(system), language);
  return { value: provider.id, label: provider.name, hint: hintOf(provider, t) };
}

function hintOf(provider: Provider, t: TFunction): string {
  if (provider.ownSignIn === true) return t('wizard.provider.ownSignIn');
  const knows = provider.values.tokenUrl !== undefined || provider.values.serverUrl !== undefined;
  const what = t(knows ? 'wizard.provider.addresses' : 'wizard.provider.guideOnly');
  return provider.vendor === provider.name ? what : `${provider.vendor} · ${what}`;
}
