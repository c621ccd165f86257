import { main as english } from '../../assets/locales/en/main';
import { main as french } from '../../assets/locales/fr/main';
import type { Desktop } from '../support/desktop';
import type { LaunchedApp } from '../support/launch-app';
import { startListener } from '../support/listener';
import { expectGoodManners, Person } from '../support/listening-person';
import { stagePackedAppWithInspectFuse } from '../support/packed-app';
import { startScreenReader } from '../support/screen-reader';
import { expectAsKept, written } from '../support/transcript';
import { stageTrustingApp } from '../support/trusting-app';
import { en, fr } from '../support/window-words';
import { test as base } from './app-fixture';

interface Path {
  /** The transcript's name in docs/heard, below the language. */
  readonly name: string;
  /** Certificate authorities (PEM) that the computer trusts besides its own. */
  readonly authorities?: readonly string[];
  /** What is there before the person comes, made through the window's own calls. */
  readonly before?: (app: LaunchedApp, desktop: Desktop) => Promise<unknown>;
  readonly go: (person: Person, app: LaunchedApp, desktop: Desktop) => Promise<void>;
}

interface ByEar {
  readonly spoken: Spoken;
  /** Goes a path through the packed program by ear, and compares all that is heard with the transcript kept of it. */
  readonly byEar: (path: Path) => Promise<void>;
}

export const inBoth = [
  { code: 'en', words: en, more: english, languages: 'en_CA:en' },
  { code: 'fr', words: fr, more: french, languages: 'fr_CA:fr' },
] as const;
type Spoken = (typeof inBoth)[number];

export const test = base.extend<ByEar>({
  spoken: [inBoth[0], { option: true }],
  desktopOptions: async ({ spoken }, use) => use({ screenReader: true, languages: spoken.languages }),
  byEar: async ({ desktop, launch, spoken }, use, info) => {
    await use(async ({ name, authorities = [], before, go }) => {
      const path = `${spoken.code}/${name}.txt`;
      const listener = await startListener(desktop);
      const reader = await startScreenReader(desktop);
      const person = new Person(listener);
      const packed = stagePackedAppWithInspectFuse(desktop.user);
      // Chromium makes the page's tree once somebody asks for it, which may be after the first words.
      const app = await launch({
        program: authorities.length === 0 ? packed : stageTrustingApp(desktop, authorities, packed),
        args: ['--force-renderer-accessibility'],
      });
      await before?.(app, desktop);
      try {
        // Where a page was loaded anew first, who knows which of its words came when.
        const { first, title } = spoken.words.connections;
        await person.begin(before === undefined ? first.title : title, { isRace: before !== undefined });
        await go(person, app, desktop);
        await person.hearItOut();
        await reader?.keepLog(path);
        expectGoodManners(person.steps(), spoken.code);
        expectAsKept(path, person.steps());
      } finally {
        await info.attach('heard', { body: written(person.steps()), contentType: 'text/plain' });
      }
    });
  },
});

export { expect } from './app-fixture';
