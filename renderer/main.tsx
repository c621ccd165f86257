import { createRoot } from 'react-dom/client';
import { App } from './app';
import { bridge } from './bridge';
import { Fatal } from './components/fatal';
import { showLanguage } from './i18n/i18n';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css';
import './styles/all.css';

/** Asks main what there is, loads the language it names, then shows the first screen: no flash of another one. */
async function open(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  const answer = await bridge.call('start', null);
  const fallback = navigator.language.startsWith('fr') ? 'fr' : 'en';
  await showLanguage(answer.ok ? answer.value.language : fallback);
  root.render(<Fatal>{answer.ok ? <App first={answer.value} /> : <NotStarted />}</Fatal>);
}

function NotStarted(): never {
  throw new Error('The first call was refused');
}

const container = document.getElementById('root');
if (container !== null) void open(container);
