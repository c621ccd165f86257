import { framesOf, type PageBugKind, traceOf } from '@contract/trace';
import { bridge } from './bridge';

/*
 * The window's own bugs: each is told to main, for the diary, as a trace (contract/trace.ts): its message never leaves
 * this page, not even for the console, since it may quote what was typed.
 */

/** So many are told of one page at most; a bug that comes with every frame would do nothing else. */
const MOST_TOLD = 30;
let told = 0;

/** What may be copied of a bug; null where main could not be told. */
export type Details = Promise<string | null>;

let latest: Details = Promise.resolve(null);

/** Of the bug that was told last. */
export const latestDetails = (): Details => latest;

/** Never throws. */
export function reportBug(kind: PageBugKind, bug: unknown, componentStack?: string | null): Details {
  // biome-ignore lint/suspicious/noConsole: the development build's alone.
  if (import.meta.env.DEV) console.error(bug);
  told += 1;
  if (told > MOST_TOLD) return latest;
  latest = bridge
    .call('report-bug', { kind, trace: [...traceOf(bug)], components: framesOf(componentStack ?? '') })
    .then((answer) => (answer.ok ? answer.value.details : null));
  return latest;
}

/**
 * Reports whatever nothing on the page catches.
 * @param tell says so to the person; once for each different bug, so that one in a loop does not ask for ever
 */
export function watchForBugs(tell: (details: Details) => Promise<void>): void {
  const said = new Set<string>();
  const take = (kind: PageBugKind, bug: unknown): void => {
    const details = reportBug(kind, bug);
    const what = JSON.stringify(traceOf(bug));
    if (said.has(what) || told > MOST_TOLD) return;
    said.add(what);
    // Its own part may be what is damaged; the bug is in the diary all the same.
    tell(details).catch(() => undefined);
  };
  window.addEventListener('error', (event) => {
    event.preventDefault();
    // Chromium's own remark on a layout that settles a frame later; nothing was thrown.
    if (event.message.startsWith('ResizeObserver loop')) return;
    take('error', event.error);
  });
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    take('rejection', event.reason);
  });
}

export const copyDetails = async (text: string | null): Promise<boolean> =>
  text !== null && (await bridge.call('copy-text', { text })).ok;
