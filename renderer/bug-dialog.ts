import { preferredLanguage } from '@contract/languages';
import styles from './bug-dialog.module.css';
import type { Details } from './bugs';
import dialogStyles from './components/dialog.module.css';
import { fatalWords } from './i18n/fatal-words';
import { element, plainButton, waysOn } from './plain-page';

/**
 * Says over a screen that still stands that something in it broke: a button that did nothing, say. The browser's own
 * dialog holds the focus and ends with Escape.
 * @param locale the page's, as its `lang` has it
 */
export function showBugDialog(locale: string, details: Details): void {
  // One at a time: while it is read, more may break.
  if (document.querySelector(`dialog.${styles.stumbled}`) !== null) return;
  const words = fatalWords[preferredLanguage([locale])];
  const { title, text, goOn } = words.stumbled;
  const { row, note } = waysOn(words, details, 'plain');
  const dialog = element('dialog', '', {
    class: `${dialogStyles.dialog} ${styles.stumbled}`,
    'aria-labelledby': 'stumbled-title',
    // React Aria hides what is not part of its own dialog, but not this.
    'data-react-aria-top-layer': 'true',
  }) as HTMLDialogElement;
  // A region that scrolls must be reachable by keyboard; the first focus is the button's.
  const body = element('div', '', { class: `${dialogStyles.body} stack`, tabindex: '0' });
  const foot = element('div', '', { class: dialogStyles.foot ?? '' });
  body.append(element('h2', title, { id: 'stumbled-title' }), element('p', text), note);
  const goingOn = plainButton(goOn, () => dialog.close(), 'primary');
  goingOn.setAttribute('autofocus', '');
  row.prepend(goingOn);
  foot.append(row);
  dialog.append(body, foot);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
