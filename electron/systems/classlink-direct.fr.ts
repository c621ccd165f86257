import type { SystemText } from './system';

const TO_THE_KEY = [
  'Ouvrez la console de développement de ClassLink (developer console).',
  'Allez au module OneRoster.',
  'Cliquez sur la clé à côté de l’école ou du district.',
];

export const classlinkDirectFr: SystemText = {
  name: 'ClassLink OneRoster (direct)',
  summary: 'Le serveur ClassLink d’un district, chaque requête étant signée (OAuth 1)',
  owner: 'L’exploitant du serveur',
  practiceName: 'le ClassLink d’exercice',
  fields: {
    serverUrl: {
      label: 'URL du serveur (Server URL)',
      help: 'L’adresse du serveur OneRoster du district. Avec ou sans /ims/oneroster/v1p1 à la fin : l’assistant montre ce qu’il en fait.',
      example: 'https://erable-ca-v2.oneroster.example',
      where: [...TO_THE_KEY, 'Copiez l’URL du serveur (server url).'],
    },
    clientId: {
      label: 'Identifiant client (Client ID)',
      help: 'Le nom que le serveur de ce district a donné à votre application. Chaque district en a un autre.',
      example: '0fc7e3577example',
      where: [...TO_THE_KEY, 'Copiez la valeur client id.'],
    },
    clientSecret: {
      label: 'Secret client (Client Secret)',
      named: 'le secret client',
      help: 'Ce qui sert à signer vos requêtes. Il n’est jamais envoyé lui-même : seules le sont les signatures qu’il produit.',
      example: '9b2d…',
      where: [...TO_THE_KEY, 'Copiez la valeur client secret, sans espace à la fin.'],
    },
    signatureMethod: {
      label: 'Méthode de signature',
      help: 'HMAC-SHA256 est la méthode des exemples de ClassLink. Choisissez HMAC-SHA1 seulement si vous savez que le serveur est ancien.',
      example: 'HMAC-SHA256',
      where: ['Laissez ce choix tel quel, sauf indication contraire.'],
      choices: {
        'HMAC-SHA256': { name: 'HMAC-SHA256', hint: 'Celle des serveurs d’aujourd’hui' },
        'HMAC-SHA1': { name: 'HMAC-SHA1', hint: 'Seulement si un serveur ancien la demande' },
      },
    },
  },
  notes: {
    'older-signature':
      'HMAC-SHA1 est en voie de retrait. Rien ne documente si les serveurs actuels de ClassLink l’acceptent encore.',
    'same-as-id':
      'C’est la même valeur que l’identifiant client. Les deux sont différentes et se trouvent côte à côte.',
  },
  findings: {
    'credentials-rejected': {
      title: 'ClassLink n’a pas accepté l’identifiant et le secret',
      happened:
        '{{host}} a refusé la requête signée. L’une des deux valeurs est probablement incomplète, appartient à un autre district ou a été remplacée depuis. Un serveur qui veut l’autre méthode de signature peut répondre de la même façon.',
      todo: 'Dans la console de développement, ouvrez la clé de ce district même et recopiez les deux valeurs.',
    },
    'signature-rejected': {
      title: 'ClassLink n’a pas accepté la signature',
      happened:
        '{{host}} n’a pas accepté la signature de la requête. Le plus souvent, le secret est incomplet ou se termine par une espace; un serveur ancien peut vouloir HMAC-SHA1.',
      todo: 'Recopiez le secret client. S’il est bon, essayez l’autre méthode de signature, et demandez à votre équipe réseau si un serveur mandataire modifie les adresses en chemin.',
    },
    'clock-skew': {
      title: 'Les horloges sont trop éloignées pour signer',
      happened:
        'L’horloge de cet ordinateur et celle de {{host}} ont {{seconds}} s d’écart. Une signature porte l’heure, donc même un bon secret est refusé : cela ne dit rien du vôtre.',
      todo: 'Laissez cet ordinateur régler lui-même la date et l’heure, puis vérifiez de nouveau. Ne recopiez rien avant. Si son heure est juste, prévenez l’exploitant de {{host}} que la sienne ne l’est pas.',
    },
    'nonce-rejected': {
      title: 'ClassLink croit avoir déjà vu cette requête',
      happened:
        '{{host}} a refusé la marque à usage unique de la requête. L’assistant en crée une nouvelle chaque fois.',
      todo: 'Vérifiez de nouveau une fois. Si rien ne change, quelque chose entre vous et le serveur envoie les requêtes en double : adressez-vous à votre équipe réseau.',
    },
    'permission-missing': {
      title: 'Le district ne vous a pas ouvert cet accès',
      happened: 'L’authentification a réussi. {{host}} a ensuite refusé de montrer « {{subject}} ».',
      todo: 'Envoyez le message ci-dessous au district : c’est à lui de l’ajouter à ce que votre application peut lire. Ce dont vous n’avez pas besoin peut rester refusé.',
      send: 'Bonjour,\n\nVotre serveur ClassLink OneRoster {{host}} accepte notre authentification, mais ne partage pas « {{subject}} » avec notre application. Pourriez-vous l’ajouter?\n\nMerci',
      job: { named: 'Le district' },
    },
    'wrong-address': {
      title: 'Aucun service OneRoster à cette adresse',
      happened: '{{host}} a répondu, mais n’a rien à {{url}}.',
      todo: 'Dans la console de développement, ouvrez la clé et recopiez l’URL du serveur. Les adresses anciennes n’ont pas -v2 dans leur nom.',
    },
    'empty-data': {
      title: 'Authentification réussie, mais aucune donnée reçue',
      happened: '{{host}} a accepté la signature et a répondu par une liste vide.',
      todo: 'Envoyez le message ci-dessous au district, pour qu’il partage ses écoles avec votre application.',
      job: { named: 'Le district' },
      send: 'Bonjour,\n\nVotre serveur ClassLink OneRoster {{host}} accepte notre authentification, mais ne renvoie aucune école. Pourriez-vous partager vos écoles avec notre application?\n\nMerci',
    },
    'rate-limited': {
      title: 'ClassLink demande d’attendre',
      happened:
        '{{host}} n’accepte plus de requêtes pour l’instant. L’assistant s’est arrêté là et ne recommence pas de lui-même.',
      todo: 'Attendez que le délai indiqué dans les détails soit écoulé; sinon, quelques minutes. Faites ensuite une seule vérification.',
    },
  },
  guide: [
    'Le district ouvre d’abord à votre application l’accès à son serveur OneRoster.',
    ...TO_THE_KEY,
    'Vous y trouvez l’URL du serveur, l’identifiant client et le secret client. Copiez les trois.',
    'Chaque district a ses trois propres valeurs : créez une connexion pour chacun.',
  ],
  rotation: {
    before:
      'Aucun document public ne dit ce que deviennent l’ancien identifiant client et l’ancien secret. Ils peuvent cesser de servir aussitôt, ou rester valables un certain temps. Demandez-le à ClassLink ou au district avant d’en faire créer de nouveaux.',
  },
  instructions: {
    'ask-the-district': {
      title: 'Remplacer l’identifiant et le secret',
      steps: [
        'Aucun document public ne dit où ils se remplacent. Demandez-en de nouveaux à ClassLink ou au district.',
        'Ouvrez la console de développement, OneRoster, et cliquez de nouveau sur la clé.',
        'Saisissez ici les nouvelles valeurs et vérifiez de nouveau.',
      ],
    },
  },
  alternatives: {
    'other-signature': {
      offer:
        'Certains serveurs veulent l’autre méthode de signature. La même requête serait envoyée une fois de plus, signée ainsi.',
      action: 'Essayer l’autre méthode',
    },
  },
  handOver: {
    title: 'Pour votre application',
    lead: 'Ces trois valeurs vont dans l’application qui lira les listes, et nulle part ailleurs.',
    names: { serverUrl: 'Server URL', clientId: 'Client ID', clientSecret: 'Client Secret' },
    afterwards: [
      'Lisez hors des heures de pointe, par pages, et arrêtez quand le serveur répond « trop de requêtes ».',
    ],
  },
  limits: [
    'Les adresses qui donnent des données personnelles n’ont pas été appelées. Demandez au district ce qu’il partage.',
    'La vérification est partie de cet ordinateur. Votre application joint le serveur par un autre chemin.',
  ],
};
