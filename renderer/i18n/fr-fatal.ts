import type { fatal as english } from './en-fatal';

export const fatal: typeof english = {
  title: 'Cette fenêtre doit recommencer',
  text: 'Quelque chose s’est arrêté dans la fenêtre. Ce qui était enregistré est intact. Appuyez sur le bouton pour la rouvrir.',
  again: 'Si cette page revient, réinstallez le programme.',
  action: 'Rouvrir la fenêtre',
  copy: 'Copier les détails',
  copied: 'Copié',
  detailsNamed: 'les détails',
  details:
    'Les détails ne contiennent rien de ce que vous avez saisi. Envoyez-les à la personne qui s’occupe du programme.',
  stumbled: {
    title: 'Quelque chose n’a pas fonctionné dans cette fenêtre',
    text: 'Ce qui est enregistré est intact. Vous pouvez continuer. Si la fenêtre ne répond pas bien, rouvrez-la; ce que vous avez saisi sans l’enregistrer sera perdu.',
    goOn: 'Continuer',
  },
};
