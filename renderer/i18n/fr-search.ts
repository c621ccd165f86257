import type { Words } from './en';

export const search: Words['search'] = {
  label: 'Rechercher',
  help: 'Par nom, système, environnement ou état d’une connexion.',
  clear: 'Effacer',
  found_one: '{{count}} connexion sur {{all}}',
  found_other: '{{count}} connexions sur {{all}}',
  none: 'Aucune connexion ne correspond à « {{text}} ».',
  showAll: 'Tout afficher',
};
