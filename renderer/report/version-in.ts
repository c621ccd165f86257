import type { Step } from '@contract/report';

/** The product's version, as its public probe told it; null where it did not. */
export function versionIn(steps: readonly Step[]): string | null {
  const version = steps.find(({ id }) => id === 'reach')?.facts.version;
  return typeof version === 'string' ? version : null;
}
