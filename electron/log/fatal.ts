import { byLanguage } from '@contract/by-language';
import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import type english from '../../assets/locales/en/program-bug.json';
import { type BugDetails, detailsText } from './bugs';

/*
 * Handles bugs, which are not findings: the user gets a short message and details for support, and the app quits
 * instead of continuing in an unknown state.
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
  /** Clears what a normal exit would clear. Runs first, so that details copied afterwards stay on the clipboard. */
  clear(): void;
  /** Logs the bug and returns what may be shown of it. */
  note(bug: unknown): BugDetails;
  language(): Language;
  /** Shows a blocking message. */
  ask: Ask;
  /** Asynchronous in newer Electron versions. */
  copy(text: string): unknown;
  exit(code: number): void;
}

const LONGEST_COPY_MS = 1_000;

/** sysexits.h: an internal software error. */
export const EX_SOFTWARE = 70;

/**
 * Tells the user, offers the details and exits, whatever of this fails: a program that cannot exit is worse than one
 * that exits without a message.
 */
export function endFatally(bug: unknown, port: FatalPort): void {
  let details: BugDetails | null = null;
  // Before the message, which may stay open for a long time.
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

/** @returns the result of copying */
function tell(details: BugDetails | null, port: FatalPort): unknown {
  const text = words[port.language()];
  const chosen = port.ask({ title: text.title, body: text.body, buttons: [text.copy, text.close] });
  return chosen === 0 && details !== null ? port.copy(detailsText(details)) : undefined;
}

/** The renderer process is gone or unresponsive: asks whether to open the window again. */
export function windowQuestion(what: 'gone' | 'unresponsive', language: Language): Question {
  const text = words[language];
  const otherwise = { gone: text.close, unresponsive: text.wait }[what];
  return { ...text[what], buttons: [text.again, text.copyAndOpen, otherwise] };
}

/** The line for standard error; it contains the details if they could not be logged. */
export function commandLineBug(details: BugDetails, logFile: string | null, language: Language): string {
  const say = words[language].commandLine;
  return logFile === null
    ? fill(say.details, { details: JSON.stringify(details) })
    : fill(say.log, { file: logFile });
}

/** Ignores errors during the exit: only the first bug matters. */
function anyway(step: () => void): void {
  try {
    step();
  } catch {
    // Continue exiting.
  }
}
