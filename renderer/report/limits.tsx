import type { Report } from '@contract/report';
import { isProved } from '@contract/verdict';
import { sourcesOf } from '@systems/sources';
import type { System } from '@systems/system';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Fold } from '../components/fold';
import { Source } from '../components/source';

/** What a passed check does not prove, shown beside its result. */
export function Limits({ report, system }: { readonly report: Report | null; readonly system: System }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { limits } = system.texts[language];
  if (report === null || limits === undefined || !isProved(report.steps)) return null;
  return (
    <div className="stack-close">
      <h3>{t('report.limitsTitle')}</h3>
      <ul className="bulleted soft">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <Fold label={t('common.sources.title')}>
        <ul className="bulleted">
          {sourcesOf(system, language, (part) => part === 'limits').map((source) => (
            <li key={source.line}>
              <Source source={source} />
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
