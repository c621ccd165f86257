import { todayHere } from '@contract/formats';
import type {
  Nightly,
  NightlyAnswer,
  NightlyFailure,
  Nights,
  SchedulingPlatform,
  Watched,
} from '@contract/nightly';
import {
  installSchedule,
  type RunCommand,
  removeSchedule,
  runCommand,
  scheduleState,
} from '../watch/kept-schedule';
import { nightsIn, watchedIn } from '../watch/nights';
import { emptyResults, type Results } from '../watch/results';
import { readResults } from '../watch/results-file';
import { DEFAULT_AT, later, type SchedulePlan } from '../watch/schedule/plan';
import { schedulePlan } from '../watch/schedule/schedule-plan';
import type { ScheduleFacts } from '../watch/schedule/this-computer';

export interface NightlyWatchPorts {
  readonly scheduleFacts: () => Promise<ScheduleFacts>;
  /** Replaced by tests. */
  readonly run?: RunCommand;
  readonly resultsFile: string;
  readonly now: () => Date;
}

/** The nightly test in the window: the switch for the system's schedule, and what the nights have found. */
export class NightlyWatch {
  readonly #run: RunCommand;

  constructor(private readonly ports: NightlyWatchPorts) {
    this.#run = ports.run ?? runCommand;
  }

  async read(): Promise<Nightly> {
    const plan = await this.#plan(DEFAULT_AT);
    return typeof plan === 'string' ? { state: 'unavailable', why: plan } : this.#stateOf(plan);
  }

  /** Sets the schedule up at its earlier time, or removes it. If that fails, everything is as before. */
  async set(on: boolean): Promise<NightlyAnswer> {
    const plan = await this.#plan(DEFAULT_AT);
    if (typeof plan === 'string') return { nightly: { state: 'unavailable', why: plan }, failure: null };
    const failure = on ? await this.#install(plan) : await removeSchedule(plan, this.#run);
    return { nightly: await this.#stateOf(plan), failure };
  }

  watched(): readonly Watched[] {
    return watchedIn(this.#results(), this.ports.now());
  }

  nights(id: string): Nights | null {
    const now = this.ports.now();
    return nightsIn(this.#results(), id, todayHere(now), now);
  }

  /** Nothing, if there is no file, or none that can be read: `status` says why. */
  #results(): Results {
    const read = readResults(this.ports.resultsFile);
    return read.ok ? read.value : emptyResults(this.ports.now().toISOString(), '');
  }

  /** @returns the plan, or why there can be none */
  async #plan(at: string): Promise<SchedulePlan | Extract<Nightly, { state: 'unavailable' }>['why']> {
    const facts = await this.ports.scheduleFacts();
    const { launcher } = facts;
    if (launcher === null) return 'checkout';
    const plan = schedulePlan({ ...facts, launcher, resultsFile: null, at });
    if (plan === null) return 'system';
    return plan.toFind === null || (await this.#run(plan.toFind)) ? plan : 'no-systemd';
  }

  async #install(plan: SchedulePlan): Promise<NightlyFailure | null> {
    const before = await scheduleState(plan, this.#run);
    const at = before.kind === 'off' || plan.spreadMinutes === 0 ? null : before.at;
    const wanted = at === null ? plan : await this.#plan(at);
    return typeof wanted === 'string' ? null : installSchedule(wanted, this.#run);
  }

  async #stateOf(plan: SchedulePlan): Promise<Nightly> {
    const state = await scheduleState(plan, this.#run);
    if (state.kind !== 'on') return { state: state.kind };
    const { at } = state;
    const { platform } = await this.ports.scheduleFacts();
    return {
      state: 'on',
      // There are plans for these systems alone.
      platform: platform as SchedulingPlatform,
      since: state.since.toISOString(),
      from: at,
      to: at === null || plan.spreadMinutes === 0 ? null : later(at, plan.spreadMinutes),
      always: plan.always,
    };
  }
}
