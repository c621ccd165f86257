import type { Page } from '@playwright/test';
import { choose, fillIn, heading, press } from '../support/window';
import { expect } from './app-fixture';
import { onsisWords, words } from './walkthrough/words';

/**
 * Sets up a real connection to OnSIS whose sign-in returns to this computer, as far as the values that the ministry
 * sends. Returns the address to register there.
 */
export async function registerHere(page: Page): Promise<string> {
  const { connections, common } = words;
  await press(page, connections.setUp);
  await choose(page, /^OnSIS/);
  await press(page, common.action.goOn);
  await fillIn(page, { name: 'Maple DSB' });
  await choose(page, new RegExp(`^${common.environment.test}`));
  await press(page, common.action.goOn);
  await choose(page, new RegExp(onsisWords.browserSignIn.redirect['this-computer'].name));
  await press(page, common.action.goOn);
  await expect(heading(page, onsisWords.registration.title)).toBeVisible();
  const shown = page.getByText(/^http:\/\/127\.0\.0\.1:\d+\/onsis\/callback$/).first();
  const redirectUrl = await shown.innerText();
  await press(page, common.action.goOn);
  return redirectUrl;
}
