import type { Language } from '@contract/channels';
import { fatal as en } from './i18n/en-fatal';
import { fatal as fr } from './i18n/fr-fatal';

/**
 * Says what `Fatal` says (components/fatal.tsx) where even that could not be loaded: a page that is drawn already
 * would stand there dead, and one that is not would stay blank. And what helps when it is the package that is damaged.
 */
export function showNotOpened(root: HTMLElement, language: Language): void {
  const words = language === 'fr' ? fr : en;
  const main = element('main', '', { class: 'first', role: 'alert', lang: language });
  const row = element('div', '', { class: 'row' });
  const again = element('button', words.action, { class: 'button', type: 'button', 'data-kind': 'primary' });
  again.addEventListener('click', () => window.location.reload());
  row.append(again);
  main.append(element('h1', words.title), element('p', words.text), element('p', words.again), row);
  root.replaceChildren(main);
}

function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
