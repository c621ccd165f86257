import type { Page, Request } from '@playwright/test';

/* The old screen stays until the new one is ready, so its heading does not tell whether the last press was handled. */

const QUIET_FRAMES = 6;

const underway = new WeakMap<Page, Set<Request>>();

/** Call before the page makes any request. */
export function watchRequests(page: Page): void {
  if (underway.has(page)) return;
  const requests = new Set<Request>();
  underway.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Waits until no request is pending and the page has not changed for some frames; after a resize, two are enough. */
export async function settled(page: Page, frames = QUIET_FRAMES): Promise<void> {
  do await stayedTheSame(page, frames);
  while ((underway.get(page)?.size ?? 0) > 0);
}

const stayedTheSame = (page: Page, quietFrames: number): Promise<void> =>
  page.evaluate(
    (frames) =>
      new Promise<void>((done) => {
        let left = frames;
        let last = document.body.innerHTML;
        const look = (): void => {
          const now = document.body.innerHTML;
          left = now === last ? left - 1 : frames;
          last = now;
          if (left === 0) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    quietFrames,
  );
