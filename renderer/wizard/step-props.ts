import type { System } from '@systems/system';
import type { WizardPower } from './use-wizard';
import type { WizardState } from './wizard-state';

/** Props of a step's screen: the wizard, the step's state, and the system. */
export interface StepProps<Step extends WizardState['step']> {
  readonly wizard: WizardPower;
  readonly state: Extract<WizardState, { readonly step: Step }>;
  readonly system: System;
}
