import type { FailureCode, PracticeFaults } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { ConnectionStore } from '../connections/connection-store';
import type { PracticeRoom } from '../practice/practice-room';

export interface RehearsalPorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly practice: Pick<PracticeRoom, 'reply' | 'faults'>;
  /** The organization forbids practising. */
  readonly isForbidden: boolean;
}

/** Actions for practice connections. Any other connection is reported as not found. */
export class Rehearsal {
  constructor(private readonly ports: RehearsalPorts) {}

  /** @param renewed return the renewed credentials */
  async reply(id: string, language: Language, renewed: boolean): Promise<Result<string, FailureCode>> {
    if (this.ports.isForbidden) return refuse('not-allowed');
    const connection = this.#practised(id);
    if (connection === null) return refuse('not-found');
    const { system, values } = connection;
    const text = await this.ports.practice.reply(system, language, renewed, values.provider);
    return text === null ? refuse('practice-unavailable') : ok(text);
  }

  /** @param choose the fault to simulate from now on; null: none; undefined: only read the current one */
  async faults(
    id: string,
    language: Language,
    choose: string | null | undefined,
  ): Promise<Result<PracticeFaults, FailureCode>> {
    if (this.ports.isForbidden) return refuse('not-allowed');
    const connection = this.#practised(id);
    if (connection === null) return refuse('not-found');
    const plan = planOf(systemById(connection.system), connection);
    const faults = await this.ports.practice.faults(connection.system, plan, language, choose);
    return faults.ok ? faults : refuse('bad-request');
  }

  #practised(id: string): Connection | null {
    const connection = this.ports.connections.get(id);
    return connection?.practice === true ? connection : null;
  }
}
