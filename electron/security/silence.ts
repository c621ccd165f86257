import type { App, Session } from 'electron';

/**
 * Keeps Chromium from contacting anybody by itself, in every session that ever comes to be. Called before the first
 * one does.
 */
export function keepSilent(app: App): void {
  app.on('session-created', (session: Session) => {
    // Each session fetches the spelling dictionary of the person's language from Google, whether or not a page checks
    // spelling (electron#22995); only a session without languages fetches none. On macOS, whose own spelling checker
    // is used, this does nothing.
    session.setSpellCheckerLanguages([]);
  });
}
