import type { WizardStep } from '@contract/connection';
import type { System } from '@systems/system';
import type { TFunction } from 'i18next';

/** A step's name. For a system without registration, the second step is about finding the values. */
export const stepLabel = (t: TFunction, step: WizardStep, system: System | undefined): string =>
  step === 'register' && system !== undefined && system.registrationMail === undefined
    ? t('common.stepFind')
    : t(`common.step.${step}`);
