import type { Language } from '@contract/languages';
import type { Details } from './bugs';
import { fatalWords } from './i18n/fatal-words';
import { element, waysOn } from './plain-page';

/**
 * Shows what `Fatal` shows (components/fatal.tsx) if even that could not be loaded: otherwise an already drawn page
 * would stay dead, and an empty one blank. Also says what helps if the package is damaged.
 */
export function showNotOpened(root: HTMLElement, language: Language, details: Details): void {
  const words = fatalWords[language];
  const main = element('main', '', { class: 'screen-centred', role: 'alert', lang: language });
  const { row, note } = waysOn(words, details);
  main.append(element('h1', words.title), element('p', words.text), element('p', words.again), row, note);
  root.replaceChildren(main);
}
