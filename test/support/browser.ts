import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Desktop } from './desktop';
import { runAs } from './desktop-user';
import { waitFor } from './wait-for';

/** The user's own browser, opened by the app through the operating system, never by the test. */
export interface PersonsBrowser {
  /** The page of the last address opened. Waits until the browser shows it. */
  page(): Promise<Page>;
  /** Clicks on that page to sign in; by default the first submit button. */
  click(selector?: string): Promise<void>;
  /** Disconnects from the browser; stopping the desktop ends it. */
  detach(): Promise<void>;
}

export interface BrowserOptions {
  /** PEM files of certificate authorities that the browser trusts in addition to the system's. */
  readonly authorities?: readonly string[];
}

const SUBMIT = 'button[type=submit], button:not([type]), input[type=submit]';

/** Only this computer is reachable, and nothing is fetched, reported or updated in the background. */
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
];

/** Makes a headless Chromium the desktop's default browser. It starts when something opens an address. */
export async function installBrowser(
  desktop: Desktop,
  options: BrowserOptions = {},
): Promise<PersonsBrowser> {
  for (const [index, file] of (options.authorities ?? []).entries()) {
    await trust(desktop, `throwaway ${index + 1}`, readFileSync(file, 'utf8'));
  }
  const profiles = desktop.makeFolder('browsers');
  const words = [chromiumProgram(), '--headless=new', '--remote-debugging-port=0', ...quiet];
  // A second start cannot hand an address to a running headless browser, so each address gets its own.
  const script = `#!/bin/sh
exec ${words.map((word) => `'${word}'`).join(' ')} "--user-data-dir=${profiles}/$(wc -l < '${desktop.folder}/opened')" "$1"
`;
  desktop.setOpener(desktop.writeFile('bin/browser', script, 0o755));

  const attached = new Map<number, Browser>();
  const attach = async (number: number): Promise<Browser> => {
    const known = attached.get(number);
    if (known !== undefined) return known;
    const port = await debuggingPort(join(profiles, String(number)));
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    attached.set(number, browser);
    return browser;
  };
  const page = async (): Promise<Page> => {
    await desktop.waitForOpened();
    const browser = await attach(desktop.opened().length);
    const shown = await waitFor('the browser to show the address', () =>
      browser
        .contexts()[0]
        ?.pages()
        .findLast((candidate) => /^https?:/.test(candidate.url())),
    );
    await shown.waitForLoadState();
    return shown;
  };
  return {
    page,
    click: async (selector = SUBMIT) => (await page()).locator(selector).first().click(),
    detach: async () => {
      for (const browser of attached.values()) await browser.close();
      attached.clear();
    },
  };
}

/** Adds a certificate authority to the user's own store (NSS), where Chromium on Linux looks. */
async function trust(desktop: Desktop, name: string, pem: string): Promise<void> {
  for (const folder of ['home/.pki', 'home/.pki/nssdb']) desktop.makeFolder(folder);
  const database = `sql:${join(desktop.home, '.pki/nssdb')}`;
  const place = { env: desktop.env, cwd: desktop.home };
  if (!existsSync(join(desktop.home, '.pki/nssdb/cert9.db'))) {
    await runAs(desktop.user, 'certutil', ['-d', database, '-N', '--empty-password'], place);
  }
  const add = ['-d', database, '-A', '-t', 'C,,', '-n', name, '-a'];
  await runAs(desktop.user, 'certutil', add, { ...place, input: pem });
}

/** Chromium writes its chosen port into the profile just before it starts listening. */
function debuggingPort(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  return waitFor('the browser to start', () => {
    if (!existsSync(file)) return undefined;
    const port = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return port > 0 ? port : undefined;
  });
}

/** The system's Chromium or Chrome, otherwise Playwright's. */
function chromiumProgram(): string {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return known.find((path) => existsSync(path)) ?? chromium.executablePath();
}
