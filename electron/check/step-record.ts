import { exchangeFacts } from '@contract/finding-facts';
import { findings, type StepId, stepIds } from '@contract/findings';
import { LIMITS } from '@contract/limits';
import type { Fact, Step } from '@contract/report';
import type { Reading } from '@systems/system';
import { clockMs } from '../http/clock';
import type { CheckOptions } from './ports';

/** Records the result of a step that has begun. Pass `tookMs` if the step was over earlier. */
export interface Conclude {
  (reading: Reading, tookMs?: number): Step;
  readonly subject: string | null;
  /** Milliseconds since the step began. */
  readonly elapsed: () => number;
}

/** Keeps the steps in order as they complete, and reports each one immediately. */
export class StepRecord {
  readonly #options: Pick<CheckOptions, 'onStep' | 'onStepBegan' | 'signal'>;
  readonly #steps: Step[] = [];

  constructor(options: Pick<CheckOptions, 'onStep' | 'onStepBegan' | 'signal'>) {
    this.#options = options;
  }

  /** Runs and times one step. Its position in the report is the position at which it began. */
  async run(id: StepId, subject: string | null, work: () => Promise<Reading>): Promise<Step> {
    const conclude = this.begin(id, subject);
    return conclude(await work());
  }

  /** Begins a step whose result may depend on later steps. */
  begin(id: StepId, subject: string | null): Conclude {
    const at = this.#steps.push(blank(id, subject, 'not-tried')) - 1;
    this.#options.onStepBegan?.(id, subject);
    const began = clockMs();
    const conclude = (reading: Reading, tookMs = elapsed(began)): Step => {
      const step = concluded(id, subject, this.#told(reading), tookMs);
      this.#steps[at] = step;
      this.#options.onStep?.(step);
      return step;
    };
    return Object.assign(conclude, { subject, elapsed: () => elapsed(began) });
  }

  /** Adds a step that is already complete, such as one of several findings of a single check. */
  add(id: StepId, subject: string | null, reading: Reading, durationMs = 0): void {
    const step = concluded(id, subject, this.#told(reading), durationMs);
    this.#steps.push(step);
    this.#options.onStep?.(step);
  }

  /** Adds a step that does not apply to this system. */
  skip(id: StepId): void {
    const step = blank(id, null, 'skipped');
    this.#steps.push(step);
    this.#options.onStep?.(step);
  }

  notTried(id: StepId, subject: string | null): void {
    const step = blank(id, subject, 'not-tried');
    this.#steps.push(step);
    this.#options.onStep?.(step);
  }

  /** A check interrupted by sleep reports `cancelled`; only the signal's reason tells the difference. */
  #told(reading: Reading): Reading {
    const slept = reading.code === 'cancelled' && this.#options.signal.reason === 'sleep';
    return slept ? { ...reading, facts: { ...reading.facts, reason: 'sleep' } } : reading;
  }

  failed(id: StepId): boolean {
    return this.#steps.some((step) => step.id === id && step.outcome === 'failed');
  }

  /** All steps in order. Stages never reached are `not-tried`. */
  finish(): readonly Step[] {
    return stepIds.flatMap((id) => {
      const run = this.#steps.filter((step) => step.id === id);
      return run.length > 0 ? run : [blank(id, null, 'not-tried')];
    });
  }
}

const elapsed = (began: number): number => Math.round(clockMs() - began);

/** Drops every fact that is not listed for this finding, whatever the caller passed, and cuts what is too long. */
function concluded(
  id: StepId,
  subject: string | null,
  { outcome, code, facts }: Reading,
  durationMs: number,
): Step {
  const { always, details } = findings[code].facts;
  const names = new Set<string>([...always, ...details, ...exchangeFacts]);
  const agreed = Object.entries(facts).flatMap(([name, fact]) =>
    names.has(name) ? [[name, fittingFact(fact)]] : [],
  );
  return { id, subject, outcome, code, durationMs, facts: Object.fromEntries(agreed) };
}

/** As much of it as a report can hold. */
function fittingFact(fact: Fact): Fact {
  if (typeof fact === 'string') return fact.slice(0, LIMITS.fact);
  return Array.isArray(fact) ? fact.map((item) => item.slice(0, LIMITS.factItem)) : fact;
}

const blank = (id: StepId, subject: string | null, outcome: 'skipped' | 'not-tried'): Step => ({
  id,
  subject,
  outcome,
  code: null,
  durationMs: 0,
  facts: {},
});
