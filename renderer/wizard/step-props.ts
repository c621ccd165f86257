import type { System } from '@systems/system';
import type { WizardPower } from './use-wizard';
import type { WizardState } from './wizard-state';

/** What a step's screen is given: the machine, its own state, and the system that is set up. */
export interface StepProps<Step extends WizardState['step']> {
  readonly wizard: WizardPower;
  readonly state: Extract<WizardState, { readonly step: Step }>;
  readonly system: System;
}
