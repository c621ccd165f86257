import { credentialsInBodyFr } from './other-ways';
import type { SystemText } from './system';

const IN_THE_REPLY = 'Ouvrez la réponse à votre courriel d’inscription.';
const NO_OTHER = 'Copiez seulement ce qui suit l’étiquette.';

export const onsisFr: SystemText = {
  name: 'SISOn (OnSIS)',
  summary:
    'Le système d’information scolaire de l’Ontario : transmission par API depuis le SMS (le système de gestion scolaire de PowerSchool)',
  owner: 'Le ministère, qui exploite le serveur',
  practiceName: 'le ministère d’exercice',
  fields: {
    redirectUrl: {
      label: 'URL de redirection (Redirect URL)',
      help: 'L’adresse où le ministère renvoie le navigateur après l’authentification. Elle doit être inscrite exactement comme le SMS l’affiche, au caractère près.',
      example: 'https://sms.conseil-erable.example/onsis/callback',
      where: [
        'Dans le SMS, allez à District Office, District Management, Compliance.',
        'Ouvrez OnSIS API Reporting Setup.',
        'Copiez l’adresse Redirect URL en haut de la page.',
      ],
    },
    paeRedirectUrl: {
      label: 'URL de redirection des fichiers PAE',
      help: 'La page qui télécharge les fichiers PAE (Pending Area Extract) a sa propre adresse. Laissez ce champ vide si vous ne l’utilisez pas.',
      example: 'https://sms.conseil-erable.example/onsis/pae/callback',
      where: [
        'Dans le SMS, allez à District Office, Data and Reporting, Imports.',
        'Ouvrez Download & Import OnSIS PAE Files.',
        'Copiez l’adresse Redirect URL affichée à cet endroit.',
      ],
    },
    clientId: {
      label: 'Identifiant client (Client ID)',
      help: 'Le nom que le SISOn a donné à l’application de votre conseil. Il est le même pour toutes vos instances.',
      example: 'onsis-erable-4821',
      where: [IN_THE_REPLY, 'Cherchez « Client ID » ou « Identifiant client ».', NO_OTHER],
    },
    clientSecret: {
      label: 'Secret client (Client Secret)',
      named: 'le secret client',
      help: 'Le mot de passe qui accompagne l’identifiant client. Chaque instance a le sien : l’essai et la production n’ont jamais le même.',
      example: 'kP7…',
      where: [
        IN_THE_REPLY,
        'Cherchez « Client Secret » ou « Secret client ». Il arrive parfois dans un courriel à part.',
        NO_OTHER,
      ],
    },
    authenticationUrl: {
      label: 'URL d’authentification (Authentication URL/Board)',
      help: 'Là où les personnes s’authentifient au ministère. Elle est la même pour toutes vos instances.',
      example: 'https://auth.sison.example/authorize',
      where: [
        IN_THE_REPLY,
        'Cherchez « Authentication URL/Board » ou « URL d’authentification ».',
        'Copiez l’adresse entière, à partir de https://.',
      ],
    },
    tokenUrl: {
      label: 'URL du jeton (Authentication Token URL)',
      help: 'Là où le SMS reçoit son autorisation après l’authentification. Elle est la même pour toutes vos instances.',
      example: 'https://auth.sison.example/token',
      where: [
        IN_THE_REPLY,
        'Cherchez « Authentication Token URL » ou « URL du jeton ».',
        'Copiez l’adresse entière, à partir de https://.',
      ],
    },
    apiUrl: {
      label: 'URL de l’API et port (API URL / Port)',
      help: 'Là où vont les données. L’essai et la production ont des adresses différentes. Le port, s’il y en a un, en fait partie.',
      example: 'https://api.sison.example:8443',
      where: [
        IN_THE_REPLY,
        'Cherchez « API URL / Port » ou « URL de l’API », pour cet environnement.',
        'Copiez l’adresse entière, avec le port s’il est donné.',
      ],
    },
    scopes: {
      label: 'Portées (Scopes)',
      help: 'Ce que la connexion a le droit de faire, en mots séparés par des espaces. Copiez-les tous.',
      example: 'demo.lecture demo.ecriture',
      where: [
        IN_THE_REPLY,
        'Cherchez « Scopes » ou « Portées ».',
        'Copiez tous les mots, même s’ils occupent plusieurs lignes.',
      ],
    },
  },
  findings: {
    'credentials-rejected': {
      title: 'L’identifiant et le secret n’ont pas été acceptés',
      happened:
        '{{host}} a répondu, mais n’a pas accepté l’identifiant client et le secret. Ou bien l’un des deux n’est pas celui que le SISOn a remis pour cette instance, ou bien ce serveur veut les recevoir sous une autre forme que la forme habituelle; sa réponse ne permet pas de trancher.',
      todo: 'Recopiez les deux valeurs depuis la réponse et assurez-vous qu’elles appartiennent à cette instance : l’essai et la production ont des secrets différents. Si tout concorde, écrivez à ONSIS_SISON@ontario.ca. Ne répétez pas souvent cette vérification : certains serveurs verrouillent le compte après plusieurs tentatives.',
    },
    'client-not-allowed': {
      todo: 'Envoyez le message ci-dessous à ONSIS_SISON@ontario.ca : seule cette équipe peut l’autoriser.',
    },
    'redirect-url-rejected': {
      title: 'Le ministère n’accepte pas cette URL de redirection ou cet identifiant',
      happened:
        '{{host}} s’est arrêté avant l’authentification. C’est habituel quand l’URL de redirection n’est pas inscrite exactement telle quelle, ou quand l’identifiant client n’y est pas connu.',
      todo: 'Comparez l’URL de redirection avec celle du haut de la page du SMS, caractère par caractère, et l’identifiant client avec la réponse. Si les deux concordent, envoyez le message ci-dessous à ONSIS_SISON@ontario.ca.',
    },
    'scope-rejected': {
      todo: 'Recopiez les portées depuis la réponse, tous les mots, avec une espace entre chacun. L’essai et la production peuvent en avoir de différentes.',
    },
    'not-proved': {
      title: 'Seul le SMS peut achever l’authentification',
      happened:
        'Elle revient à votre serveur SMS; elle n’a donc pas été essayée d’ici, et le secret client n’a pas été envoyé. Tout ce qui se vérifie d’ici est en ordre.',
      todo: 'Copiez les six valeurs dans la page du SMS et cliquez sur Submit. Faites ensuite une transmission, d’abord dans l’instance d’essai. Si elle ne passe pas, le SMS ne dit pas pourquoi : comparez de nouveau les six valeurs.',
    },
    'not-refused': {
      title: 'Le ministère n’a pas refusé votre requête',
      happened:
        '{{host}} a répondu par sa page d’authentification. L’identifiant client et l’URL de redirection n’ont pas été refusés; bien des serveurs n’y regardent de près qu’après l’authentification, donc ce n’est pas une preuve.',
      todo: 'Copiez les six valeurs dans la page du SMS et cliquez sur Submit. Faites ensuite une transmission, d’abord dans l’instance d’essai. Si elle ne passe pas, le SMS ne dit pas pourquoi : comparez de nouveau les six valeurs.',
    },
    'probably-accepted': {
      title: 'L’identifiant et le secret ont probablement été acceptés',
      happened:
        '{{host}} n’a refusé que le code fictif envoyé par cette vérification. La plupart des serveurs vérifient d’abord l’identifiant et le secret; les deux sont donc probablement bons.',
      todo: 'Copiez les six valeurs dans la page du SMS et cliquez sur Submit. Faites ensuite une transmission, d’abord dans l’instance d’essai. Si elle ne passe pas, le SMS ne dit pas pourquoi : comparez de nouveau les six valeurs.',
    },
    'token-rejected': {
      todo: 'Assurez-vous que l’URL de l’API appartient à cet environnement : l’essai et la production en ont de différentes.',
    },
  },
  alternatives: { 'credentials-in-body': credentialsInBodyFr },
  rotation: {
    before:
      'Aucun document public ne dit ce que devient l’ancien secret client; il cesse probablement de servir dès que le ministère en remet un nouveau. Posez-lui la question. Dès ce moment, et jusqu’à ce que le nouveau secret soit dans le SMS, les transmissions ne peuvent plus s’authentifier : choisissez un jour sans transmission.',
  },
  instructions: {
    'ask-the-ministry': {
      title: 'Remplacer le secret client',
      steps: [
        'Écrivez à ONSIS_SISON@ontario.ca, depuis l’adresse qui a servi à l’inscription. Indiquez le conseil, son numéro (BSID), l’instance (essai ou production) et l’identifiant client; jamais le secret.',
        'Demandez un nouveau secret client, et si l’ancien reste valable d’ici là.',
        'Saisissez le nouveau ici et vérifiez-le.',
        'Dans le SMS, ouvrez District Office, District Management, Compliance, OnSIS API Reporting Setup. Remplacez-y le secret client et cliquez sur Submit.',
        'Faites une transmission depuis le SMS, d’abord dans l’instance d’essai : c’est elle qui fait la preuve.',
      ],
    },
  },
  unproved: {
    saved: 'Enregistrée. Une transmission depuis le SMS la confirmera.',
    row: 'Pas encore confirmée · faites une transmission depuis le SMS',
    todo: [
      'Reportez les valeurs ci-dessous dans le SMS.',
      'Faites une transmission depuis le SMS. Si elle réussit, la connexion est confirmée.',
    ],
  },
  onlyInPractice:
    'Dans une vraie configuration du SISOn, « Autorisation » et « Réponse » ne sont pas vérifiées : aucune requête d’essai sans risque à l’API du ministère n’est documentée.',
  guide: [
    'Dans le SMS, allez à District Office, District Management, Compliance, OnSIS API Reporting Setup.',
    'Copiez l’adresse Redirect URL en haut de la page et collez-la ici.',
    'Envoyez le courriel tout prêt à ONSIS_SISON@ontario.ca. Le SISOn inscrit l’adresse et répond avec six valeurs.',
    'Faites-le une fois pour chaque instance du SMS : une instance d’essai distincte reçoit ses propres valeurs.',
  ],
};
