import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, writeWhole } from '../connections/durable';
import type { CommandLine, ScheduleFile, SchedulePlan } from './schedule/plan';

/* Makes, looks at and removes the system's schedule: for the command line and for the window. */

/** Runs a command of the system. Resolves with whether it succeeded. */
export type RunCommand = (line: CommandLine) => Promise<boolean>;

/** A command that waits for somebody would wait forever. */
const LONGEST_COMMAND_MS = 30_000;

export const runCommand: RunCommand = ([program, ...words]) =>
  new Promise((done) => {
    execFile(program, words, { windowsHide: true, timeout: LONGEST_COMMAND_MS }, (problem) =>
      done(problem === null),
    );
  });

/** `not-written`: a file could not be written, or removed. `failed`: a command did not succeed. */
export type ScheduleFailure =
  | { readonly why: 'not-written'; readonly file: string }
  | { readonly why: 'failed'; readonly command: string };

/** Makes the schedule, or changes nothing: if a command fails, the files are put back as they were. */
export async function installSchedule(plan: SchedulePlan, run: RunCommand): Promise<ScheduleFailure | null> {
  const before = plan.files.map((file) => ({ file, bytes: contentOf(file) }));
  const written = new Set<ScheduleFile>();
  const putBack = (): void => {
    for (const { file, bytes } of before) {
      if (!written.has(file)) continue;
      if (bytes === null) rmSync(file.path, { force: true });
      else writeWhole(file.path, bytes);
    }
  };
  // launchd does not take a second one of the same name.
  if (before.some(({ bytes }) => bytes !== null)) await runAll(plan.toRemove.before, run);
  for (const file of plan.files) {
    try {
      mkdirSync(dirname(file.path), { recursive: true });
      writeWhole(file.path, bytesOf(file));
      written.add(file);
    } catch {
      putBack();
      return { why: 'not-written', file: file.path };
    }
  }
  for (const line of plan.toInstall) {
    if (await run(line)) continue;
    await runAll(plan.toRemove.before, run);
    putBack();
    await runAll(plan.toRemove.after, run);
    return { why: 'failed', command: line.join(' ') };
  }
  return null;
}

/** Removes all of it. */
export async function removeSchedule(plan: SchedulePlan, run: RunCommand): Promise<ScheduleFailure | null> {
  // If the system does not know it any more, this fails, and the files still have to go.
  await runAll(plan.toRemove.before, run);
  for (const path of [...plan.leftovers, ...plan.files.map((file) => file.path)]) {
    try {
      rmSync(path, { force: true });
    } catch {
      return { why: 'not-written', file: path };
    }
  }
  await runAll(plan.toRemove.after, run);
  return null;
}

/** Whatever becomes of them. */
async function runAll(lines: readonly CommandLine[], run: RunCommand): Promise<void> {
  for (const line of lines) await run(line);
}

export const isThere = (plan: SchedulePlan): boolean => plan.files.some((file) => contentOf(file) !== null);

/** Whether all files are there, exactly as planned. */
export const isAsPlanned = (plan: SchedulePlan): boolean =>
  plan.files.every((file) => contentOf(file)?.equals(bytesOf(file)) === true);

/** Its files as they are there, whatever time and results file it was made with. */
export const filesThere = (plan: SchedulePlan): readonly { readonly path: string; readonly text: string }[] =>
  plan.files.flatMap((file) => {
    const text = textOf(contentOf(file), file);
    return text === null ? [] : [{ path: file.path, text: text.replace(/^\ufeff/, '') }];
  });

/**
 * What this computer has of the schedule, whatever time and results file it was made with.
 * - `broken`: its files are there, but the system does not run them, or they start a program that is elsewhere.
 */
export type ScheduleState =
  | { readonly kind: 'off' }
  | { readonly kind: 'broken'; readonly at: string | null }
  | { readonly kind: 'on'; readonly at: string | null; readonly since: Date };

export async function scheduleState(plan: SchedulePlan, run: RunCommand): Promise<ScheduleState> {
  if (!isThere(plan)) return { kind: 'off' };
  const texts = plan.files.map((file) => textOf(contentOf(file), file));
  const at = plan.timeIn(texts.join('\n'));
  const [first] = plan.files;
  const isWhole = !texts.includes(null) && texts[0]?.includes(plan.launcherAs) === true;
  if (first === undefined || !isWhole || !(await run(plan.toAsk))) return { kind: 'broken', at };
  return { kind: 'on', at, since: statSync(first.path).mtime };
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

const textOf = (bytes: Buffer | null, { encoding }: ScheduleFile): string | null =>
  bytes === null ? null : bytes.toString(encoding === 'utf8' ? 'utf8' : 'utf16le').replaceAll('\r\n', '\n');

/** `schtasks` reads UTF-16 with a byte order mark, and misreads other letters in UTF-8. */
const bytesOf = ({ text, encoding }: ScheduleFile): Buffer =>
  encoding === 'utf8'
    ? Buffer.from(text, 'utf8')
    : Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
