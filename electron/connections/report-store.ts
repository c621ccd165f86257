import { type Report, reportSchema } from '@contract/report';
import { PerConnection, type PerConnectionOptions } from './per-connection';

/** The number of reports kept per connection. */
export const KEPT_REPORTS = 20;

/** The newest reports of each connection, in `reports/`. */
export class ReportStore extends PerConnection<Report> {
  constructor(options: PerConnectionOptions) {
    super(options, { name: 'reports', schema: reportSchema, most: KEPT_REPORTS });
  }
}
