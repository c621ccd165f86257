import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css';
// Before the screens' style sheets, which come with their scripts.
import './styles/all.css';
import { bridge } from './bridge';
import { reportBug, watchForBugs } from './bugs';
import { isDrawn, painted } from './first-paint/drawn';
import { keepEarlyClick } from './first-paint/early-click';
import { languageOf } from './language';
import { showNotOpened } from './not-opened';

/*
 * Everything that loads before the first screen. A page that is already drawn is painted first and brought to life
 * afterwards; otherwise React starts immediately (docs/first-paint.md).
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
    // Part of the window's files are damaged or missing.
    showNotOpened(root, languageOf(await answer), reportBug('not-opened', bug));
  }
}
