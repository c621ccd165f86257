import type { StartView } from '@contract/channels';
import { App } from './app';
import { Fatal } from './components/fatal';

/** The whole window, from main's first answer; null if it failed. */
export function Screens({ start }: { readonly start: StartView | null }) {
  return <Fatal>{start === null ? <NotStarted /> : <App first={start} />}</Fatal>;
}

function NotStarted(): never {
  throw new Error('The first call was refused');
}
