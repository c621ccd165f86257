import { en, fr } from '../../support/window-words';

/* Screens are found by what they say, as a person finds them; the words come from the app's own lists. */

export const words = en;
export const frenchWords = fr;

/** Fits a text whatever stands in its places to fill: `Fill in {{count}} values`. */
export function filled(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
