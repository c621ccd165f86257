import type { Values } from '@contract/connection';
import type { CheckPlan, System } from './system';

/** The values a check uses: empty ones are replaced by what follows from the others, or by their fallback. */
export function effectiveValues(system: System, entered: Values, practice = false): Values {
  const values = system.given?.(entered, practice) ?? entered;
  const fallbacks = system.fields.flatMap(({ id, fallback }) =>
    fallback !== undefined && (values[id] ?? '').trim() === '' ? [[id, fallback]] : [],
  );
  return { ...values, ...Object.fromEntries(fallbacks) };
}

/** What a check requests with these values. */
export function planOf(
  system: System,
  { values, practice }: { readonly values: Values; readonly practice: boolean },
): CheckPlan {
  return system.plan(effectiveValues(system, values, practice), practice);
}

/** Whether the system offers an alternative with this id. */
export const offers = (system: System, alternative: unknown): boolean =>
  (system.alternatives ?? []).some(({ id }) => id === alternative);
