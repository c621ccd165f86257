/*
 * Where bugs end. A bug is not a finding: the person gets a short text, details fit for support, and the app
 * quits rather than going on in an unknown state.
 */

export interface FatalDetails {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  /** Class name of what was thrown, such as `TypeError`. */
  readonly type: string;
  /** Only the app's own functions and line numbers: the message may quote what a server or person wrote. */
  readonly frames: readonly string[];
}

type About = Pick<FatalDetails, 'version' | 'electron' | 'platform'>;

/** What is left of an exception once every free text is taken out. */
export function fatalDetails(bug: unknown, about: About): FatalDetails {
  const type = bug instanceof Error ? bug.constructor.name : typeof bug;
  const stack = bug instanceof Error ? (bug.stack ?? '') : '';
  const frames = stack
    .split('\n')
    .map((line) => /^\s*at (?:async )?([\w.<>#$ ]{1,80}) \(.*?([\w-]+\.js:\d+:\d+)\)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => `${match[1]} (${match[2]})`)
    .slice(0, 12);
  return { ...about, type, frames };
}

const words = {
  en: {
    title: 'The wizard has to close',
    body: 'Something in the program went wrong, and it closes to be safe. What was saved stays saved. You can start it again now; if this comes back, send the details to whoever looks after the program.',
    copy: 'Copy details and close',
    close: 'Close',
  },
  fr: {
    title: 'L’assistant doit se fermer',
    body: 'Un problème s’est produit dans le programme, qui se ferme par prudence. Ce qui a été enregistré le reste. Vous pouvez le redémarrer maintenant; si cela se reproduit, envoyez les détails à la personne qui s’occupe du programme.',
    copy: 'Copier les détails et fermer',
    close: 'Fermer',
  },
} as const;

export interface FatalPort {
  /** Clears what the ordinary end would have cleared; what is copied after it has to stay. */
  clear(): void;
  language(): 'en' | 'fr';
  /** Shows a blocking message; returns the index of the chosen button. */
  ask(message: { title: string; body: string; buttons: readonly string[] }): number;
  copy(text: string): void;
  exit(code: number): void;
}

/**
 * Tells the person, offers the details, and ends the program with status 70 (sysexits EX_SOFTWARE), whatever of this
 * works: who called will not call again, and a program that cannot end is worse than one that ends without a word.
 */
export function endFatally(bug: unknown, about: About, port: FatalPort): void {
  // Before the message, which may stand there for as long as nobody looks.
  anyway(() => port.clear());
  anyway(() => tell(bug, about, port));
  port.exit(70);
}

function tell(bug: unknown, about: About, port: FatalPort): void {
  const text = words[port.language()];
  const chosen = port.ask({ title: text.title, body: text.body, buttons: [text.copy, text.close] });
  if (chosen === 0) port.copy(JSON.stringify(fatalDetails(bug, about), null, 2));
}

/** What breaks on the way out is told nobody: the first bug is the one that counts. */
function anyway(step: () => void): void {
  try {
    step();
  } catch {
    // On with the end.
  }
}
