import { fixedBy, type Preset } from '@contract/policies';
import { useApp } from '../app-context';
import type { WizardState } from './wizard-state';

/** The organization's preset whose values this connection keeps; null if there is none. */
export function useFixed({ kept }: Pick<WizardState, 'kept'>): Preset | null {
  const { start } = useApp();
  return fixedBy(start.policies, { preset: kept?.preset });
}
