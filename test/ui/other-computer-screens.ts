import type { Page } from '@playwright/test';
import type { Screen } from './screen';

/* What helps if the call that matters is made by another computer. */

const openMessage = async (page: Page): Promise<void> => {
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: /^(I have a message from|J’ai un message d’un)/ }).click();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
};

const readMessage = (text: string) => async (page: Page) => {
  await openMessage(page);
  await page.getByRole('dialog').getByRole('textbox').fill(text);
  await page.getByRole('button', { name: /^(Read it|Le lire)$/ }).click();
  await page.getByText(/(was not kept|n’a pas été gardé)/).waitFor();
};

export const otherComputerScreens: readonly Screen[] = [
  { name: 'message', scenario: {}, reach: openMessage },
  {
    name: 'message-read',
    scenario: {},
    reach: readMessage('PKIX path building failed: https://sis.maple.example password=abcdefgh'),
  },
  {
    name: 'message-unknown',
    scenario: {},
    reach: readMessage('Job 42 of 2026-11-03: https://sis.maple.example was odd (status 299)'),
  },
];
