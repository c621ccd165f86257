import type { Step } from '@contract/report';

/** The product's version from its public probe; null if the probe did not say. */
export function versionIn(steps: readonly Step[]): string | null {
  const version = steps.find(({ id }) => id === 'reach')?.facts.version;
  return typeof version === 'string' ? version : null;
}
