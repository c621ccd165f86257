import { credentialsInBodyFr } from './other-ways';
import type { SystemText } from './system';

const TO_THE_PAGE = [
  'À la page d’accueil de PowerSchool, choisissez System sous Setup.',
  'Sous Server, cliquez sur System Settings.',
  'Cliquez sur Plugin Management Configuration (versions récentes : Plugin Configuration).',
];
const TO_THE_PLUGIN = [
  ...TO_THE_PAGE,
  'Cliquez sur le nom du plugiciel.',
  'Cliquez sur Data Provider Configuration.',
];
const KEPT_CURRENT =
  'Saisissez ici les deux nouvelles valeurs, vérifiez de nouveau, puis remettez-les à l’éditeur du plugiciel : les anciennes ne servent plus.';

export const powerschoolFr: SystemText = {
  name: 'PowerSchool SIS (plugiciel)',
  summary: 'Échange de données avec l’identifiant et le secret propres à un plugiciel',
  owner: 'L’exploitant de votre serveur PowerSchool',
  practiceName: 'le PowerSchool d’exercice',
  fields: {
    serverUrl: {
      label: 'URL du serveur (Server URL)',
      help: 'L’adresse de votre serveur PowerSchool, jusqu’au nom seulement. Ce qui suit le nom est inutile.',
      example: 'https://erable.powerschool.example',
      where: [
        'Ouvrez la page d’authentification de PowerSchool dans le navigateur.',
        'Copiez l’adresse depuis https:// jusqu’à la première barre oblique après le nom.',
      ],
    },
    clientId: {
      label: 'Identifiant client (Client ID)',
      help: 'Le nom que PowerSchool a donné à ce plugiciel. Il compte d’habitude 36 caractères, traits d’union compris.',
      example: '11111111-2222-4333-8444-555555555555',
      where: [...TO_THE_PLUGIN, 'Sous OAuth Credentials, copiez la valeur Client ID.'],
    },
    clientSecret: {
      label: 'Secret client (Client Secret)',
      named: 'le secret client',
      help: 'Le mot de passe qui accompagne cet identifiant. PowerSchool crée les deux; personne ne les choisit.',
      example: 'aaaaaaaa-bbbb-…',
      where: [...TO_THE_PLUGIN, 'Sous OAuth Credentials, copiez la valeur Client Secret.'],
    },
  },
  notes: {
    'not-a-uuid':
      'Ces valeurs comptent d’habitude 36 caractères : des groupes de chiffres et de lettres de a à f, séparés par des traits d’union. Vérifiez que tout a été copié, et rien d’autre.',
    'same-as-id':
      'C’est la même valeur que l’identifiant client. Les deux sont différentes et se trouvent l’une sous l’autre.',
  },
  findings: {
    'wrong-address': {
      title: 'PowerSchool ne connaît pas ce chemin',
      happened:
        '{{host}} a répondu, mais n’a rien à {{url}}. Si cette remarque accompagne « Bon service » et que l’authentification a tout de même réussi, c’est simplement un PowerSchool ancien : la page publique existe depuis la version 7.8. Sinon, il s’agit sans doute d’un autre serveur.',
      todo: 'Ouvrez https://{{host}} dans un navigateur : la page d’authentification de PowerSchool devrait s’afficher. Sinon, recopiez l’URL du serveur.',
    },
    'wrong-product': {
      title: 'Ce serveur ne semble pas être PowerSchool',
      happened:
        '{{host}} a répondu à la question que tout PowerSchool accepte en public, mais pas à la manière de PowerSchool. Aucun secret n’a été envoyé.',
      todo: 'Recopiez l’URL du serveur depuis la barre d’adresse de votre page d’authentification PowerSchool.',
    },
    'scope-missing': {
      title: 'Le serveur veut une portée, et PowerSchool n’en a pas besoin',
      happened:
        '{{host}} ne remet pas de jeton sans portée (scope). Les plugiciels de PowerSchool n’en ont aucune : un autre produit répond peut-être ici.',
      todo: 'Ouvrez https://{{host}} dans un navigateur : la page d’authentification de PowerSchool devrait s’afficher. Sinon, recopiez l’URL du serveur.',
    },
    redirected: {
      title: 'PowerSchool renvoie cette requête ailleurs',
      happened:
        '{{from}} renvoie à {{to}}. L’assistant ne suit pas ce renvoi, afin que le secret n’aille nulle part ailleurs.',
      todo: 'Si cet autre nom est bien celui de votre serveur PowerSchool, saisissez-le comme URL du serveur.',
    },
    'credentials-rejected': {
      title: 'PowerSchool n’a pas accepté l’identifiant et le secret',
      happened:
        '{{host}} a bien répondu, mais refuse ces deux valeurs. Le plus souvent, l’une d’elles a été copiée en partie, ou bien les deux ont été régénérées ou le plugiciel a été réinstallé depuis. Un plugiciel désactivé reçoit probablement la même réponse : PowerSchool ne le documente pas.',
      todo: 'Regardez d’abord si le plugiciel est activé, à sa page sous Plugin Management Configuration. Recopiez ensuite les deux valeurs depuis Data Provider Configuration. Ne répétez pas souvent cette vérification : PowerSchool consigne chaque tentative et peut bloquer votre adresse IP après plusieurs.',
    },
    'client-not-allowed': {
      title: 'Ce plugiciel n’est pas autorisé à s’authentifier',
      happened:
        '{{host}} ne permet pas à cet identifiant client de s’authentifier ainsi. Le plugiciel est peut-être désactivé, ou conçu sans OAuth.',
      todo: 'Vérifiez que le plugiciel est activé. Si c’est le cas, envoyez le message ci-dessous à son éditeur.',
      send: 'Bonjour,\n\nNotre serveur PowerSchool {{host}} ne permet pas à l’identifiant client de votre plugiciel d’obtenir un jeton (client credentials). Le fichier plugin.xml contient-il un élément <oauth/>, et quelle version devrions-nous avoir installée?\n\nMerci',
      job: 'you',
    },
    'token-rejected': {
      title: 'PowerSchool a remis un jeton, puis l’a refusé',
      happened:
        'L’identifiant et le secret ont été acceptés, mais {{host}} a refusé le jeton qu’il venait de remettre. C’est possible quand les valeurs ont été régénérées à l’instant, ou quand plusieurs serveurs partagent un même nom.',
      todo: 'Attendez quelques minutes et vérifiez de nouveau. Si rien ne change, recopiez les deux valeurs depuis Data Provider Configuration.',
    },
    'token-expired': {
      title: 'PowerSchool dit expiré le jeton qu’il vient de remettre',
      happened:
        '{{host}} a remis un jeton et a dit l’instant d’après qu’il a expiré. PowerSchool remet le même jeton pendant 30 jours : il a pu expirer à cet instant même.',
      todo: 'Vérifiez de nouveau une fois : un nouveau jeton sera créé. Si rien ne change, envoyez le message ci-dessous à l’exploitant de votre serveur PowerSchool. Répéter la vérification n’y change rien.',
    },
    'permission-missing': {
      title: 'Le plugiciel n’est pas autorisé à lire ceci',
      happened:
        'L’authentification a réussi. {{host}} a ensuite refusé de montrer le nom et le numéro du district : le plugiciel n’y a pas accès.',
      todo: 'Ce qu’un plugiciel peut lire figure dans son fichier plugin.xml, et vous l’approuvez en l’activant. Envoyez le message ci-dessous à l’éditeur du plugiciel. À la réception de sa nouvelle version, installez-la et activez-la.',
      send: 'Bonjour,\n\nVotre plugiciel s’authentifie à notre serveur PowerSchool {{host}}, mais n’a pas accès à la ressource du district (/ws/v1/district). Pourriez-vous nous envoyer un fichier plugin.xml qui demande les champs nécessaires? Nous l’installerons et approuverons l’accès.\n\nMerci',
      job: { named: 'L’éditeur du plugiciel' },
    },
    'unexpected-answer': {
      title: 'La réponse de PowerSchool n’a pas la forme attendue',
      happened: '{{host}} a répondu, mais pas avec ce que la documentation annonce pour cette requête.',
      todo: 'Vérifiez de nouveau. Si rien ne change, envoyez le message ci-dessous à l’exploitant de votre serveur PowerSchool; le soutien technique de PowerSchool en sait peut-être plus.',
    },
    'rate-limited': {
      title: 'PowerSchool demande d’attendre',
      happened:
        '{{host}} n’accepte plus de requêtes pour l’instant. L’assistant s’est arrêté là et ne recommence pas de lui-même.',
      todo: 'Attendez quelques minutes, puis faites une seule vérification.',
    },
  },
  guide: [
    ...TO_THE_PLUGIN,
    'Sous OAuth Credentials se trouvent les valeurs Client ID et Client Secret. Copiez les deux; cliquez sur OK pour quitter la page.',
    'Rien sous OAuth Credentials? Le plugiciel installé ne contient alors pas de renseignements OAuth : adressez-vous à son éditeur.',
    'Certains plugiciels envoient eux-mêmes les deux valeurs à leur éditeur. Si ce n’est pas le cas du vôtre, remettez-les-lui après la vérification.',
  ],
  alternatives: { 'credentials-in-body': credentialsInBodyFr },
  rotation: {
    before:
      'PowerSchool n’a pas de deuxième paire : le nouvel identifiant client et le nouveau secret remplacent aussitôt les anciens, et les jetons déjà remis ne servent plus. Dès ce moment, et jusqu’à ce que l’éditeur du plugiciel ait la nouvelle paire, le plugiciel ne fonctionne pas. Choisissez une heure creuse et prévenez d’abord l’éditeur.',
  },
  instructions: {
    regenerate: {
      title: 'Remplacer les deux valeurs (PowerSchool 21.11.2.0 et versions suivantes)',
      steps: [
        ...TO_THE_PLUGIN,
        'Cliquez sur Regenerate Client ID and Secret.',
        'Cliquez sur Confirm Regenerate Client ID and Secret. Les deux valeurs changent aussitôt, et les jetons déjà remis ne servent plus.',
        KEPT_CURRENT,
      ],
    },
    reinstall: {
      title: 'Remplacer les deux valeurs (avant PowerSchool 21.11.2.0)',
      steps: [
        ...TO_THE_PAGE,
        'Supprimez le plugiciel. Gardez son fichier à portée de main, ou demandez-le à l’éditeur.',
        'Installez de nouveau le plugiciel.',
        'Activez-le de nouveau et approuvez l’accès qu’il demande.',
        'Ouvrez Data Provider Configuration : les valeurs Client ID et Client Secret sont nouvelles.',
        KEPT_CURRENT,
      ],
    },
  },
  permissions: {
    district: 'La ressource du district, accordée par le fichier plugin.xml du plugiciel',
    students:
      'Les tables et les champs énumérés dans le fichier plugin.xml du plugiciel, approuvés lors de son activation',
  },
  handOver: {
    title: 'Pour l’éditeur du plugiciel',
    lead: 'Remettez ces valeurs à l’éditeur du plugiciel, et à personne d’autre. Transmettez le secret séparément, par téléphone par exemple.',
    names: { serverUrl: 'Server URL', clientId: 'Client ID', clientSecret: 'Client Secret' },
    afterwards: [
      'Quand le plugiciel est réinstallé ou que les valeurs sont régénérées, l’éditeur a besoin des nouvelles.',
      'Un jeton vaut 30 jours, et PowerSchool remet le même jusque-là.',
    ],
  },
  limits: [
    'Ce que le plugiciel peut lire sur les élèves et le personnel n’est pas vérifié : il faudrait des données personnelles.',
    'La vérification est partie de cet ordinateur. Le serveur de l’éditeur joint PowerSchool par un autre chemin.',
  ],
};
