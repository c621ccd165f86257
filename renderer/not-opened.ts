import type { Language } from '@contract/languages';
import type { Details } from './bugs';
import { fatalWords } from './i18n/fatal-words';
import { element, waysOn } from './plain-page';

/**
 * Says what `Fatal` says (components/fatal.tsx) where even that could not be loaded: a page that is drawn already
 * would stand there dead, and one that is not would stay blank. And what helps when it is the package that is damaged.
 */
export function showNotOpened(root: HTMLElement, language: Language, details: Details): void {
  const words = fatalWords[language];
  const main = element('main', '', { class: 'screen-centred', role: 'alert', lang: language });
  const { row, note } = waysOn(words, details);
  main.append(element('h1', words.title), element('p', words.text), element('p', words.again), row, note);
  root.replaceChildren(main);
}
