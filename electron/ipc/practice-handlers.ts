import type { Failure, PracticeFaults } from '@contract/channels';
import type { SystemId } from '@contract/connection';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { CheckPlan } from '@systems/system';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

export interface PracticeHandlerPorts {
  readonly connections: Pick<Connections, 'get'>;
  readonly practice: {
    /** The practice world's reply to a registration; null when the server is not to be had. */
    reply(system: SystemId, language: Language, renewed: boolean): Promise<string | null>;
    faults(
      system: SystemId,
      plan: CheckPlan,
      language: Language,
      choose: string | null | undefined,
    ): Promise<Result<PracticeFaults, 'not-offered'>>;
  };
}

/** What only practice connections have: whoever asks for another one is told that there is none. */
export function practiceHandlers({
  connections,
  practice,
}: PracticeHandlerPorts): Pick<Handlers, 'practice-reply' | 'practice-fault'> {
  const rehearsal = (id: string) => {
    const connection = connections.get(id);
    return connection?.practice === true ? connection : null;
  };
  return {
    async 'practice-reply'({ id, language, renewed = false }) {
      const connection = rehearsal(id);
      if (connection === null) return refuse<Failure>({ code: 'not-found' });
      const text = await practice.reply(connection.system, language, renewed);
      return text === null ? refuse<Failure>({ code: 'practice-unavailable' }) : ok({ text });
    },

    async 'practice-fault'({ id, language, choose }) {
      const connection = rehearsal(id);
      if (connection === null) return refuse<Failure>({ code: 'not-found' });
      const plan = planOf(systemById(connection.system), connection);
      const faults = await practice.faults(connection.system, plan, language, choose);
      return faults.ok ? faults : refuse<Failure>({ code: 'bad-request' });
    },
  };
}
