import type { Failure } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Language } from '@contract/languages';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { decidingStep, isProved } from '@contract/verdict';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

/** A report as a file, before the person has said where. */
export interface ReportFile {
  /** With its ending. */
  readonly name: string;
  readonly kind: 'html' | 'json';
  readonly text: string;
}

export interface ReportHandlerPorts {
  readonly connections: Pick<Connections, 'get'>;
  readonly reports: {
    /** Newest first. */
    list(connection: string): readonly Report[];
  };
  readonly copyText: (text: string) => void;
  /** Asks the person where, by the system's own dialog, and writes there; null when they thought better of it. */
  readonly saveFile: (file: ReportFile) => Promise<Result<string | null, 'not-saved'>>;
}

type ReportChannels =
  | 'list-reports'
  | 'read-report'
  | 'copy-report'
  | 'save-report'
  | 'compare-reports'
  | 'network-request';

export interface ReportHandling {
  readonly handlers: Pick<Handlers, ReportChannels>;
  /** The newest run of a connection, kept or not: a cancelled one is not, and can be looked at all the same. */
  remember(connection: string, report: Report): void;
}

const notFound = refuse<Failure>({ code: 'not-found' });

/** What can be done with reports. Their words are loaded when the first one is asked for. */
export function reportHandlers(ports: ReportHandlerPorts): ReportHandling {
  const lastRuns = new Map<string, Report>();

  const find = (connection: string, startedAt: string): Report | undefined =>
    [lastRuns.get(connection), ...ports.reports.list(connection)].find(
      (report) => report?.startedAt === startedAt,
    );

  /** The report in words; null where the connection or the report is not there. */
  const tell = async (id: string, startedAt: string, language: Language) => {
    const connection = ports.connections.get(id);
    const report = connection === undefined ? undefined : find(id, startedAt);
    if (connection === undefined || report === undefined) return null;
    const { tellReport } = await import('../report/tell-report');
    const system = systemById(connection.system);
    return { report, told: tellReport(report, { system, language, plan: planOf(system, connection) }) };
  };

  return {
    remember: (connection, report) => void lastRuns.set(connection, report),
    handlers: {
      async 'list-reports'({ id }) {
        if (ports.connections.get(id) === undefined) return notFound;
        const { lastWorked } = await import('../report/compare');
        const reports = ports.reports.list(id);
        return ok({
          reports: reports.map(lineOf),
          lastWorked: lastWorked(reports)?.startedAt ?? null,
        });
      },

      async 'read-report'({ id, startedAt, language }) {
        const found = await tell(id, startedAt, language);
        return found === null ? notFound : ok(found.told);
      },

      async 'copy-report'({ id, startedAt, language }) {
        const found = await tell(id, startedAt, language);
        if (found === null) return notFound;
        const { fullText } = await import('../report/report-text');
        ports.copyText(fullText(found.told, language));
        return ok(null);
      },

      async 'save-report'({ id, startedAt, language, kind }) {
        const found = await tell(id, startedAt, language);
        if (found === null) return notFound;
        const [{ reportFileName }, { reportPage }] = await Promise.all([
          import('../report/file-name'),
          import('../report/report-page'),
        ]);
        const { report, told } = found;
        const text = kind === 'html' ? reportPage(told, language) : `${JSON.stringify(report, null, 2)}\n`;
        const saved = await ports.saveFile({ name: reportFileName(report, language, kind), kind, text });
        return saved.ok ? ok({ savedTo: saved.value }) : refuse<Failure>({ code: saved.failure });
      },

      async 'compare-reports'({ id, from, to, language }) {
        const connection = ports.connections.get(id);
        const [earlier, later] = [find(id, from), find(id, to)];
        if (connection === undefined || earlier === undefined || later === undefined) return notFound;
        const { tellComparison } = await import('../report/compare-words');
        return ok(tellComparison(earlier, later, { system: systemById(connection.system), language }));
      },

      async 'network-request'({ id, language }) {
        const connection = ports.connections.get(id);
        if (connection === undefined) return notFound;
        const { networkRequest } = await import('../report/network-request');
        const system = systemById(connection.system);
        const report = newestOf(connection);
        return ok({ text: networkRequest({ system, connection, report, language }) });
      },
    },
  };

  /** Of the values as they are now: what an older run saw of other servers is no reason for these. */
  function newestOf({ id, lastCheck }: Connection): Report | null {
    return lastCheck === null ? null : (find(id, lastCheck.at) ?? null);
  }
}

function lineOf(report: Report) {
  const deciding = decidingStep(report.steps);
  return {
    startedAt: report.startedAt,
    outcome: report.outcome,
    proved: report.outcome !== 'failed' && isProved(report.steps),
    step: deciding?.id ?? null,
    code: deciding?.code ?? null,
  };
}
