import type { FailureCode } from '@contract/channels';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import type { ConnectionStore } from '../connections/connection-store';
import { writeWhole } from '../connections/durable';

export interface CarriedChecksPorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly now: () => Date;
  /** Lets the user choose a path for the kit; null if they cancelled. */
  readonly askWhere: (language: Language) => Promise<string | null>;
}

/** Checks that another computer makes: the kit to carry there. The code that makes it is loaded on first use. */
export class CarriedChecks {
  constructor(private readonly ports: CarriedChecksPorts) {}

  /**
   * Writes the kit to a path the user chooses. A practice connection has none: its server is on this computer.
   * @returns the path; null if the user cancelled
   */
  async saveKit(id: string, language: Language): Promise<Result<string | null, FailureCode>> {
    const { connections, now, askWhere } = this.ports;
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
}
