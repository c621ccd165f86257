/*
 * The labels values carry in e-mails and on pages, English and French, in the canonical form of
 * `canonicalLabel`: lower-case, without accents, punctuation or double blanks. A system's file says which of
 * its fields they mean; a label in front of a pasted value is known by them, too.
 */

export const labels = {
  clientId: [
    'client id',
    'clientid',
    'client identifier',
    'client identification',
    'id client',
    'id du client',
    'identifiant client',
    'identifiant du client',
    'identificateur client',
    'identificateur du client',
    'identifiant de client',
  ],
  clientSecret: [
    'client secret',
    'clientsecret',
    'client secret key',
    'client password',
    'secret client',
    'secret du client',
    'cle secrete',
    'cle secrete client',
    'cle secrete du client',
    'mot de passe client',
    'mot de passe du client',
    'code secret client',
    'code secret du client',
  ],
  authenticationUrl: [
    'authentication url board',
    'authentication url',
    'authenticaton url board',
    'authenticaton url',
    'authentication board url',
    'auth url',
    'authorization url',
    'authorisation url',
    'authorize url',
    'authorization endpoint',
    'authentication endpoint',
    'url d authentification conseil',
    'url d authentification du conseil',
    'url d authentification',
    'url authentification',
    'adresse d authentification',
    'adresse url d authentification',
    'url d autorisation',
    'point d autorisation',
  ],
  tokenUrl: [
    'authentication token url',
    'auth token url',
    'token url',
    'access token url',
    'token endpoint',
    'token endpoint url',
    'url du jeton d authentification',
    'url du jeton',
    'url de jeton',
    'url de jeton d authentification',
    'url du jeton d acces',
    'adresse du jeton',
    'adresse du jeton d authentification',
    'url jeton',
  ],
  apiUrl: [
    'api url port',
    'api url',
    'api url and port',
    'api base url',
    'api endpoint',
    'api address',
    'url api port',
    'url api',
    'url de l api',
    'url de l api port',
    'url de l api et port',
    'url d api',
    'url port de l api',
    'adresse de l api',
    'adresse de l api port',
  ],
  scopes: [
    'scopes',
    'scope',
    'api scopes',
    'oauth scopes',
    'portees',
    'portee',
    'etendues',
    'etendue',
    'etendue s',
    'portee s',
    'scope s',
    'champs d application',
    'autorisations scopes',
    'portees scopes',
    'etendues scopes',
  ],
  serverUrl: [
    'server url',
    'server address',
    'server',
    'base url',
    'service url',
    'endpoint url',
    'oneroster url',
    'oneroster server url',
    'url du serveur',
    'url de base',
    'url du service',
    'url oneroster',
    'adresse du serveur',
    'adresse du service',
    'serveur',
  ],
  aeriesUrl: [
    'aeries url',
    'aeries base url',
    'url aeries',
    'url d aeries',
    'adresse d aeries',
    'adresse aeries',
  ],
  consumerId: [
    'consumer id',
    'consumer key',
    'oauth consumer key',
    'id consommateur',
    'id du consommateur',
    'identifiant du consommateur',
    'identifiant consommateur',
    'cle du consommateur',
  ],
  consumerSecret: [
    'consumer secret',
    'consumer secret key',
    'secret key',
    'secret du consommateur',
    'secret consommateur',
    'cle secrete du consommateur',
    'code secret du consommateur',
  ],
  applicationId: [
    'application id',
    'app id',
    'oneroster application id',
    'oneroster app id',
    'id d application',
    'id de l application',
    'identifiant d application',
    'identifiant de l application',
  ],
  accessToken: [
    'access token',
    'bearer token',
    'bearer',
    'token',
    'oneroster token',
    'jeton d acces',
    'jeton',
    'jeton porteur',
  ],
  proxyUrl: ['proxy url', 'oneroster proxy url', 'url du proxy', 'url du mandataire', 'adresse du proxy'],
} as const;

const COMBINING = /[\u0300-\u036f]/g;
const NOT_A_WORD = /[^a-z0-9]+/g;

/** `URL d’authentification / Conseil` → `url d authentification conseil`. */
export const canonicalLabel = (text: string): string =>
  text.normalize('NFD').replace(COMBINING, '').toLowerCase().replace(NOT_A_WORD, ' ').trim();

const known: ReadonlySet<string> = new Set(Object.values(labels).flat());
const LONGEST_LABEL = 60;

/** Length of a known label and its separator at the beginning of a value (`Client ID: `), or 0. */
export function pastedLabelLength(value: string): number {
  const separator = /[:=\t：]/.exec(value.slice(0, LONGEST_LABEL));
  if (separator === null || !known.has(canonicalLabel(value.slice(0, separator.index)))) return 0;
  const rest = value.slice(separator.index + 1);
  return separator.index + 1 + (rest.length - rest.trimStart().length);
}
