import { framesOf, type PageBugKind, traceOf } from '@contract/trace';
import { bridge } from './bridge';

/*
 * Reports the page's own bugs to main, for the log, as traces (contract/trace.ts). Messages never leave this page, not
 * even for the console, because they may quote what was typed.
 */

/** At most this many per page load; a bug in every frame would otherwise flood main. */
const MOST_TOLD = 30;
let told = 0;

/** The details a user may copy; null if main could not be told. */
export type Details = Promise<string | null>;

let latest: Details = Promise.resolve(null);

/** Details of the most recently reported bug. */
export const latestDetails = (): Details => latest;

/** Never throws. */
export function reportBug(kind: PageBugKind, bug: unknown, componentStack?: string | null): Details {
  // biome-ignore lint/suspicious/noConsole: development builds only.
  if (import.meta.env.DEV) console.error(bug);
  told += 1;
  if (told > MOST_TOLD) return latest;
  latest = bridge
    .call('report-bug', { kind, trace: [...traceOf(bug)], components: framesOf(componentStack ?? '') })
    .then((answer) => (answer.ok ? answer.value.details : null));
  return latest;
}

/**
 * Reports uncaught errors and rejections.
 * @param tell tells the user; called once per distinct bug, so that one in a loop does not ask forever
 */
export function watchForBugs(tell: (details: Details) => Promise<void>): void {
  const said = new Set<string>();
  const take = (kind: PageBugKind, bug: unknown): void => {
    const details = reportBug(kind, bug);
    const what = JSON.stringify(traceOf(bug));
    if (said.has(what) || told > MOST_TOLD) return;
    said.add(what);
    // The dialog's own chunk may be what is damaged; the bug is in the log anyway.
    tell(details).catch(() => undefined);
  };
  window.addEventListener('error', (event) => {
    event.preventDefault();
    // Chromium's note that a layout settled one frame late; nothing was thrown.
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
