import type { FailureCode } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Language } from '@contract/languages';
import type { RenderedComparison, RenderedReport, ReportLine } from '@contract/rendered-report';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { decidingStep, isProved } from '@contract/verdict';
import { systemFor } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { CarriedStore } from '../connections/carried-store';
import type { ConnectionStore } from '../connections/connection-store';
import type { ReportStore } from '../connections/report-store';

/** A report as a file, before the user has chosen where to save it. */
export interface ReportFile {
  /** With its extension. */
  readonly name: string;
  readonly kind: 'html' | 'json';
  readonly text: string;
}

export interface ReportServicePorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly reports: Pick<ReportStore, 'list'>;
  /** Reports of other computers, which are shown and exported alike. */
  readonly carried: Pick<CarriedStore, 'list'>;
  readonly copyText: (text: string) => unknown;
  /** Lets the user choose a file and writes to it; null if they cancelled. */
  readonly saveFile: (file: ReportFile) => Promise<Result<string | null, 'not-saved'>>;
}

const notFound = refuse('not-found' as const);

/** Shows, copies, saves and compares reports. The code that renders them is loaded on first use. */
export class ReportService {
  readonly #lastRuns = new Map<string, Report>();

  constructor(private readonly ports: ReportServicePorts) {}

  /** Remembers a connection's newest run, saved or not: a cancelled run is not saved, but can still be viewed. */
  remember(connection: string, report: Report): void {
    this.#lastRuns.set(connection, report);
  }

  async list(
    id: string,
  ): Promise<
    Result<{ readonly reports: readonly ReportLine[]; readonly lastWorked: string | null }, FailureCode>
  > {
    if (this.ports.connections.get(id) === undefined) return notFound;
    const { lastWorked } = await import('../report/compare');
    const reports = this.ports.reports.list(id);
    return ok({ reports: reports.map(lineOf), lastWorked: lastWorked(reports)?.startedAt ?? null });
  }

  async read(
    id: string,
    startedAt: string,
    language: Language,
  ): Promise<Result<RenderedReport, FailureCode>> {
    const found = await this.#tell(id, startedAt, language);
    return found === null ? notFound : ok(found.rendered);
  }

  async copy(id: string, startedAt: string, language: Language): Promise<Result<null, FailureCode>> {
    const found = await this.#tell(id, startedAt, language);
    if (found === null) return notFound;
    const { fullText } = await import('../report/report-text');
    this.ports.copyText(fullText(found.rendered, language));
    return ok(null);
  }

  /** @returns the path; null if the user cancelled */
  async save(
    id: string,
    startedAt: string,
    language: Language,
    kind: ReportFile['kind'],
  ): Promise<Result<string | null, FailureCode>> {
    const found = await this.#tell(id, startedAt, language);
    if (found === null) return notFound;
    const [{ reportFileName }, { reportPage }] = await Promise.all([
      import('../report/file-name'),
      import('../report/report-page'),
    ]);
    const { report, rendered } = found;
    const text = kind === 'html' ? reportPage(rendered, language) : `${JSON.stringify(report, null, 2)}\n`;
    return this.ports.saveFile({ name: reportFileName(report, language, kind), kind, text });
  }

  /**
   * @param from start time of the earlier report
   * @param to start time of the later one
   */
  async compare(
    id: string,
    from: string,
    to: string,
    language: Language,
  ): Promise<Result<RenderedComparison, FailureCode>> {
    const connection = this.ports.connections.get(id);
    const [earlier, later] = [this.#find(id, from), this.#find(id, to)];
    if (connection === undefined || earlier === undefined || later === undefined) return notFound;
    const { renderComparison } = await import('../report/compare-words');
    return ok(renderComparison(earlier, later, { system: systemFor(connection), language }));
  }

  /** The text of a request to the network team. */
  async networkRequest(id: string, language: Language): Promise<Result<string | null, FailureCode>> {
    const connection = this.ports.connections.get(id);
    if (connection === undefined) return notFound;
    const { networkRequest } = await import('../report/network-request');
    const system = systemFor(connection);
    const report = this.#newestOf(connection);
    return ok(networkRequest({ system, connection, report, language }));
  }

  /** A rendered report; null if the connection or the report does not exist. */
  async #tell(id: string, startedAt: string, language: Language) {
    const connection = this.ports.connections.get(id);
    const own = this.#find(id, startedAt);
    const there = this.ports.carried.list(id).find(({ report }) => report.startedAt === startedAt);
    const report = own ?? there?.report;
    if (connection === undefined || report === undefined) return null;
    const { renderReport } = await import('../report/render-report');
    const system = systemFor(connection);
    const place = own === undefined ? there?.place : undefined;
    return {
      report,
      rendered: renderReport(report, {
        system,
        language,
        plan: planOf(system, connection),
        ...(place === undefined ? {} : { place }),
      }),
    };
  }

  /** The reports of this computer, newest first, with the last run even if it was not saved. */
  own(connection: string): readonly Report[] {
    const last = this.#lastRuns.get(connection);
    const kept = this.ports.reports.list(connection);
    return last === undefined || kept.some(({ startedAt }) => startedAt === last.startedAt)
      ? kept
      : [last, ...kept];
  }

  #find(connection: string, startedAt: string): Report | undefined {
    return this.own(connection).find((report) => report.startedAt === startedAt);
  }

  /** The report on the current values. What an older run saw of other servers does not apply to them. */
  #newestOf({ id, lastCheck }: Connection): Report | null {
    return lastCheck === null ? null : (this.#find(id, lastCheck.at) ?? null);
  }
}

export function lineOf(report: Report): ReportLine {
  const deciding = decidingStep(report.steps);
  return {
    startedAt: report.startedAt,
    outcome: report.outcome,
    withoutSecrets: report.withoutSecrets === true,
    proved: report.outcome !== 'failed' && isProved(report.steps),
    step: deciding?.id ?? null,
    code: deciding?.code ?? null,
  };
}
