import type { Words } from './en';

export const connections: Words['connections'] = {
  title: 'Connexions',
  first: {
    title: 'Configurez une connexion et vérifiez qu’elle fonctionne',
    lead: 'L’assistant prend les identifiants que vous avez reçus, garde le secret à l’abri et vérifie la connexion pendant que vous êtes encore là. Si quelque chose bloque, il dit quoi, à qui revient la tâche et quoi lui demander.',
    promiseSecret:
      'Les secrets restent dans le stockage chiffré de cet ordinateur, ou ne sont pas conservés.',
    promiseSend: 'Rien n’est envoyé avant que vous lanciez la vérification.',
    promiseLater: 'Arrêtez-vous quand vous voulez : tout est gardé, et vous reprenez au même endroit.',
    practice: 'Exercez-vous avec un serveur fictif, intégré à l’application. Rien ne quitte l’ordinateur.',
  },
  setUp: 'Configurer une connexion',
  testAll: 'Tout vérifier',
  practise: 'S’exercer d’abord',
  move: 'Exporter ou importer…',
  keptIn: 'Connexions conservées dans {{folder}}',
  notice: {
    damaged: {
      connections: 'La liste des connexions est illisible',
      settings: 'Les réglages sont illisibles',
      reports: 'Les résultats de vérification sont illisibles',
    },
    newer: {
      connections: 'La liste des connexions provient d’une version plus récente de ce programme',
      settings: 'Les réglages proviennent d’une version plus récente de ce programme',
      reports: 'Les résultats de vérification proviennent d’une version plus récente de ce programme',
    },
    copied: 'Rien n’a été jeté : le fichier entier a été copié à cet endroit :',
    getBack:
      'La liste montre le dernier état lisible. S’il manque quelque chose, fermez le programme et restaurez {{file}} à partir d’une sauvegarde; ou configurez-le de nouveau.',
    getBackEmpty:
      'Pour la retrouver, fermez le programme et restaurez {{file}} à partir d’une sauvegarde; ou configurez de nouveau les connexions.',
    getBackNewer:
      'Pour tout retrouver, installez la version plus récente et remettez le fichier copié sous le nom {{file}}.',
    getBackOther:
      'S’il manque quelque chose, fermez le programme et restaurez {{file}} à partir d’une sauvegarde.',
  },
  row: {
    proved: 'Confirmée {{when}}',
    provedRemark: 'Confirmée {{when}}, avec une note · {{finding}}',
    notProved: 'Enregistrée, pas encore confirmée',
    notProvedTested: 'Pas encore confirmée · vérifiée {{when}}',
    stopped: 'Arrêt à « {{step}} » {{when}} · {{finding}}',
    waiting: 'En attente de la réponse du ministère à votre courriel du {{date}}',
    unfinished: 'Inachevée : la prochaine étape est « {{step}} »',
    unfinishedPlain: 'Inachevée',
    practice: 'Exercice',
  },
  reminder: {
    'key-ends': 'Le secret expire le {{date}}',
    'key-ended': 'Le secret a expiré le {{date}}',
    'certificate-ends': 'Le certificat du serveur expire le {{date}}',
    'certificate-ended': 'Le certificat du serveur a expiré le {{date}}',
    'secret-old': 'Secret en usage depuis le {{date}} : il est temps de le remplacer',
    replacing: 'Remplacement du secret en cours',
  },
  action: {
    test: 'Vérifier',
    open: 'Ouvrir',
    goOn: 'Continuer',
    whatToDo: 'Que faire',
    edit: 'Modifier',
    delete: 'Supprimer',
    export: 'Exporter…',
    named: '{{action}} : {{name}}',
  },
  page: {
    back: 'Toutes les connexions',
    values: 'Valeurs',
    result: 'Dernière vérification',
    underWay: 'Vérification en cours',
    never: 'Pas encore vérifiée.',
    tested: 'Vérifiée {{when}}',
    stages: 'Afficher les étapes',
    testNow: 'Vérifier la connexion',
    testAgain: 'Vérifier de nouveau',
    handOver: 'Valeurs à reporter dans le SMS',
    notEntered: 'Non saisi',
    replace: 'Remplacer le secret',
    replaceEither:
      'Selon la version, l’une de ces marches à suivre convient; la vérification n’a pas pu connaître la version.',
    loading: 'Ouverture de la connexion…',
  },
  secretState: {
    saved: 'Enregistré, chiffré',
    'session-only': 'En mémoire jusqu’à la fermeture du programme',
    absent: 'Pas encore saisi',
    unreadable: 'Enregistré, mais impossible à ouvrir sur cet ordinateur',
    'other-address': 'Enregistré pour une autre adresse; à saisir de nouveau',
  },
  handOver: {
    path: 'District Office › District Management › Compliance › OnSIS API Reporting Setup',
    lead: 'Copiez chaque valeur dans le champ correspondant de la page, de haut en bas, puis cliquez sur « Submit ».',
    copySecret: 'Copier : {{secret}}',
    openPage: 'Ouvrir le guide de PowerSchool pour cette page',
  },
  deletion: {
    title: {
      production: 'Supprimer la connexion de production « {{name}} »?',
      test: 'Supprimer la connexion d’essai « {{name}} »?',
      practice: 'Supprimer la connexion d’exercice « {{name}} »?',
    },
    lead: 'Ceci retire définitivement de cet ordinateur :',
    values_one: 'la valeur que vous avez saisie, sans compter le secret',
    values_other: 'les {{count}} valeurs que vous avez saisies, sans compter le secret',
    noValues: 'la configuration, là où elle en est',
    secretVendor:
      '{{secret}}; son émetteur ne le renverra peut-être pas. Si vous en avez encore besoin, gardez-le ailleurs :',
    secret:
      '{{secret}}; le ministère ne le renverra peut-être pas. Si vous en avez encore besoin, gardez-le ailleurs :',
    report: 'les comptes rendus de vérification',
    outsideVendor: 'Dans le système lui-même, rien ne change.',
    outside: 'Au ministère et dans le SMS, rien ne change.',
    confirm: 'Supprimer cette connexion',
    keep: 'La garder',
  },
  when: {
    today: 'aujourd’hui à {{time}}',
    yesterday: 'hier à {{time}}',
    date: 'le {{date}}',
    exactly: 'le {{date}} à {{time}}',
  },
};
