import type { SystemText } from './system';

const TO_THE_MODULE = [
  'Ouvrez la console de développement de ClassLink (developer console).',
  'Allez au module OneRoster.',
  'Choisissez l’application de ce district.',
];

export const classlinkProxyFr: SystemText = {
  name: 'ClassLink OneRoster (mandataire)',
  summary: 'Par le serveur mandataire (proxy) de ClassLink, avec le jeton d’accès d’une application',
  owner: 'ClassLink, qui exploite le serveur mandataire',
  practiceName: 'le ClassLink d’exercice',
  fields: {
    applicationId: {
      label: 'Identifiant de l’application (Application ID)',
      help: 'Désigne les données du district auprès du serveur mandataire de ClassLink. Il se termine souvent par %3D : copiez-le tel quel. L’adresse entière d’une requête convient aussi.',
      example: 'ZXJhYmxlLWRlbW8tMTIz%3D',
      where: [...TO_THE_MODULE, 'Copiez l’identifiant de l’application (application id).'],
    },
    accessToken: {
      label: 'Jeton d’accès (Access token)',
      named: 'le jeton d’accès',
      help: 'Le jeton de cette application. Il n’a pas d’échéance : gardez-le comme un mot de passe. La clé de partenaire (partner API key), qui énumère tous les districts, est autre chose.',
      example: '4c1f…',
      where: [...TO_THE_MODULE, 'Copiez son jeton d’accès (access token), sans le mot « Bearer ».'],
    },
    proxyUrl: {
      label: 'URL du serveur mandataire (Proxy URL)',
      help: 'Le serveur de ClassLink, à moins qu’on ne vous ait donné une autre adresse. Ce n’est pas le serveur mandataire de votre réseau.',
      example: 'https://oneroster-proxy.classlink.io',
      where: ['Laissez ce champ vide, à moins que ClassLink ne vous ait donné une autre adresse.'],
    },
  },
  notes: {
    'encoded-twice':
      'Une partie de cet identifiant a été encodée deux fois : il contient %253D là où il faudrait %3D. Il a sans doute été copié de l’adresse d’une requête.',
    'whole-address':
      'C’est l’adresse entière d’une requête. Seul l’identifiant de l’application qu’elle contient est nécessaire ici.',
    'no-id-in-address':
      'Cette adresse ne contient aucun identifiant d’application. Copiez seulement l’identifiant depuis la console de développement.',
    'other-proxy':
      'Cette requête est allée à un autre serveur mandataire, {{other}}, que celui qui est utilisé ici. Si {{other}} est le bon, saisissez-le d’abord comme URL du serveur mandataire. Sinon, utilisez seulement l’identifiant.',
    'proxy-of-request':
      'La requête que vous avez collée comme identifiant d’application est allée à cet autre serveur mandataire. Le jeton est envoyé à celui qui est saisi ici.',
    'with-bearer': 'Le mot « Bearer » a été collé avec le jeton. Le jeton commence après lui.',
    'same-as-id':
      'C’est la même valeur que l’identifiant de l’application. Le jeton d’accès en est une autre.',
  },
  findings: {
    'token-rejected': {
      title: 'ClassLink n’a pas accepté le jeton d’accès',
      happened:
        '{{host}} a refusé le jeton sans dire pourquoi. Peut-être a-t-il été renouvelé dans la console depuis; peut-être appartient-il à une autre application; peut-être est-ce la clé de partenaire plutôt que le jeton de l’application. D’ici, rien ne permet de trancher.',
      todo: 'Ouvrez l’application dans la console de développement, sous OneRoster, et recopiez son propre jeton d’accès, avec son identifiant.',
    },
    'permission-missing': {
      title: 'Cette application n’est pas autorisée à lire ceci',
      happened:
        '{{host}} a accepté le jeton, puis refusé de montrer « {{subject}} ». Le district ne l’a peut-être pas partagé, ou l’application y est peut-être désactivée.',
      todo: 'Envoyez le message ci-dessous au district.',
      send: 'Bonjour,\n\nPar le serveur mandataire OneRoster de ClassLink, notre application ne peut pas lire « {{subject}} » de votre district. L’application est-elle active de votre côté, et cet accès lui est-il ouvert?\n\nMerci',
      job: { named: 'Le district' },
    },
    'wrong-address': {
      title: 'Le serveur mandataire de ClassLink ne connaît pas cet identifiant d’application',
      happened:
        '{{host}} a répondu, mais n’a rien à {{url}}. Le plus souvent, il manque une partie de l’identifiant, surtout le %3D ou le = de la fin, ou il a été encodé deux fois.',
      todo: 'Recopiez l’identifiant de l’application depuis la console de développement, sous OneRoster.',
    },
    'server-error': {
      title: 'Le serveur mandataire de ClassLink n’a pas pu traiter la requête',
      happened:
        '{{host}} a signalé un problème de son côté. Le serveur du district, derrière lui, ne répond probablement pas; ClassLink ne documente pas comment son serveur mandataire le dit. Vos valeurs n’ont pas été jugées.',
      todo: 'Vérifiez de nouveau plus tard. Si rien ne change, envoyez le message ci-dessous au district. Si son serveur OneRoster fonctionne, adressez-vous à ClassLink.',
      send: 'Bonjour,\n\nPar le serveur mandataire de ClassLink {{host}}, nos requêtes se terminent par un problème de serveur (le ________ à ________). Le serveur OneRoster de votre district, derrière lui, fonctionne-t-il? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
      job: { named: 'Le district' },
    },
    'empty-data': {
      title: 'Authentification réussie, mais aucune donnée reçue',
      happened: '{{host}} a accepté le jeton et a répondu par une liste vide.',
      todo: 'Envoyez le message ci-dessous au district, pour qu’il partage ses écoles avec votre application.',
      job: { named: 'Le district' },
      send: 'Bonjour,\n\nPar le serveur mandataire de ClassLink {{host}}, les données de votre district reviennent vides. Pourriez-vous partager vos écoles avec notre application?\n\nMerci',
    },
    'rate-limited': {
      title: 'ClassLink demande d’attendre',
      happened:
        '{{host}} n’accepte plus de requêtes pour l’instant. L’assistant s’est arrêté là et ne recommence pas de lui-même : recommencer prolonge l’attente.',
      todo: 'Attendez que le délai indiqué dans les détails soit écoulé; sinon, quelques minutes. Faites ensuite une seule vérification.',
    },
  },
  guide: [
    'Le district ouvre d’abord à votre application l’accès à ses données OneRoster.',
    ...TO_THE_MODULE,
    'Copiez l’identifiant de l’application et son jeton d’accès. Chaque district a sa propre paire.',
    'Deux jetons se ressemblent : c’est le jeton d’accès de l’application qui va ici, pas la clé de partenaire (partner API key).',
  ],
  rotation: {
    before:
      'Dans ClassLink, renouveler le jeton le remplace. L’ancien cesse probablement de servir aussitôt, pour tous les programmes qui l’utilisent. Ayez ces programmes à portée de main avant de le renouveler.',
  },
  instructions: {
    'refresh-token': {
      title: 'Renouveler le jeton',
      steps: [
        'Ouvrez la console de développement de ClassLink, OneRoster, et choisissez l’application.',
        'Renouvelez-y le jeton d’accès. L’ancien cesse probablement de servir aussitôt, pour tous les programmes qui l’utilisent.',
        'Saisissez ici le nouveau jeton et vérifiez de nouveau.',
        'Remettez le nouveau jeton à chaque programme qui utilisait l’ancien.',
      ],
    },
  },
  handOver: {
    title: 'Pour votre application',
    lead: 'Ces valeurs vont dans l’application qui lira les listes, et nulle part ailleurs. Le jeton n’a pas d’échéance : traitez-le comme un mot de passe.',
    names: { proxyUrl: 'Proxy URL', applicationId: 'Application ID', accessToken: 'Access token (Bearer)' },
    afterwards: [
      'L’identifiant de l’application est déjà encodé pour une adresse : il ne faut pas l’encoder de nouveau.',
      'À la réponse « trop de requêtes », un programme attend chaque fois plus longtemps; il ne doit pas recommencer aussitôt.',
    ],
  },
  limits: [
    'Les adresses qui donnent des données personnelles n’ont pas été appelées. Demandez au district ce qu’il partage.',
    'La vérification est partie de cet ordinateur. Votre application joint le serveur mandataire de ClassLink par un autre chemin.',
  ],
};
