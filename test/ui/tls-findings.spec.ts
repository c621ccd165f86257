import { main as english } from '../../assets/locales/en/main';
import { main as french } from '../../assets/locales/fr/main';
import type { FindingCode } from '../../electron/contract/findings';
import type { Facts, Step } from '../../electron/contract/report';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { checked, maple, reportOf, withOne } from './saved';

/* The TLS connection is refused, by either side. */

const place = { host: 'auth.onsis.example', port: 443, via: null };

/** A check that ended this way at the TLS step, as main reports it. */
const endedAtSecure = (code: FindingCode, more: Facts) => {
  const made = reportOf(maple, 'tls-intercepted', new Date().toISOString());
  const steps: Step[] = made.steps
    .filter(({ id, subject }) => id !== 'secure-connection' || subject === 'authenticationUrl')
    .map((step) =>
      step.id === 'secure-connection' ? { ...step, code, facts: { ...place, ...more } } : step,
    );
  return withOne(checked(maple, 'tls-intercepted'), { reports: { [maple.id]: { ...made, steps } } });
};

const openIt = /^(What to do|Que faire)\s?:/;

test('a name the server does not know is for the person to compare first', async ({ open, page }) => {
  await open(endedAtSecure('tls-unknown-name', { alert: 'unrecognized_name' }));
  await page.getByRole('button', { name: openIt }).click();
  const card = page.getByRole('article', { name: english.findings.general['tls-unknown-name'].title });
  await expect(card).toContainText('Compare the name with what you received');
  const button = (name: string) => card.getByRole('button', { name });
  await expect(button(en.report.changeValues)).toHaveAttribute('data-kind', 'primary');
  await expect(button(en.report.copyRequest)).toHaveAttribute('data-kind', 'plain');
  await expect(card.getByRole('figure')).toContainText('alert 112, unrecognized_name');
});

const forTheServer: readonly (readonly [FindingCode, Facts, title: string, message: string])[] = [
  [
    'tls-refused',
    { alert: 'internal_error' },
    french.findings.general['tls-refused'].title,
    'l’alerte «\u00a0internal_error\u00a0»',
  ],
  [
    'tls-name-not-permitted',
    { issuer: 'Maple Board CA', names: ['auth.onsis.example'] },
    french.findings.general['tls-name-not-permitted'].title,
    'délivré par «\u00a0Maple Board CA\u00a0»',
  ],
  [
    'tls-unsuitable',
    { problem: 'purpose' },
    french.findings.cases['tls-unsuitable'].purpose.title,
    '1.3.6.1.5.5.7.3.1',
  ],
];
for (const [code, facts, title, message] of forTheServer) {
  test(`${code} comes with a message for whoever runs the server`, async ({ open, page }) => {
    await open({ ...endedAtSecure(code, facts), language: 'fr' });
    await page.getByRole('button', { name: openIt }).click();
    const card = page.getByRole('article', { name: title });
    await expect(card.getByRole('figure')).toContainText(message);
    await expect(card.getByRole('button').first()).toHaveText(fr.report.copyRequest);
    // A certificate file would not help.
    await expect(card.getByRole('button', { name: /Ajouter un certificat/ })).toHaveCount(0);
  });
}
