import { formatList } from '@contract/formats';
import { PROVIDER_FACTS } from '@systems/providers/catalogue';
import type { Provider, Statement } from '@systems/providers/provider';
import type { System } from '@systems/system';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Fold } from '../components/fold';
import styles from './provider-sources.module.css';

interface Props {
  readonly provider: Provider;
  readonly system: System;
}

/** What each thing that is said of a product rests on: who says it, how sure that is, and its line in the documents. */
export function ProviderSources({ provider, system }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { fields } = system.texts[language];
  const nameOf = (about: Statement): string => fields[about]?.label ?? t(subjects[about as Subject]);
  return (
    <Fold label={t('wizard.provider.sources.fold')}>
      <ul className="bulleted">
        {provider.facts
          .filter(({ of }) => of.length > 0)
          .map(({ line, sure, from, of }) => (
            <li key={line}>
              {t('wizard.provider.sources.said', {
                about: capitalized(formatList(language, [...new Set(of.map(nameOf))])),
                how: howKnown(t, sure, from),
              })}
              <span className={`hint value ${styles.line}`} translate="no">
                {`${PROVIDER_FACTS}#${line}`}
              </span>
            </li>
          ))}
      </ul>
    </Fold>
  );
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const howKnown = (t: TFunction, sure: Provider['facts'][number]['sure'], from: string): string =>
  from === ''
    ? t(sure === 'inferred' ? 'wizard.provider.sources.inferred' : 'wizard.provider.sources.code')
    : t(`wizard.provider.sources.${sure}`, { from });

/** What a statement is about, where it is no field's value. */
const subjects = {
  credentialsIn: 'wizard.provider.sources.about.asked',
  path: 'wizard.provider.sources.about.asked',
  otherTokenUrls: 'wizard.provider.sources.about.asked',
  sayings: 'wizard.provider.sources.about.findings',
  findings: 'wizard.provider.sources.about.findings',
  remarks: 'wizard.provider.sources.about.findings',
  notes: 'wizard.provider.sources.about.findings',
  labels: 'wizard.provider.sources.about.labels',
  fields: 'wizard.provider.sources.about.labels',
  menuPath: 'wizard.provider.sources.about.guide',
  guide: 'wizard.provider.sources.about.guide',
  limits: 'wizard.provider.sources.about.limits',
  keyLasts: 'wizard.provider.sources.about.expiry',
  expiry: 'wizard.provider.sources.about.expiry',
  rotation: 'wizard.provider.sources.about.replacing',
  instructions: 'wizard.provider.sources.about.replacing',
} as const;
type Subject = keyof typeof subjects;
