import { preferredLanguage } from '@contract/languages';
import styles from './bug-dialog.module.css';
import type { Details } from './bugs';
import dialogStyles from './components/dialog.module.css';
import { fatalWords } from './i18n/fatal-words';
import { element, plainButton, waysOn } from './plain-page';

/**
 * Reports a bug over a screen that still works, such as a button that did nothing. The native dialog traps the focus
 * and closes with Escape.
 * @param locale the page's `lang`
 */
export function showBugDialog(locale: string, details: Details): void {
  // One dialog at a time; more bugs may follow while it is open.
  if (document.querySelector(`dialog.${styles.stumbled}`) !== null) return;
  const words = fatalWords[preferredLanguage([locale])];
  const { title, text, goOn } = words.stumbled;
  const { row, note } = waysOn(words, details, 'plain');
  const dialog = element('dialog', '', {
    class: `${dialogStyles.dialog} ${styles.stumbled}`,
    'aria-labelledby': 'stumbled-title',
    // Keeps React Aria from hiding it along with everything else outside its own dialog.
    'data-react-aria-top-layer': 'true',
  }) as HTMLDialogElement;
  // A scrolling region must be reachable by keyboard; initial focus goes to the button.
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
