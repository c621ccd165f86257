import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { keepSilent } from '../../../../electron/shell/security/silence';

/* test/app/silence.spec.ts shows the effect; this covers what a Linux test with this Electron cannot show. */

class FakeApp extends EventEmitter {
  readonly resolvers: unknown[] = [];

  configureHostResolver(options: unknown): void {
    this.resolvers.push(options);
  }

  /** As Electron does when a session is created; returns the languages left for its spelling checker. */
  makeSession(): readonly string[] {
    let languages: readonly string[] = ['en-CA'];
    this.emit('session-created', {
      setSpellCheckerLanguages: (chosen: readonly string[]) => {
        languages = chosen;
      },
    });
    return languages;
  }
}

describe('a program kept silent', () => {
  it('leaves no session a language to fetch a dictionary for, however late it comes', () => {
    const app = new FakeApp();
    keepSilent(app as unknown as App);
    expect([app.makeSession(), app.makeSession(), app.makeSession()]).toEqual([[], [], []]);
  });

  it('asks for names only by the system’s way, told once, with the first session', () => {
    const app = new FakeApp();
    keepSilent(app as unknown as App);
    expect(app.resolvers).toEqual([]);
    app.makeSession();
    app.makeSession();
    expect(app.resolvers).toEqual([{ secureDnsMode: 'off' }]);
  });
});
