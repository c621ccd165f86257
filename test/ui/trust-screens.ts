import type { CertificateView, ChosenCertificates, ExtraTrust } from '../../electron/contract/extra-trust';
import { checked, maple, reportOf, withOne } from './saved';
import type { Screen } from './screens';

/* The screens about certificates that a person adds. */

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

export const HOSTS = ['auth.onsis.example', 'api.onsis.example'];

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
  proxySignIns: [],
};

export const stopped = withOne(checked(maple, 'tls-intercepted'), {
  reports: { [maple.id]: reportOf(maple, 'tls-intercepted', new Date().toISOString()) },
});

const addNames = /^(Add a certificate|Ajouter un certificat)/;
const openIt = /^(What to do|Que faire|Open|Ouvrir)\s?:/;

export const trustScreens: readonly Screen[] = [
  {
    name: 'certificate-preview',
    scenario: { ...stopped, files: [chosenRoot] },
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.locator('.finding').getByRole('button', { name: addNames }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'certificate-useless',
    scenario: { ...stopped, files: [chosenLeaf] },
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.locator('.finding').getByRole('button', { name: addNames }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'connection-certificates',
    scenario: { ...withOne(checked(maple, 'not-proved')), extraTrust: withRoot },
    reach: async (page) => {
      await page.getByRole('button', { name: openIt }).first().click();
      await page.locator('.certificates').scrollIntoViewIfNeeded();
    },
  },
];
