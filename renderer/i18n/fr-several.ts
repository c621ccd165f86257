import type { Words } from './en';

export const several: Words['several'] = {
  testing: 'Vérification de toutes les connexions',
  progress: 'Vérifiées',
  of: '{{done}} sur {{all}}',
  hint: 'Huit à la fois au plus, une minute au plus pour chacune. Vous pouvez quitter cette liste : la vérification continue.',
  cancel: 'Annuler',
  cancelling: 'Arrêt de la vérification',
  close: 'Fermer',
  nothing: 'Il n’y avait rien à vérifier',
  cancelled: 'Vous avez arrêté la vérification',
  slept: 'La vérification a été arrêtée parce que l’ordinateur s’est mis en veille',
  kept: '{{counts}}. Ce qui était terminé est conservé.',
  notSaved_one:
    'Un résultat n’a pas pu être enregistré : le disque est peut-être plein ou le dossier en lecture seule. Ce qui était enregistré est intact.',
  notSaved_other:
    '{{count}} résultats n’ont pas pu être enregistrés : le disque est peut-être plein ou le dossier en lecture seule. Ce qui était enregistré est intact.',
  counted: {
    proved_one: '{{count}} confirmée',
    proved_other: '{{count}} confirmées',
    'not-proved_one': '{{count}} pas encore confirmée',
    'not-proved_other': '{{count}} pas encore confirmées',
    stopped_one: '{{count}} bloquée',
    stopped_other: '{{count}} bloquées',
    'left-out_one': '{{count}} laissée de côté',
    'left-out_other': '{{count}} laissées de côté',
    'not-tested_one': '{{count}} non vérifiée',
    'not-tested_other': '{{count}} non vérifiées',
  },
  leftOut: {
    rejected_one:
      'Une connexion a été laissée de côté parce que ses identifiants ont été refusés : renvoyés sans qu’on le demande, ils pourraient verrouiller le compte. Elle sera vérifiée de nouveau dès qu’une de ses valeurs aura changé, ou par son propre bouton « La vérifier quand même ».',
    rejected_other:
      '{{count}} connexions ont été laissées de côté parce que leurs identifiants ont été refusés : renvoyés sans qu’on le demande, ils pourraient verrouiller les comptes. Chacune sera vérifiée de nouveau dès qu’une de ses valeurs aura changé, ou par son propre bouton « La vérifier quand même ».',
    unfinished_one:
      'Une connexion a été laissée de côté parce que ses valeurs ne sont pas encore saisies. Continuez d’abord sa configuration.',
    unfinished_other:
      '{{count}} connexions ont été laissées de côté parce que leurs valeurs ne sont pas encore saisies. Continuez d’abord leur configuration.',
    browser_one:
      'Une connexion a été laissée de côté parce que son authentification passe par une page de votre navigateur, à laquelle personne d’autre ne peut répondre. Vérifiez-la seule.',
    browser_other:
      '{{count}} connexions ont été laissées de côté parce que leur authentification passe par une page de votre navigateur, à laquelle personne d’autre ne peut répondre. Vérifiez chacune seule.',
  },
  row: {
    waiting: 'Attend son tour',
    running: 'Vérification en cours…',
    leftOut: {
      rejected:
        'Laissée de côté : les identifiants ont été refusés, et les renvoyer sans qu’on le demande pourrait verrouiller le compte.',
      unfinished: 'Laissée de côté : ses valeurs ne sont pas encore saisies.',
      browser: 'Laissée de côté : son authentification passe par une page de votre navigateur.',
    },
    notTested: 'Non vérifiée cette fois.',
    notSaved: {
      proved: 'Confirmée cette fois; le résultat n’a pas pu être enregistré.',
      'not-proved': 'Pas confirmée cette fois; le résultat n’a pas pu être enregistré.',
      stopped: 'Bloquée cette fois; le résultat n’a pas pu être enregistré.',
    },
  },
  testAlone: 'La vérifier quand même',
};
