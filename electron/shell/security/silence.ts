import type { App, Session } from 'electron';

/*
 * Chromium contacts servers on its own. Each case we have seen is disabled here, once, for both the window and the
 * command line; test/app/silence.spec.ts watches every packet. Other things browsers contact (component updates,
 * time, safe browsing, variations, push messages, metrics) are not built into Electron.
 */

/** Applies to all sessions, so call it before the first one is created. */
export function keepSilent(app: App): void {
  app.on('session-created', (session: Session) => {
    // Each session downloads the spelling dictionary for the user's language from Google, even if no page checks
    // spelling (electron#22995). A session without languages downloads none. No effect on macOS, which has its own
    // spelling checker.
    session.setSpellCheckerLanguages([]);
  });
  app.once('session-created', () => {
    // If the system's name server is a public one (8.8.8.8, 1.1.1.1, 9.9.9.9, a family filter …), Chromium would
    // probe for the provider's DNS over HTTPS (`dns.google`) and use it. Always use the system's resolver instead.
    app.configureHostResolver({ secureDnsMode: 'off' });
  });
}
