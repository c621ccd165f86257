import type { moving as english } from './en-moving';

const unchanged = 'Rien n’a été modifié ici.';

export const moving: typeof english = {
  back: 'Toutes les connexions',
  choose: {
    title: 'Exporter ou importer des connexions',
    database: 'Les emporter, avec leurs secrets',
    databaseHint:
      'Dans une base de données KeePass, protégée par un mot de passe de votre choix. Ce programme l’ouvre sur un autre ordinateur; KeePass et KeePassXC aussi.',
    databaseAction: 'Exporter avec les secrets',
    settings: 'Partager seulement les réglages',
    settingsHint:
      'Dans un simple fichier sans aucun secret, pour une ou un collègue, ou pour la ligne de commande.',
    settingsAction: 'Exporter sans les secrets',
    bring: 'Importer des connexions',
    bringHint:
      'À partir d’un fichier exporté par ce programme ou modifié dans KeePassXC. Vous voyez d’abord ce qui changerait.',
    bringAction: 'Choisir un fichier',
    choosing: 'En attente de votre choix dans l’autre fenêtre…',
    none: 'Il n’y a encore ici aucune connexion à exporter.',
  },
  export: {
    title: 'Que mettre dans la base de données KeePass?',
    titleOne: 'Exporter cette connexion vers une base de données KeePass',
    settingsTitle: 'Que mettre dans le fichier de réglages?',
    settingsTitleOne: 'Exporter les réglages de cette connexion',
    which: 'Connexions',
    all: 'Toutes',
    practice_one: 'Une connexion d’exercice reste ici : son serveur n’existe que dans ce programme.',
    practice_other:
      '{{count}} connexions d’exercice restent ici : leur serveur n’existe que dans ce programme.',
    with: 'Avec {{secrets}}',
    withNone: 'Sans secret',
    without: {
      absent: 'Absent du fichier, car pas encore saisi : {{secret}}.',
      unreadable: 'Absent du fichier, car impossible à ouvrir ici en ce moment : {{secret}}.',
      'other-address': 'Absent du fichier, car saisi pour une autre adresse : {{secret}}.',
    },
    settingsNote:
      'Le fichier n’est pas chiffré : quiconque l’ouvre peut lire les noms, les adresses et les identifiants client (Client ID). Il ne contient ni secret, ni numéro de conseil, ni certificat ajouté, ni résultat.',
    password: 'Mot de passe du fichier',
    passwordHelp:
      'Qui a le fichier et ce mot de passe a tous les secrets qu’il contient. Sans le mot de passe, personne ne peut l’ouvrir. Ne le conservez pas avec le fichier.',
    repeat: 'Le même mot de passe, encore une fois',
    differs: 'Les deux ne sont pas encore identiques.',
    short: 'Au moins {{count}} caractères.',
    weak: 'Ce mot de passe serait deviné trop vite pour protéger un secret. Quatre mots sans lien entre eux sont solides et faciles à taper.',
    strength: 'Solidité',
    strengths: ['Deviné sur-le-champ', 'Très faible', 'Faible', 'Solide', 'Très solide'],
    noStrength: 'Sa solidité ne peut pas être évaluée en ce moment.',
    choose: 'Cochez au moins une connexion',
    action_one: 'Exporter une connexion avec {{secrets}}',
    action_other: 'Exporter {{count}} connexions avec {{secrets}}',
    noSecret: 'aucun secret',
    secrets_one: 'un secret',
    secrets_other: '{{count}} secrets',
    settingsAction_one: 'Exporter les réglages d’une connexion',
    settingsAction_other: 'Exporter les réglages de {{count}} connexions',
    busy: 'Le fichier est chiffré, puis relu pour contrôle…',
    alreadyThere: 'Il existe déjà un fichier de ce nom',
    alreadyThereTodo:
      'Il est resté tel quel : ce programme ne remplace aucun fichier. Exportez de nouveau, sous un autre nom.',
  },
  exported: {
    title: 'Le fichier est écrit',
    inDatabase_one: 'Il contient une connexion avec {{secrets}}; il a été relu pour contrôle.',
    inDatabase_other: 'Il contient {{count}} connexions avec {{secrets}}; il a été relu pour contrôle.',
    inSettings_one: 'Il contient les réglages d’une connexion, et aucun secret.',
    inSettings_other: 'Il contient les réglages de {{count}} connexions, et aucun secret.',
    where: 'Il se trouve ici :',
    leftOut: 'Ces secrets n’ont pas pu être lus et ne sont pas dans le fichier :',
    next: 'Sur l’autre ordinateur, ouvrez ce programme et choisissez « Exporter ou importer », puis « Choisir un fichier ».',
    after: 'Supprimez le fichier dès que tout est importé, y compris de la clé USB.',
  },
  password: {
    title: 'Quel est le mot de passe de ce fichier?',
    lead: '« {{file}} » est une base de données KeePass.',
    label: 'Mot de passe',
    action: 'Ouvrir',
    busy: 'Ouverture en cours; une minute au plus…',
    other: 'Choisir un autre fichier',
  },
  refused: { title: 'Rien n’a été importé de « {{file}} »', where: 'Il s’agit de :' },
  preview: {
    title: 'Que voulez-vous importer?',
    counts: 'Nouvelles : {{fresh}}. Modifiées : {{changed}}. Identiques : {{same}}.',
    nothing: 'Tout ce que contient ce fichier est déjà ici, à l’identique.',
    lead: 'Ce que vous cochez est importé. Ce qui se trouve déjà ici n’est remplacé que si vous le cochez.',
    fresh: 'Nouvelles ici',
    changed: 'Déjà ici, mais différentes',
    same: 'Identiques ici',
    others_one: 'Une autre entrée de la base de données n’a pas été examinée.',
    others_other: '{{count}} autres entrées de la base de données n’ont pas été examinées.',
    nameHere: 'Portait ici le nom « {{name}} »',
    valueOf: '{{label}} : {{value}}',
    value: '{{label}} : « {{before}} » devient « {{after}} »',
    valueNew: '{{label}} : ajout de « {{after}} »',
    valueGone: '{{label}} : retrait de « {{before}} »',
    secret: {
      new: '{{label}} : vient avec le fichier',
      same: '{{label}} : identique',
      differs: '{{label}} : différent de celui d’ici, qu’il remplace',
      'kept-unreadable': '{{label}} : remplace celui d’ici, impossible à ouvrir',
      'not-in-file': '{{label}} : absent du fichier; celui d’ici reste',
    },
    askedAgain:
      '{{label}} : absent du fichier. Celui d’ici appartient à l’ancienne adresse et devra être saisi de nouveau.',
    members: {
      name: 'Autre nom',
      environment: 'Autre environnement',
      boardNumber: 'Autre numéro de conseil',
      alternative: 'Autre façon de s’authentifier',
      reminders: 'Autres rappels',
      unknown: 'Également différent : un autre réglage',
    },
    certificates: 'les certificats ajoutés',
    leftOut: 'Laissé de côté',
    leftOutEntry: '« {{title}} » {{reason}}.',
    leftOutField: '« {{title}} » : {{field}} {{reason}}.',
    action_one: 'Importer une connexion',
    action_other: 'Importer {{count}} connexions',
    tick: 'Cochez ce qu’il faut importer',
    takeBackLater: 'Vous pourrez annuler l’importation tant que vous n’aurez pas quitté la page suivante.',
    busy: 'Importation en cours…',
    stale: 'Quelque chose a changé ici entre-temps',
    staleTodo: 'Rien n’a été importé. Choisissez de nouveau le fichier pour refaire la comparaison.',
  },
  imported: {
    title: 'Importation terminée',
    counts: 'Nouvelles : {{added}}. Remplacées : {{changed}}. Avec {{secrets}}.',
    session:
      'Les secrets sont gardés jusqu’à la fermeture du programme : le stockage chiffré de cet ordinateur n’est pas prêt. Ils vous seront redemandés.',
    next: 'Rien n’est encore confirmé sur cet ordinateur. Dans la liste, « Tout vérifier » les vérifie d’un seul coup; si quelque chose bloque, la vérification dit quoi.',
    noTakeBack:
      'Un clic ne suffit pas pour annuler l’importation, car un secret n’est gardé que jusqu’à la fermeture du programme.',
    takeBack: 'Annuler l’importation',
    takenBack: 'Importation annulée : tout est comme avant.',
    takenBackRest: 'Importation annulée, sauf pour ce qui a été changé entre-temps.',
    notTakenBack:
      'Impossible d’annuler l’importation : quelque chose a changé depuis. Ouvrez les connexions pour les modifier ou les supprimer.',
    notUndone: 'L’importation n’a pas abouti et n’est pas annulée',
    notUndoneWhy:
      'Ce qui a été enregistré n’a pas pu être vérifié après l’enregistrement, et ce qui était là avant n’a pas pu être remis.',
    notUndoneNow: 'Voici ce qui est maintenant dans votre liste :',
    notUndoneTodo:
      'Le disque est peut-être plein ou défaillant. Libérez de l’espace sur le disque, puis appuyez sur « Annuler l’importation » avant de quitter cette page.',
    notUndoneTrust: 'Ne vous fiez pas à ces connexions : leurs secrets ne s’ouvriront peut-être pas.',
    stillNotUndone:
      'L’importation n’est toujours pas annulée. Libérez de l’espace sur le disque, puis appuyez de nouveau sur le bouton.',
    list: 'Afficher les connexions',
  },
  problem: {
    'not-readable': {
      title: 'Ce fichier n’a pas pu être lu',
      todo: `Son support n’est peut-être plus là, ou il ne vous est pas permis de le lire. ${unchanged}`,
    },
    'too-large': {
      title: 'Ce fichier est trop volumineux',
      todo: `La limite est de 32 Mo pour une base de données et de 8 Mo pour un fichier de réglages. ${unchanged}`,
    },
    'not-ours': {
      title: 'Ce n’est ni une base de données KeePass ni un fichier de réglages',
      todo: `Choisissez le fichier .kdbx ou .json qui a été exporté. ${unchanged}`,
    },
    'not-utf8': {
      title: 'Ce fichier n’est pas du texte UTF-8',
      todo: `Gardez ce fichier. Dans le programme qui l’a écrit, enregistrez-en une copie en UTF-8 (dans le Bloc-notes : Enregistrer sous, Encodage : UTF-8), puis choisissez la copie. ${unchanged}`,
    },
    'not-json': {
      title: 'Ce fichier n’est pas entier',
      todo: `Il commence comme un fichier de réglages, mais n’est pas du JSON jusqu’au bout. Demandez qu’on vous le renvoie. ${unchanged}`,
    },
    'not-an-object': {
      title: 'Autre chose se trouve là où une connexion est attendue',
      todo: `Faites exporter le fichier de nouveau. ${unchanged}`,
    },
    'missing-key': {
      title: 'Il manque quelque chose dans ce fichier',
      todo: `Ajoutez-le, ou faites exporter le fichier de nouveau. ${unchanged}`,
    },
    'unknown-key': {
      title: 'Ce fichier contient quelque chose que cette version ne connaît pas',
      todo: `Installez une version plus récente de ce programme, ou retirez-le d’une copie du fichier et choisissez la copie. ${unchanged}`,
    },
    'duplicate-key': {
      title: 'Quelque chose figure deux fois dans ce fichier',
      todo: `Personne ne peut dire lequel des deux vaut. Demandez-le à qui a fait le fichier, ou retirez-en un d’une copie et choisissez la copie. ${unchanged}`,
    },
    'wrong-type': {
      title: 'Une valeur de ce fichier est trop longue, ou d’une autre nature',
      todo: `Corrigez-la, ou faites exporter le fichier de nouveau. ${unchanged}`,
    },
    'unknown-system': {
      title: 'Ce fichier concerne un système que cette version ne connaît pas',
      todo: `Installez une version plus récente de ce programme. ${unchanged}`,
    },
    'unknown-environment': {
      title: 'Seuls « production » et « test » sont possibles ici',
      todo: `Corrigez-le dans le fichier, puis choisissez-le de nouveau. ${unchanged}`,
    },
    'secret-in-values': {
      title: 'Ce fichier de réglages contient un secret',
      todo: `Quiconque a eu le fichier a pu le lire : faites-le remplacer dans le système. Pour transférer des secrets, exportez vers une base de données KeePass. ${unchanged}`,
    },
    'newer-version': {
      title: 'Ce fichier provient d’une version plus récente de ce programme',
      todo: `Installez aussi cette version ici. ${unchanged}`,
    },
    'nothing-inside': {
      title: 'Ce fichier ne contient aucune connexion',
      todo: `Il s’est bien ouvert, mais rien de ce qu’il contient n’a été exporté par ce programme. ${unchanged}`,
    },
    'too-many': {
      title: 'Ce fichier contient plus de connexions qu’il n’en tient ici',
      todo: `La limite est de 10 000. ${unchanged}`,
    },
    'wrong-password': {
      title: 'Ce mot de passe ne l’ouvre pas',
      todo: `Vérifiez les majuscules et la langue du clavier, puis réessayez. Si vous en êtes certain, le fichier exige peut-être aussi un fichier-clé, ou il est endommagé. ${unchanged}`,
    },
    damaged: {
      title: 'Cette base de données est endommagée',
      todo: `Une partie manque ou a changé en chemin. Copiez-la de nouveau, ou exportez-la encore une fois. ${unchanged}`,
    },
    unsupported: {
      title: 'Ce genre de base de données ne se lit pas ici',
      todo: `Les formats de fichier KDBX 3.1 et KDBX 4 se lisent. Ouvrez-la dans KeePassXC, enregistrez-en une copie au format KDBX 4 et choisissez la copie. ${unchanged}`,
    },
    'too-costly': {
      title: 'Ouvrir cette base de données demanderait trop de temps ou de mémoire',
      todo: `Ses réglages exigent plus de 1 Go ou d’une minute. Dans KeePassXC, enregistrez-en une copie, fixez à une seconde le temps de déchiffrement de la copie, et choisissez celle-ci. ${unchanged}`,
    },
  },
  leftOut: {
    'newer-version': 'provient d’une version plus récente',
    'unknown-system': 'concerne un système que cette version ne connaît pas',
    incomplete: 'n’a pas de nom ou d’environnement',
    'too-long': 'est trop long',
    reference: 'renvoie à une autre entrée et ne contient aucune valeur',
    'not-understood': 'n’est pas connu de cette version',
    certificates: 'n’en font pas partie; ajoutez-les de nouveau à partir de leur fichier',
  },
};
