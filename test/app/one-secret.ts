import { expect, type Page } from '@playwright/test';
import { heading, keepConnection, press } from '../support/window';
import { filled, onsisWords, words } from './walkthrough/words';

/* An OnSIS setup that lacks only its secret: the starting point of the keyring tests. */

export const FIELD = 'clientSecret';
export const values = {
  redirectUrl: 'https://sms.maple.test/onsis/callback',
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://auth.onsis.test/authorize',
  tokenUrl: 'https://auth.onsis.test/token',
  apiUrl: 'https://api.onsis.test:8443',
  scopes: 'onsis.read',
};
const { connections } = words;
const continued = filled(connections.action.named.replace('{{action}}', connections.action.goOn));

/** A setup at the step “Enter”, complete except for the secret. */
export async function standAtEnter(page: Page): Promise<string> {
  const id = await keepConnection(page, { name: 'Maple DSB', step: 'enter', values });
  await press(page, continued);
  await expect(heading(page, onsisWords.registration.received)).toBeVisible();
  return id;
}
