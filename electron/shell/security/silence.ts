import type { App, Session } from 'electron';

/*
 * Chromium contacts others by itself. Each thing it does is turned off here, once, for both programs, with what was
 * seen; test/app/silence.spec.ts watches every packet. What else a browser contacts (component updates, time, safe
 * browsing, variations, push messages, metrics) Electron is built without.
 */

/** Turns it off in every session that ever comes to be, so it has to be called before the first one does. */
export function keepSilent(app: App): void {
  app.on('session-created', (session: Session) => {
    // Each session fetches the spelling dictionary of the person's language from Google, even if no page checks spelling
    // (electron#22995). A session without languages fetches none. On macOS, which has a spelling checker of its own,
    // this does nothing.
    session.setSpellCheckerLanguages([]);
  });
  app.once('session-created', () => {
    // Where the system's name server is a public one (8.8.8.8, 1.1.1.1, 9.9.9.9, a family filter …), Chromium would look
    // for the same provider's DNS over HTTPS (`dns.google`) and ask there. The system's own way is the only right one.
    app.configureHostResolver({ secureDnsMode: 'off' });
  });
}
