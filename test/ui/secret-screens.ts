import type { Page } from '@playwright/test';
import type { Connection } from '../../electron/contract/connection';
import { vendorSteps } from '../fakes/vendor-steps';
import { maple, oneroster, powerschool, SECRET, withOne } from './saved';
import type { Screen } from './screen';

/* Secrets being rotated, unreadable or due: every state of their screens. */

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const open = /^(Open|Ouvrir)\s?:/;
const replaceIt = /^(Replace it step by step|Le remplacer étape par étape)$/;
const goOnReplacing = /^(Continue|Continuer)$/;
const MOVED_REPLY = `Server URL: https://sis.maple.example/
Token URL: https://login.maple.example/oauth/token
Client ID: maple-roster-5932
Client Secret: ${SECRET}`;
const AT = '2026-01-05T08:00:00.000Z';
const beside = (
  connection: Connection,
  values: Connection['values'],
  provedAt: string | null = null,
): Connection => ({
  ...connection,
  rotation: { phase: 'beside', begunAt: AT, values, provedAt },
});
const switched = (connection: Connection, isDone: boolean): Connection => ({
  ...connection,
  rotation: {
    phase: 'switched',
    begunAt: AT,
    values: { clientId: '11111111-2222-4333-8444-555555555556' },
    provedAt: isDone ? AT : null,
    switchedAt: AT,
    switchedIn: connection.id,
    readBackAt: isDone ? AT : null,
  },
});

export const secretScreens: readonly Screen[] = [
  {
    name: 'rotation-before',
    scenario: withOne(powerschool),
    reach: async (page) => {
      await press(page, open);
      await press(page, replaceIt);
    },
  },
  {
    name: 'rotation-before-onsis',
    scenario: withOne(maple),
    reach: async (page) => {
      await press(page, open);
      await press(page, replaceIt);
    },
  },
  {
    name: 'rotation-enter',
    scenario: withOne(beside(powerschool, {})),
    reach: async (page) => {
      await press(page, open);
      await press(page, goOnReplacing);
      await page.locator('[name=clientId]').fill('11111111-2222-4333-8444-555555555556');
      await page.getByRole('button', { name: /^(Keep, and continue|Garder et passer)/ }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'rotation-enter-others',
    scenario: withOne(beside(oneroster, {})),
    reach: async (page) => {
      await press(page, open);
      await press(page, goOnReplacing);
      await press(page, /^(Paste it all|Tout coller)$/);
      await page.getByRole('dialog').getByRole('textbox').fill(MOVED_REPLY);
      await press(page, /^(Find the values|Repérer les valeurs)$/);
      await page.getByText(/(also names values that differ|donne aussi d’autres)/).waitFor();
    },
  },
  {
    name: 'rotation-enter-others-filled',
    scenario: withOne(beside(oneroster, {})),
    reach: async (page) => {
      await press(page, open);
      await press(page, goOnReplacing);
      await press(page, /^(Paste it all|Tout coller)$/);
      await page.getByRole('dialog').getByRole('textbox').fill(MOVED_REPLY);
      await press(page, /^(Find the values|Repérer les valeurs)$/);
      await page.locator('[role=dialog] [data-kind=primary]').click();
      await page.locator('main [data-tone]').first().waitFor();
    },
  },
  {
    name: 'rotation-test',
    scenario: withOne(beside(powerschool, { clientId: '11111111-2222-4333-8444-555555555556' }), {
      secrets: { [powerschool.id]: { clientSecret: SECRET, 'clientSecret@next': `${SECRET}2` } },
      steps: vendorSteps(powerschool, { 'sign-in': ['failed', 'credentials-rejected'] }),
    }),
    reach: async (page) => {
      await press(page, open);
      await press(page, goOnReplacing);
      await press(page, /^(Test with the new one|Vérifier avec le nouveau)$/);
      await page.getByRole('button', { name: /^(Use it before|L’utiliser sans)/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'rotation-proved',
    scenario: withOne(
      {
        ...beside(
          powerschool,
          { clientId: '11111111-2222-4333-8444-555555555556' },
          '2026-01-05T09:00:00.000Z',
        ),
      },
      { secrets: { [powerschool.id]: { clientSecret: SECRET, 'clientSecret@next': SECRET } } },
    ),
    reach: async (page) => {
      await press(page, open);
      await press(page, goOnReplacing);
      await press(page, /^(Stop, and drop|Arrêter et abandonner)/);
    },
  },
  {
    name: 'rotation-switched',
    scenario: withOne(switched(powerschool, false), {
      secrets: { [powerschool.id]: { clientSecret: SECRET, 'clientSecret@previous': `${SECRET}2` } },
    }),
    reach: async (page) => {
      await press(page, open);
      await press(page, goOnReplacing);
      await press(page, /^(Put the old one back|Remettre l’ancien en place)$/);
    },
  },
  {
    name: 'rotation-done',
    scenario: withOne(switched(powerschool, true), {
      secrets: { [powerschool.id]: { clientSecret: SECRET, 'clientSecret@previous': `${SECRET}2` } },
    }),
    reach: async (page) => {
      await press(page, open);
      await press(page, goOnReplacing);
    },
  },
  {
    name: 'connection-replacing',
    scenario: withOne(switched(powerschool, true)),
    reach: async (page) => {
      await press(page, open);
      await page.getByRole('button', { name: goOnReplacing }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'secret-trouble',
    scenario: withOne(maple, {
      secretState: 'unreadable',
      trouble: { code: 'backend-changed', wroteBy: 'gnome_libsecret', now: 'kwallet6' },
    }),
    reach: async (page) => {
      await press(page, open);
      await page
        .getByRole('button', { name: /^(Replace the Client|Remplacer\s:)/ })
        .first()
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'list-due',
    scenario: withOne(maple, { reminder: { kind: 'key-ends', on: '2026-12-01' } }),
  },
  {
    name: 'connection-due',
    scenario: withOne(powerschool, { reminder: { kind: 'secret-old', since: AT } }),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Reminders|Rappels)$/);
      await page.locator('[name=keyEndsOn]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'day-unclear',
    scenario: withOne(powerschool),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Reminders|Rappels)$/);
      await page.locator('[name=keyEndsOn]').fill('01/05/2027');
      await page.locator('[name=keyEndsOn]').blur();
      await page.getByRole('alert').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'history',
    scenario: withOne(maple, {
      history: (['revealed', 'handed-over', 'entered'] as const).map((action) => ({
        at: AT,
        connection: maple.id,
        name: maple.name,
        system: maple.system,
        field: 'clientSecret',
        action,
      })),
    }),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Secret history|Historique des secrets)/);
      await press(page, /^(Save as a table|Enregistrer en tableau)/);
    },
  },
];
