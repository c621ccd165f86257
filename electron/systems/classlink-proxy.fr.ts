import type { SystemText } from './system';

const TO_THE_MODULE = [
  'Ouvrez la console de développement de ClassLink (developer console).',
  'Allez au module OneRoster.',
  'Choisissez l’application de ce district.',
];

export const classlinkProxyFr: SystemText = {
  name: 'ClassLink OneRoster (mandataire)',
  summary: 'Par le serveur mandataire (proxy) de ClassLink, avec le jeton d’accès d’une application',
  practiceName: 'le ClassLink d’exercice',
  fields: {
    applicationId: {
      label: 'Identifiant de l’application (Application ID)',
      help: 'Désigne les données du district auprès du mandataire. Il se termine souvent par %3D : copiez-le tel quel. L’adresse entière d’une demande convient aussi.',
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
      label: 'URL du mandataire (Proxy URL)',
      help: 'Le serveur de ClassLink, à moins qu’on ne vous ait donné une autre adresse. Ce n’est pas le serveur mandataire de votre réseau.',
      example: 'https://oneroster-proxy.classlink.io',
      where: ['Laissez ce champ vide, à moins que ClassLink ne vous ait donné une autre adresse.'],
    },
  },
  notes: {
    'encoded-twice':
      'Un signe de cet identifiant a été encodé deux fois : il y a %253D là où il faudrait %3D. Il provient sans doute de l’adresse d’une demande.',
    'whole-address':
      'C’est l’adresse entière d’une demande. L’identifiant de l’application en est une partie.',
    'no-id-in-address':
      'C’est une adresse, et aucun identifiant d’application ne peut y être lu. Copiez seulement l’identifiant depuis la console des développeurs.',
    'other-proxy':
      'C’est l’adresse d’une requête à un autre serveur mandataire, {{other}}, que celui qui est employé. Si ce serveur est le bon, entrez-le d’abord comme adresse du serveur mandataire; sinon, prenez seulement l’identifiant.',
    'proxy-of-request':
      'La requête collée comme identifiant d’application a été faite pour cet autre serveur mandataire. Le jeton va à celui qui est inscrit ici.',
    'with-bearer': 'Le mot « Bearer » a été collé aussi. Le jeton commence après lui.',
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
    'token-expired': {
      title: 'ClassLink indique que ce jeton est échu',
      happened:
        '{{host}} a répondu que le jeton ne vaut plus. Les jetons d’application n’ont pas d’échéance : il a probablement été renouvelé.',
      todo: 'Copiez le jeton d’accès actuel depuis la console de développement, sous OneRoster.',
    },
    'permission-missing': {
      title: 'Cette application n’a pas le droit de lire ceci',
      happened:
        '{{host}} a accepté le jeton, puis refusé de montrer « {{subject}} ». Le district ne l’a peut-être pas partagé, ou l’application y est peut-être désactivée.',
      todo: 'Demandez au district si votre application est active et ce qu’elle peut lire.',
      send: 'Bonjour,\n\nPar le mandataire OneRoster de ClassLink, notre application ne peut pas lire « {{subject}} » de votre district. L’application est-elle active de votre côté, et cet accès lui est-il ouvert?\n\nMerci',
    },
    'wrong-address': {
      title: 'Le mandataire ne connaît pas cet identifiant d’application',
      happened:
        '{{host}} a répondu, mais n’a rien à {{url}}. Le plus souvent, il manque une partie de l’identifiant, surtout le %3D ou le = de la fin, ou il a été encodé deux fois.',
      todo: 'Recopiez l’identifiant de l’application depuis la console de développement, sous OneRoster.',
    },
    'server-error': {
      title: 'Le mandataire n’a pas pu mener la demande à terme',
      happened:
        '{{host}} a signalé un problème de son côté. Le serveur du district, derrière lui, ne répond probablement pas; rien ne documente comment le mandataire le dit. Vos valeurs n’ont pas été jugées.',
      todo: 'Refaites la vérification plus tard. Si rien ne change, demandez au district si son serveur OneRoster fonctionne, puis à ClassLink.',
      send: 'Bonjour,\n\nPar le mandataire {{host}}, nos demandes se terminent par un problème de serveur. Le serveur OneRoster du district répond-il? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
    },
    'empty-data': {
      title: 'Authentification réussie, mais rien n’est venu',
      happened: '{{host}} a accepté le jeton et a répondu par une liste vide.',
      todo: 'Demandez au district s’il a déjà ouvert des écoles à votre application.',
    },
    'rate-limited': {
      title: 'ClassLink demande d’attendre',
      happened:
        '{{host}} n’accepte plus de demandes pour l’instant. L’assistant s’est arrêté là et ne recommence pas de lui-même : recommencer prolonge l’attente.',
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
        'Saisissez ici le nouveau jeton et refaites la vérification.',
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
      'À la réponse « trop de demandes », un programme attend chaque fois plus longtemps; il ne doit pas recommencer aussitôt.',
    ],
  },
  limits: [
    'Les points d’accès à des données personnelles n’ont pas été appelés. Demandez au district ce qu’il partage.',
    'La vérification est partie de cet ordinateur. Votre application joint le mandataire par un autre chemin.',
  ],
};
