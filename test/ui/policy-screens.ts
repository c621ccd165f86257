import type { Page } from '@playwright/test';
import type { PoliciesView, Preset } from '../../electron/contract/policies';
import { maple, powerschool, withOne } from './saved';
import type { Screen } from './screen';

/* The screens on which an organization's settings show. */

export const preset: Preset = {
  id: 'maple-test',
  system: 'onsis',
  name: 'Maple DSB',
  environment: 'test',
  boardNumber: '',
  values: {
    redirectUrl: 'https://sms.maple.example/onsis/callback',
    clientId: 'maple-4821',
    authenticationUrl: 'https://auth.example/authorize',
    tokenUrl: 'https://auth.example/token',
    apiUrl: 'https://api.example/v1',
    scopes: 'demo.read',
  },
  editable: false,
};
const oak: Preset = { ...preset, id: 'oak', name: 'Oak DSB', environment: 'production' };

const policies: Partial<PoliciesView> = {
  presets: [preset, oak],
  allowedSystems: ['onsis', 'powerschool'],
  forbidExport: true,
  forbidReveal: true,
  longestClipboardSeconds: 10,
  supportContact: 'IT Help, 705-555-0100, help@maple.example',
  forbidPractice: true,
};
const place = '/etc/school-api-setup-wizard/policies.json';
const problems: PoliciesView['problems'] = [
  { place, policy: 'forbidExprt', reason: 'mistyped-policy', detail: 'forbidExport' },
  { place, policy: 'presets[2].values.tokenUrl', reason: 'wrong-value', detail: null },
];

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const enterSecret = /^(Enter the secret|Saisir le secret)\s?: Maple DSB$/;
const back = /^(Back|Retour)$/;
const registered = /^(Ask the (ministry|registry)|Demandez au (minist|greffe))/;
const begin = async (page: Page) => {
  await press(page, enterSecret);
  await page.locator('form input').waitFor();
};

export const policyScreens: readonly Screen[] = [
  {
    name: 'policies-first-run',
    scenario: { policies },
    reach: (page) => page.getByRole('button', { name: enterSecret }).waitFor(),
  },
  {
    name: 'policies-list',
    scenario: {
      connections: [maple, { ...powerschool, preset: 'oak' }],
      policies: { ...policies, problems },
    },
    reach: (page) => page.getByRole('button', { name: enterSecret }).waitFor(),
  },
  { name: 'policies-enter', scenario: { policies }, reach: begin },
  {
    name: 'policies-register',
    scenario: { policies },
    reach: async (page) => {
      await begin(page);
      await press(page, back);
      await page.getByRole('heading', { name: registered }).waitFor();
    },
  },
  {
    name: 'policies-choose',
    scenario: { policies },
    reach: async (page) => {
      await begin(page);
      await press(page, back);
      await page.getByRole('heading', { name: registered }).waitFor();
      await press(page, back);
      await page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'policies-help',
    scenario: withOne(maple, { policies }),
    reach: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
];
