import type { Values } from '@contract/connection';
import type { CheckPlan, System } from './system';

/** The values as a check uses them: those left empty stand for what follows from the others, or for their fallback. */
export function effectiveValues(system: System, entered: Values): Values {
  const values = system.given?.(entered) ?? entered;
  const fallbacks = system.fields.flatMap(({ id, fallback }) =>
    fallback !== undefined && (values[id] ?? '').trim() === '' ? [[id, fallback]] : [],
  );
  return { ...values, ...Object.fromEntries(fallbacks) };
}

/** What a check asks with these values. */
export function planOf(
  system: System,
  { values, practice }: { readonly values: Values; readonly practice: boolean },
): CheckPlan {
  return system.plan(effectiveValues(system, values), practice);
}

/** Whether this is the id of another way to ask that the system offers. */
export const offers = (system: System, alternative: unknown): boolean =>
  (system.alternatives ?? []).some(({ id }) => id === alternative);
