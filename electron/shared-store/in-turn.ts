import type { Result } from '@contract/result';
import type { SharedFailure } from '@contract/shared-store';
import { AT_ONCE } from '@contract/test-all';
import { inTurns } from '../check/in-turns';

/** What is asked of the store, or done with it. */
export type Asked<Value> = Promise<Result<Value, SharedFailure>>;

/** What came of one of several connections. */
export interface Outcome<Value> {
  readonly id: string;
  readonly result: Result<Value, SharedFailure>;
}

/** Different connections at once, and each of them one action after the other. */
export class InTurn {
  readonly #turns = new Map<string, Promise<unknown>>();

  /** One failure does not keep the others back. */
  async each<Value>(
    ids: readonly string[],
    work: (id: string) => Asked<Value>,
    onEach?: (outcome: Outcome<Value>) => void,
  ): Promise<readonly Outcome<Value>[]> {
    const outcomes: Outcome<Value>[] = [];
    await inTurns(
      [...[...new Set(ids)].entries()],
      AT_ONCE,
      () => [],
      async ([at, id]) => {
        const outcome = { id, result: await this.next(id, () => work(id)) };
        outcomes[at] = outcome;
        onEach?.(outcome);
      },
    );
    return outcomes;
  }

  /** One action after the other for each connection. */
  next<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    this.#turns.set(id, settled);
    void settled.then(() => {
      if (this.#turns.get(id) === settled) this.#turns.delete(id);
    });
    return turn;
  }
}
