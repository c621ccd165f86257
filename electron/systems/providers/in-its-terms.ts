import { type ByLanguage, byLanguage } from '@contract/by-language';
import { fill } from '@contract/fill';
import { formatList } from '@contract/formats';
import { inEvery, type Language } from '@contract/languages';
import { canonicalLabel } from '../labels';
import type { FieldText, System, SystemText } from '../system';
import { PROVIDER_FACTS } from './catalogue';
import type { Provider } from './provider';

/* A OneRoster system in the terms of one product: its screen's own labels, its menu path, and what is particular to it. */

type ProviderText = Partial<
  Pick<
    SystemText,
    'guide' | 'notes' | 'findings' | 'remarks' | 'limits' | 'expiry' | 'rotation' | 'instructions'
  >
> & { readonly fields?: Readonly<Record<string, Partial<FieldText>>> };

interface Words {
  readonly about: Readonly<
    Record<
      | 'goTo'
      | 'noPath'
      | 'copy'
      | 'calls'
      | 'given'
      | 'path'
      | 'quoted'
      | 'title'
      | 'owner'
      | 'ownerInText'
      | 'vendorOwner',
      string
    >
  >;
  readonly words: Readonly<Record<string, ProviderText>>;
}

const words = byLanguage<Words>('providers', () =>
  import.meta.glob<Words>('../../../assets/locales/*/providers.json', { eager: true, import: 'default' }),
);

/** What is said of one product alone. */
export const providerText = (language: Language, id: string): ProviderText => {
  const { words: all } = words[language];
  return Object.hasOwn(all, id) ? (all[id] ?? {}) : {};
};

const pathOf = ({ menuPath = [] }: Provider): string => menuPath.join(' › ');
const quoted = (language: Language, label: string): string => fill(words[language].about.quoted, { label });

/** The system with the product's texts and labels in place of the general ones. */
export function inTermsOf(system: System, provider: Provider): System {
  const { labels = {}, keyLasts } = provider;
  const replyLabels = Object.fromEntries(
    Object.entries(labels).map(([field, label]) => [
      field,
      [...new Set([...(system.replyLabels[field] ?? []), canonicalLabel(label)])],
    ]),
  );
  return {
    ...system,
    facts: provider.facts.map((fact) => ({ ...fact, line: `${PROVIDER_FACTS}#${fact.line}` })),
    source: `${PROVIDER_FACTS}#${provider.source}`,
    ownJobs: { ...system.ownJobs, ...provider.ownJobs },
    texts: textsOf(system.texts, provider),
    replyLabels: { ...system.replyLabels, ...replyLabels },
    ...(keyLasts === undefined ? {} : { keyLasts }),
  };
}

const textsOf = (texts: ByLanguage<SystemText>, provider: Provider): ByLanguage<SystemText> =>
  inEvery((language) => {
    const text = texts[language];
    const own = providerText(language, provider.id);
    return {
      ...text,
      ...ownerOf(provider, language),
      guideTitle: fill(words[language].about.title, { product: provider.name }),
      guide: guideOf(provider, language),
      fields: Object.fromEntries(
        Object.entries(text.fields).map(([id, field]) => [
          id,
          { ...field, ...onScreen(provider, id, field, language), ...own.fields?.[id] },
        ]),
      ),
      notes: { ...text.notes, ...own.notes },
      findings: merged(text.findings, own.findings),
      instructions: { ...text.instructions, ...own.instructions },
      limits: [...(own.limits ?? []), ...(text.limits ?? [])],
      ...(own.remarks === undefined ? {} : { remarks: own.remarks }),
      ...(own.expiry === undefined ? {} : withExpiry(text, own.expiry)),
      ...(own.rotation === undefined ? {} : { rotation: own.rotation }),
    };
  });

/** Who runs the server, and so is asked for what only they can do. */
function ownerOf(
  { isRunByVendor, name: product, vendor }: Provider,
  language: Language,
): Pick<SystemText, 'owner' | 'ownerInText'> {
  const { about } = words[language];
  return isRunByVendor === true
    ? { owner: fill(about.vendorOwner, { vendor }), ownerInText: vendor }
    : { owner: fill(about.owner, { product }), ownerInText: fill(about.ownerInText, { product }) };
}

/** When keys end, in place of what is said of products in general. */
const withExpiry = ({ handOver }: SystemText, expiry: string): Partial<SystemText> => ({
  expiry,
  ...(handOver === undefined ? {} : { handOver: { ...handOver, afterwards: [expiry] } }),
});

/** Only the parts that differ are said anew; whose job it is and the message to send stay. */
const merged = (
  general: SystemText['findings'],
  own: SystemText['findings'] = {},
): SystemText['findings'] => ({
  ...general,
  ...Object.fromEntries(
    Object.entries(own).map(([code, text]) => [code, { ...general[code as keyof typeof general], ...text }]),
  ),
});

function guideOf(provider: Provider, language: Language): readonly string[] {
  const { about } = words[language];
  const { name: product, menuPath, labels = {} } = provider;
  const screen = Object.values(labels).map((label) => quoted(language, label));
  return [
    menuPath === undefined
      ? fill(about.noPath, { product })
      : fill(about.goTo, { product, path: pathOf(provider) }),
    ...(providerText(language, provider.id).guide ?? []),
    ...(screen.length === 0 ? [] : [fill(about.copy, { labels: formatList(language, screen) })]),
  ];
}

/** What the product's screen calls a field, and where that screen is. */
function onScreen(
  provider: Provider,
  id: string,
  { label, where }: FieldText,
  language: Language,
): Partial<FieldText> {
  const { about } = words[language];
  const { name: product, menuPath } = provider;
  const own = provider.labels?.[id];
  const calls = own === undefined || own === label ? [] : [fill(about.calls, { product, label: own })];
  // The general help is about finding out what is known here.
  const isGiven = id !== 'serverUrl' && Object.hasOwn(provider.values, id);
  const help = [...calls, ...(isGiven ? [about.given] : [])].join(' ');
  return {
    ...(help === '' ? {} : { help }),
    ...(own === undefined
      ? {}
      : {
          where: [
            ...(menuPath === undefined ? where : [fill(about.path, { product, path: pathOf(provider) })]),
            ...calls,
          ],
        }),
  };
}
