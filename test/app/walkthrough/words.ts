import { main as english } from '../../../assets/locales/en/main';
import { main as french } from '../../../assets/locales/fr/main';
import { en, fr } from '../../support/window-words';

/* Screens are found by what they say, as a person finds them; the words come from the app's own lists. */

export const words = en;
export const frenchWords = fr;
export const onsisWords = english.systems.onsis;
export const frenchOnsisWords = french.systems.onsis;

/** Fits a text whatever stands in its places to fill: `Fill in {{count}} values`. */
export function filled(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
