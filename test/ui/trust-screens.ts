import type { CertificateView, ChosenCertificates, ExtraTrust } from '../../electron/contract/extra-trust';
import type { Facts, Step } from '../../electron/contract/report';
import { checked, maple, reportOf, withOne } from './saved';
import type { Screen } from './screen';

/* The screens about user-added certificates. */

const fingerprint = (first: string): string =>
  `${first}:${'4F:1C:9A:07:E2:5B:D8:33:'.repeat(4)}`.slice(0, 95);

export const filterRoot: CertificateView = {
  fingerprint: fingerprint('A1'),
  subject: 'Maple District Web Filter Root',
  issuer: 'Maple District Web Filter Root',
  validFrom: '2024-03-01T00:00:00.000Z',
  validTo: '2034-03-01T00:00:00.000Z',
  verdict: 'good',
};
const ofServer: CertificateView = {
  ...filterRoot,
  fingerprint: fingerprint('B2'),
  subject: 'auth.onsis.example',
  verdict: 'server-certificate',
};

export const PLAIN_PROXY = 'http://proxy.maple.example:3128';
const HOSTS = ['auth.onsis.example', 'api.onsis.example'];

export const chosenRoot: ChosenCertificates = {
  kind: 'read',
  fileName: 'filter-root.cer',
  certificates: [filterRoot, ofServer],
  hosts: HOSTS,
  token: '6f1c1e1a-0000-4000-8000-0000000000aa',
};
export const chosenKey: ChosenCertificates = {
  kind: 'refused',
  fileName: 'server.pem',
  problem: 'private-key',
};
const chosenLeaf: ChosenCertificates = {
  ...chosenRoot,
  fileName: 'server.cer',
  certificates: [ofServer, { ...filterRoot, fingerprint: fingerprint('C3'), verdict: 'expired' }],
  token: null,
};

export const withRoot: ExtraTrust = {
  hosts: HOSTS,
  certificates: [{ ...filterRoot, hosts: ['auth.onsis.example'] }],
  proxySignIns: [{ proxy: PLAIN_PROXY, state: 'saved' }],
};

export const stopped = withOne(checked(maple, 'tls-intercepted'), {
  reports: { [maple.id]: reportOf(maple, 'tls-intercepted', new Date().toISOString()) },
});

/** A check that ended at a proxy, as main reports it. */
const endedAtProxy = (
  code: 'proxy-sign-in-required' | 'proxy-sign-in-rejected',
  proxy: string,
  problem: string,
  more: Facts = {},
) => {
  const made = reportOf(maple, 'tls-intercepted', new Date().toISOString());
  const facts = {
    host: 'auth.onsis.example',
    port: 443,
    via: proxy.replace(/^https?:\/\//, ''),
    status: 407,
    problem,
    proxy,
    ...more,
  };
  const steps: Step[] = made.steps
    .filter(({ id, subject }) => id !== 'connect' || subject === 'authenticationUrl')
    .map((step) =>
      step.id === 'connect'
        ? { ...step, outcome: 'failed', code, facts }
        : step.id === 'secure-connection'
          ? { ...step, outcome: 'not-tried', code: null, facts: {} }
          : step,
    );
  return withOne(checked(maple, 'tls-intercepted'), { reports: { [maple.id]: { ...made, steps } } });
};

export const wantsSignIn = (proxy = PLAIN_PROXY, problem = 'basic ntlm') =>
  endedAtProxy('proxy-sign-in-required', proxy, problem);
/** A proxy that takes Windows accounts; `windows`: as on Windows itself, where one's own would do. */
export const wantsAccount = (windows = false) =>
  endedAtProxy('proxy-sign-in-required', PLAIN_PROXY, 'ntlm negotiate', {
    why: 'account-wanted',
    ...(windows && { ownSignIn: true }),
  });
export const isForbidden = () =>
  endedAtProxy('proxy-sign-in-required', PLAIN_PROXY, 'basic ntlm', { why: 'forbidden-here' });
export const turnedAway = () => endedAtProxy('proxy-sign-in-rejected', PLAIN_PROXY, 'basic');

const askNames = /^(Sign in to the proxy|Enter the sign-in again|S’authentifier auprès|Saisir de nouveau)/;
const goOnNames = /^(Enter them anyway|Les saisir quand même)$/;

const ownNames = /^(Use my Windows sign-in|Utiliser mon authentification Windows)/;

const addNames = /^(Add a certificate|Ajouter un certificat)/;
const openIt = /^(What to do|Que faire|Open|Ouvrir)\s?:/;

export const trustScreens: readonly Screen[] = [
  {
    name: 'proxy-offer',
    scenario: turnedAway(),
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('button', { name: askNames }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'proxy-warning',
    scenario: wantsSignIn(),
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('button', { name: askNames }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'proxy-sign-in',
    scenario: {
      ...wantsSignIn(),
      protection: { verdict: 'unavailable', reason: 'no-keyring', backend: 'basic_text' },
    },
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('button', { name: askNames }).click();
      await page.getByRole('button', { name: goOnNames }).click();
      await page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'proxy-account',
    scenario: wantsAccount(),
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('button', { name: askNames }).click();
      await page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'proxy-forbidden',
    scenario: isForbidden(),
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
    },
  },
  {
    name: 'proxy-own-offer',
    scenario: wantsAccount(true),
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('button', { name: ownNames }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'proxy-own-sign-in',
    scenario: wantsAccount(true),
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('button', { name: ownNames }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'certificate-preview',
    scenario: { ...stopped, files: [chosenRoot] },
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('article').getByRole('button', { name: addNames }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'certificate-useless',
    scenario: { ...stopped, files: [chosenLeaf] },
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.getByRole('article').getByRole('button', { name: addNames }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'connection-certificates',
    scenario: { ...withOne(checked(maple, 'not-proved')), extraTrust: withRoot },
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.locator('ul[aria-label]').last().scrollIntoViewIfNeeded();
    },
  },
];
