import { credentialsInBodyFr } from './other-ways';
import type { SystemText } from './system';

const TO_THE_RECORD = [
  'Dans Aeries, ouvrez la page API Security en tant qu’administrateur Aeries.',
  'Choisissez la fiche de ce fournisseur.',
  'Cochez « Display Consumer ID & Secret Keys for OneRoster » (les versions récentes les affichent pour les fiches de type OneRoster).',
];
const HOSTED =
  'Votre site est hébergé par Aeries? Demandez alors au soutien technique d’Aeries de faire cette étape.';

export const aeriesOnerosterFr: SystemText = {
  name: 'Aeries OneRoster',
  summary: 'L’API OneRoster de votre site Aeries, une fiche par fournisseur',
  owner: 'L’exploitant de votre site Aeries (le soutien technique d’Aeries, s’il est hébergé)',
  practiceName: 'l’Aeries d’exercice',
  fields: {
    aeriesUrl: {
      label: 'URL d’Aeries (Aeries URL)',
      help: 'L’adresse de votre site Aeries, jusqu’à la dernière barre oblique. Collez telle quelle l’adresse de la page d’authentification : le reste est retiré pour vous, et cela vous est montré.',
      example: 'https://erable.aeries.example/aeries',
      where: [
        'Ouvrez la page d’authentification d’Aeries dans le navigateur.',
        'Copiez l’adresse entière.',
        'Si les portails du personnel sont internes ou utilisent l’authentification Windows, utilisez l’adresse du portail des élèves (Student Portal) : l’API y est la même.',
      ],
    },
    consumerId: {
      label: 'Identifiant (Consumer ID)',
      help: 'Le nom qu’Aeries a donné à la fiche de ce fournisseur. Le fournisseur l’appelle parfois « Client ID ».',
      example: '0123456789abcdef… (64 chiffres et lettres)',
      where: [...TO_THE_RECORD, 'Copiez la valeur Consumer ID exactement telle qu’elle est affichée.'],
    },
    consumerSecret: {
      label: 'Clé secrète (Consumer Secret Key)',
      named: 'le secret (Consumer Secret Key)',
      help: 'Le mot de passe qui accompagne cet identifiant. Ce n’est pas le certificat d’Aeries : OneRoster ne s’en sert pas.',
      example: 'fedcba9876543210…',
      where: [
        ...TO_THE_RECORD,
        'Copiez la valeur Consumer Secret Key exactement telle qu’elle est affichée.',
      ],
    },
  },
  notes: {
    'no-sub-directory':
      'Rien ne suit le nom dans cette adresse. Les sites Aeries récents veulent un sous-répertoire, par exemple /aeries; certains anciens, non. Regardez l’adresse de votre page d’authentification.',
    'aeries-certificate':
      'Cette valeur compte 32 caractères, comme le certificat d’Aeries (AERIES-CERT) de l’API ordinaire. OneRoster n’utilise pas ce certificat, mais un identifiant et une clé secrète de 64 caractères chacun.',
    'not-64-digits':
      'Cette valeur compte d’habitude 64 caractères : des chiffres et les lettres de a à f. Vérifiez que tout a été copié, et rien d’autre.',
    'same-as-id':
      'C’est la même valeur que l’identifiant. Les deux sont différentes et se trouvent côte à côte.',
  },
  findings: {
    'wrong-address': {
      title: 'Aeries ne connaît pas ce chemin',
      happened:
        '{{host}} a répondu, mais n’a rien à {{url}}. Le plus souvent, la partie qui suit le nom manque, ou il y en a une de trop.',
      todo: 'Ouvrez la page d’authentification d’Aeries dans le navigateur et collez son adresse entière comme URL d’Aeries. La partie qui suit le nom, par exemple /aeries, en fait partie.',
    },
    'wrong-product': {
      title: 'Cette adresse ne semble pas être celle d’Aeries',
      happened:
        '{{host}} a répondu à la question que tout site Aeries accepte en public, mais pas à la manière d’Aeries. Aucun secret n’a été envoyé.',
      todo: 'Collez de nouveau l’adresse de la page d’authentification d’Aeries.',
    },
    'windows-authentication': {
      title: 'Ce portail demande une authentification Windows',
      happened:
        '{{host}} exige d’abord un compte Windows (Integrated Windows Authentication), comme le font souvent les portails de l’administration et du personnel enseignant. Un fournisseur n’en a pas.',
      todo: 'Utilisez plutôt l’URL de votre portail des élèves (Student Portal). L’API y fonctionne de la même façon.',
    },
    'not-restarted': {
      title: 'Aeries est là, mais pas encore son authentification OneRoster',
      happened:
        '{{host}} est bien Aeries, mais n’a rien à l’adresse de l’authentification. OneRoster n’a probablement pas été activé dans School Options, ou Aeries n’a pas été redémarré dans IIS depuis. Un Aeries ancien peut avoir cette adresse ailleurs.',
      todo: 'Dans School Options, au niveau du district, vérifiez qu’OneRoster est activé. Faites ensuite recycler le groupe d’applications en dehors des heures de travail : toutes les sessions prennent fin, et le travail non enregistré peut être perdu. Si Aeries héberge votre site, adressez-vous à son soutien technique.',
    },
    'credentials-rejected': {
      title: 'Aeries n’a pas accepté l’identifiant et la clé secrète',
      happened:
        '{{host}} a bien répondu, mais refuse ces deux valeurs. L’une d’elles a probablement été copiée en partie, appartient à la fiche d’un autre fournisseur, ou est le certificat de l’API ordinaire.',
      todo: 'Ouvrez la fiche du fournisseur à la page API Security, vérifiez qu’OneRoster y est coché, affichez les deux valeurs et recopiez-les. Ne répétez pas souvent cette vérification.',
    },
    'client-not-allowed': {
      title: 'Cette fiche n’est pas autorisée à s’authentifier',
      happened: '{{host}} ne remet pas de jeton à cet identifiant.',
      todo: 'À la page API Security, vérifiez qu’OneRoster est coché dans la fiche de ce fournisseur (versions récentes : Type est OneRoster), puis cliquez sur Update.',
      job: 'you',
      send: null,
    },
    'scope-rejected': {
      title: 'Aeries n’a pas accepté la portée',
      happened:
        'Aeries veut au moins une portée, et cette vérification demande la plus petite. {{host}} ne l’a pas acceptée pour cette fiche.',
      todo: 'Regardez quelles autorisations porte la fiche du fournisseur à la page API Security. Si elles y sont, adressez-vous au soutien technique d’Aeries.',
    },
    'token-rejected': {
      title: 'Aeries a remis un jeton, puis l’a refusé',
      happened:
        'L’identifiant et la clé secrète ont été acceptés, mais {{host}} a refusé le jeton qu’il venait de remettre. Plusieurs serveurs partagent peut-être ce nom sans connaître les jetons les uns des autres.',
      todo: 'Vérifiez de nouveau une fois. Si rien ne change, demandez à l’exploitant de votre site Aeries comment les requêtes sont réparties entre ses serveurs.',
    },
    'permission-missing': {
      title: 'Une autorisation n’est pas encore cochée : {{permission}}',
      happened:
        'L’authentification a réussi. {{host}} a ensuite refusé de montrer « {{subject}} » à la fiche de ce fournisseur.',
      todo: 'À la page API Security, ouvrez la fiche du fournisseur, cochez {{permission}}, cliquez sur Update, puis vérifiez de nouveau. Si le fournisseur n’en a pas besoin, laissez-la de côté : le reste fonctionne.',
    },
    'empty-data': {
      title: 'Authentification réussie, mais aucune école',
      happened:
        '{{host}} a tout accepté et a répondu par une liste vide. Ou bien la fiche ne voit aucune école, ou bien Aeries se trouve dans une année sans données.',
      todo: 'Regardez quelles écoles couvre la fiche du fournisseur, et dans quelle année scolaire se trouve la base de données d’Aeries.',
    },
    'rate-limited': {
      title: 'Aeries demande d’attendre',
      happened:
        '{{host}} n’accepte plus de requêtes pour l’instant. L’assistant s’est arrêté là et ne recommence pas de lui-même.',
      todo: 'Attendez quelques minutes, puis faites une seule vérification.',
    },
  },
  guide: [
    'Dans Aeries, ouvrez la page API Security. Seul un administrateur Aeries peut le faire.',
    'Ajoutez une fiche pour ce fournisseur : une fiche par fournisseur ou par produit, jamais une pour deux.',
    'Cochez la case OneRoster et cliquez sur Update (versions récentes : choisissez OneRoster comme Type).',
    'Cochez les autorisations dont le fournisseur a besoin, puis cliquez sur Update.',
    'Cochez « Display Consumer ID & Secret Keys for OneRoster » et copiez les deux valeurs.',
    'Au niveau du district, ouvrez School Info, School Options, et cliquez sur Change.',
    'Dans la section OAuth Settings (versions récentes : OneRoster Settings), cochez Enable et acceptez l’avertissement.',
    'Public URL (versions récentes : OneRoster URL) : saisissez l’URL d’Aeries telle que l’assistant la montre.',
    'Signing Certificate : choisissez le certificat qui protège votre site Aeries. Les versions récentes ne le demandent peut-être pas.',
    'Redémarrez Aeries dans IIS, ou recyclez son groupe d’applications, en dehors des heures de travail : toutes les sessions prennent fin, et le travail non enregistré peut être perdu. Rien ne fonctionne avant.',
    HOSTED,
    'Le site doit être joignable de l’extérieur de votre réseau, en HTTPS avec TLS 1.2.',
  ],
  rotation: {
    before:
      'Dans Aeries, les valeurs de la fiche d’un fournisseur ne peuvent pas être modifiées : la fiche est supprimée, puis recréée. L’accès du fournisseur cesse aussitôt avec l’ancienne fiche, jusqu’à ce qu’il ait les nouvelles valeurs. Choisissez une heure creuse et prévenez d’abord le fournisseur.',
  },
  instructions: {
    'new-record': {
      title: 'Remplacer l’identifiant et la clé secrète',
      steps: [
        'Ils ne peuvent pas être modifiés. S’ils ont été divulgués, c’est la fiche elle-même qui est remplacée.',
        'À la page API Security, notez les autorisations de la fiche du fournisseur, puis supprimez-la. L’accès du fournisseur cesse aussitôt.',
        'Ajoutez une nouvelle fiche pour le même fournisseur, cochez OneRoster et les mêmes autorisations, puis cliquez sur Update.',
        'Affichez les nouvelles valeurs Consumer ID et Consumer Secret Key, saisissez-les ici et vérifiez de nouveau.',
        'Remettez les deux au fournisseur.',
      ],
    },
  },
  alternatives: {
    'credentials-in-body': credentialsInBodyFr,
    'older-token-path': {
      offer:
        'Un Aeries ancien a son authentification à l’adresse /v2/oauth/token. Les deux mêmes valeurs y seraient envoyées une fois, au même serveur.',
      action: 'Essayer l’ancienne adresse',
    },
  },
  permissions: {
    orgs: 'School Information › Schools',
    schools: 'School Information › Schools',
    academicSessions: 'School Information › Terms',
    gradingPeriods: 'School Information › Terms (avec Grading Periods)',
    courses: 'Scheduling › Course Data',
    classes: 'Scheduling › Master Schedule',
    users: 'probablement School Information › Users, avec Student Data et Teacher Data',
    students: 'Student Data › Student Data',
    teachers: 'probablement Scheduling › Teacher Data',
    enrollments: 'Scheduling › Classes',
    demographics: 'Student Data › Student Data',
    results: 'probablement Gradebook › Gradebook Scores, Gradebook Category, Gradebook Assignment',
  },
  handOver: {
    title: 'Pour le fournisseur',
    lead: 'Aeries vous demande de remettre trois valeurs au fournisseur, et à personne d’autre. Transmettez la clé secrète séparément, par téléphone par exemple.',
    names: {
      aeriesUrl: 'Aeries URL',
      consumerId: 'Consumer ID (aussi appelé Client ID)',
      consumerSecret: 'Consumer Secret Key (aussi appelée Client Secret)',
    },
    afterwards: [
      'Ne les communiquez jamais à un autre fournisseur : chacun a sa propre fiche.',
      'Le fournisseur conserve les témoins qu’Aeries envoie avec le jeton, et demande au moins une portée.',
    ],
  },
  limits: [
    'La vérification est partie de cet ordinateur. S’il se trouve dans votre réseau, elle ne prouve pas que le site est joignable de l’extérieur.',
    'Les adresses qui donnent des données personnelles n’ont pas été appelées. Comparez leurs cases à la page API Security à l’œil.',
  ],
};
