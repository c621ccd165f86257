import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fill } from '@contract/fill';
import { formatInstant } from '@contract/formats';
import type { Language } from '@contract/languages';
import {
  filesThere,
  installSchedule,
  isAsPlanned,
  isThere,
  type RunCommand,
  removeSchedule,
  runCommand,
  type ScheduleFailure,
  scheduleState,
} from '../watch/kept-schedule';
import { DEFAULT_AT, type SchedulePlan } from '../watch/schedule/plan';
import { schedulePlan } from '../watch/schedule/schedule-plan';
import type { ScheduleFacts } from '../watch/schedule/this-computer';
import { words } from '../watch/words';
import type { WatchCommand } from './watch-arguments';

export interface WatchPorts extends ScheduleFacts {
  readonly path: (file: string) => string;
  readonly print: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly language: Language;
  /** Replaced by tests. */
  readonly run?: RunCommand;
}

/** Exit status: nothing was changed. */
const NOTHING_DONE = 2;

/** Shows, makes or removes the system's schedule. Resolves with the exit status. */
export async function runWatch(command: WatchCommand, ports: WatchPorts): Promise<number> {
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

  if (command.does === 'remove') {
    if (!isThere(plan)) {
      print(say.nothingToRemove);
      return 0;
    }
    const failure = await removeSchedule(plan, run);
    if (failure?.why === 'not-written') return refused(fill(say.notRemoved, { file: failure.file }));
    print(say.removed);
    return 0;
  }
  const printFiles = (files: ReturnType<typeof filesThere>): void => {
    for (const { path, text } of files) print(`${fill(say.file, { file: path })}\n${text}`);
  };
  const printPlan = (): void => {
    printFiles(plan.files);
    for (const line of plan.toInstall) print(fill(say.command, { command: line.join(' ') }));
  };
  const isFound = isThere(plan) || plan.toFind === null || (await run(plan.toFind));
  if (command.does === 'show') {
    const isAny = command.at === null && resultsFile === null && isThere(plan);
    if (isAny) printFiles(filesThere(plan));
    else printPlan();
    print(`\n${isFound ? await stateOf(plan, run, language, isAny) : say.noUserSystemd}`);
    return 0;
  }
  if (!isFound) return refused(say.noUserSystemd);
  const folder = resultsFile === null ? null : dirname(resultsFile);
  if (folder !== null && !existsSync(folder)) return refused(fill(say.noFolder, { folder }));
  printPlan();
  const failure = await installSchedule(plan, run);
  if (failure !== null) return refused(sayFailure(failure, language));
  print(`\n${fill(say.installed, { at })}`);
  const note = say.signedIn[ports.platform as keyof typeof say.signedIn];
  print(fill(note, { command: plan.always ?? '' }));
  return 0;
}

function sayFailure(failure: ScheduleFailure, language: Language): string {
  const say = words[language].schedule;
  return failure.why === 'not-written'
    ? fill(say.notWritten, { file: failure.file })
    : fill(say.failed, { command: failure.command });
}

/** @param isAny whatever it was made with */
async function stateOf(
  plan: SchedulePlan,
  run: RunCommand,
  language: Language,
  isAny: boolean,
): Promise<string> {
  const say = words[language].schedule;
  const state = await scheduleState(plan, run);
  if (state.kind === 'off') return say.isNotInstalled;
  if (state.kind === 'broken') return say.isBroken;
  const since = formatInstant(language, state.since.toISOString());
  return isAny || isAsPlanned(plan) ? fill(say.isInstalled, { since }) : say.isDifferent;
}
