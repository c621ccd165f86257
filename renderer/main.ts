import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css';
// Before the sheets of the screens, which come with their scripts.
import './styles/all.css';
import { bridge } from './bridge';
import { reportBug, watchForBugs } from './bugs';
import { isDrawn, painted } from './first-paint/drawn';
import { keepEarlyClick } from './first-paint/early-click';
import { languageOf } from './language';
import { showNotOpened } from './not-opened';

/*
 * All that is loaded before the first screen. A page that is drawn already is shown as it stands, and what
 * brings it to life comes after; else that comes at once (docs/first-paint.md).
 */

const container = document.getElementById('root');
if (container !== null) void begin(container);

async function begin(root: HTMLElement): Promise<void> {
  const answer = bridge.call('start', null);
  watchForBugs(async (details) => {
    const { showBugDialog } = await import('./bug-dialog');
    showBugDialog(document.documentElement.lang, details);
  });
  const clicked = keepEarlyClick(root);
  if (isDrawn(root)) await painted();
  try {
    const { open } = await import('./open');
    await open(root, await answer, clicked);
  } catch (bug) {
    // A part of the window is damaged or gone.
    showNotOpened(root, languageOf(await answer), reportBug('not-opened', bug));
  }
}
