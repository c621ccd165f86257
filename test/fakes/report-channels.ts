import type { CarriedReport } from '@contract/carried';
import type { AnswerOf, ChannelName, RequestOf } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import { reportHandlers } from '../../electron/ipc/report-handlers';
import { ReportService } from '../../electron/services/report-service';

interface Ports {
  readonly connection: (id: string) => Connection | undefined;
  /** Newest first. */
  readonly reports: (id: string) => readonly Report[];
  readonly carried: (id: string) => readonly CarriedReport[];
  readonly copy: (text: string) => void;
}

type ReportChannel = keyof ReturnType<typeof reportHandlers>;
type Handlers = {
  readonly [Name in ReportChannel & ChannelName]: (
    request: RequestOf<Name>,
  ) => Promise<AnswerOf<Name>> | AnswerOf<Name>;
};

/** Main's report channels: rendering is real, only dialog and disk are fake. */
export function fakeReports({ connection, reports, carried, copy }: Ports): Handlers {
  const service = new ReportService({
    connections: { get: connection },
    reports: { list: reports },
    carried: { list: carried },
    copyText: copy,
    saveFile: async ({ name }) => ({ ok: true, value: `/home/pat/Documents/${name}` }),
  });
  return reportHandlers(service);
}
