import type { PracticeFaults } from '@contract/channels';
import type { SystemId } from '@contract/connection';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import type { CheckPlan } from '@systems/system';
import type { ChosenFaults, PracticeServer } from './practice-server';

/** Persists the port, so that practice connections saved earlier still find their server. */
export interface PracticePort {
  readonly get: () => number | null;
  readonly set: (port: number) => void;
  /** The systems whose credentials are currently the renewed ones, whether renewed in this run or earlier. */
  readonly renewed: () => readonly SystemId[];
  readonly setRenewed: (systems: readonly SystemId[]) => void;
}

/** The practice server of this run: started when first needed, stopped with the program. */
export class PracticeRoom {
  #starting: Promise<PracticeServer> | null = null;
  /** For this run only. Kept here, so that faults can be chosen before the server is started. */
  readonly #faults: ChosenFaults = new Map();

  constructor(private readonly port: PracticePort) {}

  /** The running server; null if it could not be started, in which case the next call tries again. */
  async server(): Promise<PracticeServer | null> {
    this.#starting ??= this.#start();
    try {
      return await this.#starting;
    } catch {
      this.#starting = null;
      return null;
    }
  }

  /**
   * @param renewed renew the system's credentials first
   * @returns null if the system cannot be practised, or the server is not available
   */
  async reply(
    system: SystemId,
    language: Language,
    renewed: boolean,
    product?: string,
  ): Promise<string | null> {
    const server = await this.server();
    if (server === null) return null;
    if (renewed) {
      if (!server.renew(system)) return null;
      const before = this.port.renewed();
      const others = before.filter((one) => one !== system);
      this.port.setRenewed(before.includes(system) ? others : [...others, system]);
    }
    return server.reply(system, language, product);
  }

  /**
   * The faults a check with this plan can meet, after choosing one for the system.
   * @param choose null: no fault; undefined: only read
   */
  async faults(
    system: SystemId,
    plan: CheckPlan,
    language: Language,
    choose: string | null | undefined,
  ): Promise<Result<PracticeFaults, 'not-offered'>> {
    const { faultGroups, faultsOf, nameOfChoice } = await import('./faults/faults');
    if (choose === null) this.#faults.delete(system);
    else if (choose !== undefined) {
      const offered = faultsOf(plan).find((one) => nameOfChoice(one) === choose);
      if (offered === undefined) return refuse('not-offered');
      this.#faults.set(system, offered);
    }
    // Faults are chosen per system. This connection may sign in differently and never meet the chosen one.
    const has = this.#faults.get(system);
    const chosen = faultsOf(plan).find((one) => one.kind === has?.kind && one.fault === has.fault);
    return ok({
      groups: faultGroups(plan, language),
      chosen: chosen === undefined ? null : nameOfChoice(chosen),
    });
  }

  async stop(): Promise<void> {
    const started = await this.#starting?.catch(() => null);
    this.#starting = null;
    await started?.stop();
  }

  async #start(): Promise<PracticeServer> {
    const { startPracticeServer } = await import('./practice-server');
    const preferred = this.port.get();
    const server = await startPracticeServer({
      faults: this.#faults,
      ...(preferred === null ? {} : { port: preferred }),
    });
    for (const system of this.port.renewed()) server.renew(system);
    if (server.port !== preferred) this.port.set(server.port);
    return server;
  }
}
