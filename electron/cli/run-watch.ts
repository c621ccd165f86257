import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import { codeOf, writeWhole } from '../connections/durable';
import {
  DEFAULT_AT,
  type ScheduleFile,
  type SchedulePlan,
  type ScheduleWishes,
} from '../watch/schedule/plan';
import { schedulePlan } from '../watch/schedule/schedule-plan';
import { words } from '../watch/words';
import type { WatchCommand } from './watch-arguments';

export interface WatchPorts extends Omit<ScheduleWishes, 'launcher' | 'resultsFile' | 'at'> {
  /** null in a checkout, which the system cannot start by itself. */
  readonly launcher: string | null;
  readonly path: (file: string) => string;
  readonly print: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly language: Language;
  /** Replaced by tests. @returns whether the command succeeded */
  readonly run?: (program: string, words: readonly string[]) => boolean;
}

/** Exit status: nothing was changed. */
const NOTHING_DONE = 2;

const runCommand = (program: string, rest: readonly string[]): boolean =>
  spawnSync(program, rest, { stdio: 'ignore', windowsHide: true }).status === 0;

/** Shows, makes or removes the system's schedule. Returns the exit status. */
export function runWatch(command: WatchCommand, ports: WatchPorts): number {
  const language = command.language ?? ports.language;
  const say = words[language].schedule;
  const refused = (why: string): number => {
    ports.complain(why);
    return NOTHING_DONE;
  };
  const { launcher, run = runCommand } = ports;
  if (launcher === null) return refused(say.notInstalled);
  const at = command.at ?? DEFAULT_AT;
  const resultsFile = command.resultsFile === null ? null : ports.path(command.resultsFile);
  const plan = schedulePlan({ ...ports, launcher, resultsFile, at });
  if (plan === null) return refused(say.wrongSystem);
  const print = (line: string): void => ports.print(`${line}\n`);

  if (command.does === 'remove') return remove(plan, { run, say, print, refused });
  for (const { path, text } of plan.files) print(`${fill(say.file, { file: path })}\n${text}`);
  for (const line of plan.toInstall) print(fill(say.command, { command: line.join(' ') }));
  if (command.does === 'show') {
    print(`\n${say[stateOf(plan)]}`);
    return 0;
  }
  const failure = install(plan, run);
  if (failure !== null) return refused(fill(say[failure.why], failure));
  print(`\n${fill(say.installed, { at })}`);
  const note = say.signedIn[ports.platform as keyof typeof say.signedIn];
  print(fill(note, { command: plan.always ?? '' }));
  return 0;
}

type Run = NonNullable<WatchPorts['run']>;

type Failure = Readonly<Record<'file' | 'command', string>> & { readonly why: 'notWritten' | 'failed' };

/** Everything, or nothing: if a command fails, the files are put back as they were. */
function install(plan: SchedulePlan, run: Run): Failure | null {
  const before = plan.files.map((file) => ({ file, bytes: contentOf(file) }));
  const putBack = (): void => {
    for (const { file, bytes } of before) {
      if (bytes === null) rmSync(file.path, { force: true });
      else writeWhole(file.path, bytes);
    }
  };
  // launchd does not take a second one of the same name.
  if (before.some(({ bytes }) => bytes !== null)) {
    for (const [program, ...rest] of plan.toRemove.before) run(program, rest);
  }
  for (const file of plan.files) {
    try {
      mkdirSync(dirname(file.path), { recursive: true });
      writeWhole(file.path, bytesOf(file));
    } catch {
      putBack();
      return { why: 'notWritten', file: file.path, command: '' };
    }
  }
  for (const [program, ...rest] of plan.toInstall) {
    if (run(program, rest)) continue;
    for (const [undo, ...words] of plan.toRemove.before) run(undo, words);
    putBack();
    for (const [undo, ...words] of plan.toRemove.after) run(undo, words);
    return { why: 'failed', file: '', command: [program, ...rest].join(' ') };
  }
  return null;
}

function remove(
  plan: SchedulePlan,
  {
    run,
    say,
    print,
    refused,
  }: {
    readonly run: Run;
    readonly say: (typeof words)[Language]['schedule'];
    readonly print: (line: string) => void;
    readonly refused: (why: string) => number;
  },
): number {
  if (plan.files.every((file) => contentOf(file) === null)) {
    print(say.nothingToRemove);
    return 0;
  }
  // If the system does not know it any more, this fails, and the files still have to go.
  for (const [program, ...rest] of plan.toRemove.before) run(program, rest);
  for (const path of [...plan.leftovers, ...plan.files.map((file) => file.path)]) {
    try {
      rmSync(path, { force: true });
    } catch {
      return refused(fill(say.notRemoved, { file: path }));
    }
  }
  for (const [program, ...rest] of plan.toRemove.after) run(program, rest);
  print(say.removed);
  return 0;
}

function stateOf(plan: SchedulePlan): 'isInstalled' | 'isDifferent' | 'isNotInstalled' {
  const found = plan.files.map((file) => ({ found: contentOf(file), wanted: bytesOf(file) }));
  if (found.every(({ found }) => found === null)) return 'isNotInstalled';
  return found.every(({ found, wanted }) => found?.equals(wanted) === true) ? 'isInstalled' : 'isDifferent';
}

/** null if there is no such file. */
function contentOf({ path }: ScheduleFile): Buffer | null {
  try {
    return readFileSync(path);
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT' || codeOf(problem) === 'ENOTDIR') return null;
    throw problem;
  }
}

/** `schtasks` reads UTF-16 with a byte order mark, and misreads other letters in UTF-8. */
const bytesOf = ({ text, encoding }: ScheduleFile): Buffer =>
  encoding === 'utf8'
    ? Buffer.from(text, 'utf8')
    : Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
