import { formatList } from '@contract/formats';
import { saySource, sourcesOf } from '@systems/sources';
import type { System } from '@systems/system';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Fold } from '../components/fold';
import { Source } from '../components/source';

/** What each thing that is said of a system rests on: who says it, how sure that is, and its line in the documents. */
export function SystemSources({ system, practice }: { readonly system: System; readonly practice: boolean }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { fields } = system.texts[language];
  const nameOf = (about: string): string => fields[about]?.label ?? t(subjects[kindOf(about)]);
  // A practice run says little of the system itself; a product's guide is the real one.
  if (practice && system.facts === undefined) return null;
  const facts = (system.facts ?? []).filter(({ of }) => of.length > 0);
  return (
    <Fold label={t('common.sources.title')}>
      <ul className="bulleted">
        {facts.length === 0
          ? sourcesOf(system, language, () => true).map((source) => (
              <li key={source.line}>
                <Source source={source} />
              </li>
            ))
          : facts.map((fact) => (
              <li key={fact.line}>
                <Source
                  source={saySource(language, fact)}
                  about={capitalized(formatList(language, [...new Set(fact.of.map(nameOf))]))}
                />
              </li>
            ))}
      </ul>
    </Fold>
  );
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a statement is about, where it is no field's value. */
const subjects = {
  credentialsIn: 'wizard.provider.sources.about.asked',
  path: 'wizard.provider.sources.about.asked',
  otherTokenUrls: 'wizard.provider.sources.about.asked',
  isRunByVendor: 'wizard.provider.sources.about.owner',
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

/** Of `findings:token-rejected`: `findings`. */
const kindOf = (about: string): keyof typeof subjects => about.split(':')[0] as keyof typeof subjects;
