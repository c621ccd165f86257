import type { StepId } from './findings';
import type { Language } from './languages';

/** The steps' names on screen, in reports and on the command line (docs/how-answers-are-read.md#the-steps). */
export const stepNames: Readonly<Record<Language, Readonly<Record<StepId, string>>>> = {
  en: {
    fields: 'Values',
    address: 'Address',
    'name-lookup': 'Name found',
    connect: 'Computer reached',
    'secure-connection': 'Secure connection',
    reach: 'Right service',
    clock: 'Clocks agree',
    'sign-in': 'Sign-in',
    permission: 'Permission',
    data: 'Answer',
  },
  fr: {
    fields: 'Valeurs',
    address: 'Adresse',
    'name-lookup': 'Nom trouvé',
    connect: 'Ordinateur joint',
    'secure-connection': 'Connexion sécurisée',
    reach: 'Bon service',
    clock: 'Horloges d’accord',
    'sign-in': 'Authentification',
    permission: 'Autorisation',
    data: 'Réponse',
  },
};
