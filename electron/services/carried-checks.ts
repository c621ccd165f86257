import { randomUUID } from 'node:crypto';
import type {
  CarriedLine,
  CarriedProblem,
  CarriedReport,
  OpenedCarried,
  RenderedDifference,
} from '@contract/carried';
import type { FailureCode } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Language } from '@contract/languages';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import type { ServerRoom } from '@contract/server-room';
import { systemFor } from '@systems/catalogue';
import type { CarriedStore } from '../connections/carried-store';
import type { ConnectionStore } from '../connections/connection-store';
import { writeWhole } from '../connections/durable';
import { lineOf } from './report-service';

export interface CarriedChecksPorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly carried: Pick<CarriedStore, 'list' | 'add' | 'remove'>;
  /** The reports of this computer, newest first, with the last run even if it was not saved. */
  readonly ownReports: (id: string) => readonly Report[];
  readonly now: () => Date;
  /** A policy forbids export files; the kit holds one. */
  readonly isForbidden: boolean;
  /** Lets the user choose a path for the kit; null if they cancelled. */
  readonly askWhere: (language: Language) => Promise<string | null>;
  /** Lets the user choose a report file. Its text; null if they cancelled. */
  readonly readChosen: () => Promise<Result<string | null, CarriedProblem>>;
}

/** A report that was read and is not kept yet. Stays here, so that exactly what was shown is kept. */
interface Offer {
  readonly token: string;
  readonly connection: string;
  readonly report: Report;
}

/** Checks that other computers make: the kit to carry there, and what they bring back. Its code is loaded on first use. */
export class CarriedChecks {
  /** Only one at a time; a new one replaces it. */
  #offer: Offer | null = null;

  constructor(private readonly ports: CarriedChecksPorts) {}

  /**
   * Writes the kit to a path the user chooses. A practice connection has none: its server is on this computer.
   * @returns the path; null if the user cancelled
   */
  async saveKit(id: string, language: Language): Promise<Result<string | null, FailureCode>> {
    const { connections, now, askWhere, isForbidden } = this.ports;
    if (isForbidden) return refuse('not-allowed');
    const connection = connections.get(id);
    if (connection === undefined) return refuse('not-found');
    if (connection.practice) return refuse('bad-request');
    const { carriedKit } = await import('../carried/kit');
    const kit = carriedKit(connection, language, now());
    if (kit === null) return refuse('bad-request');
    const path = await askWhere(language);
    if (path === null) return ok(null);
    try {
      writeWhole(path, kit);
      return ok(path);
    } catch {
      return refuse('not-saved');
    }
  }

  /** Lets the user choose a report file. */
  async choose(id: string): Promise<Result<OpenedCarried, FailureCode>> {
    const { connections, readChosen } = this.ports;
    const connection = connections.get(id);
    if (connection === undefined) return refuse('not-found');
    const text = await readChosen();
    if (!text.ok) return ok({ kind: 'refused', problem: text.failure });
    return text.value === null ? ok({ kind: 'cancelled' }) : this.#read(connection, text.value);
  }

  async open(id: string, text: string): Promise<Result<OpenedCarried, FailureCode>> {
    const connection = this.ports.connections.get(id);
    return connection === undefined ? refuse('not-found') : this.#read(connection, text);
  }

  /** @param token identifies the report that was read last */
  async keep(
    id: string,
    token: string,
    { place, innerAddresses }: { readonly place: string; readonly innerAddresses: boolean },
  ): Promise<Result<string, FailureCode>> {
    const offer = this.#offer;
    if (offer === null || offer.token !== token || offer.connection !== id) return refuse('bad-request');
    const { addressesIn, hideInner } = await import('../carried/inner-addresses');
    const known = this.ports.ownReports(id).flatMap(addressesIn);
    const report = innerAddresses ? offer.report : hideInner(offer.report, known).report;
    const kept = this.#add(id, { place, report });
    if (kept.ok) this.#offer = null;
    return kept;
  }

  /** A report of a computer that does not exist, for practice connections alone. */
  async fromServerRoom(
    id: string,
    room: ServerRoom,
    language: Language,
  ): Promise<Result<string, FailureCode>> {
    const { connections, ownReports, now } = this.ports;
    if (connections.get(id)?.practice !== true) return refuse('not-found');
    const [own] = ownReports(id);
    if (own === undefined) return refuse('not-now');
    const [{ serverRoomReport }, { words }] = await Promise.all([
      import('../practice/server-room'),
      import('../carried/words'),
    ]);
    return this.#add(id, { place: words[language].serverRoom, report: serverRoomReport(own, room, now()) });
  }

  /** @returns when the check was made, by which it is known from now on */
  #add(id: string, { place, report }: Pick<CarriedReport, 'place' | 'report'>): Result<string, FailureCode> {
    const { connections, carried, now } = this.ports;
    if (connections.get(id) === undefined) return refuse('not-found');
    const added = carried.add(id, { place, report, addedAt: now().toISOString() });
    return added.ok ? ok(report.startedAt) : refuse('not-saved');
  }

  list(id: string): Result<readonly CarriedLine[], FailureCode> {
    const { connections, carried } = this.ports;
    return connections.get(id) === undefined ? refuse('not-found') : ok(carried.list(id).map(carriedLine));
  }

  remove(id: string, startedAt: string): Result<null, FailureCode> {
    const { connections, carried } = this.ports;
    if (connections.get(id) === undefined) return refuse('not-found');
    return carried.remove(id, startedAt).ok ? ok(null) : refuse('not-saved');
  }

  /** Compares it with the newest check made here; null if there is none. */
  async compare(
    id: string,
    startedAt: string,
    language: Language,
  ): Promise<Result<RenderedDifference | null, FailureCode>> {
    const { connections, carried, ownReports, now } = this.ports;
    const connection = connections.get(id);
    const there = carried.list(id).find(({ report }) => report.startedAt === startedAt);
    if (connection === undefined || there === undefined) return refuse('not-found');
    const [here] = ownReports(id);
    if (here === undefined) return ok(null);
    const { renderDifference } = await import('../carried/render-difference');
    return ok(renderDifference(here, there, { system: systemFor(connection), language, now: now() }));
  }

  async #read(connection: Connection, text: string): Promise<Result<OpenedCarried, FailureCode>> {
    this.#offer = null;
    const { id } = connection;
    const [{ readCarried }, { addressesIn, hideInner }] = await Promise.all([
      import('../carried/read-report'),
      import('../carried/inner-addresses'),
    ]);
    const read = readCarried(text, connection);
    if (!read.ok) return ok({ kind: 'refused', problem: read.failure });
    const { report, leftOut } = read.value;
    const { startedAt, platform = null, app } = report;
    const known = [...this.ports.ownReports(id), ...this.ports.carried.list(id).map((one) => one.report)];
    if (known.some((one) => one.startedAt === startedAt))
      return ok({ kind: 'refused', problem: 'already-there' });
    const token = randomUUID();
    this.#offer = { token, connection: id, report };
    const hasInnerAddresses = hideInner(report, this.ports.ownReports(id).flatMap(addressesIn)).had;
    return ok({ kind: 'read', offer: { token, startedAt, platform, app, leftOut, hasInnerAddresses } });
  }
}

const carriedLine = ({ place, report }: CarriedReport): CarriedLine => ({
  ...lineOf(report),
  place,
  platform: report.platform ?? null,
  app: report.app,
});
