import { copyDetails, type Details } from './bugs';
import type { FatalWords } from './i18n/fatal-words';

/* Made without React and without the app's own components: whatever broke may be what those stand on. */

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

/** The ways on: to open the window again, and to copy the details once there are some. */
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
