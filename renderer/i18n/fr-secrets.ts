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
    todo: 'Ouvrez une session dans un bureau qui utilise {{wroteBy}} et il s’ouvrira de nouveau. S’il n’y en a plus, inscrivez-le à nouveau.',
  },
  damaged: {
    happened:
      'Le contenu du fichier n’est plus celui qui a été écrit : il a été endommagé sur le disque. Rien n’a été effacé.',
    todo: 'Restaurez le fichier à partir d’une sauvegarde, ou inscrivez le secret à nouveau.',
  },
  'not-decryptable': {
    happened:
      'Le trousseau est ouvert, mais il n’en a pas la clé. Le secret a été enregistré par une autre personne, sur un autre ordinateur ou avec un trousseau antérieur. Rien n’a été effacé.',
    todo: 'Ouvrez la session de la personne qui l’a enregistré, ou inscrivez-le à nouveau.',
  },
  misplaced: {
    happened:
      'Il appartient à une autre connexion : le fichier a été modifié par un autre programme. Il n’est pas utilisé ici. Rien n’a été effacé.',
    todo: 'Restaurez le fichier à partir d’une sauvegarde, ou inscrivez le secret à nouveau.',
  },
};

export const secrets: Words['secrets'] = { trouble };
