import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DesktopUser, give } from './desktop-user';
import { endProcesses } from './processes';

/* Servers of tests that are programs of their own: how they are watched, and their files in a folder of the test. */

export interface Started {
  /** Suspends it: its port stays open, and nobody answers. */
  freeze(): void;
  /** Ends it. */
  end(): Promise<void>;
  hasEnded(): boolean;
  /** Its output so far on both streams, for the error if it does not come up. */
  said(): string;
}

export function watched(child: ChildProcess): Started {
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
  child.on('error', (problem) => parts.push(Buffer.from(String(problem))));
  return {
    freeze: () => void child.kill('SIGSTOP'),
    end: () => endProcesses(child.pid === undefined ? [] : [child.pid]),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    said: () => Buffer.concat(parts).toString('utf8'),
  };
}

export interface ServerFiles {
  writeFile(name: string, content: string | Buffer): string;
  /** A new folder for a server that drops root. */
  folderFor(user: DesktopUser, name: string): string;
}

export const filesIn = (folder: string): ServerFiles => ({
  writeFile: (name, content) => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  },
  folderFor: (user, name) => {
    const path = join(folder, name);
    mkdirSync(path, { mode: 0o755 });
    give(user, path);
    return path;
  },
});
