import { ok, type Result, refuse } from '@contract/result';
import type { InputProblem } from './input';

interface Named {
  readonly id: string | null;
  readonly name: string | undefined;
}

/** The connection of this id or name, if it is exactly one. */
export function oneNamed<Item>(
  items: readonly Item[],
  name: string,
  about: (item: Item) => Named,
): Result<Item, InputProblem> {
  const [first, ...others] = items.filter((item) => {
    const its = about(item);
    return its.id === name || its.name === name;
  });
  const problem = (reason: InputProblem['reason']) => refuse({ source: name, field: null, reason });
  if (first === undefined) return problem('unknown-connection');
  return others.length > 0 ? problem('ambiguous-name') : ok(first);
}
