import type { StepId } from '@contract/findings';
import { SKEW_SECONDS } from '@contract/limits';
import type { Address } from '@systems/system';
import { answerFacts, clockDifference } from '../answers/read-answer';
import { failed, passed, warning } from '../answers/readings';
import { type Answer, HttpsClient } from '../http/client';
import type { Connected, Network } from '../http/network';
import { userAgentOf } from '../http/user-agent';
import type { Interruption, Waiting } from '../http/waiting';
import { Deadline, LIMITS_MS } from './deadline';
import { type Job, runNetworkStages } from './network-stages';
import type { CheckOptions } from './ports';
import { StepRecord } from './step-record';

export type UnderWayOptions = Pick<
  CheckOptions,
  'appVersion' | 'signal' | 'timeoutMs' | 'waitMs' | 'browserWaitMs' | 'onStep' | 'onStepBegan'
>;

/** A check while it runs, of a connection or of a store: its steps, its time and its connections. */
export class UnderWay {
  readonly record: StepRecord;
  readonly client: HttpsClient;
  readonly #deadline: Deadline;
  readonly #browserWaitMs: number;
  /** Connections handed from one stage to the next. */
  readonly #held = new Set<Connected>();

  /** @param now this computer's clock, in milliseconds since 1970 */
  constructor(
    private readonly network: Network,
    options: UnderWayOptions,
    now: () => number,
  ) {
    const {
      timeoutMs = LIMITS_MS.whole,
      waitMs = LIMITS_MS.wait,
      browserWaitMs = LIMITS_MS.browser,
    } = options;
    this.record = new StepRecord(options);
    this.client = new HttpsClient(network, userAgentOf(options.appVersion), now);
    this.#deadline = new Deadline(timeoutMs, waitMs, options.signal);
    this.#browserWaitMs = browserWaitMs;
  }

  close(): void {
    this.#deadline.close();
    for (const held of this.#held) this.network.release(held);
    this.#held.clear();
    this.client.closeSpare();
  }

  /** Why the check has to stop; null while it may continue. */
  get interruption(): Interruption | null {
    return this.#deadline.interruption;
  }

  /** The limit for a wait that starts now. */
  readonly waiting = (): Waiting => this.#deadline.waiting();

  /** Pauses the time limit while the user signs in; `done` must be called whatever happens. */
  readonly waitingForPerson = (): { readonly waiting: Waiting; readonly done: () => void } => {
    this.client.closeSpare();
    return this.#deadline.waitingForPerson(this.#browserWaitMs);
  };

  /** True if the check was cancelled or timed out; records the step at which it stopped. */
  stopped(id: StepId): boolean {
    const why = this.interruption;
    if (why === null) return false;
    this.record.add(id, null, failed(why));
    return true;
  }

  /** Runs all jobs of a stage in parallel. Returns true if the next stage may start. */
  readonly stage = async (id: StepId, jobs: readonly Job[]): Promise<boolean> => {
    if (this.stopped(id)) return false;
    await Promise.all(jobs.map((job) => this.record.run(id, job.subject, job.work)));
    return !this.record.failed(id);
  };

  /** The stages from `address` to `secure-connection`. Returns true if all of them passed. */
  reachServers(addresses: readonly Address[]): Promise<boolean> {
    return runNetworkStages(addresses, {
      network: this.network,
      waiting: this.waiting,
      stage: this.stage,
      held: this.#held,
      onSecured: (secured) => this.client.keep(secured),
    });
  }

  /** Compares this computer's clock with a server's. @param asked null: nothing was answered yet */
  async clock(asked: { readonly answer: Answer; readonly url: string } | null): Promise<boolean> {
    const difference = asked === null ? null : clockDifference(asked.answer);
    if (asked === null || difference === null) {
      this.record.skip('clock');
      return true;
    }
    const { host = '', port = null } = answerFacts(asked.answer, asked.url);
    const facts = { host, port, ...difference };
    const reading = difference.seconds >= SKEW_SECONDS ? warning('clock-skew', facts) : passed(facts);
    return this.stage('clock', [{ subject: null, work: async () => reading }]);
  }
}
