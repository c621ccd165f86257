import { byLanguage } from '@contract/by-language';
import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import type english from '../../assets/locales/en/program-bug.json';
import { type BugDetails, detailsText } from './bugs';

/*
 * Where bugs end. A bug is not a finding: the person gets a short text, details fit for support, and the app
 * quits rather than going on in an unknown state.
 */

const words = byLanguage<typeof english>('program-bug', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/program-bug.json', {
    eager: true,
    import: 'default',
  }),
);

export interface Question {
  readonly title: string;
  readonly body: string;
  readonly buttons: readonly string[];
}

/** Returns the index of the chosen button. */
type Ask = (question: Question) => number;

export interface FatalPort {
  /** Clears what the ordinary end would have cleared; what is copied after it has to stay. */
  clear(): void;
  /** Writes the bug down; what is returned is what may be told of it. */
  note(bug: unknown): BugDetails;
  language(): Language;
  /** Shows a blocking message. */
  ask: Ask;
  /** Newer Electrons copy asynchronously. */
  copy(text: string): unknown;
  exit(code: number): void;
}

const LONGEST_COPY_MS = 1_000;

/** sysexits.h: an internal software error. */
export const EX_SOFTWARE = 70;

/**
 * Tells the person, offers the details, and ends the program, whatever of this works: who called will not call again, and
 * a program that cannot end is worse than one that ends without a word.
 */
export function endFatally(bug: unknown, port: FatalPort): void {
  let details: BugDetails | null = null;
  // Before the message, which may stand there for as long as nobody looks.
  anyway(() => port.clear());
  anyway(() => {
    details = port.note(bug);
  });
  let copied: unknown;
  anyway(() => {
    copied = tell(details, port);
  });
  const exit = (): void => port.exit(EX_SOFTWARE);
  if (!(copied instanceof Promise)) exit();
  else void Promise.race([copied, new Promise((late) => setTimeout(late, LONGEST_COPY_MS))]).then(exit, exit);
}

/** @returns what copying returned */
function tell(details: BugDetails | null, port: FatalPort): unknown {
  const text = words[port.language()];
  const chosen = port.ask({ title: text.title, body: text.body, buttons: [text.copy, text.close] });
  return chosen === 0 && details !== null ? port.copy(detailsText(details)) : undefined;
}

/** The page's process is gone, or does not answer: asks whether the window is to be opened again. */
export function windowQuestion(what: 'gone' | 'unresponsive', language: Language): Question {
  const text = words[language];
  const otherwise = { gone: text.close, unresponsive: text.wait }[what];
  return { ...text[what], buttons: [text.again, text.copyAndOpen, otherwise] };
}

/** The one line on standard error; with the details in it where the disk did not take them. */
export function commandLineBug(details: BugDetails, diary: string | null, language: Language): string {
  const say = words[language].commandLine;
  return diary === null
    ? fill(say.details, { details: JSON.stringify(details) })
    : fill(say.diary, { file: diary });
}

/** What breaks on the way out is told nobody: the first bug is the one that counts. */
function anyway(step: () => void): void {
  try {
    step();
  } catch {
    // On with the end.
  }
}
