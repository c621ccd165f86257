import { main as english } from '../../../assets/locales/en/main';
import { main as french } from '../../../assets/locales/fr/main';
import { en, fr } from '../../support/window-words';

/* Finds screens by their text, as a user does; the texts come from the app's own files. */

export const words = en;
export const frenchWords = fr;
export const onsisWords = english.systems.onsis;
export const frenchOnsisWords = french.systems.onsis;

/** Matches a text with any values in its placeholders: `Fill in {{count}} values`. */
export function filled(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
