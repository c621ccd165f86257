import { copyDetails, type Details } from './bugs';
import type { FatalWords } from './i18n/fatal-words';

/* Built without React and the app's components, which may depend on whatever broke. */

export function element(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

export function plainButton(text: string, onPress: () => void, kind: 'primary' | 'plain'): HTMLElement {
  const button = element('button', text, { class: 'button', type: 'button', 'data-kind': kind });
  button.addEventListener('click', onPress);
  return button;
}

/** The actions: reopen the window and, once there are details, copy them. */
export function waysOn(
  words: FatalWords,
  details: Details,
  kind: 'primary' | 'plain' = 'primary',
): { readonly row: HTMLElement; readonly note: HTMLElement } {
  const row = element('div', '', { class: 'row' });
  const note = element('p', '');
  row.append(plainButton(words.action, () => window.location.reload(), kind));
  void details.then((text) => {
    if (text === null) return;
    const copy = plainButton(words.copy, () => void press(), 'plain');
    const press = async (): Promise<void> => {
      if (await copyDetails(text)) copy.textContent = words.copied;
    };
    row.append(copy);
    note.textContent = words.details;
  });
  return { row, note };
}
