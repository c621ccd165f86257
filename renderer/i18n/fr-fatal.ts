import type { fatal as english } from './en-fatal';

export const fatal: typeof english = {
  title: 'Cette fenêtre doit recommencer',
  text: 'Quelque chose s’est arrêté dans la fenêtre. Ce qui était enregistré est intact. Appuyez sur le bouton pour la rouvrir.',
  again: 'Si cette page revient, réinstallez le programme.',
  action: 'Rouvrir la fenêtre',
};
