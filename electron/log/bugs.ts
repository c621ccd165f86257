import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TRACE_LIMITS, type Trace } from '@contract/trace';
import type { LogEvent } from './log';

/* What is recorded about a bug, in the log and by "Copy details". */

export interface AboutProgram {
  readonly version: string;
  /** Id of the build; its source maps are stored under this id. */
  readonly build: string;
  readonly electron: string;
  readonly platform: NodeJS.Platform;
}

export interface Bug {
  /** The program, the IPC channel, or how the page noticed it. */
  readonly where: string;
  readonly trace: Trace;
  /** React's component stack, in the form of a trace. */
  readonly components?: readonly string[];
  /** Exit code of the renderer process. */
  readonly exitCode?: number;
}

export type BugDetails = AboutProgram & Bug;

/** The number of different bugs logged per run. A repeated one is logged again at its 10th, 100th, … occurrence. */
const MOST_BUGS = 50;

interface Ports {
  readonly about: AboutProgram;
  /** File names of this build, as they appear in traces. */
  readonly files: () => ReadonlySet<string>;
  readonly write: (event: LogEvent) => void;
}

/** Logs bugs, so that a repeated one neither fills the disk nor pushes others out of the log. */
export class Bugs {
  readonly #ports: Ports;
  readonly #times = new Map<string, number>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** @returns the details to copy */
  note(bug: Bug, write = this.#ports.write): BugDetails {
    const known = this.#onlyOurs(bug);
    const key = JSON.stringify(known);
    const times = (this.#times.get(key) ?? 0) + 1;
    // The page's bugs are counted separately, so that they cannot crowd out those of the main process.
    const ofThisKind = [...this.#times.keys()].filter((one) => isOfPage(one) === isOfPage(key)).length;
    if (times > 1 || ofThisKind < MOST_BUGS) {
      this.#times.set(key, times);
      if (/^10*$/.test(String(times))) {
        const { version, build } = this.#ports.about;
        write({ event: 'bug', version, build, ...known, ...(times > 1 && { times }) });
      }
    }
    return { ...this.#ports.about, ...known };
  }

  /** Drops frames that are not in a file of this build: they could contain anything. */
  #onlyOurs({ where, trace, components = [], exitCode }: Bug): Bug {
    const files = this.#ports.files();
    const ours = (frames: readonly string[]): string[] =>
      frames.filter((frame) => files.has(frame.replace(/:\d+:\d+$/, ''))).slice(0, TRACE_LIMITS.frames);
    const around = ours(components);
    return {
      where,
      trace: trace.map(({ type, frames }) => ({ type, frames: ours(frames) })),
      ...(around.length > 0 && { components: around }),
      ...(exitCode !== undefined && { exitCode }),
    };
  }
}

const isOfPage = (key: string): boolean => key.startsWith('{"where":"window');

/** For an e-mail or a ticket; `npm run where` decodes it. */
export const detailsText = (details: BugDetails): string => JSON.stringify(details, null, 2);

/** The scripts in the built app's folder, as they appear in traces; none if the folder cannot be read. */
export function filesOfBuild(folder: string): ReadonlySet<string> {
  return new Set(
    ['main', 'preload', 'renderer/assets'].flatMap((part) => {
      try {
        return readdirSync(join(folder, part)).map((name) => `${part}/${name.replace(/\.br$/, '')}`);
      } catch {
        return [];
      }
    }),
  );
}
