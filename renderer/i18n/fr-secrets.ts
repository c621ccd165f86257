import type { Words } from './en';

const trouble: Words['secrets']['trouble'] = {
  title: '{{what}} : enregistré, mais impossible à ouvrir pour l’instant',
  replace: 'Remplacer : {{what}}',
  'keyring-unavailable': {
    happened:
      'Le trousseau qui en garde la clé est inaccessible pour l’instant. Ce qui a été enregistré est intact.',
    todo: 'Le secret s’ouvrira de lui-même dès que le trousseau sera ouvert.',
  },
  'backend-changed': {
    happened:
      'Il a été enregistré avec {{wroteBy}}. Aujourd’hui, cet ordinateur offre {{now}}, dont la clé est différente. Ce qui a été enregistré est intact.',
    noneNow:
      'Il a été enregistré avec {{wroteBy}}. Aujourd’hui, ce programme a été ouvert là où il n’y a pas de trousseau ({{now}}), donc pas de clé. Ce qui a été enregistré est intact.',
    todo: 'Ouvrez une session dans un bureau qui utilise {{wroteBy}} et il s’ouvrira de nouveau. S’il n’y en a plus, saisissez-le à nouveau.',
  },
  damaged: {
    happened:
      'Le contenu du fichier n’est plus celui qui a été écrit : il a été endommagé sur le disque. Rien n’a été effacé.',
    todo: 'Restaurez le fichier à partir d’une sauvegarde, ou saisissez le secret à nouveau.',
  },
  'not-decryptable': {
    happened:
      'Le trousseau est ouvert, mais il n’en a pas la clé. Le secret a été enregistré par une autre personne, sur un autre ordinateur ou avec un trousseau antérieur. Rien n’a été effacé.',
    todo: 'Ouvrez la session de la personne qui l’a enregistré, ou saisissez-le à nouveau.',
  },
  misplaced: {
    happened:
      'Il appartient à une autre connexion : le fichier a été modifié par un autre programme. Il n’est pas utilisé ici. Rien n’a été effacé.',
    todo: 'Restaurez le fichier à partir d’une sauvegarde, ou saisissez le secret à nouveau.',
  },
};

const reminder: Words['secrets']['reminder'] = {
  fold: 'Rappels',
  every: 'Me rappeler de remplacer le secret',
  period: { none: 'Jamais', '6': 'Après 6 mois', '12': 'Après 1 an', '24': 'Après 2 ans' },
  ends: 'Le secret expire le',
  endsHelp: 'Sur certains serveurs, les secrets expirent après un an. Le rappel paraît 30 jours avant.',
  todo: {
    'key-ends': 'Faites-en créer un nouveau et remplacez-le ici avant ce jour.',
    'key-ended': 'Faites-en créer un nouveau et remplacez-le ici. Changez ensuite la date sous « Rappels ».',
    'certificate-ends':
      'Demandez à l’exploitant du serveur de le renouveler. Vos identifiants n’y sont pour rien.',
    'certificate-ended':
      'Vérifiez la connexion : si le certificat a été renouvelé depuis, cette ligne disparaît.',
    'secret-old':
      'Il est plus ancien que vous ne le vouliez. Faites-en créer un nouveau et remplacez-le ici.',
  },
};

const history: Words['secrets']['history'] = {
  title: 'Historique des secrets',
  lead: 'Gardé sur cet ordinateur seulement. Il ne contient jamais les secrets eux-mêmes.',
  which: 'Afficher',
  one: 'Cette connexion',
  all: 'Toutes les connexions',
  none: 'Rien jusqu’ici.',
  more: 'Voici les {{shown}} lignes les plus récentes sur {{total}}; le fichier enregistré les contient toutes.',
  unwritten_one: 'Une ligne n’est pas encore sur le disque',
  unwritten_other: '{{count}} lignes ne sont pas encore sur le disque',
  unwrittenText:
    'Le disque est peut-être plein, ou le dossier en lecture seule. Elles seront écrites avec la prochaine.',
  export: 'Enregistrer en tableau (CSV)',
  savedTo: 'Enregistré dans {{file}}',
  link: 'Historique des secrets',
};

const guard: Words['secrets']['guard'] = {
  title: 'Pendant qu’un secret est affiché',
  on: 'Ce programme demande au système de soustraire la fenêtre aux captures d’écran et aux écrans partagés.',
  off: 'Cette fenêtre peut apparaître dans les captures d’écran et les écrans partagés.',
  assisted:
    'Un outil d’assistance est à l’œuvre; pour qu’il puisse voir, la fenêtre n’est pas soustraite entre-temps.',
  turnOff: 'La laisser apparaître',
  turnOn: 'Masquer dans les captures',
  unsupported:
    'Ce système d’exploitation n’offre aucun moyen de soustraire une fenêtre aux captures d’écran et aux écrans partagés.',
};

export const secrets: Words['secrets'] = { trouble, reminder, history, guard };
