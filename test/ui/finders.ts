import type { Page } from '@playwright/test';
import type { ChannelName } from '../../electron/contract/channels';

/** A button by its exact name, or by a pattern. */
export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

export const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** The requests the page has sent on a channel. */
export const callsTo = (page: Page, channel: ChannelName): Promise<readonly unknown[]> =>
  page.evaluate(
    (wanted) => window.fake.calls.filter((call) => call.channel === wanted).map(({ request }) => request),
    channel,
  );
