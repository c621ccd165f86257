import { findings } from '@contract/findings';
import type { Report } from '@contract/report';
import { useTranslation } from 'react-i18next';
import { Fold } from '../components/fold';
import { NetworkRequest } from './network-request';
import panelStyles from './panel.module.css';
import { ReportSheet } from './report-sheet';

const isForNetworkTeam = ({ steps }: Report): boolean =>
  steps.some(
    ({ code, outcome }) => code !== null && outcome === 'failed' && findings[code].job === 'network-team',
  );

/** Actions for a finished check: the request to the network team, if it is their job, and the report itself. */
export function AfterCheck({ id, report }: { readonly id: string; readonly report: Report }) {
  const { t } = useTranslation();
  return (
    <div className="stack-close">
      {isForNetworkTeam(report) ? (
        <section className={panelStyles.panel} aria-label={t('reports.network.title')}>
          <h3>{t('reports.network.fold')}</h3>
          <NetworkRequest id={id} newest={report.startedAt} />
        </section>
      ) : null}
      <Fold label={t('reports.sheet')}>
        <ReportSheet id={id} startedAt={report.startedAt} />
      </Fold>
    </div>
  );
}
