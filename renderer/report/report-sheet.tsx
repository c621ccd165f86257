import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice';
import { ReportDetails } from './report-details';
import { ReportTools } from './report-tools';
import { useRenderedReport } from './use-report';

/** One complete report, with its actions. */
export function ReportSheet({ id, startedAt }: { readonly id: string; readonly startedAt: string }) {
  const { t } = useTranslation();
  const { rendered, failure } = useRenderedReport(id, startedAt);
  if (failure !== null) {
    return (
      <Notice title={t('reports.gone.title')}>
        <p>{t('reports.gone.todo')}</p>
      </Notice>
    );
  }
  return (
    <div className="stack-close">
      <ReportTools id={id} startedAt={startedAt} />
      {rendered === null ? (
        <p className="soft">{t('reports.loading')}</p>
      ) : (
        <ReportDetails rendered={rendered} />
      )}
    </div>
  );
}
