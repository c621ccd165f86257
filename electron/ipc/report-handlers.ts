import type { ReportService } from '../services/report-service';
import { answered, answeredAs } from './answered';
import type { Handlers } from './handlers';

type ReportChannels =
  | 'list-reports'
  | 'read-report'
  | 'copy-report'
  | 'save-report'
  | 'compare-reports'
  | 'network-request';

export function reportHandlers(reports: ReportService): Pick<Handlers, ReportChannels> {
  return {
    'list-reports': ({ id }) => answered(reports.list(id)),
    'read-report': ({ id, startedAt, language }) => answered(reports.read(id, startedAt, language)),
    'copy-report': ({ id, startedAt, language }) => answered(reports.copy(id, startedAt, language)),
    'save-report': ({ id, startedAt, language, kind }) =>
      answeredAs('savedTo', reports.save(id, startedAt, language, kind)),
    'compare-reports': ({ id, from, to, language }) => answered(reports.compare(id, from, to, language)),
    'network-request': ({ id, language }) => answeredAs('text', reports.networkRequest(id, language)),
  };
}
