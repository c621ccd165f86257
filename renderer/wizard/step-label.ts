import type { WizardStep } from '@contract/connection';
import type { System } from '@systems/system';
import type { TFunction } from 'i18next';

/** A step's name; where a system registers nothing, its second step is the one that finds the values. */
export const stepLabel = (t: TFunction, step: WizardStep, system: System | undefined): string =>
  step === 'register' && system !== undefined && system.registrationMail === undefined
    ? t('common.stepFind')
    : t(`common.step.${step}`);
