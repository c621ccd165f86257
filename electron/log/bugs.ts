import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TRACE_LIMITS, type Trace } from '@contract/trace';
import type { LogEvent } from './log';

/* What is told of a bug, in the diary and by "Copy details". */

export interface AboutProgram {
  readonly version: string;
  /** Of the build; the source maps of that build are kept under this name. */
  readonly build: string;
  readonly electron: string;
  readonly platform: NodeJS.Platform;
}

export interface Bug {
  /** The program, the channel of a call, or how the page learnt of it. */
  readonly where: string;
  readonly trace: Trace;
  /** React's own list of the components around it, in a trace's form. */
  readonly components?: readonly string[];
  /** Of the page's process. */
  readonly exitCode?: number;
}

export type BugDetails = AboutProgram & Bug;

/** So many different bugs of one run are written down, each anew only at its 10th, 100th, … time. */
const MOST_BUGS = 50;

interface Ports {
  readonly about: AboutProgram;
  /** Names of the build's own files, as traces name them. */
  readonly files: () => ReadonlySet<string>;
  readonly write: (event: LogEvent) => void;
}

/** Writes bugs down. One that comes again and again neither fills the disk nor pushes the others out of the diary. */
export class Bugs {
  readonly #ports: Ports;
  readonly #times = new Map<string, number>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** @returns the details, to be copied */
  note(bug: Bug, write = this.#ports.write): BugDetails {
    const known = this.#onlyOurs(bug);
    const key = JSON.stringify(known);
    const times = (this.#times.get(key) ?? 0) + 1;
    if (times > 1 || this.#times.size < MOST_BUGS) {
      this.#times.set(key, times);
      if (/^10*$/.test(String(times))) {
        const { version, build } = this.#ports.about;
        write({ event: 'bug', version, build, ...known, ...(times > 1 && { times }) });
      }
    }
    return { ...this.#ports.about, ...known };
  }

  /** A frame that names no file of this build may be anything. */
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

/** For a mail or a ticket; `npm run where` reads it. */
export const detailsText = (details: BugDetails): string => JSON.stringify(details, null, 2);

/** The scripts in the folder of the built app, as traces name them; what cannot be read has none. */
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
