import type { Page } from '@playwright/test';
import type { Scenario } from '../fakes/bridge';
import { interceptedSteps, passedSteps, reportWith } from '../fakes/reports';
import { checked, maple, powerschool, withOne } from './saved';
import type { Screen } from './screen';

/* What helps if the call that matters is made by another computer. */

const openMessage = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(I have a message from|J’ai un message d’un)/ }).click();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
};

const readMessage = (text: string) => async (page: Page) => {
  await openMessage(page);
  await page.getByRole('dialog').getByRole('textbox').fill(text);
  await page.getByRole('button', { name: /^(Read it|Le lire)$/ }).click();
  await page.getByText(/(was not kept|n’a pas été gardé)/).waitFor();
};

const there = { ...reportWith(interceptedSteps, '2026-03-02T14:05:06.000Z'), platform: 'win32' as const };
const brought: Scenario = withOne(checked(powerschool, 'proved'), {
  reports: { [maple.id]: reportWith(passedSteps, '2026-03-02T13:00:00.000Z') },
  carried: [{ place: 'SMS server', addedAt: '2026-03-02T15:00:00.000Z', report: there }],
  chosenReport: JSON.stringify({
    ...there,
    steps: there.steps.map((step) => ({ ...step, facts: { ...step.facts, addresses: ['10.1.2.3'] } })),
  }),
});

const openConnection = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^(Open|Ouvrir)\s?:/ })
    .first()
    .click();
  await page
    .getByRole('heading', { name: /^(Where another computer|Quand un autre)/ })
    .scrollIntoViewIfNeeded();
};
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();

export const otherComputerScreens: readonly Screen[] = [
  { name: 'message', scenario: {}, reach: openMessage },
  {
    name: 'message-read',
    scenario: {},
    reach: readMessage('PKIX path building failed: https://sis.maple.example password=abcdefgh'),
  },
  {
    name: 'other-computer-compared',
    scenario: brought,
    reach: async (page) => {
      await openConnection(page);
      await press(page, /^(Open: report of|Ouvrir\s?: rapport de)/);
      await press(page, /^(Step by step, here|Étape par étape, ici)/);
      await page.getByRole('article').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'other-computer-keep',
    scenario: brought,
    reach: async (page) => {
      await openConnection(page);
      await press(page, /^(Open a report|Ouvrir un rapport)/);
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
  {
    name: 'other-computer-paste',
    scenario: brought,
    reach: async (page) => {
      await openConnection(page);
      await press(page, /^(Paste a report|Coller un rapport)/);
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
  {
    name: 'message-unknown',
    scenario: {},
    reach: readMessage('Job 42 of 2026-11-03: https://sis.maple.example was odd (status 299)'),
  },
];
