import { credentialsInBodyFr } from './other-ways';
import type { SystemText } from './system';

const ASK =
  'La documentation du serveur ou la réponse qui contient vos identifiants l’indique. Sinon, demandez à l’exploitant du serveur.';

export const onerosterFr: SystemText = {
  name: 'Serveur OneRoster',
  summary: 'Tout serveur qui prend en charge OneRoster 1.1 ou 1.2',
  owner: 'L’exploitant du serveur',
  practiceName: 'le serveur OneRoster d’exercice',
  fields: {
    serverUrl: {
      label: 'URL du serveur (Server URL)',
      help: 'L’adresse du service OneRoster. Avec ou sans /ims/oneroster/… à la fin; un chemin qui précède est conservé. L’assistant montre ce qu’il en fait.',
      example: 'https://sis.conseil-erable.example',
      where: [ASK, 'Copiez l’URL de base, et non l’adresse d’une seule liste.'],
    },
    version: {
      label: 'Version d’OneRoster',
      help: 'Les chemins et les portées des deux versions diffèrent. La 1.1 est la plus répandue.',
      example: '1.1',
      where: [ASK, 'Une adresse avec v1p1 correspond à la 1.1, une adresse avec v1p2 à la 1.2.'],
      choices: {
        '1.1': { name: 'OneRoster 1.1', hint: 'La plus répandue; ses chemins contiennent v1p1' },
        '1.2': { name: 'OneRoster 1.2', hint: 'Plus récente; ses chemins contiennent v1p2' },
      },
    },
    signIn: {
      label: 'Authentification',
      help: 'OAuth 2 obtient d’abord un jeton et demande une URL du jeton. OAuth 1 signe chaque requête; seule la version 1.1 le prévoit.',
      example: 'oauth2',
      where: [ASK, 'Si l’on vous a donné une URL du jeton, c’est OAuth 2.'],
      choices: {
        oauth2: { name: 'OAuth 2', hint: 'Obtient d’abord un jeton; vous avez reçu une URL du jeton' },
        oauth1: { name: 'OAuth 1', hint: 'Signe chaque requête; il n’y a pas d’URL du jeton' },
      },
    },
    tokenUrl: {
      label: 'URL du jeton (Token URL)',
      help: 'Là où le jeton est obtenu (OAuth 2). Elle ne se déduit pas de l’URL du serveur : chaque produit la place ailleurs.',
      example: 'https://sis.conseil-erable.example/oauth/token',
      where: [ASK, 'Copiez l’adresse entière, à partir de https://.'],
    },
    clientId: {
      label: 'Identifiant client (Client ID)',
      help: 'Le nom que le serveur a donné à votre application. On l’appelle parfois « consumer key ».',
      example: 'erable-listes-4821',
      where: [ASK],
    },
    clientSecret: {
      label: 'Secret client (Client Secret)',
      named: 'le secret client',
      help: 'Le mot de passe qui accompagne l’identifiant client. On l’appelle parfois « consumer secret ».',
      example: 'kP7…',
      where: [ASK],
    },
    scopes: {
      label: 'Portées (Scopes)',
      help: 'Certains serveurs veulent une portée, d’autres n’en acceptent aucune. Si vous n’en avez pas reçu, essayez la plus petite, proposée ici, ou laissez ce champ vide.',
      example: 'https://purl.imsglobal.org/spec/or/v1p1/scope/roster-core.readonly',
      where: [ASK, 'Plusieurs portées se suivent, séparées par une seule espace.'],
    },
    signatureMethod: {
      label: 'Méthode de signature',
      help: 'HMAC-SHA256, à moins qu’on ne vous ait dit que le serveur veut HMAC-SHA1 (OAuth 1 seulement).',
      example: 'HMAC-SHA256',
      where: ['Laissez ce choix tel quel, sauf indication contraire.'],
      choices: {
        'HMAC-SHA256': { name: 'HMAC-SHA256', hint: 'Celle des serveurs d’aujourd’hui' },
        'HMAC-SHA1': { name: 'HMAC-SHA1', hint: 'Seulement si un serveur ancien la demande' },
      },
    },
  },
  notes: {
    'oauth1-with-1.2':
      'OneRoster 1.2 ne prévoit qu’OAuth 2. Un serveur peut en faire davantage; dans le doute, renseignez-vous.',
    'older-signature': 'HMAC-SHA1 est en voie de retrait. Choisissez-le seulement si le serveur le demande.',
    'scopes-of-other-version':
      'Ces portées n’appartiennent pas à la version d’OneRoster que vous avez choisie, mais à l’autre.',
    'address-of-other-version':
      'L’adresse collée est celle de l’autre version d’OneRoster. C’est la version choisie qui est utilisée.',
    'special-characters':
      'Ce secret contient des caractères spéciaux. Les serveurs ne veulent pas tous les recevoir de la même façon; si l’authentification est refusée, l’assistant propose l’autre.',
    'same-as-id': 'C’est la même valeur que l’identifiant client. Les deux sont différentes.',
  },
  findings: {
    'credentials-rejected': {
      title: 'Le serveur n’a pas accepté l’identifiant et le secret',
      happened:
        '{{host}} a répondu, mais refuse ces deux valeurs. L’une d’elles est peut-être incomplète, appartient à un autre environnement ou est échue : certains produits les font expirer après un an.',
      todo: 'Recopiez les deux. Si elles sont bonnes, regardez à la page du serveur si elles sont toujours en vigueur. Ne répétez pas souvent cette vérification : certains serveurs verrouillent le compte après plusieurs tentatives.',
    },
    'signature-rejected': {
      title: 'Le serveur n’a pas accepté la signature',
      happened:
        '{{host}} a calculé une signature différente de la nôtre. Le plus souvent, le secret est incomplet, ou le serveur veut l’autre méthode de signature.',
      todo: 'Recopiez le secret client. S’il est bon, essayez l’autre méthode de signature.',
    },
    'clock-skew': {
      title: 'Deux horloges ne concordent pas',
      happened:
        'L’horloge de cet ordinateur et celle de {{host}} ont {{seconds}} s d’écart. Une signature porte l’heure, donc même un bon secret peut être refusé.',
      todo: 'Laissez cet ordinateur régler lui-même la date et l’heure, puis vérifiez de nouveau. Ne recopiez rien avant. Si son heure est juste, prévenez l’exploitant de {{host}} que la sienne ne l’est pas.',
    },
    'scope-missing': {
      title: 'Le serveur veut au moins une portée',
      happened: '{{host}} ne remet pas de jeton sans portée, et aucune n’a été envoyée.',
      todo: 'Saisissez les portées que vous avez reçues. Si vous n’en avez pas reçu, utilisez la plus petite, proposée à côté du champ.',
    },
    'scope-rejected': {
      title: 'Le serveur n’a pas accepté les portées',
      happened:
        '{{host}} ne connaît pas l’une de ces portées, ne la permet pas à cet identifiant ou n’en veut aucune.',
      todo: 'Comparez-les avec ce que vous avez reçu et avec la version choisie. Si vous n’en avez pas reçu, laissez le champ vide et vérifiez de nouveau.',
    },
    'token-rejected': {
      title: 'Le serveur a remis un jeton, puis l’a refusé',
      happened: 'L’authentification a réussi, mais {{host}} a refusé le jeton pour le service OneRoster.',
      todo: 'Vérifiez que l’URL du jeton et l’URL du serveur appartiennent au même serveur et au même environnement.',
    },
    'permission-missing': {
      title: 'Authentification réussie, mais « {{subject}} » ne peut pas être lu',
      happened:
        'L’authentification a réussi. {{host}} a ensuite refusé de montrer « {{subject}} » : il y manque une autorisation ou une portée.',
      todo: 'Envoyez le message ci-dessous à l’exploitant du serveur. S’il nomme une portée, ajoutez-la aux portées ici. Ce dont vous n’avez pas besoin peut rester refusé.',
      send: 'Bonjour,\n\nVotre serveur OneRoster {{host}} accepte notre authentification, mais ne nous laisse pas lire « {{subject}} ». Quelle autorisation ou quelle portée faut-il à notre identifiant client?\n\nMerci',
      job: 'service-owner',
    },
    'wrong-address': {
      title: 'Il n’y a rien à cette adresse',
      happened:
        '{{host}} a répondu, mais n’a rien à {{url}}. L’URL du serveur, l’URL du jeton ou la version n’est peut-être pas la bonne.',
      todo: 'Comparez les adresses et la version avec ce que vous avez reçu, y compris la partie qui suit le nom.',
    },
    'rate-limited': {
      title: 'Le serveur demande d’attendre',
      happened:
        '{{host}} n’accepte plus de requêtes pour l’instant. L’assistant s’est arrêté là et ne recommence pas de lui-même.',
      todo: 'Attendez que le délai indiqué dans les détails soit écoulé; sinon, quelques minutes. Faites ensuite une seule vérification.',
    },
  },
  guide: [
    'Demandez à l’exploitant du serveur un accès à l’API OneRoster, en lecture seule.',
    'Il vous faut : l’URL du serveur, la version (1.1 ou 1.2), le genre d’authentification, un identifiant client et un secret client.',
    'Pour OAuth 2, aussi l’URL du jeton, et les portées si le serveur en veut.',
    'Pour OAuth 1, aussi la méthode de signature, si ce n’est pas HMAC-SHA256.',
  ],
  rotation: {
    before:
      'Ce que devient l’ancien secret dépend du serveur : certains acceptent l’ancien et le nouveau pendant un temps, d’autres le remplacent aussitôt, et certaines clés expirent d’elles-mêmes après un an. Demandez-le à l’exploitant du serveur avant d’en faire créer un nouveau.',
  },
  instructions: {
    'ask-the-server': {
      title: 'Remplacer l’identifiant et le secret',
      steps: [
        'Demandez un nouveau secret à l’exploitant du serveur, ou créez-en un à sa page.',
        'Saisissez-le ici et vérifiez de nouveau.',
        'Remettez-le à chaque programme qui utilisait l’ancien.',
      ],
    },
  },
  alternatives: {
    'credentials-in-body': credentialsInBodyFr,
    'without-scope': {
      offer:
        'Certains serveurs refusent toute portée. L’identifiant et le secret seraient envoyés une fois de plus, sans portée.',
      action: 'Essayer sans portée',
    },
    'with-core-scope': {
      offer:
        'L’identifiant et le secret seraient envoyés une fois de plus, avec la plus petite portée de cette version (roster-core.readonly).',
      action: 'Essayer la plus petite portée',
    },
    'plain-basic': {
      offer:
        'Certains serveurs veulent recevoir tels quels les caractères spéciaux de l’identifiant et du secret. Les deux seraient envoyés une fois de plus, ainsi. Sans caractères spéciaux, rien ne change.',
      action: 'Les envoyer tels quels',
    },
    'other-signature': {
      offer:
        'Certains serveurs veulent l’autre méthode de signature. La même requête serait envoyée une fois de plus, signée ainsi.',
      action: 'Essayer l’autre méthode',
    },
  },
  handOver: {
    title: 'Pour votre application',
    lead: 'Ces valeurs vont dans l’application qui lira les listes, et nulle part ailleurs.',
    names: {
      serverUrl: 'Server URL',
      tokenUrl: 'Token URL',
      clientId: 'Client ID',
      clientSecret: 'Client Secret',
      scopes: 'Scopes',
    },
    afterwards: [
      'Certains produits font expirer les clés après un an : notez quand les vôtres ont été créées.',
    ],
  },
  limits: [
    'Les adresses qui donnent des données personnelles n’ont pas été appelées. Comparez à l’œil ce que cet identifiant peut lire.',
    'La vérification est partie de cet ordinateur. Votre application joint le serveur par un autre chemin.',
  ],
};
