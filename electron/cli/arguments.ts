import { isLanguage, type Language } from '@contract/languages';
import { isFolder } from '@contract/shared-folder';
import { readStore, type StoreCommand } from './store-arguments';
import { readStatus, readWatch, type StatusCommand, type WatchCommand } from './watch-arguments';

/** A parsed command line (docs/command-line.md). */
export type Command =
  | {
      readonly kind: 'check';
      readonly source:
        | { readonly kind: 'files'; readonly files: readonly string[] }
        | { readonly kind: 'saved'; readonly names: readonly string[] }
        | { readonly kind: 'all' }
        /** What the shared store has; null: all of it, or of the folder. */
        | {
            readonly kind: 'shared';
            readonly names: readonly string[] | null;
            readonly folder: string | null;
          };
      readonly secretsFromStdin: boolean;
      /** Only the way to the servers is checked. */
      readonly withoutSecrets: boolean;
      readonly caFile: string | null;
      readonly timeoutMs: number | null;
      readonly json: boolean;
      /** Where the results are recorded; null: with the saved connections, if those are checked. */
      readonly resultsFile: string | null;
      /** Go on with a run that was interrupted. */
      readonly resume: boolean;
      /** Tell the desktop what worked before and has stopped. */
      readonly notify: boolean;
      readonly language: Language | null;
    }
  /** Reads a message of another program on standard input. */
  | { readonly kind: 'explain'; readonly json: boolean; readonly language: Language | null }
  | { readonly kind: 'practice' }
  /** What the organization has set on this computer. */
  | { readonly kind: 'policies'; readonly json: boolean; readonly language: Language | null }
  | StatusCommand
  | StoreCommand
  | WatchCommand
  | { readonly kind: 'help'; readonly language: Language | null }
  /** `argument` could not be understood; nothing is run. */
  | (Unclear & { readonly language: Language | null });

interface Unclear {
  readonly kind: 'unclear';
  readonly argument: string;
}

const helpWords = ['help', '--help', '-h'] as const;
const words = ['check', 'explain', 'policies', 'practice', 'status', 'store', 'watch', 'help'] as const;

/**
 * Returns the arguments from the command word on; null if there is none and the window should open. Chromium's own
 * switches come first and are ignored. The launchers put `--` before our arguments: the window then never opens, and
 * Chromium does not parse any of them as its own switches.
 * @param isDefaultApp Electron's `process.defaultApp`: the first argument is then the app's folder
 */
export function commandLine(argv: readonly string[], isDefaultApp: boolean): readonly string[] | null {
  const mark = argv.indexOf('--');
  if (mark !== -1) return argv.slice(mark + 1);
  if (argv[1] === '--help' || argv[1] === '-h') return argv.slice(1);
  const places = argv.flatMap((argument, at) => (at > 0 && !argument.startsWith('-') ? [at] : []));
  const at = places[isDefaultApp ? 1 : 0];
  if (at === undefined) return null;
  return words.some((known) => known === argv[at]) ? argv.slice(at) : null;
}

const LONGEST_TIMEOUT_SECONDS = 3600;

/** The value of `--lang`, even if the other arguments are invalid. */
export function languageIn(argv: readonly string[]): Language | null {
  const at = argv.indexOf('--lang');
  const language = at === -1 ? undefined : argv[at + 1];
  return isLanguage(language) ? language : null;
}

/** Parses the arguments, starting with the command word. */
export function readArguments(argv: readonly string[]): Command {
  const command = read(argv);
  return command.kind === 'unclear' ? { ...command, language: languageIn(argv) } : command;
}

function read(argv: readonly string[]): Exclude<Command, { readonly kind: 'unclear' }> | Unclear {
  const [word, ...rest] = argv;
  const help = { kind: 'help', language: languageIn(rest) } as const;
  if (word === undefined || helpWords.some((known) => known === word)) return help;
  if (word === 'practice') {
    return rest[0] === undefined ? { kind: 'practice' } : { kind: 'unclear', argument: rest[0] };
  }
  if (word === 'explain' || word === 'policies') return readPlain(word, rest);
  if (word === 'status' || word === 'watch') {
    // An engine would take the status of help for well.
    if (rest.includes('--help') && !rest.includes('--nagios')) return help;
    return word === 'status' ? readStatus(rest) : readWatch(rest);
  }
  if (word === 'store') return rest.includes('--help') ? help : readStore(rest);
  if (word !== 'check') return { kind: 'unclear', argument: word };
  const lists: Record<'--connection' | '--saved' | '--shared', string[]> = {
    '--connection': [],
    '--saved': [],
    '--shared': [],
  };
  let shared = false;
  let folder: string | null = null;
  let all = false;
  let secretsFromStdin = false;
  let withoutSecrets = false;
  let json = false;
  let caFile: string | null = null;
  let timeoutMs: number | null = null;
  let resultsFile: string | null = null;
  let resume = false;
  let notify = false;
  let language: Language | null = null;

  for (let at = 0; at < rest.length; at += 1) {
    const argument = rest[at] ?? '';
    const next = rest[at + 1];
    const value = next === undefined || next.startsWith('--') ? undefined : next;
    switch (argument) {
      case '--help':
        return help;
      case '--connection':
      case '--shared':
      case '--saved': {
        let taken = 0;
        while (rest[at + 1] !== undefined && !rest[at + 1]?.startsWith('--')) {
          lists[argument].push(rest[at + 1] ?? '');
          at += 1;
          taken += 1;
        }
        if (argument === '--shared') shared = true;
        if (taken === 0 && argument !== '--shared') return { kind: 'unclear', argument };
        break;
      }
      case '--folder':
        if (value === undefined || !isFolder(value))
          return { kind: 'unclear', argument: joined(argument, value) };
        folder = value;
        at += 1;
        break;
      case '--all':
        all = true;
        break;
      case '--secrets-stdin':
        secretsFromStdin = true;
        break;
      case '--without-secrets':
        withoutSecrets = true;
        break;
      case '--json':
        json = true;
        break;
      case '--resume':
        resume = true;
        break;
      case '--notify':
        notify = true;
        break;
      case '--results':
        if (value === undefined) return { kind: 'unclear', argument };
        resultsFile = value;
        at += 1;
        break;
      case '--ca':
        if (value === undefined) return { kind: 'unclear', argument };
        caFile = value;
        at += 1;
        break;
      case '--timeout': {
        const seconds = Number(value);
        if (value === undefined || !(seconds > 0 && seconds <= LONGEST_TIMEOUT_SECONDS)) {
          return { kind: 'unclear', argument: joined(argument, value) };
        }
        timeoutMs = seconds * 1000;
        at += 1;
        break;
      }
      case '--lang':
        if (!isLanguage(value)) return { kind: 'unclear', argument: joined(argument, value) };
        language = value;
        at += 1;
        break;
      default:
        return { kind: 'unclear', argument };
    }
  }

  if (shared && !all && lists['--shared'].length === 0) return { kind: 'unclear', argument: '--shared' };
  const chosen = [
    lists['--connection'].length > 0,
    lists['--saved'].length > 0,
    all,
    lists['--shared'].length > 0,
  ];
  if (chosen.filter(Boolean).length !== 1) return { kind: 'unclear', argument: 'check' };
  if (folder !== null && !shared) return { kind: 'unclear', argument: '--folder' };
  if (shared && (lists['--connection'].length > 0 || lists['--saved'].length > 0))
    return { kind: 'unclear', argument: 'check' };
  const names = all ? null : lists['--shared'];
  const source = shared
    ? ({ kind: 'shared', names, folder } as const)
    : all
      ? ({ kind: 'all' } as const)
      : lists['--saved'].length > 0
        ? ({ kind: 'saved', names: lists['--saved'] } as const)
        : ({ kind: 'files', files: lists['--connection'] } as const);
  // Saved connections have their own secrets, so there is nothing to read from standard input.
  if (secretsFromStdin && source.kind !== 'files') return { kind: 'unclear', argument: '--secrets-stdin' };
  if (secretsFromStdin && withoutSecrets) return { kind: 'unclear', argument: '--secrets-stdin' };
  // There is nothing to go on with where nothing is recorded.
  if (resume && source.kind === 'files' && resultsFile === null)
    return { kind: 'unclear', argument: '--resume' };
  // One connection that is tested alone is no night.
  if (notify && !all) return { kind: 'unclear', argument: '--notify' };
  return {
    kind: 'check',
    source,
    secretsFromStdin,
    withoutSecrets,
    caFile,
    timeoutMs,
    json,
    resultsFile,
    resume,
    notify,
    language,
  };
}

/** A command with no options but how its answer is written. */
function readPlain(
  kind: 'explain' | 'policies',
  rest: readonly string[],
): Extract<Command, { readonly kind: 'explain' | 'policies' | 'help' }> | Unclear {
  if (rest.includes('--help')) return { kind: 'help', language: languageIn(rest) };
  const others = rest.filter(
    (argument, at) => argument !== '--json' && argument !== '--lang' && rest[at - 1] !== '--lang',
  );
  const language = languageIn(rest);
  const [other] = others;
  if (other !== undefined) return { kind: 'unclear', argument: other };
  if (rest.includes('--lang') && language === null)
    return { kind: 'unclear', argument: joined('--lang', rest[rest.indexOf('--lang') + 1]) };
  return { kind, json: rest.includes('--json'), language };
}

/** An option with its invalid value, for the error message. */
const joined = (option: string, value: string | undefined): string =>
  value === undefined ? option : `${option} ${value}`;
