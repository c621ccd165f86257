import type { Connection } from '@contract/connection';
import type { Step } from '@contract/report';
import type { CheckPlan, SignInPlan, System } from '@systems/system';

export type SignInKind = SignInPlan['kind'];

/** What a check asks with these values; optional ones left empty stand for their fallback, as in the check itself. */
export function planOf(
  system: System,
  { values, practice }: Pick<Connection, 'values' | 'practice'>,
): CheckPlan {
  const fallbacks = system.fields.flatMap(({ id, fallback }) =>
    fallback !== undefined && (values[id] ?? '').trim() === '' ? [[id, fallback]] : [],
  );
  return system.plan({ ...values, ...Object.fromEntries(fallbacks) }, practice);
}

/** The product's version, as its public probe told it; null where it did not. */
export function versionIn(steps: readonly Step[]): string | null {
  const version = steps.find(({ id }) => id === 'reach')?.facts.version;
  return typeof version === 'string' ? version : null;
}
