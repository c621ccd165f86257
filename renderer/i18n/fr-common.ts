import type { Words } from './en';
import { fatal } from './fr-fatal';

export const common: Words['common'] = {
  step: {
    choose: 'Choisir',
    register: 'Demander',
    enter: 'Saisir',
    test: 'Vérifier',
    finish: 'Terminer',
  },
  stepFind: 'Trouver',
  appName: 'School API Setup Wizard',
  language: 'Langue',
  practiceBanner: 'Exercice : rien de ce qui se fait ici ne quitte cet ordinateur',
  environment: { production: 'Production', test: 'Essai' },
  environmentLong: { production: 'Instance de production', test: 'Instance d’essai' },
  status: {
    passed: 'Réussi',
    warning: 'À noter',
    failed: 'Bloqué',
    skipped: 'Sans objet ici',
    'not-tried': 'Pas encore essayé',
    running: 'En cours',
  },
  failure: {
    'bad-request': {
      title: 'Cette saisie n’a pas été acceptée',
      todo: 'Vérifiez le contenu des champs, puis réessayez.',
    },
    'refused-sender': {
      title: 'Cette fenêtre n’y est pas autorisée',
      todo: 'Fermez l’application, puis ouvrez-la de nouveau.',
    },
    'not-found': {
      title: 'Cette connexion n’existe plus',
      todo: 'Retournez à la liste. Elle a peut-être été supprimée.',
    },
    'not-saved': {
      title: 'Votre modification n’est pas encore enregistrée',
      todo: 'Le disque est peut-être plein ou le dossier en lecture seule. Ce qui était enregistré est intact. Libérez de l’espace, puis enregistrez de nouveau.',
    },
    'too-many-connections': {
      title: 'Il n’y a plus de place pour une autre connexion',
      todo: 'Supprimez une connexion devenue inutile, puis réessayez.',
    },
    'secret-absent': {
      title: 'Aucun secret n’est conservé ici',
      todo: 'Saisissez-le de nouveau à l’étape « Saisir ».',
    },
    'secret-unreadable': {
      title: 'Le secret ne peut pas être ouvert ici',
      todo: 'Il est toujours là; rien n’a été effacé. Il ne s’ouvre que sur l’ordinateur et pour la personne qui l’a enregistré. Ouvrez une session sous ce nom, ou saisissez le secret de nouveau.',
    },
    'secret-other-address': {
      title: 'Le secret a été enregistré pour une autre adresse',
      todo: 'Il n’est envoyé nulle part ailleurs. Si la nouvelle adresse est la bonne, saisissez le secret de nouveau.',
    },
    'keyring-locked': {
      title: 'Le trousseau est verrouillé',
      todo: 'Déverrouillez-le avec son mot de passe, puis réessayez.',
    },
    busy: {
      title: 'Une autre opération est en cours',
      todo: 'Attendez qu’elle se termine, ou annulez-la d’abord.',
    },
    'not-opened': {
      title: 'Aucun programme ne s’est ouvert',
      todo: 'Cet ordinateur n’a pas de programme prévu pour cela. Copiez plutôt le texte.',
    },
    'practice-unavailable': {
      title: 'Le serveur d’exercice n’a pas démarré',
      todo: 'Fermez l’application, puis ouvrez-la de nouveau. Vos vraies connexions ne sont pas touchées.',
    },
    'port-unavailable': {
      title: 'Aucun port libre pour l’authentification',
      todo: 'D’autres programmes les occupent peut-être tous. Fermez-en quelques-uns, puis réessayez.',
    },
    'not-now': {
      title: 'Cette action n’est plus possible',
      todo: 'Quelque chose a changé entre-temps. Ouvrez de nouveau la connexion; rien n’est perdu.',
    },
    unexpected: {
      title: 'Cela ne s’est pas passé comme prévu',
      todo: 'Rien de ce que vous avez saisi n’est perdu. Réessayez; si cela se reproduit, fermez l’application et ouvrez-la de nouveau.',
    },
  },
  note: {
    required: 'Cette valeur est nécessaire.',
    'too-long':
      'C’est beaucoup plus long qu’une telle valeur. Vérifiez que rien d’autre n’a été collé avec elle.',
    'not-an-address':
      'Ce n’est pas encore une adresse Web complète. Elle commence par https:// et se poursuit par un nom.',
    'insecure-address':
      'Cette adresse commence par http://, où un secret circulerait sans protection. Elle doit commencer par https://.',
    'address-has-sign-in':
      'Cette adresse contient un nom d’utilisateur ou un mot de passe avant le @. Il n’y a pas sa place.',
    'address-has-fragment':
      'La partie de l’adresse qui suit le # n’atteint jamais un serveur. Elle a sans doute été copiée par mégarde.',
    'outer-blanks': 'Il y a des espaces avant ou après la valeur.',
    'inner-blanks': 'Il y a des espaces à l’intérieur de la valeur.',
    'line-breaks': 'Il y a un saut de ligne dans ce que vous avez collé.',
    'invisible-characters': 'La valeur contient des caractères invisibles.',
    'smart-quotes':
      'La valeur contient des guillemets typographiques, comme en produisent les logiciels de courriel.',
    'pasted-label': 'L’étiquette a été collée avec la valeur.',
    'scopes-separators': 'Les portées se suivent, séparées par une seule espace.',
    'looks-like-an-address': 'Cela ressemble à une adresse Web plutôt qu’à cette valeur.',
    'looks-like-the-secret':
      'Cela ressemble au secret client. Ici, il serait conservé en texte clair : déplacez-le dans son propre champ.',
    'addresses-swapped':
      'Cette adresse semble appartenir à « {{other}} ». Les deux sont peut-être inversées.',
    'same-address-twice': 'C’est la même adresse que dans « {{other}} ».',
    'different-client-id':
      'Votre connexion « {{other}} » a un autre identifiant client. Un conseil n’en reçoit qu’un pour toutes ses instances.',
    'same-api-in-test-and-production':
      'Votre connexion « {{other}} » a la même adresse d’API. L’essai et la production en ont chacun une.',
    'board-number-form':
      'Le BSID d’un conseil se compose d’habitude d’un B et de cinq chiffres, par exemple B12345. Vous pouvez continuer quand même.',
    'address-tidied': 'L’adresse est utilisée sous cette forme.',
    'address-cut':
      'Seule l’adresse ci-dessous est utilisée; « {{other}} » a été laissé de côté. Vérifiez que le serveur n’a pas besoin de cette partie.',
    'page-address':
      'Cela ressemble à l’adresse d’une page ou d’une seule requête, et non à celle que les programmes utilisent. La documentation indique souvent la bonne.',
    'guard-link':
      'Ce n’est pas l’adresse elle-même, mais un lien créé par {{other}} qui y mène. Les filtres et les logiciels de courriel, comme les moteurs de recherche, mettent de tels liens à la place d’une adresse. Rien n’est envoyé à ce lien.',
    'guard-link-closed':
      'Ce n’est pas l’adresse elle-même, mais un lien créé par {{other}} qui y mène, et ce lien ne montre pas l’adresse. Demandez à la personne qui vous l’a envoyé d’écrire l’adresse en texte brut. Ou ouvrez le lien dans un navigateur et copiez ce que la barre d’adresse affiche en premier. Rien n’est envoyé à ce lien.',
    'address-within':
      'Il y a une autre adresse à l’intérieur de celle-ci, et seul le début de cette valeur serait utilisé. Choisissez laquelle des deux est la bonne.',
    'address-inside':
      'Il y a une autre adresse à l’intérieur de celle-ci. Si c’est l’adresse intérieure que vous voulez, utilisez-la.',
    'unusual-form':
      'Une telle valeur a d’habitude une autre forme. Si c’est bien celle que vous avez reçue, vous pouvez continuer.',
    'not-a-choice': 'Ce n’est pas l’un des choix possibles pour cette valeur.',
  },
  unprotected: {
    locked: {
      title: 'Le trousseau est verrouillé',
      todo: 'Déverrouillez-le, et les secrets seront conservés, chiffrés. D’ici là, ils restent en mémoire jusqu’à la fermeture du programme.',
    },
    'not-created': {
      title: 'Votre compte n’a pas encore de trousseau',
      todo: 'Créez-en un, et les secrets seront conservés, chiffrés. D’ici là, ils restent en mémoire jusqu’à la fermeture du programme.',
    },
    'needs-permission': {
      title: 'KDE Wallet veut d’abord vous poser une question',
      todo: 'Appuyez sur « Demander à KDE Wallet » et choisissez « Toujours autoriser » dans sa fenêtre. Les secrets seront alors conservés, chiffrés. D’ici là, ils restent en mémoire jusqu’à la fermeture du programme.',
    },
    'access-denied': {
      title: 'KDE Wallet n’a pas laissé entrer ce programme',
      todo: 'Il a posé la question, et la réponse a été « Rejeter ». Posez-la de nouveau et choisissez « Toujours autoriser » : les secrets seront conservés, chiffrés. D’ici là, ils restent en mémoire jusqu’à la fermeture du programme.',
    },
    'access-blocked': {
      title: 'KDE Wallet refuse ce programme pour de bon',
      todo: 'Quand il a posé la question, quelqu’un a choisi « Rejeter pour toujours ». Pour l’annuler, ouvrez Configuration du système > Portefeuille de KDE > Contrôle d’accès et retirez « School API Setup Wizard » de la liste. D’ici là, les secrets restent en mémoire jusqu’à la fermeture du programme.',
    },
    'switched-off': {
      title: 'KDE Wallet est désactivé',
      todo: 'Les secrets restent en mémoire jusqu’à la fermeture du programme et vous seront redemandés ensuite. Pour les conserver, ouvrez Configuration du système > Portefeuille de KDE et cochez « Activer le sous-système de portefeuilles de KDE ». Ce programme continuera alors de lui-même.',
    },
    'no-wallet': {
      title: 'KDE Wallet ne fonctionne pas dans cette session',
      todo: 'Les secrets restent en mémoire jusqu’à la fermeture du programme et vous seront redemandés ensuite. Pour les conserver, fermez votre session, puis ouvrez-la de nouveau dans KDE Plasma. Si cela n’y change rien, demandez à la personne qui gère cet ordinateur d’installer le portefeuille de KDE (KWallet).',
    },
    'not-shared': {
      title: 'KDE Wallet n’a aucun portefeuille que ce programme puisse utiliser',
      todo: 'Les secrets restent en mémoire jusqu’à la fermeture du programme et vous seront redemandés ensuite. Pour les conserver, fermez votre session et rouvrez-la. Si vous n’avez pas encore de portefeuille, créez-en d’abord un dans le gestionnaire de portefeuilles de KDE.',
    },
    'no-keyring': {
      title: 'Cet ordinateur n’a pas de trousseau',
      todo: 'Les secrets restent en mémoire jusqu’à la fermeture du programme et vous seront redemandés ensuite. Pour les conserver, installez un trousseau, par exemple celui de GNOME, et rouvrez votre session.',
    },
    'no-session-bus': {
      title: 'Le trousseau est inaccessible d’ici',
      todo: 'Les secrets restent en mémoire jusqu’à la fermeture du programme et vous seront redemandés ensuite. Pour les conserver, lancez l’application depuis votre session graphique.',
    },
    'not-answering': {
      title: 'Le trousseau ne répond pas',
      todo: 'Les secrets restent en mémoire jusqu’à la fermeture du programme et vous seront redemandés ensuite. Pour les conserver, fermez votre session et rouvrez-la.',
    },
    'public-key': {
      title: 'Cet ordinateur chiffrerait les secrets avec une clé connue de tous',
      todo: 'Rien n’est donc écrit : les secrets restent en mémoire jusqu’à la fermeture du programme et vous seront redemandés ensuite. Pour les conserver, installez un trousseau, par exemple celui de GNOME, et rouvrez votre session.',
    },
    'self-test-failed': {
      title: 'Le trousseau n’a pas rendu ce qu’on lui a confié',
      todo: 'Une valeur d’essai n’est pas revenue intacte; rien de vrai n’est donc écrit : les secrets restent en mémoire jusqu’à la fermeture du programme. Fermez votre session et rouvrez-la.',
    },
  },
  kept: {
    gnome: 'Les secrets sont chiffrés; la clé est dans le trousseau de cet ordinateur (GNOME).',
    kde: 'Les secrets sont chiffrés; la clé est dans le trousseau de cet ordinateur (KDE Wallet).',
    mac: 'Les secrets sont chiffrés; la clé est dans le trousseau de macOS.',
    windows: 'Les secrets sont chiffrés; Windows garde la clé pour votre compte (DPAPI).',
    other: 'Les secrets sont chiffrés; la clé est dans le trousseau de cet ordinateur.',
    session:
      'Les secrets restent en mémoire jusqu’à la fermeture du programme. Aucun secret n’est écrit sur le disque.',
    unknown: 'Recherche du trousseau de cet ordinateur…',
  },
  keyKept: {
    gnome: 'La clé qui l’ouvre est gardée par le trousseau de cet ordinateur (GNOME).',
    kde: 'La clé qui l’ouvre est gardée par le trousseau de cet ordinateur (KDE Wallet).',
    mac: 'La clé qui l’ouvre est gardée par le trousseau de macOS.',
    windows: 'La clé qui l’ouvre est gardée par Windows pour votre compte (DPAPI).',
    other: 'La clé qui l’ouvre est gardée par le trousseau de cet ordinateur.',
  },
  action: {
    back: 'Retour',
    goOn: 'Continuer',
    cancel: 'Annuler',
    copy: 'Copier',
    copyNamed: 'Copier : {{what}}',
    copiedNamed: 'Copié : {{what}}',
    copiedSecret: 'Copié : {{what}}. Le presse-papiers sera vidé dans {{seconds}} s.',
    remove: 'Retirer',
    putRight: 'Corriger',
    take: 'Utiliser cette valeur',
    takeAddress: 'Utiliser cette adresse',
    keep: 'Garder tel quel',
    show: 'Afficher : {{what}}',
    hide: 'Masquer : {{what}}',
    replace: 'Remplacer',
    saveAgain: 'Enregistrer de nouveau',
    unlock: 'Déverrouiller le trousseau',
    createKeyring: 'Créer le trousseau',
    askWallet: 'Demander à KDE Wallet',
    askWalletAgain: 'Demander de nouveau',
    unlocking: 'En attente de la fenêtre du système…',
    later: 'Enregistrer et finir plus tard',
    details: 'Détails',
    hideDetails: 'Masquer les détails',
  },
  field: {
    optional: 'facultatif',
    example: 'Par exemple',
    whereIsThis: 'Où le trouver?',
    hiddenIn: 'Masqué de nouveau dans {{seconds}} s',
    shownNow: 'Affiché : {{what}}. Masqué de nouveau dans {{seconds}} secondes.',
    hiddenNow: 'Masqué : {{what}}',
    wouldBe: 'Sans cela :',
    wouldBeNormal: 'Cela deviendrait :',
    addressBehind: 'L’adresse derrière le lien :',
    addressInner: 'L’adresse intérieure :',
    addressOuter: 'L’adresse qui l’entoure :',
    willBeUsed: 'Sera utilisé :',
    leftOut: 'Laissé de côté :',
    offered: 'Proposé :',
    secretSaved: 'Enregistré, chiffré',
    secretSession: 'En mémoire jusqu’à la fermeture du programme',
    secretUnreadable: 'Enregistré, mais impossible à ouvrir ici',
    secretOther: 'Enregistré pour une autre adresse : saisissez-le de nouveau',
  },
  day: {
    form: 'AAAA-MM-JJ',
    unclear: 'Écrivez l’année, le mois, puis le jour, par exemple 2026-01-15.',
    later: 'Cette date est dans le futur.',
  },
  fatal,
};
