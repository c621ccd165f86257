import type { System } from './system';

type Write = NonNullable<System['registrationMail']>;

/** The SMS's own setup page names it (docs/vendors/onsis.md#registration). */
const MINISTRY = 'ONSIS_SISON@ontario.ca';

/**
 * The request to register this instance's redirect URLs, which stand in it exact to the byte, each alone on its
 * line. It is built from four open values and can hold no secret.
 */
export const onsisRegistrationMail: Write = ({ values, name, environment, boardNumber }, language) => {
  const redirectUrl = values.redirectUrl ?? '';
  const paeRedirectUrl = values.paeRedirectUrl ?? '';
  const instance = name.replaceAll(/\s+/g, ' ').trim();
  const board = boardNumber.trim();
  const lines =
    language === 'en'
      ? english(redirectUrl, paeRedirectUrl, instance, environment, board)
      : french(redirectUrl, paeRedirectUrl, instance, environment, board);
  return { to: MINISTRY, subject: lines[0] ?? '', body: lines.slice(1).join('\n') };
};

type Lines = (
  redirectUrl: string,
  paeRedirectUrl: string,
  instance: string,
  environment: 'production' | 'test',
  board: string,
) => readonly string[];

const english: Lines = (redirectUrl, paeRedirectUrl, instance, environment, board) => [
  `OnSIS API: Redirect URL to register, ${instance} (${environment === 'test' ? 'test' : 'production'})`,
  'Hello,',
  '',
  'Please register our application for the OnSIS API.',
  '',
  `Instance: ${instance}`,
  `Environment: ${environment === 'test' ? 'Test' : 'Production'}`,
  ...(board === '' ? [] : [`Board number (BSID): ${board}`]),
  '',
  'Redirect URL of the page OnSIS API Reporting Setup:',
  redirectUrl,
  '',
  ...(paeRedirectUrl === ''
    ? []
    : ['Redirect URL of the page Download & Import OnSIS PAE Files:', paeRedirectUrl, '']),
  'Please register each address exactly as it is written here, and send us the values for this instance:',
  '- Client ID',
  '- Client Secret',
  '- Authentication URL/Board',
  '- Authentication Token URL',
  '- API URL / Port',
  '- Scopes',
  '',
  'Thank you,',
  '',
];

const french: Lines = (redirectUrl, paeRedirectUrl, instance, environment, board) => [
  `API SISOn : URL de redirection à enregistrer, ${instance} (${environment === 'test' ? 'essai' : 'production'})`,
  'Bonjour,',
  '',
  'Veuillez enregistrer notre application pour l’API du SISOn (OnSIS).',
  '',
  `Instance : ${instance}`,
  `Environnement : ${environment === 'test' ? 'Essai (Test)' : 'Production'}`,
  ...(board === '' ? [] : [`Numéro du conseil (BSID) : ${board}`]),
  '',
  'URL de redirection de la page « OnSIS API Reporting Setup » :',
  redirectUrl,
  '',
  ...(paeRedirectUrl === ''
    ? []
    : ['URL de redirection de la page « Download & Import OnSIS PAE Files » :', paeRedirectUrl, '']),
  'Veuillez enregistrer chaque adresse exactement telle quelle, puis nous envoyer les valeurs de cette instance :',
  '- Client ID (identifiant client)',
  '- Client Secret (secret client)',
  '- Authentication URL/Board (URL d’authentification)',
  '- Authentication Token URL (URL du jeton)',
  '- API URL / Port (URL de l’API)',
  '- Scopes (portées)',
  '',
  'Merci,',
  '',
];
