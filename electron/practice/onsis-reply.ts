import type { PracticeSystem } from './practice-part';

/** The practice ministry's answer to the registration e-mail, worded and laid out as such answers are. */
export const onsisReply: PracticeSystem['reply'] = (language, { values, secrets }) =>
  (language === 'en'
    ? [
        'Hello,',
        '',
        'Thank you for your request. Your application has been registered with the practice ministry. Please enter these values on the page OnSIS API Reporting Setup:',
        '',
        `Client ID: ${values.clientId ?? ''}`,
        `Client Secret: ${secrets.clientSecret ?? ''}`,
        `Authentication URL/Board: ${values.authenticationUrl ?? ''}`,
        `Authentication Token URL: ${values.tokenUrl ?? ''}`,
        `API URL / Port: ${values.apiUrl ?? ''}`,
        `Scopes: ${values.scopes ?? ''}`,
        '',
        'The Client ID is the same for all your instances. Please keep the Client Secret to yourself.',
        '',
        'Regards,',
        'The practice ministry',
        '(This message was made on your own computer. Nothing in it opens a real system.)',
        '',
      ]
    : [
        'Bonjour,',
        '',
        'Merci de votre demande. Votre application est maintenant enregistrée auprès du ministère d’exercice. Veuillez entrer ces valeurs à la page OnSIS API Reporting Setup :',
        '',
        `Identifiant client : ${values.clientId ?? ''}`,
        `Secret client : ${secrets.clientSecret ?? ''}`,
        `URL d’authentification / Conseil : ${values.authenticationUrl ?? ''}`,
        `URL du jeton d’authentification : ${values.tokenUrl ?? ''}`,
        `URL de l’API / Port : ${values.apiUrl ?? ''}`,
        `Portées : ${values.scopes ?? ''}`,
        '',
        'L’identifiant client est le même pour toutes vos instances. Veuillez garder le secret client pour vous.',
        '',
        'Cordialement,',
        'Le ministère d’exercice',
        '(Ce message a été composé sur votre propre ordinateur. Rien de ce qu’il contient n’ouvre un vrai système.)',
        '',
      ]
  ).join('\n');
