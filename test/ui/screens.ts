import type { Page } from '@playwright/test';
import type { Scenario } from '../fakes/bridge';
import { interceptedSteps, passedSteps, reportWith } from '../fakes/reports';
import { vendorSteps } from '../fakes/vendor-steps';
import { en } from '../support/window-words';
import { edFiScreens } from './ed-fi-screens';
import { nightlyScreens } from './nightly-screens';
import { otherComputerScreens } from './other-computer-screens';
import { policyScreens } from './policy-screens';
import {
  aeries,
  checked,
  classlink,
  fullList,
  leftAt,
  maple,
  oneroster,
  onThisComputer,
  powerschool,
  REPLY,
  reportOf,
  SECRET,
  someVendors,
  withOne,
} from './saved';
import type { Screen } from './screen';
import { searchScreens } from './search-screens';
import { secretScreens } from './secret-screens';
import { sharingScreens } from './sharing-screens';
import { transferScreens } from './transfer-screens';
import { trustScreens } from './trust-screens';

/*
 * Every screen of the window and the shortest way to it, in either language, for axe, the narrow-window tests and the
 * screenshots.
 */

/** The windows a screen must work in; `zoomed` is 1280×800 at 200 %. */
export const looks = [
  { name: 'wide', width: 1240, height: 800, colorScheme: 'light' },
  { name: 'wide-dark', width: 1240, height: 800, colorScheme: 'dark' },
  { name: 'small', width: 800, height: 600, colorScheme: 'light' },
  { name: 'zoomed', width: 640, height: 400, colorScheme: 'light' },
] as const;

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
/** Leaves the first screen, which stays until the next one is ready. */
const leave = async (page: Page, name: RegExp): Promise<void> => {
  await press(page, name);
  await page.locator('[aria-current=step]').first().waitFor({ state: 'attached' });
};

const setUp = /^(Set up a connection|Configurer une connexion)$/;
const testAll = /^(Test all|Tout vérifier)$/;
const practise = /^(Practice run|S’exercer d’abord)$/;
const goOn = /^(Continue|Continuer)$/;
const resume = /^(Continue|Continuer)\s?:/;
const testIt = /^(Test|Vérifier)\s?:/;
const whatToDo = /^(What to do|Que faire)\s?:/;
const open = /^(Open|Ouvrir)\s?:/;

const nameIt = async (page: Page) => {
  await page.getByRole('textbox', { name: /^(Name|Nom)$/ }).fill('Maple DSB');
  await page.getByRole('radio', { name: /^(Test|Essai)/ }).click({ force: true });
};
/** What changed since the connection last worked. */
const changedSince = (page: Page) =>
  page.getByRole('region', { name: /^(What changed since|Ce qui a changé depuis)/ }).locator('> div');
const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Pastes text into the focused field, as the keyboard would. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

const atStep = (step: 'register' | 'enter' | 'test', connection = maple, more: Scenario = {}): Scenario =>
  withOne(leftAt(step, connection), more);
const empty = { ...maple, values: { redirectUrl: 'https://sms.maple.example/onsis/callback' } };
const practice = {
  ...onThisComputer,
  practice: true,
  name: en.wizard.instance.namePractice,
  values: { redirectUrl: 'http://127.0.0.1:53682/onsis/callback' },
  setup: { ...maple.setup, registrationSentOn: null },
};

const practiseFault = /^(Try a fault|Simuler un problème)$/;
const runTest = async (page: Page) => {
  await press(page, resume);
  await press(page, /^(Test the connection|Vérifier la connexion)$/);
};

/** Several connections, one whose test ends this way, and one whose credentials were rejected. */
function manyTested(end: 'hangs' | 'stopped'): Scenario {
  const [first, second, third, ...others] = someVendors(5);
  if (first === undefined || second === undefined || third === undefined) throw new Error('Too few');
  return {
    connections: [first, second, checked(third, 'credentials-rejected'), ...others],
    testAll: { [second.id]: end },
  };
}

const reportSteps = /^(Step by step|Étape par étape)/;
const keptOnes = /^(\d+ kept reports|\d+ rapports conservés)$/;
const reportsKept: Scenario = withOne(checked(powerschool, 'tls-intercepted'), {
  reports: { [maple.id]: reportWith(interceptedSteps, '2026-03-02T14:05:06.000Z') },
  olderReports: {
    [maple.id]: [
      reportWith(interceptedSteps, '2026-03-02T13:00:00.000Z'),
      reportWith(passedSteps, '2026-02-20T09:30:00.000Z'),
    ],
  },
});

/** A reply for both instances, with the older message it quotes. */
const FOR_TEST = 'For the sandbox environment:\nClient ID: maple-4821\nClient Secret: kP7vW2xQ9mZ4tB8r';
const ONE_COLUMN = '\tTest\tProduction\nClient ID\tt-4821\tp-4821\nClient Secret\tkP7vW2xQ9mZ4tB8r\t(empty)';
const TWO_ENVIRONMENTS = `Setting\tTest\tProduction
Client ID\tonsis-maple-4821\tonsis-maple-4821
Client Secret\tts-11aa22bb33cc\tps-44dd55ee66ff
API URL / Port\thttps://api-test.onsis.example:8443\thttps://api.onsis.example:8443

-----Original Message-----
From: ONSIS_SISON (EDU)
Sent: Monday, January 5, 2026 9:14 AM

Client Secret: os-00112233
Scopes: demo.read demo.write, expires: 2027`;

export const screens: readonly Screen[] = [
  ...transferScreens,
  ...searchScreens,
  ...otherComputerScreens,
  ...nightlyScreens,
  { name: 'first-run', scenario: {} },
  { name: 'list', scenario: fullList() },
  {
    name: 'help',
    scenario: {},
    reach: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'test-all',
    scenario: manyTested('hangs'),
    reach: async (page) => {
      await press(page, testAll);
      await page.getByText(/(Being tested|Vérification en cours)/).waitFor();
    },
  },
  {
    name: 'test-all-not-saved',
    scenario: { ...manyTested('stopped'), diskFull: true },
    reach: async (page) => {
      await press(page, testAll);
      await page.getByRole('heading', { name: /(left out|laissée)/ }).waitFor();
    },
  },
  {
    name: 'test-all-ended',
    scenario: manyTested('stopped'),
    reach: async (page) => {
      await press(page, testAll);
      await page.getByRole('heading', { name: /(left out|laissée)/ }).waitFor();
    },
  },
  {
    name: 'update-notice',
    scenario: {
      ...fullList(),
      updateNotice: {
        version: '0.2.0',
        issued: '2026-11-30T12:00:00Z',
        text: {
          en: 'It reads more replies, and mends the test of OneRoster 1.2.',
          fr: 'Elle lit plus de réponses et corrige la vérification de OneRoster 1.2.',
        },
      },
    },
    reach: async (page) => {
      await page.getByText(/OneRoster 1\.2/).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'store-notice',
    scenario: {
      notices: [
        {
          kind: 'damaged',
          file: 'connections',
          copiedTo: '/home/pat/.config/School API Setup Wizard/connections-2026-01-05.damaged.json',
        },
      ],
    },
  },
  { name: 'choose-system', scenario: {}, reach: (page) => leave(page, setUp) },
  {
    name: 'choose-product',
    scenario: {},
    reach: async (page) => {
      await press(page, setUp);
      await page.locator('input[value=sis]').check({ force: true });
      await press(page, goOn);
      await page.locator('input[type=search]').fill('sky');
    },
  },
  {
    name: 'find-product',
    scenario: {},
    reach: async (page) => {
      await press(page, setUp);
      await page.locator('input[type=search]').fill('power');
    },
  },
  {
    name: 'guide-product',
    scenario: {
      connections: [leftAt('register', { ...oneroster, values: { provider: 'infinite-campus' } })],
    },
    reach: async (page) => {
      await press(page, resume);
      await page.getByRole('button', { name: /^(Where this comes from|D’où vient)/ }).click();
    },
  },
  {
    name: 'enter-product',
    scenario: {
      connections: [leftAt('enter', { ...oneroster, values: { provider: 'infinite-campus' } })],
    },
    reach: async (page) => {
      await press(page, resume);
      await page
        .locator('[name=serverUrl]')
        .fill('https://maple.campus.example/campus/api/oneroster/v1p2/library/ims/oneroster/rostering/v1p2');
      await page.locator('[name=clientId]').focus();
    },
  },
  {
    name: 'enter-product-known',
    scenario: {
      connections: [leftAt('enter', { ...oneroster, values: { provider: 'skyward-qmlativ' } })],
    },
    reach: async (page) => {
      await press(page, resume);
      await page.locator('[name=serverUrl]').fill('https://maple.skyward.example/mapleAPI');
      await page.locator('form section').scrollIntoViewIfNeeded();
      await page.locator('[name=tokenUrl]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'choose-instance',
    scenario: {},
    reach: async (page) => {
      await press(page, setUp);
      await press(page, goOn);
      await press(page, goOn);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'choose-redirect',
    scenario: {},
    reach: async (page) => {
      await press(page, setUp);
      await press(page, goOn);
      await nameIt(page);
      await press(page, goOn);
    },
  },
  {
    name: 'choose-practice',
    scenario: {},
    reach: async (page) => {
      await press(page, practise);
      await press(page, goOn);
    },
  },
  {
    name: 'register',
    scenario: atStep('register', { ...maple, setup: { ...maple.setup, registrationSentOn: null } }),
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Read the email|Lire le courriel)$/);
    },
  },
  {
    name: 'register-day',
    scenario: atStep('register', { ...maple, setup: { ...maple.setup, registrationSentOn: null } }),
    reach: async (page) => {
      await press(page, resume);
      await page.locator('[name=sentOn]').fill('05/01/2026');
      await page.locator('[name=sentOn]').blur();
      await page.getByRole('alert').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'register-guide',
    scenario: atStep('register', { ...maple, system: 'powerschool', values: {} }),
    reach: (page) => leave(page, resume),
  },
  {
    name: 'enter-choices',
    scenario: atStep('enter', { ...maple, system: 'oneroster', values: {} }),
    reach: (page) => leave(page, resume),
  },
  {
    name: 'register-guide-practice',
    scenario: atStep('register', { ...powerschool, practice: true, values: {} }),
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Copy the practice values|Copier les valeurs)/);
    },
  },
  {
    name: 'enter-tidied',
    scenario: { connections: [leftAt('enter', { ...aeries, values: {} })] },
    reach: async (page) => {
      await press(page, resume);
      await page.locator('[name=aeriesUrl]').fill('https://maple.aeries.example/aeries/Login.aspx?page=1');
      await page.locator('[name=consumerId]').fill('0123456789abcdef'.repeat(4));
      await page.locator('[name=consumerSecret]').fill('0123456789abcdef'.repeat(2));
      await page.locator('[name=consumerId]').focus();
    },
  },
  {
    name: 'enter-guard-links',
    scenario: atStep('enter', {
      ...maple,
      values: {
        ...maple.values,
        authenticationUrl:
          'https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fauth.onsis.example%2Fauthorize&data=05%7C02%7Cann%40maple.example&sdata=Yz0%3D&reserved=0',
        tokenUrl:
          'https://url.us.m.mimecastprotect.com/s/8oK3Cq717ycnrQ7giqCMcEkGoG?domain=auth.onsis.example',
      },
    }),
    reach: async (page) => {
      await leave(page, resume);
      await page.locator('[data-severity]').nth(1).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'enter-inner-addresses',
    scenario: atStep('enter', { ...oneroster, values: { ...oneroster.values, tokenUrl: '' } }),
    reach: async (page) => {
      await leave(page, resume);
      await page
        .locator('[name=tokenUrl]')
        .fill('https://login.maple.example/token?resource=https://api.maple.example');
      await page
        .locator('[name=serverUrl]')
        .fill('https://portal.maple.example/open?to=https%3A%2F%2Fsis.maple.example%2Fapi');
      await page.locator('[name=clientId]').focus();
      await page.locator('[name=serverUrl]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'enter-left-out',
    scenario: atStep('enter', { ...powerschool, values: {} }),
    reach: async (page) => {
      await leave(page, resume);
      await page.locator('[name=serverUrl]').fill('https://sis.maple.example/swagger/index.html');
      await page.locator('[name=clientId]').focus();
      await page.locator('[name=serverUrl]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'enter-offered',
    scenario: atStep('enter', oneroster),
    reach: async (page) => {
      await press(page, resume);
      await page.locator('[name=scopes]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'paste-copied',
    scenario: { connections: [leftAt('enter', { ...oneroster, values: {} })] },
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Paste it all|Tout coller)$/);
      await page.getByRole('dialog').getByRole('textbox').focus();
      await paste(page, 'Server URL: https://sis.maple.example\nSign-in: OAuth 1.0a\nClient ID: maple-4821');
      await page.getByRole('button', { name: /(Fill in|Remplir les) 3/ }).waitFor();
    },
  },
  {
    name: 'test-permissions',
    scenario: atStep('enter', aeries, { steps: vendorSteps(aeries) }),
    reach: async (page) => {
      await runTest(page);
      await heading(page, /(is proved|confirmée|c’est confirmé)/);
      await page.locator('main ul').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'test-permissions-plain',
    scenario: atStep('enter', classlink, { steps: vendorSteps(classlink) }),
    reach: async (page) => {
      await runTest(page);
      await heading(page, /(is proved|confirmée|c’est confirmé)/);
    },
  },
  {
    name: 'test-refused',
    scenario: atStep('enter', aeries, {
      steps: vendorSteps(aeries, {
        'permission/courses': ['failed', 'permission-missing'],
        'permission/classes': ['failed', 'permission-missing'],
      }),
    }),
    reach: async (page) => {
      await runTest(page);
      await page.getByRole('table').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'test-other-way',
    scenario: atStep('enter', aeries, {
      steps: vendorSteps(aeries, { 'sign-in': ['failed', 'not-restarted'] }),
    }),
    reach: async (page) => {
      await runTest(page);
      await page.locator('article section').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'test-other-way-used',
    scenario: atStep('enter', aeries, {
      steps: vendorSteps(aeries, { 'sign-in': ['failed', 'not-restarted'] }),
      otherSteps: vendorSteps(aeries),
    }),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(Try the older address|Essayer l’ancienne adresse)$/);
      await page.getByRole('button', { name: /^(Keep asking|Garder cette façon)/ }).waitFor();
    },
  },
  {
    name: 'connection-other-way',
    scenario: withOne({ ...aeries, alternative: 'older-token-path' }),
    reach: async (page) => {
      await press(page, open);
      await page.getByRole('button', { name: /^(Test the usual way|Revenir à la façon)/ }).waitFor();
    },
  },
  {
    name: 'test-replace',
    scenario: atStep('enter', powerschool, {
      steps: vendorSteps(powerschool, { 'sign-in': ['failed', 'credentials-rejected'] }),
    }),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(Replace both values|Remplacer les deux valeurs)/);
    },
  },
  {
    name: 'test-practice-fault',
    scenario: atStep(
      'enter',
      { ...powerschool, practice: true },
      { steps: vendorSteps(powerschool, { 'sign-in': ['failed', 'refused'] }) },
    ),
    reach: async (page) => {
      await runTest(page);
      const fault = page.getByRole('combobox', { name: practiseFault });
      await fault.selectOption('token/refused-403');
      await fault.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'connection-practice',
    scenario: withOne({ ...powerschool, practice: true }),
    reach: async (page) => {
      await press(page, open);
      await page.getByRole('combobox', { name: practiseFault }).waitFor();
    },
  },
  {
    name: 'finish-vendor',
    scenario: atStep('enter', powerschool, { steps: vendorSteps(powerschool) }),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(Finish|Terminer)$/);
      await heading(page, /(Saved and proved|Enregistrée et confirmée)/);
    },
  },
  {
    name: 'connection-vendor',
    scenario: withOne(aeries),
    reach: async (page) => {
      await press(page, open);
      await page
        .getByText(/(Never share them|Ne les partagez|jamais)/)
        .last()
        .scrollIntoViewIfNeeded();
    },
  },
  { name: 'register-sent', scenario: atStep('register'), reach: (page) => leave(page, resume) },
  {
    name: 'register-this-computer',
    scenario: atStep('register', onThisComputer),
    reach: (page) => leave(page, resume),
  },
  {
    name: 'register-practice',
    scenario: atStep('register', practice),
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Copy the practice reply|Copier la réponse)/);
    },
  },
  {
    name: 'enter-empty',
    scenario: { connections: [leftAt('enter', empty)] },
    reach: (page) => leave(page, resume),
  },
  {
    name: 'enter-notes',
    scenario: { connections: [leftAt('enter', empty)] },
    reach: async (page) => {
      await press(page, resume);
      await page.locator('[name=clientId]').fill('Client ID: onsis-maple-4821 ');
      await page.locator('[name=authenticationUrl]').fill('http://auth.onsis.example/authorize');
      await page.locator('[name=scopes]').fill('demo.read, demo.write');
      await page.locator('[name=clientSecret]').fill('k7Tq90O-lI1x_Vb4 ');
      await page.locator('[name=scopes]').focus();
    },
  },
  {
    name: 'enter-filled',
    scenario: atStep('enter'),
    reach: async (page) => {
      await press(page, resume);
      await page.locator('[name=scopes]').waitFor();
    },
  },
  {
    name: 'enter-shown',
    scenario: { connections: [leftAt('enter', empty)] },
    reach: async (page) => {
      await press(page, resume);
      await page.locator('[name=clientSecret]').fill(SECRET);
      await press(page, /^(Show Client Secret|Afficher : Secret client)/);
      await page.locator('[data-fixed] [translate=no]').waitFor();
    },
  },
  {
    name: 'enter-locked-keyring',
    scenario: {
      connections: [leftAt('enter', empty)],
      protection: { verdict: 'unavailable', reason: 'locked', backend: 'gnome_libsecret' },
    },
    reach: (page) => leave(page, resume),
  },
  {
    name: 'enter-wallet-refuses',
    scenario: {
      connections: [leftAt('enter', empty)],
      protection: { verdict: 'unavailable', reason: 'access-blocked', backend: 'kwallet6' },
    },
    reach: (page) => leave(page, resume),
  },
  {
    name: 'enter-wallet-asks',
    scenario: {
      connections: [leftAt('enter', empty)],
      protection: { verdict: 'unavailable', reason: 'needs-permission', backend: 'kwallet6' },
      unlocking: 'waits',
    },
    reach: async (page) => {
      await leave(page, resume);
      await press(page, /^(Ask KDE Wallet|Demander à KDE Wallet)$/);
      await page.getByRole('button', { name: /^(Cancel|Annuler)$/ }).waitFor();
    },
  },
  {
    name: 'paste',
    scenario: { connections: [leftAt('enter', empty)] },
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Paste the reply|Coller la réponse)$/);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'paste-found',
    scenario: { connections: [leftAt('enter', empty)] },
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Paste the reply|Coller la réponse)$/);
      await page.getByRole('dialog').getByRole('textbox').focus();
      await paste(page, REPLY);
      await page.getByRole('button', { name: /(Fill in 6|Remplir les 6)/ }).waitFor();
    },
  },
  {
    name: 'paste-choose',
    scenario: { connections: [leftAt('enter', empty)] },
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Paste the reply|Coller la réponse)$/);
      await page.getByRole('dialog').getByRole('textbox').focus();
      await paste(page, TWO_ENVIRONMENTS);
      await page.getByRole('radiogroup').first().waitFor();
    },
  },
  {
    name: 'paste-elsewhere',
    scenario: { connections: [leftAt('enter', { ...empty, environment: 'production' })] },
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Paste the reply|Coller la réponse)$/);
      await page.getByRole('dialog').getByRole('textbox').focus();
      await paste(page, FOR_TEST);
      await page.getByRole('button', { name: /(anyway|quand même)$/ }).waitFor();
    },
  },
  {
    name: 'paste-one-column',
    scenario: { connections: [leftAt('enter', { ...empty, environment: 'production' })] },
    reach: async (page) => {
      await press(page, resume);
      await press(page, /^(Paste the reply|Coller la réponse)$/);
      await page.getByRole('dialog').getByRole('textbox').focus();
      await paste(page, ONE_COLUMN);
      await page.getByRole('radiogroup').first().waitFor();
    },
  },
  {
    name: 'test-browser',
    scenario: atStep('enter', onThisComputer, { check: 'browser' }),
    reach: async (page) => {
      await runTest(page);
      await page.getByText(/(If nothing opened|Si rien ne s’est ouvert)/).waitFor();
    },
  },
  {
    name: 'test-proved',
    scenario: atStep('enter', onThisComputer),
    reach: async (page) => {
      await runTest(page);
      await heading(page, /(is proved|confirmée|c’est confirmé)/);
    },
  },
  {
    name: 'test-not-saved',
    scenario: atStep('enter', onThisComputer, { diskFull: true }),
    reach: async (page) => {
      await runTest(page);
      await heading(page, /(is proved|confirmée|c’est confirmé)/);
    },
  },
  {
    name: 'test-not-proved',
    scenario: atStep('enter'),
    reach: async (page) => {
      await runTest(page);
      await heading(page, /(In order so far|Tout est en ordre)/);
    },
  },
  {
    name: 'test-stopped',
    scenario: atStep('enter', maple, { check: 'tls-intercepted' }),
    reach: async (page) => {
      await runTest(page);
      await page.getByRole('article').first().waitFor();
    },
  },
  {
    name: 'test-rejected',
    scenario: atStep('enter', onThisComputer, { check: 'credentials-rejected' }),
    reach: async (page) => {
      await runTest(page);
      await page.getByRole('article').first().waitFor();
      await press(page, /^(Details|Détails)$/);
    },
  },
  {
    name: 'finish-proved',
    scenario: atStep('enter', onThisComputer),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(Finish|Terminer)$/);
      await heading(page, /(Saved and proved|Enregistrée et confirmée)/);
    },
  },
  {
    name: 'finish-not-proved',
    scenario: atStep('enter'),
    reach: async (page) => {
      await runTest(page);
      await press(page, /^(Finish|Terminer)$/);
      await heading(page, /(One submission|Une transmission)/);
    },
  },
  {
    name: 'connection',
    scenario: withOne(checked(onThisComputer, 'proved'), {
      reports: { [maple.id]: reportOf(onThisComputer, 'proved', new Date().toISOString()) },
    }),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Show Client Secret|Afficher : Secret client)/);
      await page.locator('[data-fixed] [translate=no]').waitFor();
    },
  },
  {
    name: 'connection-stopped',
    scenario: withOne(checked(maple, 'tls-intercepted'), {
      reports: { [maple.id]: reportOf(maple, 'tls-intercepted', new Date().toISOString()) },
    }),
    reach: async (page) => {
      await press(page, whatToDo);
      await page.getByRole('article').first().waitFor();
    },
  },
  {
    name: 'connection-testing',
    scenario: withOne(checked(onThisComputer, 'proved'), { check: 'browser' }),
    reach: async (page) => {
      await press(page, testIt);
      await page.getByText(/(If nothing opened|Si rien ne s’est ouvert)/).waitFor();
    },
  },
  {
    name: 'report-steps',
    scenario: withOne(checked(powerschool, 'proved'), {
      reports: { [maple.id]: reportWith(passedSteps, new Date().toISOString()) },
    }),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Show the steps|Afficher les étapes)$/);
      await press(page, reportSteps);
      await page.locator('table:has(caption)').scrollIntoViewIfNeeded();
      await page.locator('section[data-outcome]').first().waitFor();
    },
  },
  {
    name: 'report-network',
    scenario: atStep('enter', powerschool, { steps: interceptedSteps }),
    reach: async (page) => {
      await runTest(page);
      await page
        .getByRole('figure', { name: /^(For your network team|Pour votre équipe réseau)$/ })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'reports-kept',
    scenario: reportsKept,
    reach: async (page) => {
      await press(page, whatToDo);
      await changedSince(page).scrollIntoViewIfNeeded();
      await press(page, keptOnes);
      await press(page, /^(Open: test|Ouvrir\s: vérification)/);
      await page.locator('section[data-outcome]').first().waitFor();
      await changedSince(page).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'delete',
    scenario: withOne(checked(maple, 'not-proved')),
    reach: async (page) => {
      await press(page, open);
      await press(page, /^(Delete|Supprimer)$/);
      await page.getByRole('alertdialog').waitFor();
    },
  },
  ...trustScreens,
  ...policyScreens,
  ...secretScreens,
  ...edFiScreens,
  ...sharingScreens,
];
