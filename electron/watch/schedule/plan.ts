import { createHash } from 'node:crypto';

/*
 * The system's own schedule runs the nightly test: it knows about sleep, missed nights and signing in. This program
 * only writes down what the system should run, and is not running itself in between.
 */

export interface ScheduleWishes {
  readonly platform: NodeJS.Platform;
  /** The command line's launcher, absolute. */
  readonly launcher: string;
  readonly resultsFile: string | null;
  /** The earliest start, `HH:MM`. */
  readonly at: string;
  readonly home: string;
  readonly dataFolder: string;
  /** `XDG_CONFIG_HOME`, if it is set. */
  readonly configHome: string | null;
  readonly userId: number;
  /** Differs between computers and users, so that not all of them start at the same minute. */
  readonly seed: string;
}

export interface ScheduleFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'utf16';
}

export type CommandLine = readonly [program: string, ...words: string[]];

export interface SchedulePlan {
  readonly files: readonly ScheduleFile[];
  readonly toInstall: readonly CommandLine[];
  /** Before the files are deleted, and after. */
  readonly toRemove: { readonly before: readonly CommandLine[]; readonly after: readonly CommandLine[] };
  /** What the system makes of the files, in case its own command does not remove it. */
  readonly leftovers: readonly string[];
  /** Runs it also while the user is not signed in; null if a sentence says how. */
  readonly always: string | null;
  /** Succeeds where the system has such schedules; null: it always has. */
  readonly toFind: CommandLine | null;
  /** Succeeds if the system has the schedule in force. */
  readonly toAsk: CommandLine;
  /** How the launcher is written in the first file. */
  readonly launcherAs: string;
  /** The time in the text of these files, `HH:MM`: with `spread`, the earliest start. */
  readonly timeIn: (text: string) => string | null;
  /** Within how many minutes from then it starts; 0: exactly then. */
  readonly spreadMinutes: number;
}

export const DEFAULT_AT = '01:00';

/** The nightly runs of many computers are spread over this time. */
export const SPREAD_MINUTES = 120;

/**
 * The longest a run may take: the tests of some hours, and then a notification, which stays until somebody sees it
 * (electron/shell/stopped-notice.ts). Shorter than a day, so that the next night is not missed.
 */
export const LONGEST_RUN_HOURS = 16;

/** What is run. An interrupted run is gone on with, and the desktop is told what stopped. */
export const nightlyWords = ({ resultsFile }: Pick<ScheduleWishes, 'resultsFile'>): readonly string[] => [
  'check',
  '--all',
  '--resume',
  '--notify',
  ...(resultsFile === null ? [] : ['--results', resultsFile]),
];

/** A fixed number of minutes, for systems that cannot spread starts themselves. */
export const spreadOf = (seed: string): number =>
  createHash('sha256').update(seed).digest().readUInt32BE(0) % SPREAD_MINUTES;

/** `HH:MM`, some minutes later. */
export function later(at: string, minutes: number): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const sum = (hour * 60 + minute + minutes) % (24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(sum / 60))}:${two(sum % 60)}`;
}

/** @param pattern with the hour and the minute as its groups */
export const timeBy =
  (pattern: RegExp) =>
  (text: string): string | null => {
    const [, hour, minute] = pattern.exec(text) ?? [];
    return hour === undefined || minute === undefined
      ? null
      : `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  };
